import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../../test/client.ts'
import { fillEveryTable, intrude, tablesOf } from '../../../test/intruder.ts'
import { accept, openCaseOf, refer, widest } from '../../../test/referred.ts'
import { openWideWorld, type WideWorld } from '../../../test/wide-world.ts'
import { handleOf } from '../sessions/token.ts'

/**
 * What each role of the database reads with nobody signed in: its job, and nothing beside it. A table that is not
 * named here must come back empty or refused; `columns` where the job needs just some.
 */
const jobs: Readonly<Record<string, Readonly<Record<string, 'all' | readonly string[]>>>> = {
  setu_app: {},
  setu_signin: {},
  setu_jobs: {},
  setu_clock: {
    due_item: 'all',
    unit_member: 'all',
    account_role: 'all',
    rule_set: 'all',
    working_calendar: 'all',
    account: ['org_id', 'id', 'disabled_at'],
    case_renewal: ['org_id', 'id', 'finished_at'],
    emergency_access: ['org_id', 'id', 'state', 'until', 'asked_at', 'version'],
    accused_offence: ['org_id', 'id', 'case_id', 'accused_id', 'compensation'],
    assistance_request: ['org_id', 'id', 'case_id', 'to_country'],
    assistance_step: ['org_id', 'case_id', 'request_id', 'to_code', 'taken_on', 'at'],
    criminal_alert: [
      'org_id',
      'id',
      'case_id',
      'due_on',
      'until_on',
      'tasks',
      'escalates',
      'answer_within',
      'given_at',
      'escalates_on',
      'answered_at',
      'escalated_at',
      'dropped_on',
      'kind',
      'since',
      'subject',
      'overtaken',
    ],
    court_outbox: ['id', 'at'],
    criminal_alert_told: 'all',
    criminal_case: ['org_id', 'id', 'jurisdiction', 'matter', 'offence_on'],
    criminal_fact: ['org_id', 'case_id', 'accused_id', 'kind', 'happened_on', 'taken_back_at'],
    criminal_office: ['org_id', 'id', 'case_id', 'office_org', 'unit_id', 'task', 'until_on'],
    criminal_plan: ['org_id', 'case_id', 'stale', 'basis', 'aside'],
    criminal_step: [
      'org_id',
      'id',
      'case_id',
      'accused_id',
      'offence_id',
      'about',
      'to_code',
      'taken_on',
      'at',
      'place',
    ],
    hearing: ['org_id', 'id', 'case_id', 'held_on', 'standing', 'why', 'at'],
    hearing_witness: ['org_id', 'hearing_id', 'case_id', 'place', 'day_code'],
    log_witness: ['name', 'seen_at', 'trouble'],
    log_checkpoint: ['made_at'],
    part_wrap: ['org_id', 'unit_id', 'part_key_id', 'through_id', 'through'],
    referral: [
      'org_id',
      'id',
      'case_id',
      'version',
      'code',
      'from_unit',
      'to_unit',
      'urgency',
      'state',
      'sent_at',
      'sender_account',
    ],
  },
  setu_notify: {
    notice: 'all',
    notice_channel: 'all',
    account: ['org_id', 'id', 'language', 'disabled_at'],
  },
  setu_sealer: {
    audit_event: 'all',
    audit_item: 'all',
    log_head: 'all',
    log_leaf: 'all',
    log_node: 'all',
    log_checkpoint: 'all',
    log_witness: 'all',
    log_key: 'all',
    tombstone: ['place', 'id', 'org_id', 'case_id', 'mark'],
  },
  setu_setup: {
    unit_key: ['node_key_id'],
    index_key: ['node_key_id'],
    account_slot: ['kind'],
    node_key: 'all',
    reminder_key: 'all',
    working_calendar: 'all',
    rule_set: 'all',
    node_fact: 'all',
    migration: 'all',
  },
}

/** What each role adds, changes and removes with nobody signed in. */
const acts: Readonly<
  Record<
    string,
    {
      readonly adds?: readonly string[]
      readonly changes?: readonly string[]
      readonly removes?: readonly string[]
    }
  >
> = {
  setu_app: {},
  setu_signin: { adds: ['audit_event'] },
  setu_jobs: {},
  setu_backup: {},
  setu_clock: {
    adds: ['audit_event', 'case_event', 'criminal_alert_told', 'notice'],
    // Of referrals it ends those that wait for an answer; none does here.
    changes: ['due_item'],
    removes: ['part_wrap'],
  },
  setu_notify: { changes: ['notice'], removes: ['notice_channel'] },
  setu_sealer: {
    adds: ['log_checkpoint', 'log_head', 'log_key', 'log_leaf', 'log_node', 'log_witness'],
    changes: ['log_head', 'log_witness'],
  },
  setu_setup: {
    adds: ['audit_event', 'court', 'node_fact', 'node_key', 'reminder_key', 'rule_set', 'working_calendar'],
    changes: ['node_fact', 'reminder_key'],
  },
}

/** What a function says that says nothing. */
const nothingSaid: ReadonlySet<string> = new Set(['null', 'false', '[]', '"stranger"', '""'])

/** What the directory says of an organisation anyway: whether it may own cases, and its kind of work. */
const saidOfOrganisations: ReadonlySet<string> = new Set(['may_own_cases', 'work_of'])

/** Refused a right, or not even told that the table is there. */
const heldBack: ReadonlySet<string> = new Set(['42501', '42P01'])

describe.each(['pglite', 'postgres'] as const)('with nobody signed in on %s', (kind) => {
  let world: WideWorld
  let tables: readonly string[] = []
  let sessions: readonly (readonly [why: string, handle: string | null])[] = []
  let live: string

  beforeAll(async () => {
    world = await openWideWorld(kind)
    const { asha, inspector, leaver } = world.people
    const file = await openCaseOf(asha, 'nobody')
    const sent = await refer(asha, file, inspector, widest.police)
    await accept(inspector, file.org, sent.referral, sent.version)
    await fillEveryTable(world.owner)
    tables = await tablesOf(world.owner)
    live = handleOf(asha.cookie)

    const over = async (change: string): Promise<string> => {
      const { cookie } = await world.session('asha')
      await rowsOf(
        world.owner,
        `update session set ${change} where handle_hash = sha256(convert_to($1, 'UTF8'))`,
        [handleOf(cookie)],
      )
      return handleOf(cookie)
    }
    await rowsOf(world.owner, `update account set disabled_at = now() where id = $1`, [leaver.account])
    sessions = [
      ['no setting at all', null],
      ['an empty one', ''],
      ['one made up', randomBytes(32).toString('hex')],
      ['words', `' or true --`],
      ['the hash instead of the handle', await hashOf(live)],
      ['one that sat idle', await over(`idle_until = now() - interval '1 second'`)],
      ['one past its twelve hours', await over(`ends_at = now() - interval '1 second'`)],
      ['one that was ended', await over('ended_at = now()')],
      ['one of a closed account', handleOf(leaver.cookie)],
    ]
  })
  afterAll(() => world.close())

  async function hashOf(handle: string): Promise<string> {
    const [row] = await rowsOf(world.owner, `select encode(sha256(convert_to($1, 'UTF8')), 'hex') as hash`, [
      handle,
    ])
    return String(row?.['hash'])
  }

  /** The tables of which anything at all comes back to a role. */
  async function seenBy(
    role: string,
    handle: string | null,
    engine = world.node.engine,
  ): Promise<Record<string, number>> {
    return intrude(engine, role, handle, async (attempt) => {
      const seen: Record<string, number> = {}
      for (const table of tables) {
        const { rows } = await attempt(`select count(*)::int as n from "${table}"`)
        const n = Number(rows[0]?.['n'] ?? 0)
        if (n > 0) seen[table] = n
      }
      return seen
    })
  }

  test('every table holds something, and a live session reads some of it', async () => {
    for (const table of tables) {
      const rows = await rowsOf(world.owner, `select 1 from "${table}" limit 1`)
      expect(rows.length, table).toBe(1)
    }
    const seen = await seenBy('setu_app', live)
    expect(seen).toMatchObject({
      case_file: 1,
      person_identity: 1,
      person_contact: 1,
    })
  })

  test.each(Object.keys(jobs))('%s reads what its job is, whatever stands for a session', async (role) => {
    for (const [why, handle] of sessions) {
      const seen = await seenBy(role, handle)
      expect(Object.keys(seen).toSorted(), `${role} with ${why}`).toEqual(
        Object.keys(jobs[role] ?? {}).toSorted(),
      )
    }
  })

  test('the backup reads every table, which is its job, and nobody else does', async () => {
    expect(Object.keys(await seenBy('setu_backup', null, world.owner)).toSorted()).toEqual(tables)
  })

  test('a job that needs some columns has no others', async () => {
    const wanted = Object.entries(jobs).flatMap(([role, of]) =>
      Object.entries(of).flatMap(([table, columns]) =>
        columns === 'all' ? [] : [[role, table, columns] as const],
      ),
    )
    for (const [role, table, columns] of wanted) {
      const rows = await rowsOf(
        world.owner,
        `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
           and has_column_privilege($2, attrelid, attnum, 'SELECT')`,
        [`public.${table}`, role],
      )
      expect(rows.map(({ name }) => String(name)).toSorted(), `${role}: ${table}`).toEqual(
        [...columns].toSorted(),
      )
    }
  })

  test.each(Object.keys(acts))('%s adds, changes and removes what its job is', async (role) => {
    const plans = await Promise.all(tables.map((table) => planOf(table, role)))
    const done = { adds: new Set<string>(), changes: new Set<string>(), removes: new Set<string>() }
    const engine = role === 'setu_backup' ? world.owner : world.node.engine
    await intrude(engine, role, null, async (attempt) => {
      for (const { table, twins, columns, given } of plans) {
        for (const row of twins) {
          const insert = await attempt(
            `insert into "${table}" (${given}) select ${given} from jsonb_populate_record(null::"${table}", $1::jsonb)`,
            [row],
          )
          // A row that was let through stumbles over its own twin; one that was held back never gets so far.
          if (!heldBack.has(insert.refused ?? '')) done.adds.add(table)
        }
        for (const column of columns) {
          const update = await attempt(`update "${table}" set "${column}" = "${column}"`)
          if (update.count > 0) done.changes.add(table)
        }
        if ((await attempt(`delete from "${table}"`)).count > 0) done.removes.add(table)
        const truncate = await attempt(`truncate "${table}"`)
        expect(heldBack.has(truncate.refused ?? ''), `${role}: truncate ${table}`).toBe(true)
      }
    })
    for (const what of ['adds', 'changes', 'removes'] as const) {
      expect([...done[what]].toSorted(), what).toEqual([...(acts[role]?.[what] ?? [])].toSorted())
    }
  })

  test('no function answers the application about anybody', async () => {
    const { functions, known } = await functionsForApp()
    const told = (handle: string | null) =>
      intrude(world.node.engine, 'setu_app', handle, async (attempt) => {
        const telling: string[] = []
        for (const { name, args } of functions) {
          const values = args.map(([arg, type]) => `${known[arg] ?? 'null'}::${type}`)
          const { rows } = await attempt(
            `select to_jsonb(f)::text as said from ${name}(${values.join(', ')}) f`,
          )
          if (rows.some(({ said }) => !nothingSaid.has(String(said)))) telling.push(name)
        }
        return telling.filter((name) => !saidOfOrganisations.has(name))
      })
    expect(await told(live)).toEqual(
      expect.arrayContaining(['actor_account', 'case_may', 'case_relation', 'office_counts']),
    )
    for (const [why, handle] of sessions) expect(await told(handle), why).toEqual([])
  })

  async function functionsForApp() {
    const rows = await rowsOf(
      world.owner,
      `select p.proname as name, coalesce(p.proargnames[1:p.pronargs], '{}') as names,
         coalesce((select array_agg(format_type(t, null) order by n) from unnest(p.proargtypes::oid[]) with ordinality x (t, n)), '{}') as types
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname = 'public' and has_function_privilege('setu_app', p.oid, 'EXECUTE') order by 1`,
    )
    const [found] = await rowsOf(
      world.owner,
      `select c.org_id, c.id, r.id as referral, r.to_unit from case_file c join referral r on r.case_id = c.id limit 1`,
    )
    const quoted = (value: unknown) => `'${String(value)}'`
    const known: Record<string, string> = {
      p_org: quoted(found?.['org_id']),
      p_to_org: quoted(world.people.inspector.org),
      p_case: quoted(found?.['id']),
      p_referral: quoted(found?.['referral']),
      p_unit: quoted(found?.['to_unit']),
      p_account: quoted(world.people.asha.account),
      p_part: quoted('status'),
      p_purpose: quoted('sharePolice'),
      p_service_work: quoted('police'),
      p_write: 'false',
      p_kind: quoted('other'),
      p_about: quoted('{}'),
      p_idle_minutes: '30',
      wanted: quoted('caseworker'),
    }
    const functions = rows.map((row) => {
      const names = row['names'] as string[]
      const types = row['types'] as string[]
      return {
        name: String(row['name']),
        args: names.map((name, at) => [name, types[at] ?? 'text'] as const),
      }
    })
    return { functions, known }
  }

  async function planOf(table: string, role: string) {
    // The second twin names nobody, in case a policy takes nobody for somebody.
    const [row] = await rowsOf(
      world.owner,
      `select to_jsonb(t)::text as twin, (to_jsonb(t) || (select coalesce(jsonb_object_agg(attname, null), '{}')
           from pg_attribute where attrelid = t.tableoid and attnum > 0 and not attisdropped and not attnotnull))::text as nobodys
       from "${table}" t limit 1`,
    )
    // Of a table to which some columns may be given, those; else all of them, to be refused.
    const [given] = await rowsOf(
      world.owner,
      `select coalesce(string_agg(quote_ident(attname), ', ') filter (where has_column_privilege($2, attrelid, attnum, 'INSERT')),
         string_agg(quote_ident(attname), ', ')) as names
       from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
      [`public.${table}`, role],
    )
    const columns = await rowsOf(
      world.owner,
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
         and has_column_privilege($2, attrelid, attnum, 'UPDATE')`,
      [`public.${table}`, role],
    )
    return {
      table,
      twins: [row?.['twin'], row?.['nobodys']],
      given: String(given?.['names']),
      columns: columns.map(({ name }) => String(name)),
    }
  }
})
