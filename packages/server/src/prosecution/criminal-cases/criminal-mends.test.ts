import { randomUUID } from 'node:crypto'
import type { CriminalView } from '@setu/records/api'
import { addDays } from '@setu/vocabulary'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type Client, openClient, rowsOf } from '../../../test/client.ts'
import {
  aCourt,
  type CriminalGiven,
  facts,
  heldCriminalCase,
  someoneAccused,
} from '../../../test/criminal-calls.ts'
import { intrude } from '../../../test/intruder.ts'
import { type AnyName, openWideWorld, type WideWorld } from '../../../test/wide-world.ts'
import { endpoints } from '../../endpoints.ts'
import { dayOf, handleOf } from '../../platform/index.ts'
import { openCriminalCase } from './open-criminal-case.ts'

const today = dayOf(new Date())

describe('a criminal case keeps what was said in it', () => {
  let world: WideWorld
  let client: Client
  let held: CriminalGiven
  const at = (more = '') => `/criminal-cases/${held.criminalOrg}/${held.criminal}${more}`
  const cookieOf = (who: AnyName) => world.people[who].cookie
  const get = (who: AnyName, path: string): Promise<Answer> => client.get(path, cookieOf(who))
  const post = (who: AnyName, more: string, body: Readonly<Record<string, unknown>>): Promise<Answer> =>
    client.post(at(more), cookieOf(who), body)
  const read = async (who: AnyName): Promise<CriminalView> => {
    const { body, status, text } = await get(who, at())
    expect(status, text).toBe(200)
    return body as unknown as CriminalView
  }
  const owner = (text: string, values: readonly unknown[] = []) => rowsOf(world.owner, text, values)
  const version = async (table: string, id: string): Promise<unknown> =>
    (await owner(`select version from ${table} where id = $1`, [id]))[0]?.['version']
  const stand = (stage: string, outcome: string | null = null) =>
    owner(
      `update accused_offence set stage = $1, outcome = $2, stage_on = current_date - 30, version = 1 where id = $3`,
      [stage, outcome, held.offence],
    )
  const step = (who: AnyName, to: string, more: object = {}) =>
    post(who, `/offences/${held.offence}/step`, { base: 1, to, on: today, paper: null, ...more })

  beforeAll(async () => {
    world = await openWideWorld('pglite')
    client = await openClient(world.node, endpoints)
    held = await heldCriminalCase(world, 'CNRY')
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  test('names that an office cannot open stay as they are, and are not written over', async () => {
    const { name: _name, aliases: _aliases, father: _father, particulars: _words, ...codes } = someoneAccused
    const correct = async (more: object) =>
      post('inspector', '/accused', {
        ...codes,
        base: await version('accused', held.accused),
        id: held.accused,
        ...more,
      })
    expect((await correct({ age: 'child' })).status).toBe(200)
    expect((await read('inspector')).accused[0]).toMatchObject({
      age: 'child',
      said: { name: 'CNRY-accused' },
    })
    expect((await correct({ father: 'CNRY-father' })).status).toBe(200)
    expect((await read('prosecutor')).accused[0]?.said).toEqual({
      name: 'CNRY-accused',
      aliases: ['CNRY-alias'],
      father: 'CNRY-father',
      particulars: null,
    })
    expect((await correct({ base: 0, id: randomUUID() })).status, 'somebody without a name').toBe(400)

    const kept = await owner(`delete from part_wrap where unit_id = $1 and part = 'accused' returning part`, [
      world.people.prosecutor.unit,
    ])
    expect(kept).toHaveLength(1)
    await stand('chargeSheeted')
    const blind = async (more: object) =>
      post('prosecutor', '/accused', {
        ...codes,
        base: await version('accused', held.accused),
        id: held.accused,
        ...more,
      })
    expect((await read('prosecutor')).accused[0]?.said).toBeNull()
    expect((await blind({ name: 'Somebody' })).body.code).toBe('cannot-be-opened')
    expect((await blind({ official: true })).status).toBe(200)
    expect((await read('inspector')).accused[0]).toMatchObject({
      official: true,
      said: { name: 'CNRY-accused', father: 'CNRY-father' },
    })
  })

  test('orders and witnesses that a correction leaves out stay, also of a day that is still to come', async () => {
    const day = { id: held.hearing, court: aCourt, purpose: 'bail', why: null, asker: null, next: null }
    const keep = async (more: object) =>
      post('prosecutor', '/hearings', { ...day, base: await version('hearing', held.hearing), ...more })
    const set = { standing: 'set', on: addDays(today, 10) }
    const summoned = [{ place: 1, kind: 'public', day: 'summoned' }]
    expect((await keep({ ...set, witnesses: summoned })).status).toBe(200)
    expect((await keep({ ...set, on: addDays(today, 12) })).status).toBe(200)
    const of = async (who: AnyName) => (await get(who, at('/hearings'))).body.items?.[0]
    expect(await of('inspector')).toMatchObject({
      on: addDays(today, 12),
      witnesses: summoned,
      orders: 'CNRY-order',
      sealed: false,
    })
    await owner(`delete from part_wrap where unit_id = $1 and part = 'orders'`, [
      world.people.prosecutor.unit,
    ])
    expect(await of('prosecutor')).toMatchObject({ orders: null, sealed: true })
    for (const orders of ['Other words', null])
      expect((await keep({ ...set, orders })).body.code).toBe('cannot-be-opened')
    expect((await keep(set)).status).toBe(200)
    expect(await of('inspector')).toMatchObject({ orders: 'CNRY-order', witnesses: summoned })
  })

  test('death during an appeal leaves the judgment and the sentence as the court gave them', async () => {
    await stand('argument')
    const sentence = { kinds: ['imprisonment'], months: 84, fine: null, compensation: null }
    expect((await step('prosecutor', 'convicted', { sentence })).status).toBe(200)
    expect((await step('prosecutor', 'convictionAppealed', { base: 2 })).status).toBe(200)
    expect((await step('prosecutor', 'abated', { base: 3 })).body.code).toBe('step-not-possible')
    expect((await step('prosecutor', 'appealAbated', { base: 3 })).status).toBe(200)
    expect((await read('inspector')).accused[0]?.offences[0]).toMatchObject({
      stage: 'appealAbated',
      outcome: 'convicted',
      sentence,
    })
    for (const from of ['retrialOrdered', 'chargeSheeted', 'judicialInquiry']) {
      await stand(from)
      expect((await step('prosecutor', 'abated')).status, from).toBe(200)
    }
  })

  test('what the police found stands until the case goes on, and is kept with the step', async () => {
    await stand('underInvestigation')
    expect((await step('inspector', 'finalReport', { report: 'false' })).status).toBe(200)
    const offence = async () => (await read('prosecutor')).accused[0]?.offences[0]
    expect((await step('prosecutor', 'judicialInquiry', { base: 2 })).status).toBe(200)
    expect(await offence()).toMatchObject({ report: 'false' })
    expect((await step('prosecutor', 'cognizance', { base: 3 })).status).toBe(200)
    expect(await offence()).toMatchObject({ report: null })
    const reports = (await read('prosecutor')).steps.filter(({ to }) => to === 'finalReport')
    expect(reports.map(({ report }) => report)).toEqual(['false'])
  })

  test('an offence stands under a law that is known here, or under another that is named', async () => {
    const charge = (more: object) =>
      post('prosecutor', '/offences', {
        id: randomUUID(),
        accused: held.accused,
        stage: 'reported',
        on: addDays(today, -20),
        paper: null,
        section: '6',
        ...more,
      })
    for (const wrong of [
      { law: 'PSHTA-2013' },
      { law: 'BNS-2023', section: '143(2)' },
      { law: 'PSHTA-2012', section: '61' },
      { law: 'OTHER' },
      { law: 'PSHTA-2012', otherLaw: 'Penal Code, 1860' },
    ])
      expect((await charge(wrong)).status, JSON.stringify(wrong)).toBe(400)
    for (const right of [
      { law: 'PSHTA-2012', section: '10(1)' },
      { law: 'HTSM-2026', section: 'ধারা ৭' },
      { law: 'OTHER', otherLaw: 'Passport Order, 1973', section: '11' },
      { law: 'OTHER', otherLaw: 'Penal Code, 1860', section: '11' },
    ])
      expect((await charge(right)).status, JSON.stringify(right)).toBe(200)
    const named = (await read('prosecutor')).accused[0]?.offences.flatMap((one) => one.otherLaw ?? [])
    expect(named?.toSorted()).toEqual(['Passport Order, 1973', 'Penal Code, 1860'])
  })

  test('a list shows somebody by what is still open, not by an offence that has ended', async () => {
    await stand('acquittalFinal', 'acquitted')
    await owner(`update accused_offence set stage = 'chargeFramed' where section = '10(1)'`)
    const { body } = await get('prosecutor', '/criminal-cases')
    expect(body.items?.[0]?.['accused']).toEqual([{ place: 1, stage: 'chargeFramed', outcome: null }])
  })

  test('the day of an offence does not move past its report, whoever moves it', async () => {
    await stand('reported')
    const change = async (offenceOn: string) =>
      post('inspector', '', { ...facts, base: await version('criminal_case', held.criminal), offenceOn })
    expect((await change(addDays(today, -59))).status).toBe(400)
    expect((await change(addDays(today, -60))).status).toBe(200)
    await intrude(world.node.engine, 'setu_app', handleOf(cookieOf('inspector')), async (attempt) => {
      const past = `update criminal_case set offence_on = reported_on + 1 where id = $1`
      expect(await attempt(past, [held.criminal])).toMatchObject({ refused: '23514' })
    })
  })

  test('a case in which nobody is accused of anything is counted, and a taken code is drawn again', async () => {
    const { inspector } = world.people
    const before = (await get('inspector', '/criminal-counts')).body['all'] as { cases: number }
    const [taken] = await owner(`select code from criminal_case where id = $1`, [held.criminal])
    const codes = [String(taken?.['code']), 'CC-222-222']
    const opened = await inspector.as((work) =>
      openCriminalCase(
        work,
        {
          ...facts,
          command: randomUUID(),
          id: randomUUID(),
          unit: inspector.unit,
          jurisdiction: 'BD',
          reportedOn: today,
          destinations: [],
          measures: [],
        },
        () => codes.shift() ?? '',
      ),
    )
    expect(opened.code).toBe('CC-222-222')
    const { all, investigated } = (await get('inspector', '/criminal-counts')).body
    expect(all).toMatchObject({ cases: before.cases + 1 })
    expect(investigated).toMatchObject({ cases: before.cases + 1 })
  })

  test('whoever guards the data reads who opened names: in own cases of anybody, elsewhere of own people', async () => {
    for (const who of ['policeAdmin', 'prosecutor'] as const)
      await owner(
        `insert into account_role (org_id, account_id, role) values ($1, $2, 'dataProtectionOfficer') on conflict do nothing`,
        [world.people[who].org, world.people[who].account],
      )
    const [code] = await owner(`select code from criminal_case where id = $1`, [held.criminal])
    const seen = (await get('policeAdmin', '/criminal-readings')).body.items ?? []
    expect(seen[0]).toMatchObject({ code: code?.['code'] })
    expect(new Set(seen.flatMap((one) => one['tasks']))).toEqual(new Set(['investigation', 'prosecution']))
    expect(new Set(seen.map((one) => one['part']))).toEqual(new Set(['accused', 'orders']))
    const theirs = (await get('prosecutor', '/criminal-readings')).body.items ?? []
    expect(new Set(theirs.flatMap((one) => one['tasks']))).toEqual(new Set(['prosecution']))
    expect((await get('guard', '/criminal-readings')).body.items).toEqual([])
    for (const who of ['inspector', 'asha', 'admin'] as const)
      expect((await get(who, '/criminal-readings')).status, who).toBe(403)
  })

  test('a day with more hearings than a page is told to go on, and every hearing is found', async () => {
    await owner(
      `insert into hearing (org_id, id, case_id, court_id, held_on, purpose, standing, account_org, account_id, at)
       select $1, gen_random_uuid(), $2, $3, current_date + 40, 'bail', 'set', $1, $4, now() from generate_series(1, 203)`,
      [held.criminalOrg, held.criminal, aCourt, world.people.inspector.account],
    )
    const on = (await owner(`select current_date + 40 as on`))[0]?.['on']
    const found: unknown[] = []
    let after = ''
    for (let page = 0; page < 3; page += 1) {
      const { body } = await get('prosecutor', `/cause-list?on=${String(on)}${after}`)
      found.push(...(body.items ?? []).map((one) => one['hearing']))
      if (typeof body['next'] !== 'string') break
      after = `&after=${body['next']}`
    }
    expect(new Set(found).size).toBe(203)
    expect(found).toHaveLength(203)
  })

  test('an edition in force that cannot be read is said to be so, and nothing holds in its place', async () => {
    const { prosecutor, admin } = world.people
    const content = { jurisdiction: 'BD', code: 'PSHTA-2012', edition: '2012', from: 'a later release' }
    const [law] = await owner(
      `insert into law_text (id, jurisdiction, code, edition, content, standing, drafted_org, drafted_by, drafted_at, proposed_at,
         answered_org, answered_by, answered_at)
       values (gen_random_uuid(), 'BD', 'PSHTA-2012', '2012', $1::jsonb, 'inForce', $2, $3, now(), now(), $4, $5, now()) returning id`,
      [JSON.stringify(content), prosecutor.org, prosecutor.account, admin.org, admin.account],
    )
    const { body } = await get('prosecutor', '/laws?day=2020-01-01')
    expect(body['unreadable']).toMatchObject([{ name: 'BD.PSHTA-2012.2012' }])
    const chosen = body['chosen'] as { jurisdiction: string }[]
    expect(chosen.find((one) => one.jurisdiction === 'BD')).toMatchObject({ found: 'none', names: [] })
    await owner(`delete from law_text where id = $1`, [law?.['id']])
  })

  test('every office ends what it does itself, who ended it is kept, and no office ends another’s', async () => {
    const { inspector, bench, lawyer } = world.people
    for (const [person, task] of [
      [bench, 'court'],
      [lawyer, 'legalAid'],
    ] as const)
      await post('inspector', '/offices', { id: randomUUID(), unit: person.unit, task })
    const of = async (task: string) =>
      (await read('inspector')).offices.find((one) => one.task === task && one.until === null)?.id
    const end = (who: AnyName, office: string | undefined) => post(who, '/offices/end', { office })
    expect((await end('lawyer', await of('court'))).body.code).toBe('not-for-you')
    expect((await end('bench', await of('prosecution'))).body.code).toBe('not-for-you')
    for (const [who, task] of [
      ['bench', 'court'],
      ['lawyer', 'legalAid'],
    ] as const) {
      const mine = (await read(who)).offices.filter(({ mayEnd }) => mayEnd)
      expect(mine.map((one) => one.task)).toEqual([task])
      expect((await end(who, await of(task))).status, who).toBe(200)
      expect((await get(who, at())).status, who).toBe(404)
    }
    const [row] = await owner(
      `select ended_org as org, ended_by as account from criminal_office where task = 'legalAid' and case_id = $1`,
      [held.criminal],
    )
    expect(row).toEqual({ org: lawyer.org, account: lawyer.account })
    const ended = (await read('inspector')).offices.filter(({ until }) => until !== null)
    expect(ended.every(({ endedBy }) => endedBy !== null)).toBe(true)

    const cell = randomUUID()
    await owner(`insert into unit (org_id, id, name_en, name_bn) values ($1, $2, 'Cell', 'সেল')`, [
      inspector.org,
      cell,
    ])
    const task = randomUUID()
    expect((await post('inspector', '/offices', { id: task, unit: cell, task: 'monitoring' })).status).toBe(
      200,
    )
    const { account } = world.people.constable
    await owner(`delete from unit_wrap where account_id = $1`, [account])
    await owner(`update unit_member set unit_id = $2 where account_id = $1`, [account, cell])
    expect((await end('constable', task)).status).toBe(200)
    expect((await get('constable', at())).status).toBe(404)
    const left = await owner(
      `select distinct did, part from audit_item where case_id = $1 and did <> 'read'`,
      [held.criminal],
    )
    expect(left.map((one) => `${String(one['did'])} ${String(one['part'])}`).toSorted()).toEqual([
      'shared offices',
      'withdrew offices',
      'wrote accused',
      'wrote hearings',
      'wrote status',
    ])
  })
})
