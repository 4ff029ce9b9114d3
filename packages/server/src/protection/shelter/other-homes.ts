import { sql } from 'kysely'
import type { Work } from '../../platform/index.ts'

interface Shown {
  readonly record: string
  readonly id: string
  readonly state: string | null
  readonly values: Readonly<Record<string, unknown>>
}

/** The requests for a place that only somebody else answers: those who run the home that was asked. */
export async function ofOtherHomes(work: Work, records: readonly Shown[]): Promise<ReadonlySet<string>> {
  const asked = records.filter(
    ({ record, state, values }) =>
      record === 'shelterStay' && state === 'requested' && typeof values['home'] === 'string',
  )
  if (asked.length === 0) return new Set()
  const homes = asked.map(({ values }) => String(values['home']))
  const { rows } = await sql<{ id: string }>`
    select h.id from unnest(${homes}::uuid[]) as h (id) where not home_mine(h.id)`.execute(work.db)
  const others = new Set(rows.map(({ id }) => id))
  return new Set(asked.filter(({ values }) => others.has(String(values['home']))).map(({ id }) => id))
}
