import { columnName } from '@setu/records'
import { codesOf, greatestRisk, isCode, type RiskLevel, riskDomains, riskLevels } from '@setu/vocabulary'
import { type RawBuilder, sql } from 'kysely'
import type { Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'

const levels = sql.raw(
  codesOf(riskDomains)
    .map((domain) => `r.${columnName(domain)}`)
    .join(', '),
)

/** The last look at the risks that was finished, by its day; of two on one day the one that was finished later. */
export interface LastRisk {
  readonly id: string
  readonly levels: readonly (string | null)[]
  readonly made: string
}

/** That look as JSON, for a case that other SQL names. */
export function lastRiskOf(
  org: RawBuilder<unknown>,
  caseId: RawBuilder<unknown>,
): RawBuilder<LastRisk | null> {
  return sql`(
    select json_build_object('id', r.id, 'levels', array[${levels}], 'made', s.at)
    from risk_assessment r
    join record_step s on s.org_id = r.org_id and s.case_id = r.case_id and s.item_id = r.id and s.to_state = 'made'
    where r.org_id = ${org} and r.case_id = ${caseId} and r.state = 'made'
    order by r.assessed_on desc, s.at desc limit 1)`
}

export async function lastRisk(work: Work, file: CaseRef): Promise<LastRisk | null> {
  const { rows } = await sql<{ last: LastRisk | null }>`
    select ${lastRiskOf(sql`${file.org}::uuid`, sql`${file.id}::uuid`)} as last`.execute(work.db)
  return rows[0]?.last ?? null
}

/** The greatest level among those of one look, whichever domain it lies in. */
export function greatestOf(found: readonly unknown[]): RiskLevel | null {
  return greatestRisk(found.map((level) => (isCode(riskLevels, level) ? level : null)))
}
