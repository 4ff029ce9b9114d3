import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenCaseRules } from '../../test/case-rules.ts'
import { rowsOf } from '../../test/client.ts'
import { countAnew } from '../../test/deadlines.ts'
import { openNode } from '../../test/world.ts'
import { seedRules } from '../commands/seed-rules.ts'
import { loadDemo } from './index.ts'
import { planCriminalCases } from './plan/criminal/plan-criminal-cases.ts'

/** The whole of it in the long run; else the part around one caseworker. */
const size = process.env['SETU_DEEP'] ? 'full' : 'small'

const now = new Date()
let opened: Awaited<ReturnType<typeof openNode>>

beforeAll(async () => {
  opened = await openNode('pglite')
  await seedRules(opened.node.engine)
  await loadDemo({ ...opened.node, demo: true, clock: () => now }, { size })
}, 20 * 60_000)
afterAll(() => opened.node.engine.close())

test('every case of the demonstration keeps every rule', async () => {
  expect(await brokenCaseRules(opened.owner)).toEqual([])
})

test('every promise is for the moment that the rules and the calendar give, counted anew from what happened', async () => {
  const { wrong, missing, looked, kinds } = await countAnew(opened.owner)
  expect({ wrong, missing }).toEqual({ wrong: [], missing: [] })
  expect(looked).toBeGreaterThan(100)
  for (const kind of [
    'completeIntake',
    'answerReferral',
    'reassessRisk',
    'followUp',
    'approvePayment',
    'identify',
    'answerMessage',
  ])
    expect(kinds).toContain(kind)
})

test('the monitoring cell counts for the country: every criminal case once, and each step in its turn', async () => {
  const [told] = await rowsOf(
    opened.owner,
    `select (criminal_figures_of(null, '{}', '1990-01-01', current_date) -> 'cells') as cells,
      (select count(*)::int from criminal_case) as cases, (select count(*)::int from figures_cell) as units`,
  )
  const cells = told?.['cells'] as { measure: string; cases: number; persons: number }[]
  const sum = (measure: string, what: 'cases' | 'persons') =>
    cells.reduce((all, one) => all + (one.measure === measure ? one[what] : 0), 0)
  expect([told?.['units'], sum('investigationsOpened', 'cases')]).toEqual([1, told?.['cases']])
  const [held] = await rowsOf(
    opened.owner,
    `select count(distinct accused_id) filter (where outcome = 'convicted')::int as persons from accused_offence`,
  )
  expect(sum('convicted', 'persons')).toBe(held?.['persons'])
})

test('every criminal case stands where it was planned to stand, with each day in court', async () => {
  const planned = planCriminalCases(now, size).map(({ id, acts }) => {
    const stages = new Map<string, string>()
    for (const act of acts) {
      if (act.act === 'offence') stages.set(act.id, act.stage)
      if (act.act === 'stage') stages.set(act.offence, act.to)
    }
    const many = (kind: string) => acts.filter(({ act }) => act === kind).length
    return { id, stages: [...stages.values()].toSorted(), days: many('hearing'), facts: many('fact') }
  })
  const held = await rowsOf(
    opened.owner,
    `select c.id, array(select f.stage from accused_offence f where f.case_id = c.id order by f.stage collate "C") as stages,
      (select count(*)::int from hearing h where h.case_id = c.id) as days,
      (select count(*)::int from criminal_fact f where f.case_id = c.id) as facts from criminal_case c`,
  )
  const byId = (one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>) =>
    String(one['id']) < String(other['id']) ? -1 : 1
  expect(held.toSorted(byId)).toEqual(planned.toSorted(byId))
})

test('another country was asked a month ago and is silent, and a second request still lies with the ministry', async () => {
  const asked = await rowsOf(
    opened.owner,
    'select to_country as country, stage from assistance_request order by 1',
  )
  expect(asked).toEqual([
    { country: 'AE', stage: 'withAuthority' },
    { country: 'IN', stage: 'sent' },
  ])
})

test('a network of the police in Jashore stands among their cases, and its people as courts have said', async () => {
  const [held] = await rowsOf(
    opened.owner,
    `select (select count(*)::int from network_node where kind = 'person' and accused_id is not null) as people,
      (select count(*)::int from network_node where kind <> 'person') as things,
      (select count(*)::int from network_tie) as ties,
      (select count(*)::int from network_office where until_on is null) as offices`,
  )
  expect(held).toMatchObject({ things: 6, offices: 2 })
  expect(Number(held?.['people'])).toBeGreaterThan(5)
  expect(Number(held?.['ties'])).toBeGreaterThan(18)
})

test('what stalls in court was told of, week by week, and some of it to those who answer for the whole', async () => {
  const [told] = await rowsOf(
    opened.owner,
    `select count(*)::int as given, count(distinct given_at::date)::int as days, count(escalated_at)::int as escalated
      from criminal_alert where given_at is not null`,
  )
  expect(Number(told?.['given'])).toBeGreaterThan(10)
  expect(Number(told?.['days'])).toBeGreaterThan(1)
  expect(Number(told?.['escalated'])).toBeGreaterThan(0)
})

test('a survivor is tied to a criminal case, and what happened there reached her caseworker', async () => {
  const reached = await rowsOf(
    opened.owner,
    `select e.about ->> 'court' as what, d.done_at is null as waits from court_link l
      join case_event e on e.record_id = l.id and e.kind = 'courtMoved'
      join due_item d on d.about_id = l.id and d.kind = 'heedCourt'`,
  )
  expect(reached).toEqual([{ what: 'absconding', waits: true }])
})
