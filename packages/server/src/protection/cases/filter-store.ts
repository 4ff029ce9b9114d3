import type { SavedFilterView } from '@setu/records/api'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'

/** A person's own saved ways of looking at the list. */
export async function savedFilters(work: Work): Promise<SavedFilterView[]> {
  const { rows } = await sql<SavedFilterView>`
    select id, name, filter from saved_filter where account_id = ${work.actor.account} order by name`.execute(
    work.db,
  )
  return rows
}

export async function saveFilter(
  work: Work,
  made: SavedFilterView,
): Promise<{ id: string; version: number }> {
  await sql`
    insert into saved_filter (org_id, id, account_id, name, filter)
    values (${work.actor.org}, ${made.id}, ${work.actor.account}, ${made.name}, ${JSON.stringify(made.filter)}::jsonb)`.execute(
    work.db,
  )
  return { id: made.id, version: 1 }
}

export async function dropFilter(work: Work, id: string): Promise<void> {
  const { numAffectedRows } =
    await sql`delete from saved_filter where id = ${id} and account_id = ${work.actor.account}`.execute(
      work.db,
    )
  if (numAffectedRows !== 1n) throw new Problem('not-found')
}
