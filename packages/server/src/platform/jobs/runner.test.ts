import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openWorld, testPostgres, type World } from '../../../test/world.ts'
import { postgresEngine } from '../database/postgres-engine.ts'
import { bossDatabase } from './boss-database.ts'
import { startJobs } from './runner.ts'

describe.each(['pglite', 'postgres'] as const)('the job runner on %s', (kind) => {
  let world: World
  let close: () => Promise<void> = () => Promise.resolve()
  const said: string[] = []
  const worked: string[] = []

  beforeAll(async () => {
    world = await openWorld(kind)
  })

  afterAll(async () => {
    await close()
    await world.close()
  })

  async function rows(text: string): Promise<Record<string, unknown>[]> {
    const connection = await world.owner.connect()
    const found = await connection.script(text)
    connection.release(false)
    return found
  }

  async function booksEngine() {
    if (kind === 'pglite') return world.node.engine
    const [row] = await rows('select current_database() as name')
    const url = new URL(testPostgres())
    url.pathname = `/${String(row?.['name'])}`
    const engine = postgresEngine(url.href, { connections: 2, role: 'setu_jobs' })
    close = () => engine.close()
    return engine
  }

  test('keeps its books under its own role, in its own schema, and does the work of every minute', async () => {
    const { asha } = world.people
    await rows(`
      insert into due_item (org_id, id, kind, rule_version, began_at, due_at, holder_org, unit_id, account_id)
      values ('${asha.org}', '${randomUUID()}', 'safetyCheck', 'test', now() - interval '9 days', now(), '${asha.org}', '${asha.unit}', '${asha.account}')`)
    const books = await booksEngine()
    const report = (line: string): void => void said.push(line)
    const stop = await startJobs({
      engine: world.node.engine,
      books,
      channels: {},
      works: {
        ofRooms: () => Promise.resolve(worked.push('room')),
        broken: () => Promise.reject(new RangeError('a name that is nobody’s business')),
      },
      clock: () => new Date(),
      report,
    })

    const owners = await rows(
      "select distinct r.rolname as owner from pg_class c join pg_roles r on r.oid = c.relowner where c.relnamespace = 'pgboss'::regnamespace and c.relkind in ('r', 'p')",
    )
    expect(owners).toEqual([{ owner: 'setu_jobs' }])
    expect(await rows('select name, cron from pgboss.schedule order by name')).toEqual([
      { name: 'broken', cron: '* * * * *' },
      { name: 'messages', cron: '* * * * *' },
      { name: 'ofRooms', cron: '* * * * *' },
      { name: 'reminders', cron: '* * * * *' },
    ])

    // The minute is brought on by hand, since a test waits for no clock.
    const boss = bossDatabase(books)
    await boss.executeSql("select 1 as one where $1 = 'a'", ['a'])
    await rows("insert into pgboss.job (name) values ('reminders'), ('ofRooms'), ('broken')")
    await vi.waitFor(
      async () => expect(await rows('select kind from notice')).toEqual([{ kind: 'overdue' }]),
      { timeout: 25_000, interval: 200 },
    )
    await vi.waitFor(() => expect(worked).toEqual(['room']), { timeout: 25_000, interval: 200 })
    await rows("insert into pgboss.job (name) values ('messages')")
    await vi.waitFor(
      async () => expect(await rows('select 1 from notice where sent_at is not null')).toHaveLength(1),
      { timeout: 25_000, interval: 200 },
    )

    expect(
      await rows(
        "select count(*) as carrying from pgboss.job where name !~ '^__pgboss' and data is not null and data::text not in ('{}', 'null')",
      ),
    ).toEqual([{ carrying: 0 }])
    await vi.waitFor(() => expect(said).toContain('broken RangeError'), { timeout: 25_000, interval: 200 })
    await stop()
    expect(new Set(said)).toEqual(new Set(['broken RangeError']))
    const [after] = await rows('select current_user <> session_user as changed')
    expect(after).toEqual({ changed: false })
  }, 60_000)

  test('gives the code of a refusal on, and keeps the session clean after it', async () => {
    const boss = bossDatabase(world.node.engine)
    await expect(boss.executeSql('select 1/0')).rejects.toMatchObject({ code: '22012' })
    const { rows: after } = await boss.executeSql('select 1 as one')
    expect(after).toEqual([{ one: 1 }])
    const [row] = await rows('select current_user = session_user as own')
    expect(row).toEqual({ own: true })
  })
})
