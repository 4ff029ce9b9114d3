import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openNode, testPostgres } from '../../../test/world.ts'
import { type Breach, examine, releaseBreach } from './doctor.ts'
import type { Engine } from './engine.ts'
import { postgresEngine } from './postgres-engine.ts'

async function run(engine: Engine, ...statements: readonly string[]): Promise<void> {
  const connection = await engine.connect()
  for (const statement of statements) await connection.script(statement)
  connection.release(false)
}

interface Fault {
  readonly kind: Breach['kind']
  readonly where: RegExp
  readonly make: readonly string[]
  readonly mend: readonly string[]
}

const definer = (name: string, settings: string): string =>
  `create function ${name}() returns integer language sql security definer ${settings} as 'select 1'`

/** One of each kind: how it comes about, and where the doctor should say it is. */
const faults: readonly Fault[] = [
  {
    kind: 'open-table',
    where: /^forgotten$/,
    make: ['create table forgotten (id uuid)'],
    mend: ['drop table forgotten'],
  },
  {
    kind: 'open-table',
    where: /^unit$/,
    make: ['alter table unit no force row level security'],
    mend: ['alter table unit force row level security'],
  },
  {
    kind: 'open-view',
    where: /^plain_view$/,
    make: ['create view plain_view as select id from case_file'],
    mend: ['drop view plain_view'],
  },
  {
    kind: 'open-view',
    where: /^stored_view$/,
    make: ['create materialized view stored_view as select id from case_file'],
    mend: ['drop materialized view stored_view'],
  },
  {
    kind: 'policy-for-everyone',
    where: /^case_file: too_wide$/,
    make: ['create policy too_wide on case_file for select using (true)'],
    mend: ['drop policy too_wide on case_file'],
  },
  {
    kind: 'definer-unlisted',
    where: /^peep$/,
    make: [
      definer('peep', 'set search_path = pg_catalog, public, pg_temp'),
      'alter function peep() owner to setu_definer',
      'revoke all on function peep() from public',
    ],
    mend: ['drop function peep()'],
  },
  {
    kind: 'definer-search-path',
    where: /^actor_org$/,
    make: ['alter function actor_org() reset search_path'],
    mend: ['alter function actor_org() set search_path = pg_catalog, public, pg_temp'],
  },
  {
    kind: 'definer-search-path',
    where: /^actor_org$/,
    make: ['alter function actor_org() set search_path = pg_catalog, public'],
    mend: ['alter function actor_org() set search_path = pg_catalog, public, pg_temp'],
  },
  {
    kind: 'definer-search-path',
    where: /^actor_org$/,
    make: ['alter function actor_org() set search_path = public, pg_catalog'],
    mend: ['alter function actor_org() set search_path = pg_catalog, public, pg_temp'],
  },
  {
    kind: 'definer-for-everyone',
    where: /^node_is_empty$/,
    make: ['grant execute on function node_is_empty() to public'],
    mend: ['revoke execute on function node_is_empty() from public'],
  },
  {
    kind: 'definer-owner',
    where: /^actor_org$/,
    make: ['alter function actor_org() owner to setu_owner'],
    mend: ['alter function actor_org() owner to setu_definer'],
  },
  {
    kind: 'working-owner',
    where: /^case_note$/,
    make: ['alter table case_note owner to setu_notify'],
    mend: ['alter table case_note owner to setu_owner'],
  },
  {
    kind: 'right-too-many',
    where: /^consent: TRUNCATE to setu_clock$/,
    make: ['grant truncate on consent to setu_clock'],
    mend: ['revoke truncate on consent from setu_clock'],
  },
  {
    kind: 'right-too-many',
    where: /^consent: SELECT to public$/,
    make: ['grant select on consent to public'],
    mend: ['revoke select on consent from public'],
  },
  {
    kind: 'log-changeable',
    where: /^audit_event: DELETE to setu_app$/,
    make: ['grant delete on audit_event to setu_app'],
    mend: ['revoke delete on audit_event from setu_app'],
  },
  {
    kind: 'log-changeable',
    where: /^audit_item: UPDATE to setu_app$/,
    make: ['grant update (reason) on audit_item to setu_app'],
    mend: ['revoke update (reason) on audit_item from setu_app'],
  },
  {
    kind: 'schema-beside',
    where: /^aside: setu_app$/,
    make: ['create schema aside', 'grant usage on schema aside to setu_app'],
    mend: ['drop schema aside'],
  },
]

/** Roles belong to a whole server, so these are tried where the server is the test's own. */
const faultsOfRoles: readonly Fault[] = [
  {
    kind: 'role-strength',
    where: /^setu_app$/,
    make: ['alter role setu_app bypassrls'],
    mend: ['alter role setu_app nobypassrls'],
  },
  {
    kind: 'role-strength',
    where: /^setu_clock$/,
    make: ['alter role setu_clock login'],
    mend: ['alter role setu_clock nologin'],
  },
  {
    kind: 'role-in-role',
    where: /^setu_app in setu_owner$/,
    make: ['grant setu_owner to setu_app'],
    mend: ['revoke setu_owner from setu_app'],
  },
]

describe.each(['pglite', 'postgres'] as const)('the doctor on %s', (kind) => {
  let opened: Opened

  beforeAll(async () => {
    opened = await openNode(kind)
  })

  afterAll(() => opened.close())

  test('finds nothing wrong with a database as the migrations leave it', async () => {
    expect(await examine(opened.node.engine, { lenient: true })).toEqual([])
  })

  test.each(kind === 'pglite' ? [...faults, ...faultsOfRoles] : faults)(
    'names $kind at $where',
    async ({ kind: what, where, make, mend }) => {
      await run(opened.owner, ...make)
      const found = await examine(opened.node.engine, { lenient: true })
      await run(opened.owner, ...mend)
      expect(found).toEqual([{ kind: what, where: expect.stringMatching(where) }])
      expect(await examine(opened.node.engine, { lenient: true })).toEqual([])
    },
  )
})

describe('the doctor on a PostgreSQL server', () => {
  let opened: Opened
  let urlOf: (user: string, password: string) => string

  beforeAll(async () => {
    opened = await openNode('postgres')
    const connection = await opened.owner.connect()
    const [row] = await connection.script('select current_database() as name')
    connection.release(false)
    urlOf = (user, password) => {
      const url = new URL(testPostgres())
      url.pathname = `/${String(row?.['name'])}`
      if (user !== '') url.username = user
      if (password !== '') url.password = password
      return url.href
    }
  })

  afterAll(() => opened.close())

  async function examineAs(url: string, lenient: boolean): Promise<Breach[]> {
    const engine = postgresEngine(url, { connections: 1 })
    const found = await examine(engine, { lenient })
    await engine.close()
    return found
  }

  test('refuses to serve under a superuser', async () => {
    expect(await examineAs(urlOf('', ''), true)).toEqual([
      { kind: 'sign-in-bypasses', where: 'DATABASE_URL' },
    ])
  })

  test.each([
    ['sign-in-inherits', 'login inherit', 'setu_app', /DATABASE_URL/],
    ['sign-in-beyond', 'login noinherit', 'setu_app, setu_owner', /setu_owner/],
    ['sign-in-beyond', 'login noinherit', 'setu_app, pg_read_all_data', /pg_read_all_data/],
    ['sign-in-beyond', 'login noinherit', 'setu_app, setu_backup', /setu_backup/],
    ['sign-in-beyond', 'login noinherit createrole', 'setu_app', /createrole/],
    ['sign-in-bypasses', 'login noinherit bypassrls', 'setu_app', /DATABASE_URL/],
  ])('names %s of a sign-in made with "%s" in %s', async (kind, options, roles, where) => {
    const name = `doctor_${randomBytes(5).toString('hex')}`
    await run(opened.owner, `create role ${name} ${options} password 'p'`, `grant ${roles} to ${name}`)
    const found = await examineAs(urlOf(name, 'p'), true)
    await run(opened.owner, `drop role ${name}`)
    expect(found).toEqual([{ kind, where: expect.stringMatching(where) }])
  })

  test('refuses a server that does not write through, unless it is a throw-away one', async () => {
    expect(await examine(opened.node.engine, { lenient: false })).toContainEqual({
      kind: 'no-fsync',
      where: 'fsync',
    })
    expect(await examine(opened.node.engine, { lenient: true })).toEqual([])
  })

  test.each([
    [140_020, '14.20'],
    [150_013, '15.13'],
    [160_009, '16.9'],
    [170_005, '17.5'],
    [190_000, '19.0'],
  ])('refuses release %i, whose row-level security is not known to hold', (version, said) => {
    expect(releaseBreach(version)).toEqual([{ kind: 'old-release', where: said }])
  })

  test.each([150_014, 160_010, 170_006, 180_000, 180_006])('accepts release %i', (version) => {
    expect(releaseBreach(version)).toEqual([])
  })
})
