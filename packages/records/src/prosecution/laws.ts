import {
  codesOf,
  gravestPenalties,
  iccsCodes,
  languages,
  lawCovers,
  lawLimits,
  lawMarks,
  lawStatuses,
  offenceCategories,
  palermoActs,
  palermoMeans,
  palermoPurposes,
} from '@setu/vocabulary'
import { z } from 'zod'
import { id, storableText } from '../kit/check.ts'
import { bilingual, change, command } from '../platform/api.ts'

const words = z.strictObject({ en: storableText(300), bn: storableText(300) })
const note = z.strictObject({ en: storableText(1000), bn: storableText(1000) })
const source = storableText(300)
const mark = z.enum(codesOf(lawMarks))
const section = storableText(40).nullable()
const known = z.boolean().nullable()
const amount = (most: number) => z.number().int().min(0).max(most).nullable()

const elements = {
  acts: z.array(z.enum(codesOf(palermoActs))).max(10),
  means: z.array(z.enum(codesOf(palermoMeans))).max(20),
  purposes: z.array(z.enum(codesOf(palermoPurposes))).max(20),
}

const definition = z.strictObject({
  section,
  ...elements,
  covers: z.enum(codesOf(lawCovers)).nullable(),
  childUnder: z.number().int().min(1).max(99).nullable(),
  childNeedsMeans: known,
  consentIrrelevant: known,
  mark,
  source,
})

const penalty = z.strictObject({
  gravest: z.enum(codesOf(gravestPenalties)).nullable(),
  minMonths: amount(1200),
  maxMonths: amount(1200),
  minFine: amount(1_000_000_000_000),
  maxFine: amount(1_000_000_000_000),
  fineInstead: known,
})

const procedure = z.strictObject({
  cognizable: known,
  bailable: known,
  compoundable: known,
  mark,
  source,
})

const offence = z.strictObject({
  section,
  title: words,
  category: z.enum(codesOf(offenceCategories)),
  ...elements,
  meansNeededFor: z.enum(['everybody', 'adults', 'nobody']).nullable(),
  penalty: penalty.nullable(),
  procedure: procedure.nullable(),
  iccs: z.enum(codesOf(iccsCodes)).nullable(),
  mark,
  source,
})

const limit = z.strictObject({
  kind: z.enum(codesOf(lawLimits)),
  section,
  amount: amount(10_000),
  unit: z.enum(['calendarDays', 'workingDays', 'calendarMonths']),
  institution: z.enum(['executive', 'court']),
  mark,
  source,
})

/** One edition of one law, whole. */
export const lawText = z.strictObject({
  jurisdiction: z.string().regex(/^[A-Z]{2}$/),
  code: z.string().regex(/^[A-Z0-9-]{2,30}$/),
  edition: z.string().regex(/^[0-9A-Za-z.-]{1,30}$/),
  title: words,
  scope: z.enum(['trafficking', 'instrument']),
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
  status: z.enum(codesOf(lawStatuses)),
  currency: z.string().regex(/^[A-Z]{3}$/),
  note: note.nullable(),
  definition: definition.nullable(),
  offences: z.array(offence).max(120),
  limits: z.array(limit).max(20),
  mark,
  source,
})

/** Laws for offences of one day. */
export const lawQuery = z.strictObject({ day: z.iso.date().optional() })

/** The laws that hold here: those that Setu brings, and those that two people laid down in their place. */
export const lawList = z.strictObject({
  day: z.string(),
  items: z.array(
    z.strictObject({
      name: z.string(),
      /** When two people put it into force; null where Setu brings it. */
      since: z.string().nullable(),
      law: lawText,
    }),
  ),
  /** For an offence of that day, in each country: the law that holds, or why none is chosen. */
  chosen: z.array(
    z.strictObject({
      jurisdiction: z.string(),
      found: z.enum(['one', 'none', 'unclear']),
      names: z.array(z.string()),
      /** Whether it is known how the law that was found stands today. */
      sure: z.boolean(),
    }),
  ),
  /** Editions that two people put into force and that this release cannot read: none holds in their place. */
  unreadable: z.array(z.strictObject({ name: z.string(), since: z.string() })),
  /** Laws under both of which an offence could fall. */
  overlaps: z.array(z.strictObject({ first: z.string(), second: z.string() })),
})

const lawState = z.enum(['draft', 'proposed', 'inForce', 'declined', 'replaced'])

/** What is being written, what waits for a second pair of eyes, and what has been. */
export const lawEditions = z.strictObject({
  items: z.array(
    z.strictObject({
      id,
      version: z.number().int(),
      name: z.string(),
      state: lawState,
      law: lawText,
      /** Somebody's name is known in their own organisation only; of others, the organisation is. */
      draftedBy: z.string().nullable(),
      draftedIn: bilingual.nullable(),
      draftedAt: z.string(),
      answeredBy: z.string().nullable(),
      answeredIn: bilingual.nullable(),
      answeredAt: z.string().nullable(),
      mayChange: z.boolean(),
      mayAnswer: z.boolean(),
      /** What keeps it from being laid before somebody else, with its place. */
      faults: z.array(z.strictObject({ at: z.string(), fault: z.string() })),
      /** Everything in which one that is not yet in force differs from what holds under its name. */
      differences: z.array(
        z.strictObject({ at: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
      ),
    }),
  ),
})

/** Begins a draft of an edition. */
export const lawDraft = command.extend({ id, law: lawText })

/** Changes one's own draft. */
export const lawChange = change.extend({ id, law: lawText })

/** Lays one's own draft before somebody else. */
export const lawPropose = change.extend({ id })

/** Puts an edition into force that somebody else drafted, or declines it. */
export const lawAnswer = change.extend({ id, answer: z.enum(['accept', 'decline']) })

/** The definitions of the region side by side, as a file. */
export const lawFileQuery = z.strictObject({
  day: z.iso.date(),
  format: z.enum(['csv', 'xlsx']),
  language: z.enum(languages),
})

export type LawList = z.infer<typeof lawList>
export type LawEditions = z.infer<typeof lawEditions>
export type LawDraft = z.infer<typeof lawDraft>
export type LawChange = z.infer<typeof lawChange>
export type LawPropose = z.infer<typeof lawPropose>
export type LawAnswer = z.infer<typeof lawAnswer>
