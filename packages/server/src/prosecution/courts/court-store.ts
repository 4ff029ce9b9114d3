import type { CourtView } from '@setu/records/api'
import { type RawBuilder, sql } from 'kysely'
import type { Work } from '../../platform/index.ts'

/** A court as it is shown, from the row of that name in a query; null where there is none. */
export const courtJson = (court: string): RawBuilder<CourtView | null> => {
  const of = (column: string) => sql.ref(`${court}.${column}`)
  return sql`case when ${of('id')} is null then null else json_build_object('id', ${of('id')}, 'jurisdiction', ${of('jurisdiction')},
    'kind', ${of('kind')}, 'name', json_build_object('en', ${of('name_en')}, 'bn', ${of('name_bn')}), 'district', ${of('district')}) end`
}

/** The courts that cases may lie with. */
export async function courtRows(work: Work): Promise<CourtView[]> {
  const { rows } = await sql<{ court: CourtView }>`
    select ${courtJson('k')} as court from court k order by k.jurisdiction, k.kind, k.name_en limit 2000`.execute(
    work.db,
  )
  return rows.map(({ court }) => court)
}
