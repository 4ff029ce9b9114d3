import { sql } from 'kysely'
import { type Engine, inTransaction } from '../../platform/index.ts'

/** Destroys the older keys of cases of which nothing is sealed under them any more. */
export async function finishRenewals(engine: Engine): Promise<number> {
  const open = await inTransaction(engine, { role: 'setu_clock' }, async (db) => {
    const { rows } = await sql<{ org: string; id: string }>`
      select org_id as org, id from case_renewal where finished_at is null order by id limit 200`.execute(db)
    return rows
  })
  let finished = 0
  for (const { org, id } of open) {
    finished += await inTransaction(engine, { role: 'setu_clock' }, async (db) => {
      const { rows } = await sql<{ said: string }>`select renewal_finish(${org}, ${id}) as said`.execute(db)
      return rows[0]?.said === 'finished' ? 1 : 0
    })
  }
  return finished
}
