import type { TipDeskKeep, Written } from '@setu/records/api'
import { sql } from 'kysely'
import { needDistricts } from '../../directory/index.ts'
import { needRole, Problem, type Work } from '../../platform/index.ts'

/** Lays down which unit takes tips here. Those of the public page go to protection organisations alone. */
export async function layDownTipDesk(work: Work, given: TipDeskKeep): Promise<Written> {
  needRole(work, 'technicalAdministrator')
  needDistricts(given.districts, 'districts')
  const { org, account } = work.actor
  await sql`delete from tip_desk where org_id = ${org}`.execute(work.db)
  if (given.unit !== null) {
    const { rows } = await sql<{ may: boolean }>`select may_own_cases(${org}) as may`.execute(work.db)
    if (given.open && rows[0]?.may !== true) throw new Problem('case-not-yours-to-own')
    await sql`
      insert into tip_desk (org_id, unit_id, public, districts, made_by, made_at)
      values (${org}, ${given.unit}, ${given.open}, ${[...new Set(given.districts)]}::text[], ${account}, now())`.execute(
      work.db,
    )
  }
  return { id: given.command, version: 1 }
}
