import {
  breachData,
  breachKinds,
  breachReasons,
  breachRisks,
  breachSteps,
  breachTold,
  codesOf,
  notToldReasons,
} from '@setu/vocabulary'
import { z } from 'zod'
import { day, id, moment, storableText } from '../kit/check.ts'
import { bilingual, change, command } from '../platform/api.ts'

const what = z.enum(codesOf(breachKinds))
const data = z.array(z.enum(codesOf(breachData)))
const risk = z.enum(codesOf(breachRisks))
const reasons = z.array(z.enum(codesOf(breachReasons)))
const whom = z.enum(codesOf(breachTold))
const notNeeded = z.enum(codesOf(notToldReasons))
const words = storableText(2000)

/** Anybody says that something went wrong: what, when it was noticed and when it happened, with which data, about which cases. */
export const breachOpen = command.extend({
  id,
  what,
  noticedAt: moment,
  /** The day on which it happened; not known is an answer. */
  happenedOn: day.nullable(),
  data: data.min(1).max(10),
  /** Cases by the codes under which one knows them. */
  codes: z.array(storableText(20).min(1)).max(200),
  units: z.array(id).max(50),
  words: words.nullable(),
})

/** The risk to people and why; where no rule says until when survivors are told, the day is chosen here. */
export const breachAssess = change.extend({
  risk,
  reasons: reasons.min(1).max(9),
  words,
  tellBy: day.nullable(),
})

/** Something done so that it does not get worse: what, by whom, when. */
export const breachStep = command.extend({
  id,
  kind: z.enum(codesOf(breachSteps)),
  account: id,
  at: moment,
  words: words.nullable(),
})

/** Cases found to be touched as well. */
export const breachCases = command.extend({ codes: z.array(storableText(20).min(1)).min(1).max(200) })

/** Somebody more who is to be told: the authority, or a partner; until when, where no rule says it. */
export const breachTelling = command.extend({
  id,
  whom: z.enum(['regulator', 'partner']),
  org: id.nullable(),
  due: moment.nullable(),
})

/** Somebody was told, or is not to be told and why. */
export const breachToldNow = change.extend({
  at: moment.nullable(),
  notNeeded: notNeeded.nullable(),
  words: storableText(300).nullable(),
})

export const breachClose = change.extend({ lessons: words.min(10) })

const hours = z.number().int().min(1).max(8760).nullable()

/** How many hours each step may take from the moment something was noticed; nobody knows where nothing is written down. */
export const breachHours = z.strictObject({
  assess: hours,
  regulator: hours,
  partner: hours,
  survivor: hours,
})

export const breachHoursSet = command.extend(breachHours.shape)

/** An incident in a list: codes and days, and nobody's name. */
export const breachSummary = z.strictObject({
  org: id,
  id,
  version: z.number().int(),
  state: z.enum(['open', 'assessed', 'closed']),
  what,
  data,
  risk: risk.nullable(),
  noticedAt: z.string(),
  openedAt: z.string(),
  /** Whose it is, for those of another organisation who were told of it. */
  from: bilingual,
  mine: z.boolean(),
  /** Whether one leads what is done about it. */
  mayLead: z.boolean(),
  late: z.number().int(),
})

export const breachList = z.strictObject({
  items: z.array(breachSummary),
  hours: breachHours,
  /** Whether one may write down how long each step may take. */
  maySetHours: z.boolean(),
})

const stepView = z.strictObject({
  id,
  kind: z.string(),
  person: z.string().nullable(),
  at: z.string(),
  words: z.string().nullable(),
})

const tellingView = z.strictObject({
  id,
  version: z.number().int(),
  whom,
  to: bilingual.nullable(),
  code: z.string().nullable(),
  due: z.string().nullable(),
  toldAt: z.string().nullable(),
  notNeeded: notNeeded.nullable(),
  words: z.string().nullable(),
})

/** An incident whole, for whoever leads; others see what they said themselves. */
export const breachView = breachSummary.extend({
  happenedOn: z.string().nullable(),
  words: z.string().nullable(),
  openedBy: z.string().nullable(),
  units: z.array(z.strictObject({ id, name: bilingual })),
  cases: z.array(z.strictObject({ code: z.string(), case: z.strictObject({ org: id, id }).nullable() })),
  reasons,
  assessment: z.string().nullable(),
  assessedAt: z.string().nullable(),
  assessedBy: z.string().nullable(),
  steps: z.array(stepView),
  tellings: z.array(tellingView),
  lessons: z.string().nullable(),
  closedAt: z.string().nullable(),
  /** Who may have taken a step: for whoever leads. */
  colleagues: z.array(z.strictObject({ id, name: z.string() })),
})

/** What a caseworker tells a person of: what went wrong, when, and with which kinds of their data. */
export const breachOfCase = z.strictObject({
  items: z.array(
    z.strictObject({ id, what, data, noticedAt: z.string(), happenedOn: z.string().nullable() }),
  ),
})

export const breachFileQuery = z.strictObject({ id, language: z.enum(['en', 'bn']) })

export type BreachOpen = z.infer<typeof breachOpen>
export type BreachAssess = z.infer<typeof breachAssess>
export type BreachStepTaken = z.infer<typeof breachStep>
export type BreachCases = z.infer<typeof breachCases>
export type BreachTelling = z.infer<typeof breachTelling>
export type BreachToldNow = z.infer<typeof breachToldNow>
export type BreachClose = z.infer<typeof breachClose>
export type BreachHours = z.infer<typeof breachHours>
export type BreachHoursSet = z.infer<typeof breachHoursSet>
export type BreachSummary = z.infer<typeof breachSummary>
export type BreachList = z.infer<typeof breachList>
export type BreachView = z.infer<typeof breachView>
export type BreachOfCase = z.infer<typeof breachOfCase>
