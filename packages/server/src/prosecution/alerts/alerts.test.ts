import { randomUUID } from 'node:crypto'
import type { AlertList, CaseAlerts, FactList } from '@setu/records/api'
import {
  addDays,
  alertRules,
  criminalFactKinds,
  isWorkingDay,
  type PlainDate,
  plainDate,
} from '@setu/vocabulary'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type Client, openClient, rowsOf } from '../../../test/client.ts'
import { aCourt, facts, someoneAccused } from '../../../test/criminal-calls.ts'
import { intrude } from '../../../test/intruder.ts'
import { type AnyName, openWideWorld, type WideWorld } from '../../../test/wide-world.ts'
import { endpoints } from '../../endpoints.ts'
import { handleOf, inTransaction } from '../../platform/index.ts'
import { giveAlerts } from './give-alerts.ts'
import { basisOn } from './plan-basis.ts'
import { reckonStale } from './reckon-alerts.ts'

const reported = plainDate('2024-02-01')
const offices = ['prosecutor', 'bench', 'lawyer'] as const

describe.each(['pglite', 'postgres'] as const)('alerts of a criminal case, on %s', (kind) => {
  let world: WideWorld
  let client: Client
  let today: PlainDate = reported
  let id = ''
  let accused = ''
  let offence = ''
  const clock = () => new Date(`${today}T06:00:00Z`)
  const at = (more = '') => `/criminal-cases/${world.people.inspector.org}/${id}${more}`
  const cookieOf = (who: AnyName) => world.people[who].cookie
  const post = (who: AnyName, more: string, body: Readonly<Record<string, unknown>>): Promise<Answer> =>
    client.post(at(more), cookieOf(who), body)
  const sweep = async (day: PlainDate) => {
    today = day
    await reckonStale(world.node.engine, clock)
    return giveAlerts(world.node.engine, clock)
  }
  const alertsOf = async (who: AnyName, standing = 'waiting'): Promise<AlertList['items']> => {
    const { body, status, text } = await client.get(`/criminal-alerts?standing=${standing}`, cookieOf(who))
    expect(status, text).toBe(200)
    return (body as unknown as AlertList).items
  }
  const kindsOf = async (who: AnyName, standing?: string) =>
    (await alertsOf(who, standing)).map(({ kind: one, mark }) => `${one} ${mark}`)
  const ofCase = async (who: AnyName): Promise<CaseAlerts> =>
    (await client.get(at('/alerts'), cookieOf(who))).body as unknown as CaseAlerts
  const step = async (who: AnyName, to: string, more: object = {}) => {
    const [row] = await rowsOf(world.owner, `select version from accused_offence where id = $1`, [offence])
    const said = { base: row?.['version'], to, on: today, paper: null, ...more }
    const answer = await post(who, `/offences/${offence}/step`, said)
    expect(answer.status, `${to}: ${answer.text}`).toBe(200)
  }
  const fact = (who: AnyName, said: object) =>
    post(who, '/facts', { id: randomUUID(), on: today, accused: null, paper: null, ...said })
  /** The day on which so many working days have passed, counted one at a time. */
  const passed = async (institution: 'executive' | 'court', from: PlainDate, days: number) => {
    const { calendars } = await inTransaction(world.node.engine, { role: 'setu_clock' }, (db) =>
      basisOn(db, today),
    )
    const calendar = calendars.find((one) => one.jurisdiction === 'BD' && one.institution === institution)
    if (calendar === undefined) throw new TypeError('no calendar')
    let [day, left] = [from, days]
    while (left > 0) {
      day = addDays(day, 1)
      if (isWorkingDay(calendar, day)) left -= 1
    }
    return day
  }
  const open = async (offenceOn: string | null) => {
    id = randomUUID()
    accused = randomUUID()
    offence = randomUUID()
    const made = await client.post('/criminal-cases', cookieOf('inspector'), {
      ...facts,
      id,
      unit: world.people.inspector.unit,
      jurisdiction: 'BD',
      reportedOn: today,
      offenceOn,
    })
    expect(made.status, made.text).toBe(201)
    await post('inspector', '/accused', {
      ...someoneAccused,
      base: 0,
      id: accused,
      name: 'CNRY Karim',
      custodyOn: today,
    })
    const said = {
      accused,
      law: 'PSHTA-2012',
      section: '6(2)',
      stage: 'firLodged',
      on: today,
      paper: 'FIR 1',
    }
    const written = await post('inspector', '/offences', { id: offence, ...said })
    expect(written.status, written.text).toBe(200)
    for (const [who, task] of [
      ['prosecutor', 'prosecution'],
      ['bench', 'court'],
      ['lawyer', 'legalAid'],
    ] as const) {
      const { unit } = world.people[who]
      expect((await post('inspector', '/offices', { id: randomUUID(), unit, task })).status, who).toBe(200)
    }
  }

  beforeAll(async () => {
    world = await openWideWorld(kind)
    client = await openClient({ ...world.node, clock }, endpoints)
    const { constable, inspector } = world.people
    const cell = randomUUID()
    for (const text of [
      `insert into unit (org_id, id, name_en, name_bn) values ($1, $2, 'Cell', 'সেল')`,
      `insert into unit_member (org_id, unit_id, account_id, since) values ($1, $2, '${constable.account}', now())`,
    ])
      await rowsOf(world.owner, text, [inspector.org, cell])
    for (const table of ['unit_wrap', 'unit_member'])
      await rowsOf(world.owner, `delete from ${table} where account_id = $1 and unit_id = $2`, [
        constable.account,
        inspector.unit,
      ])
    await open('2023-12-01')
    await post('inspector', '/offices', { id: randomUUID(), unit: cell, task: 'monitoring' })
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  test('lie ahead as soon as the case is written down, by law, calendar and rules, and tell nobody yet', async () => {
    const { found, law, unknown, given, ahead } = await ofCase('inspector')
    expect([found, law, unknown, given]).toEqual(['one', 'BD.PSHTA-2012.2012', [], []])
    expect(ahead.map(({ kind: one, mark, on }) => `${one} ${mark} ${on}`)).toEqual([
      ...(await Promise.all(
        [60, 75, 84].map(
          async (days) => `investigationClock ${days} ${await passed('executive', reported, days)}`,
        ),
      )),
      `extensionRequest 3 ${await passed('executive', reported, 87)}`,
      `investigationClock 90 ${await passed('executive', reported, 90)}`,
      `noReport 120 ${addDays(await passed('executive', reported, 120), 1)}`,
    ])
    expect(ahead.map((one) => [one.law, one.calendar === null, one.rules])).toEqual([
      ...Array.from({ length: 5 }, () => ['BD.PSHTA-2012.2012', false, alertRules.version]),
      [null, false, alertRules.version],
    ])
    expect(await sweep(addDays(await passed('executive', reported, 60), -1))).toBe(0)
    for (const who of ['inspector', 'constable', ...offices] as const) expect(await alertsOf(who)).toEqual([])
  })

  test('are given on their day, once, to the offices whose it is, without a name', async () => {
    const day = await passed('executive', reported, 60)
    expect(await sweep(day)).toBe(1)
    expect(await sweep(day)).toBe(0)
    for (const who of ['inspector', 'constable'] as const)
      expect(await kindsOf(who)).toEqual(['investigationClock 60'])
    for (const who of [...offices, 'asha', 'farida', 'admin', 'analyst'] as const)
      expect(await alertsOf(who), who).toEqual([])
    const seen = await client.get('/criminal-alerts?standing=waiting', cookieOf('constable'))
    expect(seen.text + (await client.get(at('/alerts'), cookieOf('constable'))).text).not.toContain('CNRY')
    expect((await client.get('/criminal-alert-count', cookieOf('constable'))).body).toEqual({ waiting: 1 })
    const notices = await rowsOf(world.owner, `select account_id from notice where kind = 'criminalAlerts'`)
    expect(notices.map((row) => String(row['account_id'])).toSorted()).toEqual(
      [world.people.inspector.account, world.people.constable.account].toSorted(),
    )
  })

  test('are answered by whoever was told, which ends nothing, and go up once where nobody answers', async () => {
    const [alert] = await alertsOf('inspector')
    const say = (who: AnyName) =>
      post(who, `/alerts/${alert?.id}/answer`, { id: randomUUID(), answer: 'actedOn' })
    expect((await say('prosecutor')).body.code).toBe('not-for-you')
    expect((await say('asha')).status).toBe(404)
    const next = await passed('executive', reported, 75)
    expect((await say('inspector')).status).toBe(200)
    expect(await alertsOf('inspector')).toEqual([])
    expect((await alertsOf('inspector', 'answered'))[0]?.answers.map(({ answer }) => answer)).toEqual([
      'actedOn',
    ])
    await sweep(next)
    expect(await kindsOf('inspector')).toEqual(['investigationClock 75'])
    await sweep(addDays(next, alertRules.answerWithin - 1))
    expect((await alertsOf('inspector'))[0]?.escalated).toBeNull()
    await sweep(addDays(next, alertRules.answerWithin))
    expect((await alertsOf('inspector'))[0]?.escalated).not.toBeNull()
    const told = await rowsOf(
      world.owner,
      `select o.task, t.escalated from criminal_alert_told t join criminal_alert a on a.id = t.alert_id
         join criminal_office o on o.id = t.office_id where a.mark = 75 order by 2, 1`,
    )
    expect(told.map((row) => `${String(row['task'])} ${String(row['escalated'])}`)).toEqual([
      'investigation false',
      'monitoring false',
      'monitoring true',
    ])
    expect(await giveAlerts(world.node.engine, clock)).toBe(0)
  })

  test('rest on days that the office whose work it is writes down, and takes back', async () => {
    const asked = { kind: 'extensionAsked' }
    for (const who of ['prosecutor', 'bench', 'lawyer', 'constable'] as const)
      expect((await fact(who, asked)).body.code, who).toBe('not-for-you')
    expect((await fact('asha', asked)).status).toBe(404)
    expect((await fact('inspector', { kind: 'overrunTold' })).body.code).toBe('not-for-you')
    expect((await fact('inspector', { ...asked, on: addDays(today, 1) })).status).toBe(400)
    expect((await fact('inspector', { ...asked, on: addDays(reported, -1) })).status).toBe(400)
    expect((await fact('bench', { kind: 'compensationPaid' })).status, 'whose').toBe(400)
    const before = (await ofCase('inspector')).ahead.map(({ kind: one }) => one)
    expect(before).toContain('extensionRequest')
    expect((await fact('inspector', asked)).status).toBe(200)
    expect((await ofCase('inspector')).ahead.map(({ kind: one }) => one)).not.toContain('extensionRequest')
    const list = (await client.get(at('/facts'), cookieOf('inspector'))).body as unknown as FactList
    expect(list.writes).toEqual(['extensionAsked', 'extensionGiven', 'extensionRefused', 'investigatorMoved'])
    const back = (who: AnyName) => post(who, `/facts/${list.items[0]?.id}/take-back`, { base: 1 })
    expect((await back('prosecutor')).body.code).toBe('not-for-you')
    expect((await back('inspector')).status).toBe(200)
    expect((await back('inspector')).body.code).toBe('stale')
    expect((await ofCase('inspector')).ahead.map(({ kind: one }) => one)).toContain('extensionRequest')
    const kept = (await client.get(at('/facts'), cookieOf('prosecutor'))).body as unknown as FactList
    expect(kept.items.map(({ kind: one, takenBack }) => [one, takenBack === null])).toEqual([
      ['extensionAsked', false],
    ])
    const rules = await rowsOf(world.owner, `select kind from criminal_fact_rule order by 1`)
    expect(rules.map((row) => row['kind'])).toEqual(
      criminalFactKinds.entries.map(({ code }) => code).toSorted(),
    )
  })

  test('that were given end with their cause, and those ahead go silently', async () => {
    await step('inspector', 'underInvestigation')
    await step('inspector', 'chargeSheeted')
    const { given, ahead } = await ofCase('inspector')
    expect(given.map(({ mark, until, dropped }) => [mark, until, dropped])).toEqual([
      [75, today, null],
      [60, today, null],
    ])
    expect(ahead.map(({ kind: one }) => one)).toEqual(['chargeNotFramed'])
    expect(await alertsOf('inspector')).toEqual([])
    expect(await kindsOf('inspector', 'ended')).toEqual(['investigationClock 75', 'investigationClock 60'])
    expect(await sweep(addDays(today, 90))).toBe(0)
    expect(await sweep(addDays(today, 1))).toBe(1)
    expect(await kindsOf('prosecutor')).toEqual(['chargeNotFramed 90'])
    await step('prosecutor', 'cognizance')
    await step('prosecutor', 'chargeFramed')
    expect(await alertsOf('prosecutor')).toEqual([])
  })

  test('of hearings say who stays away by number, and which reason came again', async () => {
    const hearing = (on: PlainDate) => ({
      base: 0,
      id: randomUUID(),
      court: aCourt,
      on,
      purpose: 'prosecutionEvidence',
      standing: 'adjourned',
      why: 'judgeAbsent',
      asker: 'courtItself',
      orders: null,
      witnesses: [{ place: 4, kind: 'public', day: 'summoned' }],
      next: null,
    })
    for (const days of [10, 20]) {
      today = addDays(today, days)
      const kept = await post('bench', '/hearings', hearing(today))
      expect(kept.status, kept.text).toBe(200)
    }
    await sweep(today)
    expect(
      (await alertsOf('lawyer')).map(({ kind: one, subject }) => `${one} ${subject}`).toSorted(),
    ).toEqual(['adjournedAlike judgeAbsent', 'witnessAbsent 4'])
    expect(await kindsOf('bench')).toEqual([])
  })

  test('go with the task of an office, over HTTP and past it, and an office that comes in is told of what stands', async () => {
    const [held] = await rowsOf(
      world.owner,
      `select id from criminal_office where case_id = $1 and task = 'legalAid'`,
      [id],
    )
    expect(await alertsOf('lawyer')).toHaveLength(2)
    await rowsOf(world.owner, `update criminal_office set until_on = current_date where id = $1`, [
      held?.['id'],
    ])
    expect(await alertsOf('lawyer')).toEqual([])
    expect((await client.get(at('/alerts'), cookieOf('lawyer'))).status).toBe(404)
    const tables = [
      'criminal_alert',
      'criminal_alert_told',
      'criminal_alert_answer',
      'criminal_plan',
      'criminal_fact',
    ]
    for (const who of ['lawyer', 'asha', 'guard', 'policeAdmin'] as const) {
      const found = await intrude(world.node.engine, 'setu_app', handleOf(cookieOf(who)), (attempt) =>
        Promise.all(tables.map((table) => attempt(`select 1 from ${table}`))),
      )
      expect(
        found.map(({ count, refused }) => refused ?? count),
        who,
      ).toEqual(tables.map(() => 0))
    }
    const forged = await intrude(
      world.node.engine,
      'setu_app',
      handleOf(cookieOf('bench')),
      async (attempt) => [
        await attempt(`update criminal_alert set given_at = now()`),
        await attempt(`delete from criminal_alert`),
        await attempt(`select criminal_plan_put('[]', current_date)`),
        await attempt(`update criminal_plan set stale = false`),
      ],
    )
    expect(forged.map(({ refused }) => refused)).toEqual(['42501', '42501', '42501', '42501'])
    const again = { id: randomUUID(), unit: world.people.lawyer.unit, task: 'legalAid' }
    expect((await post('prosecutor', '/offices', again)).status).toBe(200)
    const told = await rowsOf(world.owner, `select 1 from criminal_alert_told where office_id = $1`, [
      again.id,
    ])
    expect(told).toHaveLength(2)
    expect(await alertsOf('lawyer')).toHaveLength(2)
  })

  test('are reckoned anew by new days off, and a mark that others laid down takes the place of the old', async () => {
    const framed = await ofCase('prosecutor')
    const before = framed.ahead.find(({ kind: one, mark }) => one === 'trialClock' && mark === 90)
    await rowsOf(
      world.owner,
      `insert into working_calendar (jurisdiction, institution, version, valid_from, weekend, holidays, made_at)
       select 'BD', 'court', 'later', '2020-01-01', weekend, holidays || jsonb_build_array(jsonb_build_object('date', $1::text, 'en', 'x', 'bn', 'x')), now()
       from working_calendar where jurisdiction = 'BD' and institution = 'court' order by valid_from desc, made_at desc limit 1`,
      [before?.on],
    )
    await sweep(today)
    const after = (await ofCase('prosecutor')).ahead.find(({ id: one }) => one === before?.id)
    expect([after?.calendar, String(after?.on) > String(before?.on)]).toEqual(['later', true])
    const waiting = await kindsOf('prosecutor')
    await rowsOf(
      world.owner,
      `insert into rule_set (kind, version, valid_from, rules, made_at) values ('criminalAlerts', 'other', '2020-01-01', $1, clock_timestamp())`,
      [JSON.stringify({ version: 'other', adjournedAlike: 3, trialMarks: [100, 150] })],
    )
    await sweep(today)
    const { given, ahead } = await ofCase('prosecutor')
    expect(ahead.map(({ kind: one, mark }) => `${one} ${mark}`)).toContain('trialClock 100')
    expect(ahead.map(({ mark }) => mark)).not.toContain(90)
    expect(given.find(({ kind: one }) => one === 'adjournedAlike')?.dropped).toBe(today)
    expect((await kindsOf('prosecutor')).toSorted()).toEqual(
      waiting.filter((one) => !one.startsWith('adjournedAlike')).toSorted(),
    )
    await rowsOf(world.owner, `delete from rule_set where version = 'other'`)
    await sweep(today)
    expect((await kindsOf('prosecutor')).toSorted()).toEqual(waiting.toSorted())
    expect(await giveAlerts(world.node.engine, clock), 'given before').toBe(0)
  })

  test('say which time limits nobody knows, and put no day in their place', async () => {
    today = plainDate('2026-03-01')
    await open('2026-02-01')
    const { unknown, ahead } = await ofCase('inspector')
    expect(unknown).toContain('investigation')
    expect(ahead.map(({ kind: one }) => one)).toEqual(['noReport'])
    await open(null)
    expect(await ofCase('inspector')).toMatchObject({ found: 'noDay', law: null })
  })

  test('are given once by two that sweep at the same moment', async () => {
    today = plainDate('2025-01-05')
    await open('2024-06-01')
    today = addDays(today, 400)
    await reckonStale(world.node.engine, clock)
    const sweeps = await Promise.all(Array.from({ length: 4 }, () => giveAlerts(world.node.engine, clock)))
    expect(Math.max(...sweeps)).toBeGreaterThan(0)
    const listed = (await alertsOf('inspector')).filter((one) => one.case === id)
    expect(
      listed.map(({ kind: one, mark }) => `${one} ${mark}`).toSorted(),
      'the latest mark of each clock',
    ).toEqual(['extensionRequest 3', 'investigationClock 90'])
    expect((await ofCase('inspector')).given.length).toBeGreaterThan(4)
    const twice = await rowsOf(
      world.owner,
      `select alert_id from criminal_alert_told where not escalated group by alert_id, office_id having count(*) > 1`,
    )
    expect(twice).toEqual([])
    const [row] = await rowsOf(
      world.owner,
      `select (select sum(count) from audit_event where action = 'criminal.alertsGiven')::int as counted,
         (select count(*) from criminal_alert where given_at is not null)::int as given`,
    )
    expect(row?.['counted']).toBe(row?.['given'])
  })
})
