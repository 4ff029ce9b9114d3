import { codesOf, consentPurposes, documentTypes, legalHoldReasons } from '@setu/vocabulary'
import { z } from 'zod'
import { day, id } from '../kit/check.ts'
import { bilingual, change, command } from '../platform/api.ts'

const reason = z.enum(codesOf(legalHoldReasons))
const most = 200

/** Keeps a case from being erased, until a day or until it is lifted. */
export const holdPlace = command.extend({ id, reason, until: day.nullable() })

/** Lifts a hold: the case may be erased when its time is over. */
export const holdLift = change

/** A hold on a case. */
export const holdView = z.strictObject({
  org: id,
  id,
  version: z.number().int(),
  reason,
  until: day.nullable(),
  placedBy: z.string().nullable(),
  placedAt: z.string(),
  mayLift: z.boolean(),
})

export const holdList = z.strictObject({ items: z.array(holdView) })

/** A closed case whose time is over or nearly so, and why. */
export const retentionRow = z.strictObject({
  org: id,
  case: id,
  code: z.string(),
  unit: bilingual,
  closedOn: day,
  keptUntil: day,
  /** Which rule gave the day. */
  rule: z.enum(['years', 'childUntilAge']),
  standing: z.enum(['over', 'coming', 'held', 'asked']),
  /** Whether one may ask that it be erased. */
  mayAsk: z.boolean(),
})

/** A paper whose own time is over, while its case is still kept. */
export const paperOver = z.strictObject({
  org: id,
  id,
  case: id,
  code: z.string(),
  kind: z.enum(codesOf(documentTypes)),
  keptUntil: day,
  /** So many days after the case was closed. */
  days: z.number().int(),
  held: z.boolean(),
})

/** What is left of an erased case as proof: how many yeses, and until when. */
export const consentsKept = z.strictObject({
  org: id,
  erasure: id,
  code: z.string(),
  erasedOn: day,
  keptUntil: day,
  count: z.number().int(),
})

/** One yes of a case that is gone: what for, about what, to which office, when. */
export const keptConsent = z.strictObject({
  id,
  purpose: z.enum(codesOf(consentPurposes)),
  parts: z.array(z.string()),
  recipient: bilingual.nullable(),
  inWords: z.boolean(),
  state: z.enum(['given', 'withdrawn', 'expired']),
  givenOn: day,
  validUntil: day,
  withdrawnOn: day.nullable(),
})

export const keptConsents = z.strictObject({ items: z.array(keptConsent) })

export const retentionList = z.strictObject({
  rules: z.strictObject({
    years: z.number().int(),
    childUntilAge: z.number().int(),
    ageWhenUnknown: z.number().int(),
    shownBefore: z.number().int(),
    /** What the log says goes so many years after its case was erased, and never before it is so old. */
    logAfterErasure: z.number().int(),
    logYears: z.number().int(),
    /** What a survivor allowed is kept so many years after her case went. */
    consentYears: z.number().int(),
  }),
  items: z.array(retentionRow),
  /** There are more than are shown. */
  more: z.boolean(),
  papers: z.array(paperOver),
  consents: z.array(consentsKept),
})

/** Lays down from today on how long cases are kept. */
export const retentionSet = command.extend({
  years: z.number().int().min(1).max(50),
  childUntilAge: z.number().int().min(18).max(60),
  ageWhenUnknown: z.number().int().min(0).max(18),
  shownBefore: z.number().int().min(0).max(730),
  logAfterErasure: z.number().int().min(0).max(50).optional(),
  logYears: z.number().int().min(7).max(100).optional(),
  consentYears: z.number().int().min(2).max(50).optional(),
})

/** Asks for all these cases, whose time is over, to be erased. Those for which it may not be asked stay. */
export const retentionAsk = command.extend({
  cases: z
    .array(z.strictObject({ org: id, case: id }))
    .min(1)
    .max(most),
})

/** Lets these papers go, whose own time is over. What is held back or changed meanwhile stays. */
export const retentionPapers = command.extend({
  papers: z
    .array(z.strictObject({ org: id, id }))
    .min(1)
    .max(most),
})

/** Answers requests whose reason is that the time is over, together. */
export const retentionAnswer = command.extend({
  erasures: z
    .array(z.strictObject({ org: id, id, base: z.number().int().min(1) }))
    .min(1)
    .max(most),
  answer: z.enum(['approve', 'decline']),
})

/** How many of those that were sent were done; the others are left as they were. */
export const retentionDone = z.strictObject({ done: z.number().int(), left: z.number().int() })

/** In which language the list leaves as a table. */
export const retentionFileQuery = z.strictObject({ language: z.enum(['en', 'bn']) })

export type HoldPlace = z.infer<typeof holdPlace>
export type HoldLift = z.infer<typeof holdLift>
export type HoldView = z.infer<typeof holdView>
export type HoldList = z.infer<typeof holdList>
export type RetentionRow = z.infer<typeof retentionRow>
export type RetentionList = z.infer<typeof retentionList>
export type PaperOver = z.infer<typeof paperOver>
export type ConsentsKept = z.infer<typeof consentsKept>
export type KeptConsents = z.infer<typeof keptConsents>
export type RetentionPapers = z.infer<typeof retentionPapers>
export type RetentionSet = z.infer<typeof retentionSet>
export type RetentionAsk = z.infer<typeof retentionAsk>
export type RetentionAnswer = z.infer<typeof retentionAnswer>
export type RetentionDone = z.infer<typeof retentionDone>
