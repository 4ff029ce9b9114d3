import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { type Engine, migrate, postgresEngine, servingRoles } from '../src/platform/index.ts'

/** The superuser address of the throw-away PostgreSQL that `npm test` starts. */
export function testPostgres(): string {
  const url = process.env['SETU_TEST_POSTGRES']
  if (url === undefined) throw new Error('run the tests with `npm test`: it brings PostgreSQL')
  return url
}

export interface FreshPostgres {
  readonly engine: Engine
  readonly owner: Engine
  readonly url: string
  readonly name: string
  drop(): Promise<void>
}

export function addressOf(database: string): string {
  const url = new URL(testPostgres())
  url.pathname = `/${database}`
  return url.href
}

export async function asSuperuser<Result>(run: (admin: pg.Client) => Promise<Result>): Promise<Result> {
  const admin = new pg.Client({ connectionString: testPostgres() })
  await admin.connect()
  try {
    return await run(admin)
  } finally {
    await admin.end()
  }
}

/** The database that all others of this server are copies of: empty and migrated. Who comes first makes it. */
export const ground = 'setu_ground'

export async function layGround(admin: pg.Client): Promise<void> {
  await admin.query('select pg_advisory_lock(7304)')
  try {
    const { rows } = await admin.query('select datname from pg_database where datname = $1', [ground])
    if (rows.length > 0) return
    await admin.query(`drop database if exists ${ground}_new`)
    await admin.query(`create database ${ground}_new`)
    const owner = postgresEngine(addressOf(`${ground}_new`), { connections: 1 })
    await migrate(owner)
    await owner.close()
    await admin.query(`alter database ${ground}_new rename to ${ground}`)
  } finally {
    await admin.query('select pg_advisory_unlock(7304)')
  }
}

/** A database of its own, with a sign-in of its own that has the roles of a serving node. */
export async function freshPostgres(template = ground): Promise<FreshPostgres> {
  const name = `setu_${randomBytes(6).toString('hex')}`
  const password = randomBytes(12).toString('hex')
  await asSuperuser(async (admin) => {
    await layGround(admin)
    await admin.query(`create database ${name} template ${template}`)
    await admin.query(`create role ${name}_login login noinherit password '${password}'`)
    await admin.query(`grant ${servingRoles.join(', ')} to ${name}_login`)
  })
  const url = new URL(addressOf(name))
  url.username = `${name}_login`
  url.password = password
  const engine = postgresEngine(url.href, { connections: 6 })
  const owner = postgresEngine(addressOf(name), { connections: 1 })
  return {
    engine,
    owner,
    url: addressOf(name),
    name,
    async drop() {
      await engine.close()
      await owner.close()
      await asSuperuser(async (admin) => {
        await admin.query(`drop database ${name} with (force)`)
        await admin.query(`drop role ${name}_login`)
      })
    },
  }
}
