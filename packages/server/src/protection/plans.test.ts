import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../test/client.ts'
import { conditionsOf, type Explained, explaining, stepsOf, turnedAway } from '../../test/explain.ts'
import { loadManyCases, manyCases } from '../../test/many-cases.ts'
import { openWorld, type PersonName, type World } from '../../test/world.ts'
import { asActor, type Engine, passOf, type Work } from '../platform/index.ts'
import { listCases } from './cases/list-cases.ts'
import { readCase } from './cases/read-case.ts'
import { readMyDay } from './due/my-day.ts'
import { readBoard } from './due/read-due.ts'
import { readBox } from './referrals/read-referrals.ts'

/** A page, and the thousand cases that somebody closed over the years: more is never met in one table. */
const mostRead = 3000

/** Of a page of fifty, each case has a handful of rows that are not for this reader. */
const mostTurnedAway = 200

interface Task {
  readonly who: PersonName
  readonly run: (work: Work) => Promise<unknown>
  /** How many a person finds: a list that nobody may see is read in no time. */
  readonly finds: number
}

describe(`among ${manyCases} cases on PostgreSQL`, () => {
  let world: World
  let code: string
  let large: readonly string[]

  beforeAll(async () => {
    world = await openWorld('postgres')
    code = await loadManyCases(world)
    const rows = await rowsOf(
      world.owner,
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
         and reltuples > ${manyCases / 10}`,
    )
    large = rows.map(({ name }) => String(name))
  }, 120_000)
  afterAll(() => world.close())

  const listed = async (list: Promise<{ readonly items: readonly unknown[] }>) => (await list).items.length

  async function opened(work: Work, n: number): Promise<number> {
    const { rows } = await sql<{ org: string; id: string }>`
      select org_id as org, id from case_file where id = md5('case' || ${n}::int)::uuid`.execute(work.db)
    const [file] = rows
    return file === undefined ? 0 : (await readCase(work, file)).timeline.items.length
  }

  const tasks: Readonly<Record<string, Task>> = {
    'a caseworker’s list': { who: 'asha', run: (work) => listed(listCases(work, {})), finds: 40 },
    'a supervisor’s list': { who: 'farida', run: (work) => listed(listCases(work, {})), finds: 50 },
    'a police officer’s list': { who: 'inspector', run: (work) => listed(listCases(work, {})), finds: 50 },
    'a data-protection officer’s list': {
      who: 'guard',
      run: (work) => listed(listCases(work, {})),
      finds: 50,
    },
    'a search by code': { who: 'asha', run: (work) => listed(listCases(work, { code })), finds: 1 },
    'a case of one’s own': { who: 'asha', run: (work) => opened(work, 1), finds: 5 },
    'a case that one supervises': { who: 'farida', run: (work) => opened(work, 1), finds: 5 },
    'a case that was referred to the police': {
      who: 'inspector',
      run: (work) => opened(work, 2100),
      finds: 0,
    },
    'the inbox of the police': {
      who: 'inspector',
      run: (work) => listed(readBox(work, { direction: 'in', open: true, after: null })),
      finds: 50,
    },
    'the inbox of the police with what is over': {
      who: 'inspector',
      run: (work) => listed(readBox(work, { direction: 'in', open: false, after: null })),
      finds: 50,
    },
    'an outbox': {
      who: 'asha',
      run: (work) => listed(readBox(work, { direction: 'out', open: true, after: null })),
      finds: 8,
    },
    'a caseworker’s day': { who: 'asha', run: async (work) => (await readMyDay(work)).due.length, finds: 40 },
    'the day of the police': {
      who: 'inspector',
      run: async (work) => (await readMyDay(work)).waiting.length,
      finds: 50,
    },
    'a supervisor’s board': {
      who: 'farida',
      run: async (work) => (await readBoard(work)).rows.length,
      finds: 2,
    },
  }

  const as = <Result>(
    who: PersonName,
    run: (work: Work) => Promise<Result>,
    engine: Engine = world.node.engine,
  ) => asActor({ ...world.node, engine }, passOf(world.people[who].cookie), run)

  async function explained({ who, run }: Task): Promise<readonly Explained[]> {
    const { engine, seen } = explaining(world.node.engine)
    await as(who, run, engine)
    return seen
  }

  /** What this transaction has read of each large table so far, inside functions too. */
  async function readSoFar(work: Work): Promise<Map<string, { scans: number; rows: number }>> {
    const { rows } = await sql<{ name: string; scans: number; rows: number }>`
      select relname as name, seq_scan as scans, seq_tup_read + coalesce(idx_tup_fetch, 0) as rows
      from pg_stat_xact_user_tables where relname = any (${[...large]}::text[])`.execute(work.db)
    return new Map(rows.map((row) => [row.name, row]))
  }

  test('the tables that grow with the cases are large here', () => {
    expect(large).toEqual(
      expect.arrayContaining([
        'case_file',
        'case_assignment',
        'case_event',
        'consent',
        'due_item',
        'referral',
      ]),
    )
  })

  describe.each(Object.entries(tasks))('%s', (_, task) => {
    test('finds what there is to find', async () => {
      expect(await as(task.who, task.run)).toBe(task.finds)
    })

    test('reads no large table from end to end, in functions neither, and of none more than a desk holds', async () => {
      // The database keeps a plan for a function's statements after some calls of its own choosing.
      for (let time = 0; time < 6; time++) await as(task.who, task.run)
      const found = await as(task.who, async (work) => {
        const before = await readSoFar(work)
        await task.run(work)
        return [...(await readSoFar(work))].map(([name, { scans, rows }]) => ({
          name,
          scans: scans - (before.get(name)?.scans ?? 0),
          rows: rows - (before.get(name)?.rows ?? 0),
        }))
      })
      expect(found.filter(({ scans, rows }) => scans > 0 || rows > mostRead)).toEqual([])
      expect(found.some(({ rows }) => rows > 0)).toBe(true)
    })

    test('is planned by index, turns few rows away, and asks once who is asking', async () => {
      const seen = await explained(task)
      expect(seen.length).toBeGreaterThan(1)
      const steps = seen.flatMap(({ plan }) => stepsOf(plan))
      const ofLarge = steps.filter((step) => large.includes(step['Relation Name'] ?? ''))
      expect(ofLarge.length).toBeGreaterThan(0)
      expect(ofLarge.filter((step) => step['Node Type'] === 'Seq Scan')).toEqual([])
      expect(ofLarge.filter((step) => turnedAway(step) > mostTurnedAway)).toEqual([])
      expect(steps.flatMap(conditionsOf).filter((asked) => /\bactor_\w+\(/.test(asked))).toEqual([])
    })
  })
})
