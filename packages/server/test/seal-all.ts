import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { inTransaction } from '../src/platform/database/transaction.ts'
import { seal } from '../src/platform/log/sealer.ts'
import type { Node } from '../src/platform/node.ts'

/**
 * Seals all that is finished by now and answers how many entries that were, however long unfinished work in
 * another database of the same server holds the sealing back.
 */
export async function sealAll({ engine, clock }: Pick<Node, 'engine' | 'clock'>): Promise<number> {
  const asSealer = <Row>(text: ReturnType<typeof sql<Row>>): Promise<Row | undefined> =>
    inTransaction(engine, { role: 'setu_sealer' }, async (db) => (await text.execute(db)).rows[0])
  const now = await asSealer(sql<{ xid: string }>`select pg_current_xact_id()::text as xid`)
  for (let all = 0; ; await setTimeout(20)) {
    all += await seal(engine, clock)
    const head = await asSealer(
      sql<{ past: boolean }>`select horizon > ${now?.xid}::text::xid8 as past from log_head`,
    )
    if (head?.past === true) return all
  }
}
