import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { Connection, Engine } from './engine.ts'
import { inTransaction } from './transaction.ts'

/** A database that another version of Setu made: what was applied there is not what this release brings. */
export class ForeignMigration extends Error {
  readonly migration: string

  constructor(migration: string) {
    super(`migration ${migration} was edited after it was applied`)
    this.name = 'ForeignMigration'
    this.migration = migration
  }
}

const folder = new URL('../../../migrations/', import.meta.url)

/** The migrations in the order in which they are applied. */
export function migrationNames(): string[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+[.]sql$/.test(name))
    .toSorted()
}

function read(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8')
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

async function applied(connection: Connection): Promise<Map<string, string>> {
  await connection.script(
    'create table if not exists migration (name text primary key, digest text not null, at timestamptz not null default now())',
  )
  await connection.script('alter table migration enable row level security')
  await connection.script('alter table migration force row level security')
  const { rows } = await connection.query('select name, digest from migration', [])
  return new Map(rows.map((row) => [String(row['name']), String(row['digest'])]))
}

async function applyOne(connection: Connection, name: string, text: string): Promise<void> {
  await connection.script('begin')
  await connection.script(text)
  await connection.query('insert into migration (name, digest) values ($1, $2)', [name, digest(text)])
  await connection.script('commit')
}

/**
 * Brings a database to the present shape, or to an earlier one for an older backup, as someone who may create roles. Refuses when a migration that was
 * applied has been edited since. Two processes that start together take turns.
 */
export async function migrate(
  engine: Engine,
  names: readonly string[] = migrationNames(),
): Promise<string[]> {
  const connection = await engine.connect()
  let spoilt = true
  try {
    await connection.query('select pg_advisory_lock(7303)', [])
    await connection.script(read('roles.sql'))
    const known = await applied(connection)
    const fresh: string[] = []
    for (const name of names) {
      const text = read(name)
      const before = known.get(name)
      if (before !== undefined && before !== digest(text)) {
        throw new ForeignMigration(name)
      }
      if (before === undefined) {
        await applyOne(connection, name, text)
        fresh.push(name)
      }
    }
    await connection.query('select pg_advisory_unlock(7303)', [])
    spoilt = false
    return fresh
  } finally {
    connection.release(spoilt)
  }
}

/** How a database stands to the migrations of this release. */
export interface MigrationState {
  readonly applied: readonly { readonly name: string; readonly digest: string }[]
  readonly missing: readonly string[]
  /** Applied here, but unknown to this release or edited since. */
  readonly foreign: readonly string[]
}

/** Compares what was applied with what this release brings; asks under a role that may see just that. */
export async function migrationState(
  engine: Engine,
  role: 'setu_setup' | 'setu_backup' = 'setu_setup',
): Promise<MigrationState> {
  const ours = ourMigrations()
  const rows = await inTransaction(engine, { role }, async (db) => {
    const { rows: found } = await sql<{
      name: string
      digest: string
    }>`select name, digest from migration order by name`.execute(db)
    return found
  })
  return {
    applied: rows,
    missing: [...ours.keys()].filter((name) => !rows.some((row) => row.name === name)),
    foreign: rows.filter(({ name, digest: was }) => ours.get(name) !== was).map(({ name }) => name),
  }
}

/** The migrations of this release, each with the digest of its text. */
export function ourMigrations(): ReadonlyMap<string, string> {
  return new Map(migrationNames().map((name) => [name, digest(read(name))]))
}
