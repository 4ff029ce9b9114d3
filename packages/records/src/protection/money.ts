import { codesOf, currencies, paymentKinds, paymentStates } from '@setu/vocabulary'
import { z } from 'zod'
import { day, id, storableText } from '../kit/check.ts'
import { bilingual, change, command } from '../platform/api.ts'

/** A new line that money is paid from. */
export const budgetLineAdd = command.extend({
  id,
  code: storableText(40).min(1),
  nameEn: storableText(120).min(1),
  nameBn: storableText(120).min(1),
  donor: storableText(120).min(1).nullable(),
})

/** Closes a line. */
export const budgetLineClose = change.extend({ line: id })

export const budgetLineList = z.strictObject({
  items: z.array(
    z.strictObject({
      id,
      version: z.number().int(),
      code: z.string(),
      nameEn: z.string(),
      nameBn: z.string(),
      donor: z.string().nullable(),
      closedOn: day.nullable(),
    }),
  ),
  /** Whether this reader adds and closes lines. */
  mayChange: z.boolean(),
})

const amount = z.number().int()
const currency = z.enum(codesOf(currencies))

/** One payment as it stands in the book. A counter entry counts against what was paid. No name stands in it. */
export const moneyRow = z.strictObject({
  id,
  case: z.strictObject({ org: id, id, code: z.string() }),
  unit: bilingual,
  kind: z.enum(codesOf(paymentKinds)).nullable(),
  state: z.enum(codesOf(paymentStates)),
  counter: z.boolean(),
  amount,
  currency,
  line: z.strictObject({ code: z.string(), name: bilingual, donor: z.string().nullable() }).nullable(),
  asked: day,
  paidOn: day.nullable(),
})

/** What waits, is approved and was paid of one case, unit or line, in one currency; `null` is what has no line. */
export const moneySum = z.strictObject({
  id: id.nullable(),
  code: z.string().nullable(),
  name: bilingual.nullable(),
  currency,
  asked: amount,
  approved: amount,
  paid: amount,
})

export const moneyBook = z.strictObject({
  rows: z.array(moneyRow),
  byUnit: z.array(moneySum),
  byLine: z.array(moneySum),
  byCase: z.array(moneySum),
})

export type BudgetLineAdd = z.infer<typeof budgetLineAdd>
export type BudgetLineList = z.infer<typeof budgetLineList>
export type MoneyRow = z.infer<typeof moneyRow>
export type MoneySum = z.infer<typeof moneySum>
export type MoneyBook = z.infer<typeof moneyBook>
