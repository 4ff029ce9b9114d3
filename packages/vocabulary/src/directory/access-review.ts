import { type CodeOf, defineCodes } from '../codes.ts'
import type { DaysAllowed } from './calendar.ts'

/** What became of somebody's access when it was looked over. */
export const reviewAnswers = defineCodes('setu:access-review', '2026-01', [
  { code: 'kept', en: 'Stays as it is', bn: 'যেমন আছে থাকবে' },
  { code: 'changed', en: 'Is changed', bn: 'বদলানো হলো' },
  { code: 'ended', en: 'Has ended', bn: 'শেষ হলো' },
])

/** What became of somebody's access. */
export type ReviewAnswer = CodeOf<typeof reviewAnswers>

/** How long there is to look over everybody's access once a quarter has ended. */
export interface ReviewClocks {
  readonly version: string
  readonly answer: DaysAllowed
}

/** The time Setu begins with: a default to adopt or change, not law. */
export const accessReviews: ReviewClocks = {
  version: '2026-01',
  answer: { amount: 14, unit: 'calendarDays' },
}
