import type { FiguresCells, FiguresCellsLay, Written } from '@setu/records/api'
import { sql } from 'kysely'
import { officeNames } from '../../directory/index.ts'
import { needRole, type Work, wrongField } from '../../platform/index.ts'

/** The kinds of organisation whose unit may count for the country. */
const kinds = ['policeUnit', 'prosecution', 'ministry', 'nationalAuthority'] as const

/** Which units count for the country, and which could. */
export async function readCells(work: Work): Promise<FiguresCells> {
  const { rows } = await sql<FiguresCells['items'][number]>`
    select u.id as unit, ${officeNames('u', 'o')} as name, f.unit_id is not null as counts
    from unit u join organisation o on o.id = u.org_id left join figures_cell f on f.unit_id = u.id
    where u.active and o.active and o.type = any (${[...kinds]}::text[]) order by o.name_en, u.name_en, u.id limit 1000`.execute(
    work.db,
  )
  return { items: rows }
}

/** Lays down which units count for the country, in place of those that did. */
export async function layDownCells(work: Work, { command, units }: FiguresCellsLay): Promise<Written> {
  needRole(work, 'technicalAdministrator')
  const could = new Set((await readCells(work)).items.map(({ unit }) => unit))
  if (units.some((unit) => !could.has(unit))) throw wrongField('units', 'unknown')
  await sql`select pg_advisory_xact_lock(hashtextextended('figures cells', 7306))`.execute(work.db)
  await sql`delete from figures_cell where not unit_id = any (${[...units]}::uuid[])`.execute(work.db)
  await sql`
    insert into figures_cell (org_id, unit_id, made_by, made_at)
    select u.org_id, u.id, ${work.actor.account}, now() from unit u where u.id = any (${[...units]}::uuid[])
    on conflict do nothing`.execute(work.db)
  return { id: command, version: 1 }
}
