import { codesOf, emergencyHours, emergencyReasons } from '@setu/vocabulary'
import { z } from 'zod'
import { id, storableText } from '../kit/check.ts'
import { bilingual, change, command } from '../platform/api.ts'

const askedPart = z.enum(['identity', 'contact', 'protection', 'health'])
const reason = z.enum(codesOf(emergencyReasons))
const hours = z.number().int().min(1).max(emergencyHours)

/** Asks those on call at a unit for a few hours' access to one of its cases, by the code that the caller was told. */
export const emergencyAsk = command.extend({
  id,
  to: z.strictObject({ org: id, unit: id }),
  code: storableText(20).min(1),
  parts: z.array(askedPart).min(1).max(4),
  reason,
  words: storableText(1000).min(10),
  hours,
})

export const emergencyAnswer = change.extend({ answer: z.enum(['approve', 'decline']) })

const office = z.strictObject({ org: id, unit: id, name: bilingual })

/** An emergency access as somebody sees it who asked for it, answers it, or whose case it is. */
export const emergencyView = z.strictObject({
  org: id,
  id,
  version: z.number().int(),
  state: z.enum(['waiting', 'granted', 'declined', 'ended', 'lapsed']),
  code: z.string(),
  parts: z.array(askedPart),
  reason,
  hours,
  from: office,
  to: office,
  /** Colleagues by name; others by their office alone. */
  person: z.string().nullable(),
  askedAt: z.string(),
  until: z.string().nullable(),
  /** Whether one asked for it oneself, and whether it is one's to answer or to end. */
  mine: z.boolean(),
  mayAnswer: z.boolean(),
  mayEnd: z.boolean(),
  /** For whoever may answer: what a proof must be made for that gives it. */
  proof: z.string().nullable(),
  /** For whoever may answer: what was written to explain it. */
  words: z.string().nullable(),
  /** Where it leads to now; nowhere for whoever was not given it, or when the code is nobody's. */
  case: z.strictObject({ org: id, id }).nullable(),
})

export const emergencyList = z.strictObject({ items: z.array(emergencyView) })

export type EmergencyAsk = z.infer<typeof emergencyAsk>
export type EmergencyAnswer = z.infer<typeof emergencyAnswer>
export type EmergencyView = z.infer<typeof emergencyView>
export type EmergencyList = z.infer<typeof emergencyList>
