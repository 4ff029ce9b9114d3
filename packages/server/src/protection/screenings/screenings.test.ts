import { randomUUID } from 'node:crypto'
import { dangerQuestions, readySteps, screeningStates, screeningTransitions } from '@setu/vocabulary'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { intrude } from '../../../test/intruder.ts'
import { openWideWorld, type WideWorld } from '../../../test/wide-world.ts'
import type { Person } from '../../../test/world.ts'
import { endpoints } from '../../endpoints.ts'
import { handleOf } from '../../platform/index.ts'
import { forgetTips } from '../tips/forget-tips.ts'

const noDanger = Object.fromEntries(dangerQuestions.entries.map(({ code }) => [code, 'no']))
const safety = { steps: ['doctor', 'notAlone'], words: 'CNRY-safety: the doctor came.' }

describe.each(['pglite', 'postgres'] as const)('a screening, on %s', (kind) => {
  let world: WideWorld
  let client: Client
  const owner = (text: string, values: readonly unknown[] = []) => rowsOf(world.owner, text, values)

  beforeAll(async () => {
    world = await openWideWorld(kind)
    client = await openClient(world.node, endpoints)
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const begin = async (by: Person, more: object = {}) => {
    const id = randomUUID()
    const made = await client.post('/screenings', by.cookie, {
      id,
      unit: by.unit,
      instrument: 'iloAdultLabour',
      ageBand: '18-24',
      ageSure: true,
      ready: readySteps.entries.map(({ code }) => code),
      who: 'CNRY-who: the woman in green',
      tip: null,
      ...more,
    })
    return { made, id, at: `/screenings/${by.org}/${id}` }
  }
  const save = (by: Person, at: string, base: number, answers: object, more: object = {}) =>
    client.post(`${at}/answers`, by.cookie, { base, answers, ...more })
  const trafficked = {
    deceivedJob: 'yes',
    deceivedPay: 'yes',
    excessiveHours: 'yes',
    lowPay: 'yes',
    confined: 'yes',
    violence: 'yes',
  }

  test('begins when everything is ready, by any first responder, with the list for the person’s age', async () => {
    const { inspector, admin, trainer } = world.people
    expect((await begin(inspector, { ready: ['private'] })).made.status).toBe(400)
    for (const nobody of [admin, trainer]) expect((await begin(nobody)).made.status).toBe(403)
    expect((await begin(inspector, { ageSure: false })).made.body.code).toBe('bad-request')
    expect((await begin(inspector, { ageSure: false, instrument: 'iloChildLabour' })).made.status).toBe(201)
    expect((await begin(inspector, { unit: world.people.asha.unit })).made.status).toBe(403)
  })

  test('asks about danger first, and sees to safety before the next question', async () => {
    const { inspector } = world.people
    const { at } = await begin(inspector)
    expect((await save(inspector, at, 1, { deceivedJob: 'yes' })).body.code).toBe('safety-first')
    expect((await save(inspector, at, 1, { ...noDanger, hurtNow: 'yes' })).status).toBe(200)
    expect((await client.get(at, inspector.cookie)).body).toMatchObject({ unsafe: true, version: 2 })
    expect((await save(inspector, at, 2, { deceivedJob: 'yes' })).body.code).toBe('safety-first')
    expect((await save(inspector, at, 2, { deceivedJob: 'yes' }, { safety })).body.code).toBe('safety-first')
    const decide = { base: 2, outcome: 'unclear', reasons: 'She could not go on talking.' }
    expect((await client.post(`${at}/decide`, inspector.cookie, decide)).body.code).toBe('safety-first')
    expect((await save(inspector, at, 2, {}, { safety })).status).toBe(200)
    expect((await save(inspector, at, 3, { deceivedJob: 'yes' })).status).toBe(200)
    expect((await save(inspector, at, 4, { nosuch: 'yes' })).body.code).toBe('bad-request')
    expect((await save(inspector, at, 3, { deceivedPay: 'yes' })).body.code).toBe('stale')
  })

  test('stops and goes on where it was, and asks a third time only when that is said to be needed', async () => {
    const { asha } = world.people
    const { at, id } = await begin(asha)
    await save(asha, at, 1, { ...noDanger })
    await save(asha, at, 2, { deceivedJob: 'didNotWish' })
    const step = (base: number, to: string, more: object = {}) =>
      client.post(`${at}/step`, asha.cookie, { base, to, ...more })
    expect((await step(3, 'stopped')).status).toBe(200)
    expect((await save(asha, at, 4, { deceivedPay: 'yes' })).body.code).toBe('step-not-possible')
    expect((await step(4, 'asking')).status).toBe(200)
    expect((await client.get(at, asha.cookie)).body).toMatchObject({
      interviews: 1,
      answers: { deceivedJob: 'didNotWish' },
    })
    await owner(
      `insert into interview (org_id, id, screening_id, topic, account_id, on_day)
      select org_id, gen_random_uuid(), screening_id, topic, account_id, on_day - 1 from interview where screening_id = $1`,
      [id],
    )
    expect((await step(5, 'stopped')).status).toBe(200)
    expect((await step(6, 'asking')).body.code).toBe('asked-often')
    expect((await step(6, 'asking', { needed: true })).status).toBe(200)
  })

  test('prompts and never decides: a named person does, with reasons', async () => {
    const { inspector, constable, nadia, guard } = world.people
    const { at } = await begin(inspector)
    await save(inspector, at, 1, noDanger)
    await save(inspector, at, 2, trafficked, { signs: ['injuries', 'afraid'] })
    expect((await client.get(at, constable.cookie)).body).toMatchObject({ prompt: 'presumed', outcome: null })
    const decide = { base: 3, outcome: 'notPresumed', reasons: 'short' }
    expect((await client.post(`${at}/decide`, inspector.cookie, decide)).status).toBe(400)
    const reasons = 'CNRY-reasons: she showed her contract and her payslips.'
    expect((await client.post(`${at}/decide`, inspector.cookie, { ...decide, reasons })).status).toBe(200)
    expect((await client.get(at, constable.cookie)).body).toMatchObject({
      prompt: 'presumed',
      outcome: 'notPresumed',
      reasons,
      decidedBy: 'inspector',
      state: 'decided',
    })
    for (const other of [nadia, guard]) expect((await client.get(at, other.cookie)).status).toBe(404)
    expect((await save(inspector, at, 4, { deceivedJob: 'no' })).body.code).toBe('step-not-possible')
  })

  test('offered to a protection unit is read there; accepted it is a case, and the police read nothing of it any more', async () => {
    const { inspector, constable, asha, bina, lawyer, nadia, mina } = world.people
    const { at, id } = await begin(inspector)
    await save(inspector, at, 1, noDanger)
    await save(inspector, at, 2, trafficked)
    const reasons = 'CNRY-reasons: held for months, papers taken.'
    await client.post(`${at}/decide`, inspector.cookie, { base: 3, outcome: 'presumed', reasons })
    const offer = (unit: string) =>
      client.post(`${at}/offer`, inspector.cookie, { base: 4, unit, agreed: true })
    expect((await offer(lawyer.unit)).body.code).toBe('receiver-not-available')
    const police = { base: 4, case: randomUUID(), unit: inspector.unit, urgency: 'urgent', conflict: 'none' }
    expect((await client.post(`${at}/case`, inspector.cookie, police)).status).toBe(403)
    expect((await offer(nadia.unit)).status).toBe(200)
    expect((await client.get(at, nadia.cookie)).body).toMatchObject({ offered: true, answers: trafficked })
    expect((await client.post(`${at}/end-offer`, nadia.cookie, { base: 5 })).status).toBe(200)
    expect((await client.get(at, nadia.cookie)).status).toBe(404)
    const again = { base: 6, unit: asha.unit, agreed: true }
    expect((await client.post(`${at}/offer`, inspector.cookie, again)).status).toBe(200)
    const due = (await client.get('/my-day', bina.cookie)).body['due'] as { kind: string }[]
    expect(due.map(({ kind: one }) => one)).toContain('answerScreening')
    const opening = { base: 7, case: randomUUID(), unit: asha.unit, urgency: 'urgent', conflict: 'none' }
    const opened = await client.post(`${at}/case`, asha.cookie, opening)
    expect(opened.status, opened.text).toBe(201)
    const file = `/cases/${asha.org}/${opening.case}`
    const part = await client.post(`${file}/open-part`, asha.cookie, {
      part: 'narrative',
      reason: 'planningCare',
    })
    expect(part.text).toContain('CNRY-reasons: held for months')
    expect(part.text).toContain('CNRY-who')
    for (const outside of [inspector, constable]) {
      const seen = await client.get(at, outside.cookie)
      expect([seen.status, seen.text.includes('CNRY'), seen.body['state']]).toEqual([
        200,
        false,
        'caseOpened',
      ])
      expect(seen.body).toMatchObject({ case: null, answers: {}, reasons: null })
      expect((await client.get(file, outside.cookie)).status).toBe(404)
      await intrude(world.node.engine, 'setu_app', handleOf(outside.cookie), async (attempt) => {
        expect(
          (
            await attempt(`select 1 from part_wrap where part = 'screening' and part_key_id in
          (select k.id from part_key k where k.holder_id = '${id}')`)
          ).count,
        ).toBe(0)
      })
    }
    expect(await owner('select 1 from part_key where holder_id = $1', [id])).toEqual([])
    expect((await client.get(at, mina.cookie)).status).toBe(404)
    const facts = (await client.get(file, asha.cookie)).text
    expect(facts).toContain('PossibleVictimOfTrafficking')
  })

  test('a tip becomes a screening and a case, and is kept with it', async () => {
    const { asha, admin } = world.people
    await client.post('/tip-desk', admin.cookie, { unit: asha.unit, open: false, districts: [] })
    const id = randomUUID()
    const about = { channel: 'border', subjects: ['crossing'], urgency: 'urgent', district: null, way: null }
    const tip = { id, unit: asha.unit, ...about, words: 'CNRY-tip words', mentioned: [] }
    expect((await client.ask('POST', '/tips', { cookie: asha.cookie, body: tip })).status).toBe(201)
    const from = { org: asha.org, id, base: 1 }
    expect((await begin(asha, { tip: from })).made.body.code).toBe('step-not-possible')
    await client.post(`/tips/${asha.org}/${id}/step`, asha.cookie, { base: 1, to: 'triaged' })
    const { at, made } = await begin(asha, { tip: { ...from, base: 2 } })
    expect(made.status, made.text).toBe(201)
    await save(asha, at, 1, noDanger)
    const decide = { base: 2, outcome: 'presumed', reasons: 'She was taken over the river at night.' }
    expect((await client.post(`${at}/decide`, asha.cookie, decide)).status).toBe(200)
    const opening = { base: 3, case: randomUUID(), unit: asha.unit, urgency: 'urgent', conflict: 'none' }
    expect((await client.post(`${at}/case`, asha.cookie, opening)).status).toBe(201)
    const late = () => new Date(Date.now() + 200 * 86_400_000)
    await forgetTips(world.node.engine, late)
    const [kept] = await owner('select words is not null as words, case_id as case from tip where id = $1', [
      id,
    ])
    expect(kept).toEqual({ words: true, case: opening.case })
    await forgetTips(world.node.engine, () => new Date(Date.now() + 400 * 86_400_000))
    const rest = await owner('select 1 from screening where case_id is null and answers is not null')
    expect(rest).toEqual([])
    const keys = await owner(`select 1 from part_key where holder = 'screening'`)
    expect(keys).toEqual([])
  })

  test('goes from state to state as the table says, below the application too', async () => {
    const states = screeningStates.entries.map(({ code }) => code)
    const { asha } = world.people
    const { id } = await begin(asha)
    await owner(
      'alter table screening drop constraint screening_decided, drop constraint screening_offered, drop constraint screening_taken',
    )
    for (const from of states)
      for (const to of states) {
        await owner('alter table screening disable trigger screening_state_follows')
        await owner('update screening set state = $2 where id = $1', [id, from])
        await owner('alter table screening enable trigger screening_state_follows')
        const tried = owner('update screening set state = $2 where id = $1', [id, to]).then(
          () => true,
          () => false,
        )
        expect([from, to, await tried]).toEqual([
          from,
          to,
          from === to || screeningTransitions[from].includes(to),
        ])
      }
  })

  test('leaves nothing of what was said in clear', async () => {
    const tables = await owner(
      `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
    )
    for (const { name } of tables) {
      const [row] = await owner(
        `select count(*)::int as n from "${String(name)}" t where t::text like '%CNRY%' or t::text like '%434e5259%'`,
      )
      expect([name, row?.['n']]).toEqual([name, 0])
    }
  })
})
