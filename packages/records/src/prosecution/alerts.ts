import {
  alertAnswers,
  alertKinds,
  codesOf,
  criminalFactKinds,
  lawLimits,
  officeTasks,
} from '@setu/vocabulary'
import { z } from 'zod'
import { day, id, storableText } from '../kit/check.ts'
import { bilingual, change, command } from '../platform/api.ts'

const answer = z.enum(codesOf(alertAnswers))
const task = z.enum(codesOf(officeTasks))
const factKind = z.enum(codesOf(criminalFactKinds))

/** A day of a criminal case that is no stage of anybody, and from which clocks count. */
export const factAdd = command.extend({
  id,
  kind: factKind,
  on: day,
  /** Whose; only where compensation was paid for somebody. */
  accused: id.nullable(),
  paper: z
    .string()
    .regex(/^[0-9A-Za-z\u0980-\u09ff][0-9A-Za-z\u0980-\u09ff ./()-]{0,39}$/)
    .nullable(),
})

/** Takes such a day back; it is kept that it was once written down. */
export const factBack = change

export const factView = z.strictObject({
  id,
  version: z.number().int(),
  kind: factKind,
  on: day,
  accused: id.nullable(),
  paper: z.string().nullable(),
  by: bilingual,
  at: z.string(),
  takenBack: z.strictObject({ by: bilingual, at: z.string() }).nullable(),
  mayTakeBack: z.boolean(),
})

export const factList = z.strictObject({
  /** Which days one's own offices may write down. */
  writes: z.array(factKind),
  items: z.array(factView),
})

const alertAnswered = z.strictObject({ answer, by: bilingual, at: z.string() })

/** An alert: what stalls, since when, by which limit of which law. Nobody is named in it. */
export const alertView = z.strictObject({
  id,
  kind: z.enum(codesOf(alertKinds)),
  /** Days that had passed or were left, or how often something had happened. */
  mark: z.number().int(),
  since: day,
  /** The number of a witness, or why hearings were put off. */
  subject: z.string().nullable(),
  on: day,
  until: day.nullable(),
  /** It no longer follows from what is written down, since this day. */
  dropped: day.nullable(),
  /** The numbers in the case of those whom it concerns. */
  accused: z.array(z.number().int()),
  law: z.string().nullable(),
  calendar: z.string().nullable(),
  rules: z.string(),
  settled: z.boolean(),
  tasks: z.array(task),
  given: z.string().nullable(),
  escalated: z.string().nullable(),
  answers: z.array(alertAnswered),
  /** One's own office was told, and may say something to it. */
  mayAnswer: z.boolean(),
})

export const alertStandings = ['waiting', 'answered', 'ended'] as const

export const alertsQuery = z.strictObject({
  standing: z.enum(alertStandings),
  kind: z.enum(codesOf(alertKinds)).optional(),
  after: storableText(120).optional(),
})

/** Alerts of one's offices, each with the numbers by which its case is known, the latest first. */
export const alertList = z.strictObject({
  items: z.array(
    alertView.extend({
      org: id,
      case: id,
      code: z.string(),
      stationNumber: z.number().int().nullable(),
      stationYear: z.number().int().nullable(),
      tribunalNumber: z.string().nullable(),
    }),
  ),
  next: z.string().nullable(),
})

/** How many alerts of one's offices wait for an answer; more than a thousand are a thousand. */
export const alertCount = z.strictObject({ waiting: z.number().int() })

/** What was given in one case and what lies ahead, and which time limits of its law are not known. */
export const caseAlerts = z.strictObject({
  found: z.enum(['one', 'none', 'unclear', 'noDay', 'noCalendar']).nullable(),
  law: z.string().nullable(),
  unknown: z.array(z.enum(codesOf(lawLimits))),
  given: z.array(alertView),
  ahead: z.array(alertView),
})

export const alertAnswer = command.extend({ id, answer })

export type FactAdd = z.infer<typeof factAdd>
export type FactBack = z.infer<typeof factBack>
export type FactView = z.infer<typeof factView>
export type FactList = z.infer<typeof factList>
export type AlertView = z.infer<typeof alertView>
export type AlertsQuery = z.infer<typeof alertsQuery>
export type AlertList = z.infer<typeof alertList>
export type AlertCount = z.infer<typeof alertCount>
export type CaseAlerts = z.infer<typeof caseAlerts>
export type AlertSaid = z.infer<typeof alertAnswer>
