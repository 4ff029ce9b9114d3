import type { WorkingRules } from '@setu/records/api'
import { addDays, addMonths, caseClocks, childRules, countsAsChild, type PlainDate } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { useDoors } from '../../platform/doors.ts'

/** The rules Setu begins with, for the moment until the node has said which are in force. */
const first: WorkingRules = {
  consentLasts: caseClocks.consentLasts,
  longStay: caseClocks.longStay,
  child: { ...childRules, gates: [...childRules.gates] },
}

/** The rules that are in force on this node today. */
export function useWorkingRules(): WorkingRules {
  const { work } = useDoors()
  const { data } = useQuery({ queryKey: ['rules-now'], queryFn: work.rules, staleTime: 5 * 60_000 })
  return data ?? first
}

/** The last day on which a yes of today holds; a time in hours ends with the day itself, as the node counts it. */
export function endOfConsent(today: PlainDate, { consentLasts: { amount, unit } }: WorkingRules): PlainDate {
  if (unit === 'calendarMonths') return addMonths(today, amount)
  return unit === 'hours' ? today : addDays(today, amount)
}

/** In doubt a person is treated as a child, where the rules say so. */
export function treatedAsChild(band: string | null, { child }: WorkingRules): boolean {
  return countsAsChild(band, child.doubtIsChild)
}
