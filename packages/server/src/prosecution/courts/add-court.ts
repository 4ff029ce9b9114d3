import type { CourtAdd, Written } from '@setu/records/api'
import { sql } from 'kysely'
import { needDistricts } from '../../directory/index.ts'
import { needRole, Problem, type Work } from '../../platform/index.ts'

/** Adds a court to the register. */
export async function addCourt(work: Work, given: CourtAdd): Promise<Written> {
  needRole(work, 'technicalAdministrator')
  if (given.district !== null) needDistricts([given.district], 'district')
  const { org, account } = work.actor
  const { rows } = await sql`
    insert into court (id, jurisdiction, kind, name_en, name_bn, district, made_org, made_by, made_at)
    values (${given.id}, ${given.jurisdiction}, ${given.kind}, ${given.nameEn}, ${given.nameBn}, ${given.district}, ${org}, ${account}, now())
    on conflict do nothing returning id`.execute(work.db)
  if (rows.length === 0) throw new Problem('exists-already')
  return { id: given.id, version: 1 }
}
