import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { Connection, Engine } from './engine.ts'

const folder = new URL('../../../migrations/', import.meta.url)

/** The statements of a migration: each ends with a semicolon and a blank line, and is sent by itself. */
export function statementsOf(text: string): string[] {
  return text
    .split(/;[ \t]*\n\s*\n|;\s*$/)
    .map((statement) => statement.trim())
    .filter((statement) => statement.replace(/^--.*$/gm, '').trim() !== '')
}

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
  for (const statement of statementsOf(text)) await connection.query(statement, [])
  await connection.query('insert into migration (name, digest) values ($1, $2)', [name, digest(text)])
  await connection.script('commit')
}

/**
 * Brings a database to the present shape, as someone who may create roles. Refuses when a migration that was
 * applied has been edited since. Two processes that start together take turns.
 */
export async function migrate(engine: Engine): Promise<string[]> {
  const connection = await engine.connect()
  let spoilt = true
  try {
    await connection.query('select pg_advisory_lock(7303)', [])
    for (const statement of statementsOf(read('roles.sql'))) await connection.query(statement, [])
    const known = await applied(connection)
    const fresh: string[] = []
    for (const name of migrationNames()) {
      const text = read(name)
      const before = known.get(name)
      if (before !== undefined && before !== digest(text)) {
        throw new TypeError(`migration ${name} was edited after it was applied`)
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
