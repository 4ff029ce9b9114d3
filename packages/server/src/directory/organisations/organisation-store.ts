import type { OrganisationView, UnitView } from '@setu/records/api'
import { sql } from 'kysely'
import type { Db } from '../../platform/index.ts'

interface OrganisationRow {
  readonly id: string
  readonly name_en: string
  readonly name_bn: string
  readonly type: string
  readonly district: string | null
  readonly phone: string | null
  readonly owns_cases: boolean
  readonly work: string
  readonly active: boolean
  readonly version: number
}

interface UnitRow {
  readonly org_id: string
  readonly id: string
  readonly name_en: string
  readonly name_bn: string
  readonly district: string | null
  readonly active: boolean
}

async function unitsByOrganisation(db: Db): Promise<Map<string, UnitView[]>> {
  const { rows } = await sql<UnitRow>`
    select org_id, id, name_en, name_bn, district, active from unit
    order by lower(name_en) collate "C", id`.execute(db)
  const views = rows.map(({ org_id: org, id, name_en: en, name_bn: bn, district, active }) => ({
    org,
    id,
    name: { en, bn },
    district,
    active,
  }))
  return Map.groupBy(views, ({ org }) => org)
}

/** Every organisation that works here, with its units. */
export async function organisations(db: Db): Promise<OrganisationView[]> {
  const { rows } = await sql<OrganisationRow>`
    select id, name_en, name_bn, type, district, phone, owns_cases, work, active, version from organisation
    order by lower(name_en) collate "C", id`.execute(db)
  const units = await unitsByOrganisation(db)
  return rows.map(({ name_en: en, name_bn: bn, owns_cases: ownsCases, ...row }) => ({
    ...row,
    name: { en, bn },
    ownsCases,
    units: units.get(row.id) ?? [],
  }))
}
