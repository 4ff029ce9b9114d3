import { codesOf, reviewAnswers } from '@setu/vocabulary'
import { z } from 'zod'
import { id } from '../kit/check.ts'
import { bilingual, change } from '../platform/api.ts'

const answer = z.enum(codesOf(reviewAnswers))

/** A quarter's review of one unit, or of the whole organisation. */
export const reviewSummary = z.strictObject({
  org: id,
  id,
  /** As in 2026-Q3. */
  quarter: z.string(),
  unit: z.strictObject({ id, name: bilingual }).nullable(),
  due: z.string(),
  doneAt: z.string().nullable(),
  lines: z.number().int(),
  open: z.number().int(),
  mayAnswer: z.boolean(),
})

export const reviewList = z.strictObject({ items: z.array(reviewSummary) })

const line = z.strictObject({
  id,
  version: z.number().int(),
  account: id,
  name: z.string(),
  post: bilingual,
  disabled: z.boolean(),
  roles: z.array(z.string()),
  units: z.array(bilingual),
  /** When somebody was last seen; never is an answer. */
  lastSeen: z.string().nullable(),
  factors: z.array(z.enum(['app', 'recovery'])),
  /** How many cases outside their own caseload they opened in the quarter. */
  outside: z.number().int(),
  answer: answer.nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: z.string().nullable(),
  mayAnswer: z.boolean(),
})

export const reviewView = reviewSummary.extend({ accounts: z.array(line) })

export const reviewAnswer = change.extend({ answer })

export const reviewFileQuery = z.strictObject({ id, language: z.enum(['en', 'bn']) })

export type ReviewSummary = z.infer<typeof reviewSummary>
export type ReviewList = z.infer<typeof reviewList>
export type ReviewView = z.infer<typeof reviewView>
export type ReviewLine = z.infer<typeof line>
export type ReviewAnswered = z.infer<typeof reviewAnswer>
