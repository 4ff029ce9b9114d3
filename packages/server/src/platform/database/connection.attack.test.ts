import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { intrude } from '../../../test/intruder.ts'
import { openWorld, testPostgres, type World } from '../../../test/world.ts'
import { handleOf } from '../sessions/token.ts'
import type { Db } from './dialect.ts'
import type { Engine } from './engine.ts'
import { postgresEngine } from './postgres-engine.ts'
import { inTransaction } from './transaction.ts'

interface Context {
  readonly role: string
  readonly session: string
  readonly actor: string | null
  readonly server: number
}

async function contextOf(db: Db): Promise<Context> {
  const { rows } = await sql<Context>`
    select current_user as role, current_setting('setu.session', true) as session, actor_account() as actor,
      pg_backend_pid() as server`.execute(db)
  const [row] = rows
  if (!row) throw new TypeError('a query without an answer')
  return row
}

describe.each(['pglite', 'postgres'] as const)('one connection after another person, on %s', (kind) => {
  let world: World
  /** As many connections as make the next request meet the last one's. */
  let narrow: Engine

  beforeAll(async () => {
    world = await openWorld(kind)
    narrow = kind === 'pglite' ? world.node.engine : await oneConnection(world)
  })
  afterAll(async () => {
    if (narrow !== world.node.engine) await narrow.close()
    await world.close()
  })

  /** The same database through a pool of one: a login that may do just what the node's own may. */
  async function oneConnection({ node, owner }: World): Promise<Engine> {
    const [place] = await read(node.engine, `select current_database() as name`)
    const name = String(place?.['name'])
    const connection = await owner.connect()
    await connection.script(`alter role ${name}_login password 'one connection'`)
    connection.release(false)
    const url = new URL(testPostgres())
    url.pathname = `/${name}`
    url.username = `${name}_login`
    url.password = 'one connection'
    return postgresEngine(url.href, { connections: 1 })
  }

  async function read(engine: Engine, text: string): Promise<Record<string, unknown>[]> {
    const connection = await engine.connect()
    try {
      return (await connection.query(text, [])).rows
    } finally {
      connection.release(false)
    }
  }

  const asAsha = <Result>(work: (db: Db) => Promise<Result>) =>
    inTransaction(narrow, { role: 'setu_app', handle: handleOf(world.people.asha.cookie) }, work)
  const asNobody = () => inTransaction(narrow, { role: 'setu_app' }, contextOf)

  test('work that throws leaves nothing behind, and its connection is destroyed', async () => {
    let before: Context | undefined
    await expect(
      asAsha(async (db) => {
        before = await contextOf(db)
        throw new Error('in the middle')
      }),
    ).rejects.toThrow('in the middle')
    expect(before?.actor).toBe(world.people.asha.account)
    const after = await asNobody()
    expect(after).toMatchObject({ role: 'setu_app', session: '', actor: null })
    if (kind === 'postgres') expect(after.server).not.toBe(before?.server)
  })

  test('a statement that fails does the same, also when the work goes on as if nothing were', async () => {
    let before: Context | undefined
    await expect(
      asAsha(async (db) => {
        before = await contextOf(db)
        await sql`select 1 / 0`.execute(db).catch(() => undefined)
        return contextOf(db)
      }),
    ).rejects.toMatchObject({ sqlState: '25P02' })
    const after = await asNobody()
    expect(after.actor).toBeNull()
    if (kind === 'postgres') expect(after.server).not.toBe(before?.server)
  })

  test('a role or a session set for good is not the next request’s', async () => {
    await asAsha(async (db) => {
      await sql`set setu.session = 'left behind'`.execute(db)
      await sql`set role setu_signin`.execute(db).catch(() => undefined)
      await sql`set local role setu_app`.execute(db)
    })
    expect(await asNobody()).toMatchObject({ role: 'setu_app', session: '', actor: null })
    await read(narrow, 'reset role')
    await read(narrow, 'reset setu.session')
  })

  test('a statement that is kept ready answers each person for themselves, and nobody for nobody', async () => {
    const { asha, nadia } = world.people
    const accounts = (db: Db) =>
      sql<{ org: string }>`select distinct org_id as org from account where name <> ${''}`.execute(db)
    for (let time = 0; time < 12; time++) {
      for (const { cookie, org } of [asha, nadia]) {
        const frame = { role: 'setu_app', handle: handleOf(cookie) } as const
        expect((await inTransaction(narrow, frame, accounts)).rows).toEqual([{ org }])
      }
      expect((await inTransaction(narrow, { role: 'setu_app' }, accounts)).rows).toEqual([])
      await expect(inTransaction(narrow, { role: 'setu_notify' }, accounts)).rejects.toMatchObject({
        sqlState: '42501',
      })
    }
  })

  test('after the transaction there is neither a role nor a session', async () => {
    await asAsha(contextOf)
    const [left] = await read(
      narrow,
      `select current_user = session_user as plain, coalesce(current_setting('setu.session', true), '') as session`,
    )
    expect(left).toEqual({ plain: true, session: '' })
  })

  test('what is no handle never reaches the database', async () => {
    for (const handle of [
      `'; set local role setu_backup; --`,
      '0'.repeat(63),
      'G'.repeat(64),
      `${'0'.repeat(64)}\n`,
    ]) {
      await expect(inTransaction(narrow, { role: 'setu_app', handle }, contextOf)).rejects.toThrow(TypeError)
    }
  })
})

describe('statements that reach for another role, on postgres', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld('postgres')
  })
  afterAll(() => world.close())

  const roles = ['setu_app', 'setu_signin', 'setu_clock', 'setu_notify', 'setu_setup', 'setu_jobs']

  test('putting the role off leaves a login that owns nothing and reads nothing', async () => {
    await intrude(world.node.engine, 'setu_app', null, async (attempt) => {
      await attempt('reset role')
      for (const table of ['case_file', 'account', 'account_secret', 'session', 'unit_key', 'audit_event']) {
        expect((await attempt(`select 1 from ${table}`)).refused, table).toMatch(/^42(501|P01)$/)
      }
      expect((await attempt('select * from actor_session()')).refused).toMatch(/^42(501|883)$/)
    })
  })

  test('the owner, the functions’ role, the backup and the superuser cannot be become', async () => {
    await intrude(world.node.engine, 'setu_app', null, async (attempt) => {
      for (const role of [
        'setu_owner',
        'setu_definer',
        'setu_backup',
        'postgres',
        'pg_read_all_data',
        'pg_read_server_files',
      ]) {
        expect((await attempt(`set local role ${role}`)).refused, role).toBe('42501')
      }
      expect((await attempt(`set local session authorization postgres`)).refused).toBe('42501')
    })
  })

  test('the role that began the node adds nobody to it any more, and reads nobody', async () => {
    const { asha } = world.people
    await intrude(world.node.engine, 'setu_app', null, async (attempt) => {
      await attempt('reset role')
      expect((await attempt('set local role setu_setup')).refused).toBeNull()
      for (const table of [
        'account',
        'account_secret',
        'account_role',
        'unit_member',
        'organisation',
        'unit',
      ])
        expect((await attempt(`select * from ${table}`)).refused, table).toBe('42501')
      expect((await attempt('select wrapped_private from unit_key')).refused).toBe('42501')
      const here = `'${asha.org}'::uuid`
      for (const text of [
        `insert into account (org_id, id, sign_in_name, name, made_at) values (${here}, gen_random_uuid(), 'intruder', 'x', now())`,
        `insert into account_role (org_id, account_id, role) values (${here}, '${asha.account}', 'technicalAdministrator')`,
        `insert into unit_key (org_id, unit_id, public_key, wrapped_private, node_key_id, made_at)
          values (${here}, gen_random_uuid(), 'x', 'x', '${world.node.nodeKey.id}', now())`,
        `update account_secret set verifier = 'x'`,
        `update rule_set set rules = '{}'`,
      ]) {
        expect((await attempt(text)).refused, text).toBe('42501')
      }
    })
  })

  test('nobody works around the policies or under the tables', async () => {
    for (const role of roles) {
      await intrude(world.node.engine, role, null, async (attempt) => {
        for (const text of [
          'alter table case_file disable row level security',
          'alter table case_file no force row level security',
          'create policy wide on case_file for select to setu_app using (true)',
          'create table beside (x int)',
          'create function leak() returns int language sql security definer as $$ select 1 $$',
          'alter function actor_account() owner to setu_app',
          `select pg_read_file('/etc/passwd')`,
          `copy case_file to '/tmp/case_file'`,
          `copy case_file to program 'cat'`,
        ]) {
          expect((await attempt(text)).refused, `${role}: ${text}`).toMatch(/^42(501|P01|883)$|^3F000$/)
        }
        // A grant of what one may not give is a warning and gives nothing.
        await attempt('grant select on case_narrative to setu_notify')
        const granted = await attempt(
          `select has_table_privilege('setu_notify', 'public.case_narrative', 'select') as may`,
        )
        expect(granted.rows[0]?.['may'] ?? false, role).toBe(false)
        await attempt('set local row_security = off')
        const { rows, refused } = await attempt('select 1 from person_identity')
        expect(rows).toEqual([])
        expect(refused, role).toMatch(/^42(501|P01)$/)
      })
    }
  })
})
