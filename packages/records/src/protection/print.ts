import { codesOf, parts, readingReasons } from '@setu/vocabulary'
import { z } from 'zod'
import { day, id } from '../kit/check.ts'
import { bilingual, command } from '../platform/api.ts'

const count = z.number().int().min(0)
const words = z.string().nullable()

/** What can be printed of a case. */
export const printKinds = ['referralLetter', 'servicePlan', 'closureSummary', 'conferenceMinutes'] as const

/** Asks for a paper, with the reason that goes into the log; all but a summary say which one. */
export const printAsk = command.extend({
  kind: z.enum(printKinds),
  of: id.nullable(),
  reason: z.enum(codesOf(readingReasons)),
})

/** Who printed it, where and when, under which code: it stands on every page. */
export const printMark = z.strictObject({
  by: z.string(),
  office: bilingual,
  at: z.string(),
  code: z.string(),
})

/** A referral as its receiver may see it at this moment, and not a word more. */
export const referralLetter = z.strictObject({
  kind: z.literal('referralLetter'),
  from: bilingual,
  to: bilingual,
  sent: z.string().nullable(),
  accepted: z.boolean(),
  service: z.string(),
  urgency: z.string(),
  sex: z.string().nullable(),
  ageBand: z.string().nullable(),
  language: z.string().nullable(),
  district: z.string().nullable(),
  workerPreference: z.string().nullable(),
  accompanied: z.boolean().nullable(),
  /** Only once it was accepted, as on the screen of the receiver. */
  name: words,
  note: words,
  /** What the survivor lets the receiver open. */
  opens: z.array(z.enum(codesOf(parts))),
})

/** The plan as it was agreed, in the survivor's words, with lines to sign or to put a thumb on. */
export const servicePlanPaper = z.strictObject({
  kind: z.literal('servicePlan'),
  wishes: words,
  agreement: z.string().nullable(),
  changes: words,
  answeredOn: day.nullable(),
  reviewOn: day.nullable(),
  child: z.boolean(),
  goals: z.array(
    z.strictObject({
      state: z.string(),
      objectives: words,
      actions: words,
      service: z.string().nullable(),
      giver: z.string().nullable(),
      plannedEnd: z.string().nullable(),
    }),
  ),
})

/** What became of a case, when it ended. */
export const closureSummary = z.strictObject({
  kind: z.literal('closureSummary'),
  openedOn: day,
  closedOn: day,
  because: words,
  path: z.array(z.strictObject({ to: z.string(), on: day })),
  services: z.array(z.strictObject({ service: z.string(), times: count, last: day })),
  referrals: z.array(z.strictObject({ service: z.string(), to: bilingual, state: z.string() })),
  goals: z.array(z.strictObject({ state: z.string(), objectives: words })),
  followUps: count,
})

/** What was said and decided at a case conference, with who was there, for those who work on the case. */
export const conferenceMinutes = z.strictObject({
  kind: z.literal('conferenceMinutes'),
  heldOn: day,
  reason: z.string().nullable(),
  means: z.string().nullable(),
  topics: z.array(z.string()),
  agenda: words,
  wish: z.string().nullable(),
  views: words,
  minutes: words,
  /** Whoever was asked: somebody of one's own office by their post, of another office by its name. */
  guests: z.array(
    z.strictObject({ post: z.string().nullable(), office: bilingual.nullable(), state: z.string() }),
  ),
  decisions: z.array(
    z.strictObject({
      words,
      owner: z.string().nullable(),
      office: bilingual.nullable(),
      dueOn: day.nullable(),
      state: z.string(),
    }),
  ),
})

/** A paper to be printed, with its mark; what is there and cannot be opened is said to be so. */
export const printed = z.strictObject({
  mark: printMark,
  paper: z.discriminatedUnion('kind', [referralLetter, servicePlanPaper, closureSummary, conferenceMinutes]),
  unopened: z.boolean(),
})

export type PrintKind = (typeof printKinds)[number]
export type PrintAsk = z.infer<typeof printAsk>
export type PrintMark = z.infer<typeof printMark>
export type ReferralLetter = z.infer<typeof referralLetter>
export type ServicePlanPaper = z.infer<typeof servicePlanPaper>
export type ClosureSummary = z.infer<typeof closureSummary>
export type ConferenceMinutes = z.infer<typeof conferenceMinutes>
export type Printed = z.infer<typeof printed>
