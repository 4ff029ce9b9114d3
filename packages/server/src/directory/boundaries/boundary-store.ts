import type { BoundaryView } from '@setu/records/api'
import { sql } from 'kysely'
import type { Db } from '../../platform/index.ts'
import type { Boundary, BoundaryLevel } from './read-geojson.ts'

/** The newest boundaries of a level; `null` until an operator loads some. */
export async function newestBoundaries(db: Db, level: BoundaryLevel): Promise<BoundaryView | null> {
  const { rows } = await sql<BoundaryView>`
    select id, level, licence, source, dated, features from boundary_set
    where level = ${level} order by dated desc, loaded_at desc limit 1`.execute(db)
  return rows[0] ?? null
}

interface Loaded {
  readonly id: string
  readonly level: BoundaryLevel
  readonly licence: string
  readonly source: string
  readonly dated: string
  readonly features: readonly Boundary[]
  readonly by: string
}

export async function keepBoundaries(
  db: Db,
  { id, level, licence, source, dated, features, by }: Loaded,
): Promise<void> {
  await sql`
    insert into boundary_set (id, level, licence, source, dated, features, loaded_by)
    values (${id}, ${level}, ${licence}, ${source}, ${dated}::date, ${JSON.stringify(features)}::jsonb, ${by})`.execute(
    db,
  )
}
