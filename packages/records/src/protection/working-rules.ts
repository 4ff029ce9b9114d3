import { childActs, codesOf } from '@setu/vocabulary'
import { z } from 'zod'

const amount = z.number().int().min(0)
const days = z.strictObject({ amount, unit: z.enum(['calendarDays', 'workingDays', 'calendarMonths']) })

/** Of the rules that are in force today, those by which a screen asks its questions. */
export const workingRules = z.strictObject({
  consentLasts: z.union([z.strictObject({ amount, unit: z.literal('hours') }), days]),
  /** So many days before a consent ends its question is asked again. */
  askAgainBefore: amount,
  longStay: days,
  child: z.strictObject({
    version: z.string(),
    doubtIsChild: z.boolean(),
    gates: z.array(
      z.strictObject({
        act: z.enum(codesOf(childActs)),
        needs: z.enum(['assessment', 'determination']),
        afterDays: amount,
      }),
    ),
  }),
})

export type WorkingRules = z.infer<typeof workingRules>
