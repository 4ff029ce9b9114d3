import { sql } from 'kysely'
import { type Engine, inTransaction } from '../../platform/index.ts'

/** Forgets what survivors of erased cases had allowed, once the time for which it is kept as proof is over. */
export async function forgetConsents(engine: Engine): Promise<number> {
  return inTransaction(engine, { role: 'setu_clock' }, async (db) => {
    const { rows } = await sql<{ gone: number }>`select consents_forget() as gone`.execute(db)
    return rows[0]?.gone ?? 0
  })
}
