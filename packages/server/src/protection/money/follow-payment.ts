import { caseRecords } from '@setu/records'
import { isCode, paidStates, parsePlainDate, paymentStates } from '@setu/vocabulary'
import { Problem, type Work, wrongField } from '../../platform/index.ts'
import { promiseHolder } from '../cases/case-store.ts'
import { type CaseRef, rowsOf, stateOf } from '../cases/record-store.ts'
import type { Stepped, Writing } from '../cases/stepped.ts'
import { promiseAll, settle } from '../due/due-store.ts'
import { rulesInForce } from '../due/rules-in-force.ts'
import { supervisorOf } from '../plans/approvals.ts'

type Values = Readonly<Record<string, unknown>>

/** Whether a payment in this state has left the till. */
function hasLeft(state: string): boolean {
  return isCode(paymentStates, state) && paidStates.includes(state)
}

/**
 * What is asked for, before it is written down: an amount, in taka unless something else is said. A counter entry is of
 * the amount, the line and the kind of the payment that it takes back, and of one that was paid, once.
 */
export async function askedFor(work: Work, file: CaseRef, values: Values): Promise<Values> {
  const { reverses = null } = values
  if (reverses === null) {
    if (typeof values['amount'] !== 'number' || values['amount'] === 0) throw wrongField('amount', 'missing')
    return { ...values, currency: values['currency'] ?? 'BDT' }
  }
  const rows = await rowsOf(work, file, caseRecords.payment)
  const original = rows.find(({ id }) => id === reverses)
  if (original === undefined || !hasLeft(stateOf(original)) || original['reverses'] !== null)
    throw wrongField('reverses', 'not-paid')
  const taken = rows.find(
    (row) => row['reverses'] === reverses && !['refused', 'withdrawn'].includes(stateOf(row)),
  )
  if (taken) throw new Problem('exists-already', { about: { id: taken.id } })
  if ((values['whyReversed'] ?? null) === null) throw wrongField('whyReversed', 'missing')
  const { kind, amount, currency, line } = original
  return { ...values, kind, amount, currency, line }
}

/** Somebody who supervises and did not ask is promised to answer. */
export async function promiseApproval(work: Work, { held, id, base }: Writing): Promise<void> {
  if (base > 0) return
  const rules = await rulesInForce(work)
  const { version, approvePlan: allowed } = rules.clocks
  const holder = await promiseHolder(work, held)
  const by = { ...holder, account: await supervisorOf(work, held.ownerUnit) }
  const about = { org: held.org, caseId: held.id, about: id, holder: by, version }
  await promiseAll(work, rules, [{ ...about, kind: 'approvePayment', allowed }])
}

/** An answer keeps the promise to answer; what was paid is to be receipted, and a receipt is what it says. */
export async function followPayment(work: Work, { held, id, from, to, values }: Stepped): Promise<void> {
  if (from === 'asked') await settle(work, id, ['approvePayment'])
  if (from === 'paid') await settle(work, id, ['keepReceipt'])
  if (to === 'receipted' && values['receiptKind'] === 'attached' && (values['receipt'] ?? null) === null)
    throw wrongField('receipt', 'missing')
  if (to !== 'paid') return
  const day = parsePlainDate(String(values['paidOn']))
  if (day === null || day > work.today) throw wrongField('paidOn', 'not-yet')
  const rules = await rulesInForce(work)
  const { version, keepReceipt: allowed } = rules.clocks
  const holder = await promiseHolder(work, held)
  const about = { org: held.org, caseId: held.id, about: id, holder, version }
  await promiseAll(work, rules, [{ ...about, kind: 'keepReceipt', allowed }])
}

/** Part of an order is less than the whole of it. */
export async function followCompensation(work: Work, { to, values }: Stepped): Promise<void> {
  const { amount, received, decidedOn } = values
  if (to === 'ordered' && String(decidedOn) > work.today) throw wrongField('decidedOn', 'not-yet')
  if (
    to === 'partlyPaid' &&
    !(typeof amount === 'number' && typeof received === 'number' && received <= amount)
  )
    throw wrongField('received', 'more-than-ordered')
  await Promise.resolve()
}
