import { codesOf, oversightBy, oversightSteps } from '@setu/vocabulary'
import { z } from 'zod'
import { day } from '../kit/check.ts'
import { bilingual } from '../platform/api.ts'

const count = z.number().int().min(0)
const by = z.enum(codesOf(oversightBy))

/** The cases of one's own units as they are, opened in a time that one chooses. */
export const oversightOwnQuery = z.strictObject({
  by: z.enum(['unit', 'district', 'year']),
  from: day.optional(),
  to: day.optional(),
})

/** What may be told of the cases of others: to everybody alike, and so without a filter. */
export const oversightToldQuery = z.strictObject({ by: z.enum(['organisation', 'district', 'year']) })

/** How long a step takes, in days: `null` where so many have not reached it yet, or where it may not be told. */
export const oversightWait = z.strictObject({
  step: z.enum(codesOf(oversightSteps)),
  waiting: count.nullable(),
  longest: count.nullable(),
  q1: count.nullable(),
  median: count.nullable(),
  q3: count.nullable(),
})

/** One row: everybody, one place, organisation or year, or all those together that may not be told one by one. */
export const oversightRow = z.strictObject({
  place: z.enum(['total', 'row', 'others']),
  key: z.string().nullable(),
  name: bilingual.nullable(),
  cases: count.nullable(),
  /** How many reached each step; `null` where it may not be told. */
  reached: z.array(z.strictObject({ step: z.enum(codesOf(oversightSteps)), people: count.nullable() })),
  overdue: count.nullable(),
  waits: z.array(oversightWait),
})

/** How far the work with survivors has come, in numbers. */
export const oversight = z.strictObject({
  view: z.enum(['own', 'told']),
  by,
  /** The last day that is counted. */
  until: day,
  /** From how many on a number is told, to what it is rounded, and when this was told first; nothing where all is told as it is. */
  telling: z.strictObject({ least: count, roundedTo: count, toldOn: day }).nullable(),
  rows: z.array(oversightRow),
})

const asFile = { format: z.enum(['csv', 'xlsx']), language: z.enum(['en', 'bn']) }

/** The same as files. */
export const oversightOwnFileQuery = oversightOwnQuery.extend(asFile)
export const oversightToldFileQuery = oversightToldQuery.extend(asFile)

export type OversightOwnQuery = z.infer<typeof oversightOwnQuery>
export type OversightToldQuery = z.infer<typeof oversightToldQuery>
export type OversightWait = z.infer<typeof oversightWait>
export type OversightRow = z.infer<typeof oversightRow>
export type Oversight = z.infer<typeof oversight>
