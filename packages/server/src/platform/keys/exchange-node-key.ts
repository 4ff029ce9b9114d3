import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { writeOutcome } from '../audit/trail.ts'
import type { Db } from '../database/dialect.ts'
import type { Engine } from '../database/engine.ts'
import { inTransaction } from '../database/transaction.ts'
import type { NodeKey } from './node-key.ts'
import { nodePlaces } from './node-places.ts'

/** What the node itself opens, by kind: secrets of codes, the log's key, and what it held before members did. */
export type NodeKeyHolds = keyof typeof nodePlaces

/** A node key as the database knows it, and how much stands under it. */
export interface KnownNodeKey {
  readonly id: string
  readonly made: string
  /** Nothing more is wrapped under it; what stands under it is being wrapped anew. */
  readonly closed: boolean
  /** Nothing stands under it any more. */
  readonly dropped: boolean
  readonly standing: readonly { readonly kind: NodeKeyHolds; readonly many: number }[]
}

interface Row {
  readonly at: string
  readonly kind: NodeKeyHolds
  readonly org_id: string
  readonly id: string
  readonly pending: boolean | null
  readonly wrapped: Buffer
}

/** So many things are wrapped anew in one transaction. */
const slice = 100

/** Which node keys something stands or stood under here, the oldest first. */
export async function knownNodeKeys(db: Db): Promise<KnownNodeKey[]> {
  const { rows } = await sql<Omit<KnownNodeKey, 'standing'>>`
    select id, made_at as made, closed_at is not null as closed, dropped_at is not null as dropped
    from node_key order by made_at, id`.execute(db)
  const known: KnownNodeKey[] = []
  for (const key of rows) {
    const standing = await sql<KnownNodeKey['standing'][number]>`
      select kind, many from node_key_standing(${key.id}) order by kind`.execute(db)
    known.push({ ...key, standing: standing.rows })
  }
  return known
}

/** Lets things be wrapped under a key. */
export async function beginNodeKey(db: Db, id: string): Promise<void> {
  await sql`insert into node_key (id, made_at) values (${id}, now()) on conflict (id) do nothing`.execute(db)
}

/** Lets nothing more be wrapped under a key; waits for those who are about to. */
export async function closeNodeKey(db: Db, id: string): Promise<void> {
  await sql`update node_key set closed_at = now() where id = ${id} and closed_at is null`.execute(db)
}

async function rowsUnder(db: Db, key: string, after: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select at, kind, org_id, id, pending, wrapped from node_key_rows(${key}, ${after}, ${slice})`.execute(db)
  return rows
}

function placeOf({ kind, org_id: org, id }: Row): string {
  const places: Readonly<Record<NodeKeyHolds, () => string>> = {
    totp: () => nodePlaces.totp({ org, account: id }),
    log: () => nodePlaces.log(),
    unit: () => nodePlaces.unit(id),
    index: () => nodePlaces.index(org),
    demo: () => nodePlaces.demo({ org, account: id }),
  }
  return places[kind]()
}

/** Goes through all that stands under a key, a slice to a transaction; answers how much it was. */
async function throughAll(
  engine: Engine,
  key: string,
  each: (db: Db, row: Row) => Promise<unknown>,
): Promise<number> {
  let many = 0
  let after = ''
  for (;;) {
    const seen = await inTransaction(engine, { role: 'setu_setup', timeoutMs: 60_000 }, async (db) => {
      const rows = await rowsUnder(db, key, after)
      for (const row of rows) await each(db, row)
      return rows
    })
    many += seen.length
    const last = seen.at(-1)
    if (last === undefined) return many
    after = last.at
  }
}

/** Wraps anew, under one key, all that stands under another; what was changed meanwhile stands under it already. */
export function moveToNodeKey(engine: Engine, from: string, opens: NodeKey, to: NodeKey): Promise<number> {
  return throughAll(engine, from, async (db, row) => {
    const wrapped = Buffer.from(to.wrap(opens.unwrap(row.wrapped, placeOf(row)), placeOf(row)))
    await sql`
      select node_key_move(${row.kind}, ${row.org_id}, ${row.id}, ${row.pending}, ${from}, ${to.id},
        ${row.wrapped}, ${wrapped})`.execute(db)
  })
}

/** Opens all that stands under a key with that key alone; throws at the first thing that does not open. */
export function openAllUnder(engine: Engine, key: NodeKey): Promise<number> {
  return throughAll(engine, key.id, async (_, row) => key.unwrap(row.wrapped, placeOf(row)))
}

/** Drops keys under which nothing stands any more; `false` when something does. The log says so in the same moment. */
export function dropNodeKeys(engine: Engine, ids: readonly string[], moved: number): Promise<boolean> {
  return inTransaction(engine, { role: 'setu_setup', timeoutMs: 60_000 }, async (db) => {
    for (const id of ids) {
      const { rows } = await sql<{ many: number }>`
        select coalesce(sum(many), 0)::int as many from node_key_standing(${id})`.execute(db)
      if (rows[0]?.many !== 0) return false
      await sql`update node_key set dropped_at = now() where id = ${id} and dropped_at is null`.execute(db)
    }
    const done = { request: randomUUID(), action: 'rotateNodeKey', method: 'COMMAND', status: 200 }
    await writeOutcome(db, null, { ...done, problem: null, reason: null, count: moved }, [])
    return true
  })
}
