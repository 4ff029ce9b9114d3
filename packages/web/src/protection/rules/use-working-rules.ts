import type { WorkingRules } from '@setu/records/api'
import { caseClocks, childRules } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { useDoors } from '../../platform/doors.ts'

/** The rules Setu begins with, for the moment until the node has said which are in force. */
const first: WorkingRules = {
  consentLasts: caseClocks.consentLasts,
  askAgainBefore: caseClocks.askAgain.daysBefore,
  longStay: caseClocks.longStay,
  child: { ...childRules, gates: [...childRules.gates] },
}

/** The rules that are in force on this node today. */
export function useWorkingRules(): WorkingRules {
  const { work } = useDoors()
  const { data } = useQuery({ queryKey: ['rules-now'], queryFn: work.rules, staleTime: 5 * 60_000 })
  return data ?? first
}
