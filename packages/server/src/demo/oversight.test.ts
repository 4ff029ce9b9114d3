import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OversightRow } from '@setu/records/api'
import { codesOf, oversightSteps } from '@setu/vocabulary'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../test/client.ts'
import { type Opened, openNode } from '../../test/world.ts'
import { seedRules } from '../commands/seed-rules.ts'
import { asActor, openSession, passOf } from '../platform/index.ts'
import { readOwn } from '../protection/index.ts'
import { loadDemo } from './index.ts'

const steps = codesOf(oversightSteps)
const since = [0, 1, 0, 3, 4, 5, 0]

interface Lived {
  readonly opened: string
  readonly reached: readonly (string | null)[]
  readonly closed: string | null
}

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** The smallest number of days after which no more than this part is left, by counting down who is still there. */
function daysUntil(
  part: number,
  lives: readonly { readonly days: number; readonly there: boolean }[],
): number | null {
  let left = 1
  for (const days of [...new Set(lives.map((life) => life.days))].toSorted((a, b) => a - b)) {
    const stillThere = lives.filter((life) => life.days >= days).length
    const ended = lives.filter((life) => life.there && life.days === days).length
    left *= (stillThere - ended) / stillThere
    if (left <= part + 1e-9) return days
  }
  return null
}

function expectedOf(
  cases: readonly Lived[],
  today: string,
): Pick<OversightRow, 'cases' | 'reached' | 'waits'> {
  return {
    cases: cases.length,
    reached: steps.map((step, at) => ({
      step,
      people: cases.filter(({ reached }) => reached[at] !== null).length,
    })),
    waits: steps.flatMap((step, at) => {
      const from = since[at] ?? 0
      const lives = cases.flatMap(({ opened, reached, closed }) => {
        const begins = from === 0 ? opened : (reached[from - 1] ?? null)
        if (begins === null) return []
        const there = reached[at] ?? null
        const ends = there ?? closed ?? today
        return [
          {
            days: Math.max(dayNumber(ends) - dayNumber(begins), 0),
            there: there !== null,
            waits: there === null && closed === null,
          },
        ]
      })
      if (lives.length === 0) return []
      const waiting = lives.filter(({ waits }) => waits)
      return [
        {
          step,
          waiting: waiting.length,
          longest: waiting.length === 0 ? null : Math.max(...waiting.map(({ days }) => days)),
          q1: daysUntil(0.75, lives),
          median: daysUntil(0.5, lives),
          q3: daysUntil(0.25, lives),
        },
      ]
    }),
  }
}

describe('the oversight of the demonstration', () => {
  let folder: string
  let opened: Opened

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'oversight-'))
    opened = await openNode('pglite', folder)
    await seedRules(opened.node.engine)
    await loadDemo({ ...opened.node, demo: true }, { size: 'small' })
  }, 240_000)
  afterAll(async () => {
    await opened.close()
    await rm(folder, { recursive: true, force: true })
  })

  /** Case by case from what was written down, and from events where there are some: never by the function that is tried. */
  async function livesOf(unit: string): Promise<Lived[]> {
    const files = await rowsOf(
      opened.owner,
      `select c.id, c.opened_on as opened, c.closed_on as closed from case_file c where c.owner_unit = $1`,
      [unit],
    )
    const events = await rowsOf(
      opened.owner,
      `select e.case_id as file, e.kind, e.happened_on as day, e.about ->> 'identification' as decided from case_event e order by e.happened_on`,
    )
    const records = await rowsOf(
      opened.owner,
      `select s.case_id as file, s.record, s.to_state as state, (s.at at time zone 'Asia/Dhaka')::date::text as day from record_step s order by s.at`,
    )
    const consents = await rowsOf(
      opened.owner,
      `select case_id as file, given_on as day from consent where purpose = 'services' and state <> 'refused' order by given_on`,
    )
    const begun = await rowsOf(
      opened.owner,
      `select case_id as file, presumed_on as day from identification order by presumed_on`,
    )
    const given = await rowsOf(
      opened.owner,
      `select case_id as file, delivered_on as day from service_delivered order by delivered_on`,
    )
    const home = await rowsOf(
      opened.owner,
      `select case_id as file, begun_on as day from reintegration where begun_on is not null order by begun_on`,
    )
    return files.map((file) => {
      const firstOf = (
        rows: readonly Readonly<Record<string, unknown>>[],
        holds: (row: Readonly<Record<string, unknown>>) => boolean = () => true,
      ) => {
        const row = rows.find((one) => one['file'] === file['id'] && holds(one))
        return row === undefined ? null : String(row['day'])
      }
      const started = [firstOf(given), firstOf(events, ({ kind }) => kind === 'serviceStarted')].flatMap(
        (day) => day ?? [],
      )
      const { closed: ended } = file
      const closed = typeof ended === 'string' ? ended : null
      return {
        opened: String(file['opened']),
        closed,
        reached: [
          firstOf(begun),
          firstOf(
            events,
            ({ kind, decided }) => kind === 'identificationDecided' && decided === 'identified',
          ),
          firstOf(consents),
          firstOf(records, ({ record, state }) => record === 'servicePlan' && state === 'agreed'),
          started.toSorted()[0] ?? null,
          firstOf(home),
          closed,
        ],
      }
    })
  }

  test('is the same when it is counted again from what happened, case by case', async () => {
    const [supervisor] = await rowsOf(
      opened.owner,
      `select m.org_id as org, m.account_id as account, m.unit_id as unit, count(*) as cases from unit_member m
       join account_role r on r.account_id = m.account_id and r.role = 'supervisor'
       join case_file c on c.owner_unit = m.unit_id
       where m.supervises group by 1, 2, 3 order by 4 desc limit 1`,
    )
    const cookie = await openSession(opened.node, {
      org: String(supervisor?.['org']),
      account: String(supervisor?.['account']),
      device: 'test',
    })
    const found = await asActor(opened.node, passOf(cookie), (work) => readOwn(work, { by: 'year' }))
    const units = await rowsOf(
      opened.owner,
      `select unit_id as unit from unit_member where account_id = $1 and supervises`,
      [supervisor?.['account']],
    )
    const lives = (await Promise.all(units.map(({ unit }) => livesOf(String(unit))))).flat()
    expect(lives.length).toBeGreaterThan(5)
    const byYear = Map.groupBy(lives, ({ opened }) => opened.slice(0, 4))
    for (const row of found.rows) {
      const cases = row.key === null ? lives : (byYear.get(row.key) ?? [])
      const { reached, waits, cases: number } = row
      expect({ cases: number, reached, waits }, row.key ?? 'all').toEqual(expectedOf(cases, found.until))
    }
    expect(found.rows).toHaveLength(byYear.size + 1)
  })
})
