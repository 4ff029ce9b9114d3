import {
  ageBands,
  codesOf,
  presentationSigns,
  readySteps,
  safetySteps,
  screeningAnswers,
  screeningOutcomes,
  screeningPrompts,
  screeningStates,
  urgencies,
} from '@setu/vocabulary'
import { z } from 'zod'
import { id, storableText } from '../kit/check.ts'
import { bilingual, change, command } from '../platform/api.ts'

const code = z.string().regex(/^[A-Za-z0-9_.-]{1,60}$/)
const answer = z.enum(codesOf(screeningAnswers))
const answers = z.record(code, answer)
const signs = z.array(z.enum(codesOf(presentationSigns))).max(20)
const ageBand = z.enum(codesOf(ageBands))

/** What was done at once where there was danger. */
const safety = z.strictObject({
  steps: z
    .array(z.enum(codesOf(safetySteps)))
    .min(1)
    .max(20),
  words: storableText(2000).nullable(),
})

/** Begins a screening: nothing is asked before everything is ready for it. */
export const screeningBegin = command.extend({
  id,
  unit: id,
  instrument: code,
  ageBand,
  ageSure: z.boolean(),
  ready: z
    .array(z.enum(codesOf(readySteps)))
    .length(readySteps.entries.length)
    .refine((given) => new Set(given).size === given.length, { message: 'twice' }),
  /** How the unit will know the person again; not a name unless they wish it. */
  who: storableText(200).nullable(),
  /** The tip that it comes from. */
  tip: z.strictObject({ org: id, id, base: z.number().int() }).nullable(),
})

/** Some answers, as they are given: what is not named stays as it is. */
export const screeningSave = change.extend({
  answers,
  signs: signs.optional(),
  safety: safety.optional(),
})

export const screeningStep = change.extend({
  to: z.enum(['stopped', 'asking']),
  /** Said where the person would be asked about the same for a third time. */
  needed: z.boolean().optional(),
})

export const screeningDecide = change.extend({
  outcome: z.enum(codesOf(screeningOutcomes)),
  reasons: storableText(4000).min(10),
})

/** Offers somebody to a protection unit; they agreed to it. */
export const screeningOffer = change.extend({ unit: id, agreed: z.literal(true) })

/** Opens a case for somebody who was screened. */
export const screeningCase = change.extend({
  case: id,
  unit: id,
  urgency: z.enum(codesOf(urgencies)),
  conflict: z.enum(['none']),
})

export const screeningCaseOpened = z.strictObject({
  org: id,
  id,
  code: z.string(),
  version: z.number().int(),
})

export const screeningSummary = z.strictObject({
  org: id,
  id,
  version: z.number().int(),
  instrument: z.string(),
  instrumentVersion: z.string(),
  ageBand,
  child: z.boolean(),
  state: z.enum(codesOf(screeningStates)),
  outcome: z.enum(codesOf(screeningOutcomes)).nullable(),
  began: z.string(),
  due: z.string().nullable(),
  by: z.string().nullable(),
  from: bilingual,
  /** Whether one’s own unit asked, and whether the person is offered to it. */
  ours: z.boolean(),
  offered: z.boolean(),
  /** The case, for those who work on it. */
  case: z.strictObject({ org: id, id }).nullable(),
  gone: z.boolean(),
})

const place = z.strictObject({ unit: id, name: bilingual })

export const screeningList = z.strictObject({
  items: z.array(screeningSummary),
  /** Protection units to which somebody can be offered. */
  protectors: z.array(place),
  /** Whether one’s own organisation may own a case. */
  mayOwn: z.boolean(),
})

export const screeningView = screeningSummary.extend({
  who: z.string().nullable(),
  answers,
  signs: z.array(z.string()),
  safety: z.strictObject({ steps: z.array(z.string()), words: z.string().nullable() }).nullable(),
  /** Danger was said and safety not seen to yet. */
  unsafe: z.boolean(),
  prompt: z.enum(codesOf(screeningPrompts)),
  reasons: z.string().nullable(),
  decidedBy: z.string().nullable(),
  /** On how many days the person was asked about this. */
  interviews: z.number().int(),
  to: bilingual.nullable(),
})

export type ScreeningBegin = z.infer<typeof screeningBegin>
export type ScreeningSave = z.infer<typeof screeningSave>
export type ScreeningStep = z.infer<typeof screeningStep>
export type ScreeningDecide = z.infer<typeof screeningDecide>
export type ScreeningOffer = z.infer<typeof screeningOffer>
export type ScreeningCase = z.infer<typeof screeningCase>
export type ScreeningSummary = z.infer<typeof screeningSummary>
export type ScreeningList = z.infer<typeof screeningList>
export type ScreeningView = z.infer<typeof screeningView>
