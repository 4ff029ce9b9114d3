import {
  adjournmentAskers,
  adjournmentReasons,
  codesOf,
  hearingPurposes,
  witnessDays,
  witnessKinds,
} from '@setu/vocabulary'
import { z } from 'zod'
import { day, id, storableText } from '../kit/check.ts'
import { change } from '../platform/api.ts'
import { courtView } from './criminal-case.ts'

const purpose = z.enum(codesOf(hearingPurposes))

const witness = z.strictObject({
  /** Their number in the case; they have no name here. */
  place: z.number().int().min(1).max(500),
  kind: z.enum(codesOf(witnessKinds)),
  day: z.enum(codesOf(witnessDays)),
})

const witnesses = z
  .array(witness)
  .max(60)
  .refine((all) => new Set(all.map(({ place }) => place)).size === all.length, { message: 'twice' })

const standing = z.enum(['set', 'held', 'adjourned'])

/**
 * A day in court: version 0 adds it. The next day, where one was set, is written with it. Orders and witnesses that a correction
 * leaves out stay as they were.
 */
export const hearingKeep = change.extend({
  id,
  court: id,
  on: day,
  purpose,
  standing,
  why: z.enum(codesOf(adjournmentReasons)).nullable(),
  asker: z.enum(codesOf(adjournmentAskers)).nullable(),
  orders: storableText(4000).min(1).nullable().optional(),
  witnesses: witnesses.optional(),
  next: z.strictObject({ id, on: day, purpose }).nullable(),
})

export const hearingView = z.strictObject({
  id,
  version: z.number().int(),
  court: courtView,
  on: day,
  purpose,
  standing,
  why: z.enum(codesOf(adjournmentReasons)).nullable(),
  asker: z.enum(codesOf(adjournmentAskers)).nullable(),
  /** Nothing when this reader may not, or cannot, open them. */
  orders: z.string().nullable(),
  /** An order stands here that this reader does not open. */
  sealed: z.boolean(),
  witnesses: z.array(witness),
})

export const hearingList = z.strictObject({ items: z.array(hearingView) })

export const causeQuery = z.strictObject({
  on: day,
  court: id.optional(),
  /** The hearing after which the list goes on. */
  after: id.optional(),
})

/** What is before the courts on a day: one row a hearing, in the order of courts. */
export const causeList = z.strictObject({
  on: day,
  items: z.array(
    z.strictObject({
      org: id,
      case: id,
      code: z.string(),
      stationNumber: z.number().int().nullable(),
      stationYear: z.number().int().nullable(),
      tribunalNumber: z.string().nullable(),
      hearing: id,
      court: courtView,
      purpose,
      standing,
      why: z.enum(codesOf(adjournmentReasons)).nullable(),
      /** How often in a row the hearings before this one were put off. */
      putOff: z.number().int(),
    }),
  ),
  /** The last hearing shown, when there are more on that day. */
  next: id.nullable(),
})

export type HearingKeep = z.infer<typeof hearingKeep>
export type HearingView = z.infer<typeof hearingView>
export type HearingList = z.infer<typeof hearingList>
export type CauseQuery = z.infer<typeof causeQuery>
export type CauseList = z.infer<typeof causeList>
