import type { CaseState } from './case-states.ts'
import type { RiskLevel } from './risk.ts'

/** How much work a case is, in points, and how many points somebody can carry: rules that each node lays down. */
export interface CaseloadRules {
  readonly version: string
  /** By where the work stands. */
  readonly stage: Readonly<Record<CaseState, number>>
  /** More by the greatest risk that was found last. */
  readonly risk: Readonly<Record<RiskLevel, number>>
  /** More while nobody has looked at the risks yet. */
  readonly riskUnknown: number
  /** More for a child, and for somebody who may be one. */
  readonly child: number
  /** What one full-time caseworker can carry. */
  readonly capacity: number
}

/** What is known of a case by which it is weighed. */
export interface Weighed {
  readonly state: CaseState
  readonly risk: RiskLevel | null
  readonly child: boolean
}

/** The rules an installation begins with: the beginning and danger take the most time, waiting the least. */
export const caseloadRules: CaseloadRules = {
  version: '2026-11',
  stage: {
    intake: 3,
    assessed: 3,
    planned: 2,
    active: 2,
    followUp: 1,
    onHold: 1,
    transferred: 0,
    closed: 0,
  },
  risk: { low: 0, medium: 1, high: 3, imminent: 4 },
  riskUnknown: 1,
  child: 1,
  capacity: 60,
}

/** How much work an open case is. One that is over is none, whoever was in it. */
export function caseWeight({ state, risk, child }: Weighed, rules: CaseloadRules): number {
  if (state === 'closed' || state === 'transferred') return 0
  return (
    rules.stage[state] + (risk === null ? rules.riskUnknown : rules.risk[risk]) + (child ? rules.child : 0)
  )
}
