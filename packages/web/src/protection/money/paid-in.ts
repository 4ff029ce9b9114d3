import type { CaseView } from '@setu/records/api'
import { isCode, paidStates, paymentStates } from '@setu/vocabulary'

type Kept = CaseView['records'][number]

const hasLeft = (state: string | null): boolean => isCode(paymentStates, state) && paidStates.includes(state)

/** The payments of a case: what waits for an answer first, the newest before older ones. */
export function paymentsIn(records: readonly Kept[]): Kept[] {
  const order = ['asked', 'approved', 'paid']
  const place = ({ state }: Kept): number => {
    const at = order.indexOf(state ?? '')
    return at === -1 ? order.length : at
  }
  const begun = ({ steps }: Kept): string => steps[0]?.at ?? ''
  return records
    .filter(({ record }) => record === 'payment')
    .toSorted((a, b) => place(a) - place(b) || begun(b).localeCompare(begun(a)))
}

/** Payments that may be taken back: they were paid, take nothing back themselves, and were not taken back already. */
export function reversible(records: readonly Kept[]): Kept[] {
  const payments = paymentsIn(records)
  const taken = new Set(
    payments
      .filter(({ state }) => state !== 'refused' && state !== 'withdrawn')
      .map(({ values }) => values['reverses']),
  )
  return payments.filter(
    ({ id, state, values }) => hasLeft(state) && !taken.has(id) && typeof values['reverses'] !== 'string',
  )
}

/** What was paid in all, by currency; a counter entry counts against. */
export function paidOf(records: readonly Kept[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { state, values } of paymentsIn(records)) {
    const { amount, currency, reverses } = values
    if (!hasLeft(state) || typeof amount !== 'number' || typeof currency !== 'string') continue
    sums.set(currency, (sums.get(currency) ?? 0) + (typeof reverses === 'string' ? -amount : amount))
  }
  return sums
}
