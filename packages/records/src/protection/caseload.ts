import { caseStates, codesOf, riskLevels } from '@setu/vocabulary'
import { z } from 'zod'
import { day, id } from '../kit/check.ts'
import { bilingual } from '../platform/api.ts'
import { person } from './shapes.ts'

const count = z.number().int().min(0)

/** A case as it weighs on whoever works it: its code, and why it weighs what it does. No name stands here. */
export const caseloadCase = z.strictObject({
  org: id,
  id,
  code: z.string(),
  state: z.enum(codesOf(caseStates)),
  risk: z.enum(codesOf(riskLevels)).nullable(),
  child: z.boolean(),
  openedOn: day,
  points: count,
  overdue: count,
  soon: count,
})

/** What somebody carries. */
export const caseloadOf = z.strictObject({
  account: person,
  unit: z.strictObject({ id, name: bilingual }),
  points: count,
  overdue: count,
  soon: count,
  /** Cases that were given to them and on which they have not said yet whether they know anybody in them. */
  undeclared: count,
  cases: z.array(caseloadCase),
})

/** The open cases of one's own units by who works them, or one's own alone. */
export const caseload = z.strictObject({
  capacity: count,
  rules: z.strictObject({
    stage: z.record(z.enum(codesOf(caseStates)), count),
    risk: z.record(z.enum(codesOf(riskLevels)), count),
    riskUnknown: count,
    child: count,
  }),
  workers: z.array(caseloadOf),
  /** Open cases of one's own units that nobody works. */
  nobodys: z.array(caseloadCase.extend({ unit: z.strictObject({ id, name: bilingual }) })),
  mayAssign: z.boolean(),
})

export type CaseloadCase = z.infer<typeof caseloadCase>
export type CaseloadOf = z.infer<typeof caseloadOf>
export type Caseload = z.infer<typeof caseload>
