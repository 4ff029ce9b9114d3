import { randomUUID } from 'node:crypto'
import type { CaseAlerts } from '@setu/records/api'
import { addDays, alertRules, type PlainDate, plainDate } from '@setu/vocabulary'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { facts } from '../../../test/criminal-calls.ts'
import { intrude } from '../../../test/intruder.ts'
import { type AnyName, openWideWorld, type WideWorld } from '../../../test/wide-world.ts'
import { endpoints } from '../../endpoints.ts'
import { handleOf } from '../../platform/index.ts'
import { prosecutionWorks } from '../index.ts'
import { countAside } from './reckon-alerts.ts'

const reported = plainDate('2024-02-01')

describe('what is planned for a criminal case', () => {
  let world: WideWorld
  let client: Client
  let today: PlainDate = reported
  let id = ''
  const clock = () => new Date(`${today}T06:00:00Z`)
  const rows = (text: string, values: readonly unknown[] = []) => rowsOf(world.owner, text, values)
  const cookieOf = (who: AnyName) => world.people[who].cookie
  const at = (more = '') => `/criminal-cases/${world.people.inspector.org}/${id}${more}`
  const ofCase = async () =>
    (await client.get(at('/alerts'), cookieOf('inspector'))).body as unknown as CaseAlerts
  const sweep = async (day: PlainDate) => {
    today = day
    for (const work of Object.values(prosecutionWorks(world.node.engine, clock))) await work()
  }
  /** A case with an office of each task, and one accused whom the police look into. */
  const open = async () => {
    id = randomUUID()
    today = reported
    const unit = world.people.inspector.unit
    const said = { ...facts, id, unit, jurisdiction: 'BD', reportedOn: today, offenceOn: '2023-12-01' }
    expect((await client.post('/criminal-cases', cookieOf('inspector'), said)).status).toBe(201)
    for (const [who, task] of [
      ['prosecutor', 'prosecution'],
      ['bench', 'court'],
      ['lawyer', 'legalAid'],
    ] as const) {
      const office = { id: randomUUID(), unit: world.people[who].unit, task }
      expect((await client.post(at('/offices'), cookieOf('inspector'), office)).status, who).toBe(200)
    }
    const { org } = world.people.inspector
    const [accused, offence] = [randomUUID(), randomUUID()]
    await rows(
      `insert into accused (org_id, id, case_id, place, name, roles, age, sex, official, custody, custody_on)
       values ($1, $2, $3, 1, '\\x00', '{}', 'adult', 'male', false, 'atLarge', $4)`,
      [org, accused, id, today],
    )
    const charge = { accused, law: 'PSHTA-2012', section: '6(2)', stage: 'firLodged', on: today, paper: null }
    const written = await client.post(at('/offences'), cookieOf('inspector'), { ...charge, id: offence })
    expect(written.status, written.text).toBe(200)
    return id
  }
  const fact = (kind: string) =>
    client.post(at('/facts'), cookieOf('inspector'), {
      id: randomUUID(),
      kind,
      on: today,
      accused: null,
      paper: null,
    })

  beforeAll(async () => {
    world = await openWideWorld('postgres')
    client = await openClient({ ...world.node, clock }, endpoints)
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  test('is told to whose it is in this release, also where a node began when fewer kinds were known', async () => {
    await rows(
      `insert into rule_set (kind, version, valid_from, rules, made_at) values ('criminalAlerts', 'before', '2020-01-01', $1, clock_timestamp())`,
      [JSON.stringify({ ...alertRules, version: 'before', to: { noReport: ['court'] }, escalatesTo: [] })],
    )
    await open()
    const planned = await rows(
      `select distinct kind, tasks, escalates from criminal_alert where case_id = $1`,
      [id],
    )
    expect(planned.map(({ kind }) => kind)).toContain('investigationClock')
    for (const { kind, tasks, escalates } of planned) {
      expect(tasks).toEqual(alertRules.to[String(kind) as keyof typeof alertRules.to])
      expect(escalates).toEqual(alertRules.escalatesTo)
    }
    await rows(`delete from rule_set where version = 'before'`)
  })

  test('is believed only from whoever has just written what it rests on, and for no day to come', async () => {
    await open()
    await sweep(addDays(reported, 100))
    const empty = JSON.stringify({ basis: null, found: 'none', law: null, unknown: [], alerts: [] })
    const keep = `select criminal_plan_keep($1, $2, $3::jsonb, $4::date) as kept`
    const left = `select count(*)::int as waiting from criminal_alert where case_id = $1 and given_at is null`
    const { org } = world.people.inspector
    for (const who of ['lawyer', 'bench', 'prosecutor', 'inspector'] as const)
      await intrude(world.node.engine, 'setu_app', handleOf(cookieOf(who)), async (attempt) => {
        expect((await attempt(keep, [org, id, empty, today])).rows, who).toEqual([{ kept: false }])
        expect((await attempt(left, [id])).rows[0]?.['waiting'], who).toBeGreaterThan(0)
      })
    await intrude(world.node.engine, 'setu_app', handleOf(cookieOf('inspector')), async (attempt) => {
      await attempt(`update criminal_case set measures = measures where org_id = $1 and id = $2`, [org, id])
      expect((await attempt(keep, [org, id, empty, '2999-01-01'])).rows).toEqual([{ kept: true }])
      const { rows: dropped } = await attempt(
        `select dropped_on <= current_date + 1 as past from criminal_alert where case_id = $1 and given_at is not null`,
        [id],
      )
      expect(dropped.length).toBeGreaterThan(0)
      expect(dropped.every(({ past }) => past === true)).toBe(true)
    })
  })

  test('is put aside where it cannot be reckoned, and holds up neither what is written nor any other case', async () => {
    const other = await open()
    const broken = await open()
    await rows(
      `alter table criminal_alert add constraint broken check (case_id <> '${broken}' or given_at is not null) not valid`,
    )
    await rows(`update criminal_plan set stale = true where case_id in ($1, $2)`, [other, broken])
    await sweep(addDays(reported, 30))
    const standing = async (one: string) =>
      (await rows(`select stale from criminal_plan where case_id = $1`, [one]))[0]?.['stale']
    const told = async () =>
      (await rows(`select 1 from audit_event where action = 'criminal.alertsSetAside'`)).length
    expect([await standing(other), await standing(broken)]).toEqual([false, true])
    expect(await countAside(world.node.engine)).toBe(1)
    expect(await told()).toBe(1)
    await sweep(addDays(reported, 31))
    expect(await told(), 'not tried again and again').toBe(1)
    expect((await fact('extensionAsked')).status, 'written all the same').toBe(200)
    expect(await countAside(world.node.engine)).toBe(0)
    await sweep(today)
    expect(await countAside(world.node.engine)).toBe(1)
    await rows(`alter table criminal_alert drop constraint broken`)
    expect((await fact('investigatorMoved')).status).toBe(200)
    expect(await countAside(world.node.engine)).toBe(0)
    expect((await ofCase()).ahead.map(({ kind }) => kind)).not.toContain('extensionRequest')
  })

  test('is given on its day, also while nothing can be reckoned anew', async () => {
    await open()
    await rows(`revoke execute on function criminal_plan_put(jsonb, date) from setu_clock`)
    await rows(`update criminal_plan set stale = true where case_id = $1`, [id])
    await expect(sweep(addDays(reported, 100))).rejects.toThrow('42501')
    await rows(`grant execute on function criminal_plan_put(jsonb, date) to setu_clock`)
    expect((await ofCase()).given.map(({ mark }) => mark)).toContain(60)
  })

  test('goes up only where somebody could have answered it: not where a later mark says all that it does', async () => {
    await open()
    await sweep(addDays(reported, 300))
    await sweep(addDays(today, alertRules.answerWithin))
    const { given } = await ofCase()
    expect(given.map(({ kind }) => kind)).toHaveLength(6)
    expect(
      given.flatMap(({ kind, mark, escalated }) => (escalated === null ? [] : `${kind} ${mark}`)).toSorted(),
    ).toEqual(['extensionRequest 3', 'investigationClock 90', 'noReport 120'])
  })

  test('is reckoned by the clock while somebody corrects the case, and neither waits for the other for ever', async () => {
    await open()
    const job = await world.owner.connect()
    try {
      await job.script('begin')
      await job.query(`select 1 from criminal_plan where case_id = $1 for update`, [id])
      const change = client.post(at(), cookieOf('inspector'), { ...facts, base: 1, offenceOn: '2023-12-02' })
      const behind = `select 1 from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))`
      let waiting = 0
      while (waiting === 0) waiting = (await job.query(behind, [])).count
      // What the clock lays down refers to the case.
      await job.query(
        `insert into criminal_alert (org_id, case_id, kind, mark, since, subject, due_on, accused, rules, settled, tasks, escalates, answer_within)
         values ($1, $2, 'noReport', 1, '2024-01-01', '', '2024-01-01', '{}', 'x', true, '{}', '{}', 7)`,
        [world.people.inspector.org, id],
      )
      await job.script('rollback')
      const answer = await change
      expect(answer.status, answer.text).toBe(200)
    } finally {
      job.release(false)
    }
  })
})
