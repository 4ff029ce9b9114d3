import {
  assistanceAsked,
  assistanceKinds,
  assistanceStages,
  basisDoubts,
  codesOf,
  criminalityThere,
  treatyBases,
} from '@setu/vocabulary'
import { z } from 'zod'
import { country, day, id } from '../kit/check.ts'
import { bilingual, change, command } from '../platform/api.ts'
import { paperNumber, unique } from './criminal-case.ts'

const stage = z.enum(codesOf(assistanceStages))
const paper = paperNumber.nullable()

const request = z.strictObject({
  kind: z.enum(codesOf(assistanceKinds)),
  country,
  basis: z.enum(codesOf(treatyBases)),
  /** Number and year of the treaty, memorandum or assurance, where there is one. */
  basisPaper: paper,
  asked: z
    .array(z.enum(codesOf(assistanceAsked)))
    .min(1)
    .max(20)
    .refine(unique, { message: 'twice' }),
  /** Those whom it concerns; in an extradition, whom the other country is asked to surrender. */
  accused: z.array(id).max(100).refine(unique, { message: 'twice' }),
})

/** A request to another country, proposed by those who investigate or prosecute. */
export const assistancePropose = command.extend({ id, on: day, paper }).extend(request.shape)
export const assistanceStep = change.extend({ to: stage, on: day, paper })

const dual = z.strictObject({
  law: z.string(),
  section: z.string(),
  found: z.enum(codesOf(criminalityThere)),
  /** What answers to it over there, the nearest first. */
  there: z.array(z.strictObject({ title: bilingual, offence: bilingual, section: z.string().nullable() })),
  /** Acts, means and purposes that the nearest one there does not name. */
  lacking: z.array(z.string()),
})

/** A request with each of its steps, what is open about its basis, and whether what is charged is an offence over there. */
export const assistanceView = request.extend({
  id,
  version: z.number().int(),
  stage,
  on: day,
  paper: z.string().nullable(),
  doubts: z.array(z.enum(codesOf(basisDoubts))),
  criminality: z.array(dual),
  /** Where one's own offices may take it. */
  next: z.array(stage),
  /** Since when the other country has said nothing; null where nothing is expected of it. */
  silentSince: day.nullable(),
  steps: z.array(
    z.strictObject({
      from: stage.nullable(),
      to: stage,
      on: day,
      paper: z.string().nullable(),
      by: bilingual,
    }),
  ),
})

export const assistanceList = z.strictObject({ items: z.array(assistanceView) })

export const assistanceQuery = z.strictObject({
  standing: z.enum(['open', 'over']).optional(),
  country: country.optional(),
})

/** The requests of all cases of one's offices, those first for which the other country has been silent longest. */
export const assistanceDesk = z.strictObject({
  items: z.array(
    request.extend({
      org: id,
      case: id,
      code: z.string(),
      id,
      stage,
      on: day,
      silentSince: day.nullable(),
    }),
  ),
  more: z.boolean(),
})

export type AssistancePropose = z.infer<typeof assistancePropose>
export type AssistanceStepGiven = z.infer<typeof assistanceStep>
export type AssistanceView = z.infer<typeof assistanceView>
export type AssistanceQuery = z.infer<typeof assistanceQuery>
export type AssistanceDesk = z.infer<typeof assistanceDesk>
