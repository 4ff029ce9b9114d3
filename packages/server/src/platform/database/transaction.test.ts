import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../../test/client.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { handleHash, handleOf } from '../sessions/token.ts'
import { DatabaseRefusal } from './engine.ts'
import { type DatabaseRole, inSnapshot, inTransaction } from './transaction.ts'

const roles: readonly DatabaseRole[] = [
  'setu_app',
  'setu_signin',
  'setu_clock',
  'setu_notify',
  'setu_setup',
  'setu_jobs',
]

describe.each(['pglite', 'postgres'] as const)('a transaction on %s', (kind) => {
  let world: World
  let tables: string[]

  beforeAll(async () => {
    world = await openWorld(kind)
    const connection = await world.owner.connect()
    const rows = await connection.script(
      `select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`,
    )
    connection.release(false)
    tables = rows.map(({ relname }) => String(relname))
  })

  afterAll(() => world.close())

  async function seenBy(
    role: DatabaseRole,
    handle: string | undefined,
    table: string,
  ): Promise<number | 'refused'> {
    const frame = handle === undefined ? { role } : { role, handle }
    try {
      return await inTransaction(world.node.engine, frame, async (db) => {
        const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db)
        return rows[0]?.n ?? 0
      })
    } catch (error) {
      if (error instanceof DatabaseRefusal && error.sqlState === '42501') return 'refused'
      throw error
    }
  }

  test.each(roles)('under %s is neither a superuser nor past the policies', async (role) => {
    const row = await inTransaction(world.node.engine, { role }, async (db) => {
      const { rows } =
        await sql`select current_user as role, rolsuper, rolbypassrls from pg_roles where rolname = current_user`.execute(
          db,
        )
      return rows[0]
    })
    expect(row).toEqual({ role, rolsuper: false, rolbypassrls: false })
  })

  test('shows no row of any table without a session that lives', async () => {
    const ended = handleOf(world.people.bina.cookie)
    const connection = await world.owner.connect()
    await connection.query('update session set ended_at = now() where handle_hash = $1', [handleHash(ended)])
    const expired = handleOf(world.people.nadia.cookie)
    await connection.query(
      "update session set idle_until = now() - interval '1 second' where handle_hash = $1",
      [handleHash(expired)],
    )
    connection.release(false)

    expect(await seenBy('setu_app', handleOf(world.people.asha.cookie), 'organisation')).toBeGreaterThan(1)
    for (const handle of [undefined, randomBytes(32).toString('hex'), ended, expired]) {
      for (const table of tables)
        expect([table, await seenBy('setu_app', handle, table)]).toEqual([
          table,
          expect.toBeOneOf([0, 'refused']),
        ])
    }
  })

  test.each([
    ['setu_signin', []],
    ['setu_jobs', []],
    ['setu_notify', ['account', 'notice', 'notice_channel']],
  ] as const)('under %s reaches only %j', async (role, reached) => {
    const connection = await world.owner.connect()
    const { rows } = await connection.query(
      `select relname from unnest($2::text[]) as relname
       where has_schema_privilege($1, 'public', 'usage') and has_any_column_privilege($1, relname, 'select')`,
      [role, tables],
    )
    connection.release(false)
    const open = rows.map(({ relname }) => String(relname))
    expect(open.toSorted()).toEqual([...reached])
  })

  test('takes nothing for a handle but sixty-four hexadecimal digits', async () => {
    const forged = ["'; reset role; --", '', 'A'.repeat(64), `${'a'.repeat(63)}'`]
    for (const handle of forged) {
      await expect(
        inTransaction(world.node.engine, { role: 'setu_app', handle }, () => Promise.resolve()),
      ).rejects.toThrow(TypeError)
    }
  })

  test('leaves nothing of one person to the next, even when the work throws', async () => {
    const handle = handleOf(world.people.asha.cookie)
    await expect(
      inTransaction(world.node.engine, { role: 'setu_app', handle }, async (db) => {
        await sql`select count(*) from account`.execute(db)
        throw new RangeError('the work gave up')
      }),
    ).rejects.toThrow('the work gave up')
    for (let time = 0; time < 8; time++) expect(await seenBy('setu_app', undefined, 'organisation')).toBe(0)
  })

  test('keeps nothing of work that failed', async () => {
    const failing = inTransaction(world.node.engine, { role: 'setu_setup' }, async (db) => {
      await sql`insert into node_fact (name, value) values ('half', 'true'::jsonb)`.execute(db)
      await sql`select 1/0`.execute(db)
    })
    await expect(failing).rejects.toMatchObject({ sqlState: '22012' })
    const kept = await inTransaction(world.node.engine, { role: 'setu_setup' }, (db) =>
      sql`select 1 from node_fact where name = 'half'`.execute(db),
    )
    expect(kept.rows).toEqual([])
  })

  test('reads one moment of the database when it only reads', async () => {
    const count = (db: Parameters<Parameters<typeof inTransaction>[2]>[0]) =>
      sql<{ n: number }>`select count(*) as n from account_role`.execute(db)
    await inTransaction(world.node.engine, { role: 'setu_clock', readOnly: true }, async (db) => {
      const before = await count(db)
      if (kind === 'postgres') {
        const connection = await world.owner.connect()
        await connection.query(
          `insert into account_role (org_id, account_id, role) select org_id, id, 'later' from account limit 1`,
          [],
        )
        connection.release(false)
      }
      expect((await count(db)).rows).toEqual(before.rows)
    })
    const writing = inTransaction(world.node.engine, { role: 'setu_setup', readOnly: true }, (db) =>
      sql`insert into node_fact (name, value) values ('written', 'true'::jsonb)`.execute(db),
    )
    await expect(writing).rejects.toMatchObject({ sqlState: '25006' })
  })
})

describe('a snapshot on postgres', () => {
  let world: World

  beforeAll(async () => {
    world = await openWorld('postgres')
  })

  afterAll(() => world.close())

  const seenAgo = (minutes: number) =>
    rowsOf(world.owner, `update session set seen_at = now() - make_interval(mins => $1)`, [minutes])

  test('that was overtaken where it has to write is undone and taken again', async () => {
    await seenAgo(5)
    let tries = 0
    const frame = { role: 'setu_app', handle: handleOf(world.people.asha.cookie) } as const
    await inSnapshot(world.node.engine, frame, async (db) => {
      tries += 1
      await sql`select 1 from actor_session()`.execute(db)
      if (tries === 1) await seenAgo(4)
      await sql`select session_seen(30)`.execute(db)
    })
    const fresh = await rowsOf(
      world.owner,
      `select 1 from session where seen_at > now() - interval '1 minute'`,
    )
    expect({ tries, fresh: fresh.length }).toEqual({ tries: 2, fresh: 1 })
  })

  test('that is overtaken each time gives up with what the database said', async () => {
    let tries = 0
    const frame = { role: 'setu_app', handle: handleOf(world.people.asha.cookie) } as const
    const taken = inSnapshot(world.node.engine, frame, async (db) => {
      tries += 1
      await seenAgo(9)
      await sql`select 1 from actor_session()`.execute(db)
      await seenAgo(4)
      await sql`select session_seen(30)`.execute(db)
    })
    await expect(taken).rejects.toMatchObject({ sqlState: '40001' })
    expect(tries).toBe(5)
  })
})
