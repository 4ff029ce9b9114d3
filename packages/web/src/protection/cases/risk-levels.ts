import type { CaseView } from '@setu/records/api'
import {
  codesOf,
  greatestRisk,
  isCode,
  type PlainDate,
  parsePlainDate,
  type RiskDomain,
  type RiskLevel,
  riskDomains,
  riskLevels,
} from '@setu/vocabulary'

type Kept = CaseView['records'][number]

/** One finished look at the risks. */
export interface Look {
  readonly id: string
  readonly on: PlainDate
  readonly levels: Readonly<Partial<Record<RiskDomain, RiskLevel>>>
}

function lookOf({ id, values }: Kept): Look[] {
  const on = parsePlainDate(String(values['assessedOn']))
  if (on === null) return []
  const levels = codesOf(riskDomains).flatMap((domain) => {
    const level = values[domain]
    return isCode(riskLevels, level) ? [[domain, level] as const] : []
  })
  return [{ id, on, levels: Object.fromEntries(levels) }]
}

/** The finished looks at the risks of a case, the oldest first. */
export function looksIn(records: readonly Kept[]): Look[] {
  const made = (kept: Kept): string => kept.steps.findLast(({ to }) => to === 'made')?.at ?? ''
  return records
    .filter(({ record, state }) => record === 'riskAssessment' && state === 'made')
    .toSorted((a, b) => made(a).localeCompare(made(b)))
    .flatMap(lookOf)
    .toSorted((a, b) => a.on.localeCompare(b.on))
}

/** The greatest risk of the last look, or null where nobody has looked yet. */
export function riskNow(records: readonly Kept[]): RiskLevel | null {
  const last = looksIn(records).at(-1)
  return last === undefined ? null : greatestRisk(Object.values(last.levels))
}
