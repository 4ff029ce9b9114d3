import type { CaseView } from '@setu/records/api'
import { expect, test } from 'vitest'
import { paidOf, paymentsIn, reversible } from './paid-in.ts'

type Kept = CaseView['records'][number]

const payment = (id: string, state: string, values: Kept['values'] = {}): Kept => ({
  record: 'payment',
  id,
  version: 1,
  values: { amount: 100, currency: 'BDT', ...values },
  sealed: [],
  state,
  mayBecome: [],
  steps: [],
})

const all = [
  payment('paid', 'receipted'),
  payment('taken', 'paid'),
  payment('back', 'paid', { reverses: 'taken' }),
  payment('not-back', 'refused', { reverses: 'paid' }),
  payment('waits', 'asked'),
  payment('other', 'unreceipted', { currency: 'USD', amount: 7 }),
]

test('a counter entry counts against what was paid, and only once it is paid itself', () => {
  expect([...paidOf(all)]).toEqual([
    ['BDT', 100],
    ['USD', 7],
  ])
})

test('only what was paid, and not taken back already, may be taken back', () => {
  expect(
    reversible(all)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(['other', 'paid'])
})

test('what waits for an answer stands first', () => {
  expect(paymentsIn(all)[0]?.id).toBe('waits')
})
