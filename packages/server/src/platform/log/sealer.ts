import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Clock } from '../clock.ts'
import type { Db } from '../database/dialect.ts'
import type { Engine } from '../database/engine.ts'
import { inTransaction } from '../database/transaction.ts'
import { commitmentOf, contentOf, type Entry, hashOfLeaf } from './entry.ts'
import { beforeAll, entriesIn, type Position } from './entry-rows.ts'
import { frontierOf, grown, type WholeNode } from './tree.ts'

/** Entries sealed in one transaction; more wait for the next, which follows at once. */
const mostAtOnce = 500

/** Subtrees of this many levels and more are kept; what is smaller is made again from the leaves beneath. */
export const keptLevel = 8

interface Head extends Position {
  readonly size: number
  readonly frontier: Buffer
  readonly upto: string
}

/** Takes the log for this transaction; `null` while another process has it. */
async function takeHead(db: Db, now: Date): Promise<Head | null> {
  await sql`insert into log_head (size, frontier, sealed_at) select 0, ''::bytea, ${now}
    where not exists (select 1 from log_head) on conflict do nothing`.execute(db)
  const { rows } = await sql<Head>`
    select size::double precision as size, frontier, horizon::text as xid, event_id as id, portion, pg_snapshot_xmin(pg_current_snapshot())::text as upto
    from log_head for update skip locked`.execute(db)
  return rows[0] ?? null
}

interface Sealed {
  readonly entry: Entry
  readonly salt: Buffer
  readonly commitment: Buffer
}

async function keepLeaves(db: Db, first: number, sealed: readonly Sealed[], at: string): Promise<void> {
  await sql`
    insert into log_leaf (seq, event_id, portion, sealed_at, salt, commitment)
    select ${first}::bigint + t.place - 1, t.event_id, t.portion, ${at}::timestamptz, t.salt, t.commitment
    from unnest(${sealed.map(({ entry }) => entry.id)}::uuid[], ${sealed.map(({ entry }) => entry.portion)}::integer[],
      ${sealed.map(({ salt }) => salt)}::bytea[], ${sealed.map(({ commitment }) => commitment)}::bytea[])
      with ordinality as t (event_id, portion, salt, commitment, place)`.execute(db)
}

async function keepNodes(db: Db, nodes: readonly WholeNode[]): Promise<void> {
  if (nodes.length === 0) return
  await sql`
    insert into log_node (level, place, hash)
    select * from unnest(${nodes.map(({ level }) => level)}::integer[], ${nodes.map(({ at }) => at)}::bigint[],
      ${nodes.map(({ hash }) => hash)}::bytea[])`.execute(db)
}

function positionSet({ xid, id, portion }: Position) {
  return sql`horizon = ${xid}::xid8, event_id = ${id}, portion = ${portion}`
}

async function sealSome(db: Db, now: Date): Promise<number> {
  const head = await takeHead(db, now)
  if (head === null) return 0
  const found = await entriesIn(db, { after: head, to: head.upto, most: mostAtOnce })
  const next = found.length === mostAtOnce ? found.at(-1) : undefined
  const reached = next ? { ...next.entry, xid: next.xid } : { xid: head.upto, ...beforeAll }
  if (found.length === 0) {
    if (head.xid !== reached.xid) await sql`update log_head set ${positionSet(reached)}`.execute(db)
    return 0
  }
  const at = now.toISOString()
  const sealed = found.map(({ entry }) => {
    const salt = randomBytes(16)
    return { entry, salt, commitment: commitmentOf(salt, contentOf(entry)) }
  })
  let frontier = frontierOf(head.size, head.frontier)
  const nodes: WholeNode[] = []
  for (const { entry, commitment } of sealed) {
    const { made, ...next } = grown(
      frontier,
      hashOfLeaf({ entry: entry.id, portion: entry.portion, sealed: at, commitment }),
    )
    nodes.push(...made.filter(({ level }) => level >= keptLevel))
    frontier = next
  }
  await keepLeaves(db, head.size, sealed, at)
  await keepNodes(db, nodes)
  await sql`update log_head set size = ${frontier.size}, frontier = ${Buffer.concat(frontier.peaks)}, ${positionSet(reached)},
    sealed_at = ${at}::timestamptz`.execute(db)
  return found.length
}

/** Seals everything that is finished and not sealed yet; answers how many entries that were. */
export async function seal(engine: Engine, clock: Clock): Promise<number> {
  let all = 0
  for (;;) {
    const some = await inTransaction(engine, { role: 'setu_sealer' }, (db) => sealSome(db, clock()))
    all += some
    if (some < mostAtOnce) return all
  }
}

interface Sealer {
  readonly engine: Engine
  readonly clock: Clock
  /** Told what went wrong, by its name alone. */
  readonly report: (kind: string) => void
  readonly everyMs?: number
}

/** Seals again and again until it is stopped, and once more then. A failure is told and tried again. */
export function startSealer({ engine, clock, report, everyMs = 250 }: Sealer): () => Promise<void> {
  const stopping = new AbortController()
  const turn = (): Promise<unknown> =>
    seal(engine, clock).catch((error: unknown) =>
      report(`log ${error instanceof Error ? error.name : 'unknown'}`),
    )
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await turn()
      // Cut short when it is stopped.
      await setTimeout(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
    await turn()
  })()
  return () => {
    stopping.abort()
    return running
  }
}
