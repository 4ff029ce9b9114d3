import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type Engine, inTransaction } from '../platform/index.ts'

/**
 * What a node keeps about itself: its name, which is bound into everything it seals; whether it is the
 * demonstration; whether that was loaded whole; and whether a restore was cut off before what was erased was erased
 * again.
 */
type FactName = 'name' | 'demo' | 'demoLoaded' | 'restoring'

/** Under which role a command looks: one that starts a node, or one that backs it up. */
export type Looking = 'setu_setup' | 'setu_backup'

export async function readFact(
  engine: Engine,
  name: FactName,
  role: Looking = 'setu_setup',
): Promise<unknown> {
  return inTransaction(engine, { role }, async (db) => {
    const { rows } = await sql<{ value: unknown }>`select value from node_fact where name = ${name}`.execute(
      db,
    )
    return rows[0]?.value
  })
}

/** Keeps a fact unless it is kept already; answers the one that holds. */
export async function keepFact(engine: Engine, name: FactName, value: unknown): Promise<unknown> {
  await inTransaction(engine, { role: 'setu_setup' }, (db) =>
    sql`insert into node_fact (name, value) values (${name}, ${JSON.stringify(value)}::jsonb) on conflict (name) do nothing`.execute(
      db,
    ),
  )
  return readFact(engine, name)
}

/** The node's name, drawn once. What was sealed under one name opens under no other. */
export async function nameOf(engine: Engine): Promise<string> {
  return String(await keepFact(engine, 'name', `node-${randomBytes(6).toString('hex')}`))
}

/** Whether anybody has an account here. */
export async function isInhabited(engine: Engine): Promise<boolean> {
  return inTransaction(engine, { role: 'setu_setup' }, async (db) => {
    const { rows } = await sql<{ empty: boolean }>`select node_is_empty() as empty`.execute(db)
    return rows[0]?.empty !== true
  })
}

/** Whether accounts here open themselves, as those of the demonstration do and no others may. */
export async function opensItself(engine: Engine): Promise<boolean> {
  return inTransaction(engine, { role: 'setu_setup' }, async (db) => {
    const { rows } = await sql`select 1 from account_slot where kind = 'demo' limit 1`.execute(db)
    return rows.length > 0
  })
}

/** A node key that something may stand under here. */
interface NodeKeyInUse {
  readonly id: string
  /** Nothing more may be wrapped under it. */
  readonly closed: boolean
}

/** The node keys that something may stand under here; just one, but while it is exchanged for another. */
export async function nodeKeysInUse(
  engine: Engine,
  role: Looking = 'setu_setup',
): Promise<readonly NodeKeyInUse[]> {
  return inTransaction(engine, { role }, async (db) => {
    const { rows } = await sql<NodeKeyInUse>`
      select id, closed_at is not null as closed from node_key where dropped_at is null order by made_at, id`.execute(
      db,
    )
    return rows
  })
}
