import { codesOf, tipChannels, tipClosings, tipStates, tipSubjects, urgencies } from '@setu/vocabulary'
import { z } from 'zod'
import { id, place, storableText } from '../kit/check.ts'
import { bilingual, change, command } from '../platform/api.ts'

const subjects = z
  .array(z.enum(codesOf(tipSubjects)))
  .min(1)
  .max(9)
const urgency = z.enum(codesOf(urgencies))
const words = storableText(4000).min(3)

/** What of a tip is sealed to the unit that takes it, and goes with it. */
export const tipWords = z.strictObject({
  words,
  /** People of whom it speaks: mentioned, never accused. */
  mentioned: z.array(storableText(200).min(1)).max(20),
  /** A safe way to answer, if there is one. */
  way: storableText(400).min(1).nullable(),
})

/** A tip that somebody of the staff writes down. */
export const tipWrite = tipWords.extend({
  id,
  /** Which unit takes it. */
  unit: id,
  channel: z.enum(codesOf(tipChannels)).exclude(['publicPage']),
  subjects,
  urgency,
  district: place.nullable(),
})

/** The number by which whoever told can ask how it stands: shown once. */
export const tipWritten = z.strictObject({ org: id, id, version: z.number().int(), receipt: z.string() })

export const tipStep = change.extend({
  to: z.enum(['triaged', 'closed']),
  /** For whoever looks at it: how urgent it is. */
  urgency: urgency.optional(),
  closing: z.enum(codesOf(tipClosings)).optional(),
})

export const tipHandOn = change.extend({ unit: id })

/** Which unit takes tips here; `null` where none does. */
export const tipDeskKeep = command.extend({
  unit: id.nullable(),
  /** Whether it takes what is told on the public page, too. */
  open: z.boolean(),
  districts: z.array(place).max(64),
})

export const tipSummary = z.strictObject({
  org: id,
  id,
  version: z.number().int(),
  channel: z.enum(codesOf(tipChannels)),
  subjects: z.array(z.enum(codesOf(tipSubjects))),
  urgency,
  district: z.string().nullable(),
  state: z.enum(codesOf(tipStates)),
  closing: z.enum(codesOf(tipClosings)).nullable(),
  received: z.string(),
  due: z.string().nullable(),
  /** Where it lies now. */
  unit: z.strictObject({ id, name: bilingual }),
  /** Whether it is one's own to look at, or was only written down by oneself. */
  ours: z.boolean(),
  /** Its words were deleted. */
  gone: z.boolean(),
})

const deskOption = z.strictObject({ unit: id, name: bilingual, own: z.boolean() })

export const tipList = z.strictObject({
  items: z.array(tipSummary),
  /** Units that take tips. */
  desks: z.array(deskOption),
  /** For whoever may lay it down: the desk of one's own organisation and its units. */
  desk: z
    .strictObject({
      unit: id.nullable(),
      open: z.boolean(),
      mayOpen: z.boolean(),
      districts: z.array(z.string()),
      units: z.array(z.strictObject({ id, name: bilingual })),
    })
    .nullable(),
})

export const tipView = tipSummary.extend({
  words: z.string().nullable(),
  mentioned: z.array(z.string()),
  way: z.string().nullable(),
  added: z.array(z.strictObject({ id, at: z.string(), words: z.string().nullable() })),
  /** When its words are deleted if no case comes of it. */
  keptUntil: z.string(),
})

export type TipWords = z.infer<typeof tipWords>
export type TipWrite = z.infer<typeof tipWrite>
export type TipWritten = z.infer<typeof tipWritten>
export type TipStep = z.infer<typeof tipStep>
export type TipHandOn = z.infer<typeof tipHandOn>
export type TipDeskKeep = z.infer<typeof tipDeskKeep>
export type TipSummary = z.infer<typeof tipSummary>
export type TipList = z.infer<typeof tipList>
export type TipView = z.infer<typeof tipView>
