import {
  codesOf,
  decidingBodies,
  identificationStates,
  legalActs,
  legalMeans,
  legalPurposes,
  mostReflectionDays,
  reflectionGrounds,
} from '@setu/vocabulary'
import { z } from 'zod'
import { id, storableText } from '../kit/check.ts'
import { change, command } from '../platform/api.ts'

const state = z.enum(codesOf(identificationStates))
const body = z.enum(codesOf(decidingBodies))
const acts = z.array(z.enum(codesOf(legalActs))).max(10)
const means = z.array(z.enum(codesOf(legalMeans))).max(10)
const purposes = z.array(z.enum(codesOf(legalPurposes))).max(10)

/** Somebody is presumed trafficked: the time to recover begins. */
export const identificationBegin = command.extend({ id })

/** A step of identification; what decides says which body, which elements, and why. */
export const identificationStep = change.extend({
  to: state,
  body: body.optional(),
  acts: acts.optional(),
  means: means.optional(),
  purposes: purposes.optional(),
  reasons: storableText(4000).min(10).optional(),
})

/** More time to recover, and why. */
export const reflectionExtend = change.extend({
  ground: z.enum(codesOf(reflectionGrounds)),
  days: z.number().int().min(1).max(mostReflectionDays),
})

export const identificationView = z.strictObject({
  id,
  version: z.number().int(),
  state,
  body: body.nullable(),
  acts,
  means,
  purposes,
  presumedOn: z.string(),
  decidedOn: z.string().nullable(),
  appealUntil: z.string().nullable(),
  reflectUntil: z.string(),
  reflectGround: z.enum(codesOf(reflectionGrounds)).nullable(),
  /** Of a child no means is asked. */
  child: z.boolean(),
  /** The steps that this person may take now. */
  may: z.array(state),
})

export const identificationOfCase = z.strictObject({ identification: identificationView.nullable() })

export type IdentificationBegin = z.infer<typeof identificationBegin>
export type IdentificationStepTaken = z.infer<typeof identificationStep>
export type ReflectionExtend = z.infer<typeof reflectionExtend>
export type IdentificationView = z.infer<typeof identificationView>
export type IdentificationOfCase = z.infer<typeof identificationOfCase>
