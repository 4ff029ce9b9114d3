import { sql } from 'kysely'
import type { Db } from '../database/dialect.ts'
import { hashOfLeaf } from './entry.ts'
import { keptLevel } from './sealer.ts'
import { type Frontier, grown, type Hash, noLeaves, rootOf, type WholeHash } from './tree.ts'

/** A moment of sealing as it is bound into the leaf: milliseconds, in UTC. */
export const sealedText = `to_char(l.sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

interface Row {
  readonly entry: string
  readonly portion: number
  readonly sealed: string
  readonly commitment: Buffer
}

/** The hashes of the leaves from `start` up to, not including, `end`. */
export async function leavesOf(db: Db, start: number, end: number): Promise<Hash[]> {
  const { rows } = await sql<Row>`
    select l.event_id as entry, l.portion, ${sql.raw(sealedText)} as sealed, l.commitment
    from log_leaf l where l.seq >= ${start}::bigint and l.seq < ${end}::bigint order by l.seq`.execute(db)
  return rows.map(hashOfLeaf)
}

/** Hashes of whole subtrees: kept ones as they were kept, smaller ones from their leaves. */
export function wholeIn(db: Db): WholeHash {
  return async (start, width) => {
    const level = Math.log2(width)
    if (level >= keptLevel) {
      const { rows } = await sql<{ hash: Buffer }>`
        select hash from log_node where level = ${level} and place = ${start / width}::bigint`.execute(db)
      const [row] = rows
      if (!row) throw new RangeError('a part of the log is not there')
      return row.hash
    }
    const hashes = await leavesOf(db, start, start + width)
    if (hashes.length !== width) throw new RangeError('a part of the log is not there')
    return rootOf(hashes.reduce<Frontier>(grown, noLeaves))
  }
}
