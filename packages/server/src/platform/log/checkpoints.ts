import { sql } from 'kysely'
import type { Db } from '../database/dialect.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Node } from '../node.ts'
import { logSecret } from './log-key.ts'
import { readNote, signedCheckpoint, signerFrom } from './note.ts'
import { sumOf, tombstoneLines } from './tombstones.ts'
import { frontierOf, rootOf } from './tree.ts'

/** How often the log's root is signed while there is something new in it. */
const everyMs = 10 * 60 * 1000

interface Kept {
  readonly size: number
  readonly note: string
  readonly made: string
}

async function latestOf(db: Db): Promise<Kept | undefined> {
  const { rows } = await sql<Kept>`
    select size::double precision as size, note, made_at as made from log_checkpoint order by size desc limit 1`.execute(
    db,
  )
  return rows[0]
}

/**
 * Signs the log's root when there is something new and the last checkpoint is ten minutes old, or at once when
 * that is asked or a case was erased. Answers the latest checkpoint's note; `null` while the log is empty.
 */
export async function checkpoint(node: Node, atOnce = false): Promise<string | null> {
  const { origin, seed } = await logSecret(node.engine, node)
  return inTransaction(node.engine, { role: 'setu_sealer' }, async (db) => {
    const { rows } = await sql<{ size: number; frontier: Buffer }>`
      select size::double precision as size, frontier from log_head`.execute(db)
    const [head] = rows
    const latest = await latestOf(db)
    if (!head || head.size === (latest?.size ?? 0)) return latest?.note ?? null
    const now = node.clock()
    const erased = await tombstoneLines(db, seed)
    const known = latest === undefined ? 0 : (readNote(latest.note)?.tombstones?.count ?? 0)
    const hurry = atOnce || erased.length > known
    if (latest && !hurry && now.getTime() - new Date(latest.made).getTime() < everyMs) return latest.note
    const root = rootOf(frontierOf(head.size, head.frontier))
    const said = { origin, size: head.size, root, tombstones: sumOf(erased) }
    const note = signedCheckpoint(said, signerFrom(origin, seed))
    await sql`insert into log_checkpoint (size, note, made_at) values (${head.size}::bigint, ${note}, ${now}) on conflict do nothing`.execute(
      db,
    )
    return note
  })
}
