import { sql } from 'kysely'
import { type Engine, inTransaction } from '../../platform/index.ts'

async function bring(engine: Engine, id: string): Promise<boolean> {
  return inTransaction(engine, { role: 'setu_clock' }, async (db) => {
    const { rows } = await sql<{ brought: boolean }>`select court_deliver(${id}) as brought`.execute(db)
    return rows[0]?.brought ?? false
  })
}

/**
 * Brings what happened in criminal cases to the cases of survivors who are tied to them; how much there was to bring. What
 * cannot be brought now stays for the next time, and holds nothing else up.
 */
export async function bringNews(engine: Engine): Promise<number> {
  const waiting = await inTransaction(engine, { role: 'setu_clock' }, async (db) => {
    const { rows } = await sql<{ id: string }>`select id from court_outbox order by at, id limit 500`.execute(
      db,
    )
    return rows
  })
  const failed: unknown[] = []
  let brought = 0
  for (const { id } of waiting) {
    try {
      if (await bring(engine, id)) brought += 1
    } catch (error) {
      failed.push(error)
    }
  }
  if (failed.length > 0) throw failed[0]
  return brought
}
