import type { CaseView } from '@setu/records/api'
import { isCode, paymentKinds } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import type { Lists } from '../../forms/question-field.tsx'
import { useDoors } from '../../platform/doors.ts'
import { useLabels } from '../../words/use-labels.ts'
import { reversible } from './paid-in.ts'

/** What a payment may point to: open lines, and payments to take back. Nothing is fetched for other records. */
export function useMoneyLinks(file: CaseView, record: string): Lists['links'] {
  const dates = useDates()
  const { code, name } = useLabels()
  const { money } = useDoors()
  const enabled = record === 'payment'
  const { data: lines } = useQuery({ queryKey: ['money', 'lines'], queryFn: money.lines, enabled })
  return useMemo(() => {
    if (!enabled) return {}
    const open = (lines?.items ?? []).filter(({ closedOn }) => closedOn === null)
    const amount = (value: unknown) => (typeof value === 'number' ? dates.money(value) : '')
    return {
      budgetLine: open.map(({ id, code: sign, nameEn: en, nameBn: bn }) => ({
        value: id,
        label: `${sign} · ${name({ en, bn })}`,
      })),
      payment: reversible(file.records).map(({ id, values: { kind, amount: paid } }) => ({
        value: id,
        label: `${isCode(paymentKinds, kind) ? code(paymentKinds, kind) : ''} · ${amount(paid)}`,
      })),
    }
  }, [enabled, lines, file.records, dates, code, name])
}
