import pg from 'pg'
import type { BeginnersKeys } from '../src/directory/index.ts'
import { addressOf, asSuperuser, ground, layGround } from './fresh-postgres.ts'

/** A furnished database that worlds are copied from, and what of it is not in the database. */
export interface Original {
  readonly database: string
  readonly secret: Buffer
  readonly keys: BeginnersKeys
  readonly ids: Map<string, string>
}

interface Change {
  readonly statements: readonly string[]
  readonly databases: Map<string, Promise<string>>
}

/**
 * Who opens hundreds of worlds in one process copies them, and may plant a fault in the rules of every copy: both
 * are for those who look whether a test would notice (`npm run mutation`).
 */
const copies = {
  on: false,
  originals: new Map<string, Promise<Original>>(),
  change: { statements: [], databases: new Map() } as Change,
}

export const worldsAreCopied = (): boolean => copies.on

const drop = (databases: readonly string[]): Promise<void> =>
  asSuperuser(async (admin) => {
    for (const name of databases) await admin.query(`drop database if exists ${name} with (force)`)
  })

/** From now on worlds are copies of originals that are made afresh when next asked for. */
export async function copyWorlds(): Promise<void> {
  await changeCopies([])
  const before = await Promise.allSettled(copies.originals.values())
  copies.originals.clear()
  copies.on = true
  await drop(before.flatMap((one) => (one.status === 'fulfilled' ? [one.value.database] : [])))
}

/** From now on every database that is opened has had these statements sent to it; those before are forgotten. */
export async function changeCopies(statements: readonly string[]): Promise<void> {
  const before = await Promise.allSettled(copies.change.databases.values())
  copies.change = { statements, databases: new Map() }
  await drop(before.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])))
}

async function changed(template: string, statements: readonly string[]): Promise<string> {
  const name = `${template}_changed`
  await asSuperuser(async (admin) => {
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.query(`create database ${name} template ${template}`)
  })
  const client = new pg.Client({ connectionString: addressOf(name) })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
  return name
}

/** The database to copy in place of this one: itself, or itself with the fault planted. */
export async function templateOf(original = ground): Promise<string> {
  const { statements, databases } = copies.change
  if (statements.length === 0) return original
  if (original === ground) await asSuperuser(layGround)
  const made = databases.get(original) ?? changed(original, statements)
  databases.set(original, made)
  return made
}

/** The original of a world, made when it is first asked for. */
export function originalOf(who: string, make: () => Promise<Original>): Promise<Original> {
  const made = copies.originals.get(who) ?? make()
  copies.originals.set(who, made)
  return made
}
