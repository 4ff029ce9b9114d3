import { sql } from 'kysely'
import { type Clock, type Engine, inTransaction } from '../../platform/index.ts'
import { tipRulesInForce } from './tip-store.ts'

/** Deletes the words of tips and screenings of which no case came in the time allowed, keys first. What is counted stays. */
export async function forgetTips(engine: Engine, clock: Clock): Promise<number> {
  const now = clock()
  return inTransaction(engine, { role: 'setu_clock' }, async (db) => {
    const { keepWithoutCase, keepScreeningWithoutCase } = await tipRulesInForce(db, now)
    const { rows } = await sql<{ gone: number }>`
      select tip_expire(${now.toISOString()}::timestamptz, ${keepWithoutCase.amount}) as gone`.execute(db)
    const screened = await sql<{ gone: number }>`
      select screening_expire(${now.toISOString()}::timestamptz, ${keepScreeningWithoutCase.amount}) as gone`.execute(
      db,
    )
    return (rows[0]?.gone ?? 0) + (screened.rows[0]?.gone ?? 0)
  })
}
