import { sql } from 'kysely'
import { type Engine, inTransaction } from '../../platform/index.ts'

const atOnce = 2000

/** Forgets what the log says of cases that are long gone. Its leaves stay, so that it goes on verifying. */
export async function forgetLog(engine: Engine): Promise<number> {
  let gone = 0
  for (;;) {
    const some = await inTransaction(engine, { role: 'setu_clock' }, async (db) => {
      const { rows } = await sql<{ gone: number }>`select log_forget(${atOnce}) as gone`.execute(db)
      return rows[0]?.gone ?? 0
    })
    gone += some
    if (some < atOnce) return gone
  }
}
