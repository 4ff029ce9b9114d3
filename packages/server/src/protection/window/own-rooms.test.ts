import { randomUUID } from 'node:crypto'
import type {
  MyDay,
  OwnAppointments,
  OwnFeedback,
  OwnMessages,
  OwnNext,
  OwnPlan,
  OwnReferrals,
} from '@setu/records/api'
import { addDays } from '@setu/vocabulary'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { openCaseOf, refer, widest } from '../../../test/referred.ts'
import { oneRenewalEnds } from '../../../test/renewals.ts'
import { writeAndStep } from '../../../test/risks.ts'
import { enterWindow, giveWindow } from '../../../test/windows.ts'
import { openWorld, type Person, type World } from '../../../test/world.ts'
import { dayOf, platformEndpoints } from '../../platform/index.ts'
import { readCase } from '../cases/read-case.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { stepRecord } from '../cases/step-record.ts'
import { writeRecord } from '../cases/write-record.ts'
import { protectionEndpoints } from '../index.ts'

const today = dayOf(new Date())
const at = `${addDays(today, 5)}T04:30:00.000Z`

describe.each(['pglite', 'postgres'] as const)('the rooms of a survivor’s own window, on %s', (kind) => {
  let world: World
  let client: Client
  let asha: Person
  let file: CaseRef
  let own: string
  let receipt: string

  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, [...platformEndpoints, ...protectionEndpoints])
    await rowsOf(world.owner, 'update session set proved_at = now()')
    ;({ asha } = world.people)
    file = await openCaseOf(asha, 'cnry')
    receipt = await giveWindow(asha, file)
    own = await enterWindow(client, receipt)
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const get = async <Shown>(path: string): Promise<Shown> =>
    (await client.ask('GET', `/own/${path}`, { own })).body as unknown as Shown
  const post = (path: string, body: object) => client.ask('POST', `/own/${path}`, { own, body })
  const base = () => `/cases/${file.org}/${file.id}`
  const view = () => asha.as((work) => readCase(work, file))
  const promised = async (kind: string) => (await view()).due.filter((one) => one.kind === kind)
  const meetings = async () => (await view()).records.filter(({ record }) => record === 'appointment')
  const set = (more: object = {}) =>
    writeAndStep(asha, file, 'appointment', {
      at,
      place: 'agreedPlace',
      words: 'cnry-neutral',
      channel: 'safeWay',
      ...more,
    })
  const step = (item: string, change: { base: number; to: string; values: object }) =>
    asha.as((work) =>
      stepRecord(work, file, { record: 'appointment', item }, { ...change, values: { ...change.values } }),
    )
  const mine = async (id: string) =>
    (await get<OwnAppointments>('appointments')).items.find((one) => one.id === id)

  test('her plan, her needs and what was done stand there in the words in which they were written', async () => {
    const plan = { agreement: 'yes', answeredOn: today, wishes: 'cnry-wishes', reviewOn: addDays(today, 9) }
    await writeAndStep(asha, file, 'supportPlan', { service: 'legalAid', objectives: 'cnry-goal' }, 'agreed')
    await writeAndStep(asha, file, 'servicePlan', plan, 'agreed')
    await writeAndStep(asha, file, 'supportPlan', { service: 'shelter', objectives: 'cnry-draft' })
    await writeAndStep(
      asha,
      file,
      'needsAssessment',
      { assessedOn: today, services: ['psychosocial'], strengths: 'cnry-strong' },
      'made',
    )
    const service = { service: 'medical', deliveredOn: today, giver: 'us', words: 'cnry-went' }
    await writeAndStep(asha, file, 'serviceDelivered', service)
    const { items, unopened } = await get<OwnPlan>('plan')
    expect(unopened).toBe(false)
    const said = items.flatMap(({ kind: of, words }) => words.map(({ value }) => `${of}: ${value}`))
    expect(said).toEqual(
      expect.arrayContaining([
        'plan: cnry-wishes',
        'goal: cnry-goal',
        'needs: cnry-strong',
        'service: cnry-went',
      ]),
    )
    expect(said.join()).not.toContain('cnry-draft')
    const { items: next } = await get<OwnNext>('next')
    expect(next).toContainEqual(
      expect.objectContaining({ kind: 'planReview', day: addDays(today, 9), freeToLeave: null }),
    )
  })

  test('she sees who was asked to help by the name of the organisation, and nobody by theirs', async () => {
    await refer(asha, file, world.people.lawyer, widest.legal)
    const { items } = await get<OwnReferrals>('referrals')
    expect(items).toEqual([expect.objectContaining({ service: 'legalAid', state: 'sent' })])
    expect(Object.keys(items[0] ?? {})).not.toContain('unit')
  })

  test('what other offices gave, what was decided and how a claim stands is told in neutral words alone', async () => {
    const [session, decision, claim] = [randomUUID(), randomUUID(), randomUUID()]
    const to = (table: string, names: string, values: string, ...given: readonly unknown[]) =>
      rowsOf(
        world.owner,
        `insert into ${table} (org_id, case_id, version, ${names}) values ($1, $2, 1, ${values})`,
        [file.org, file.id, ...given],
      )
    const names = 'id, referral_id, account_org, account_id, recorded_at, happened_on, outcome, next_on'
    const [referral] = await rowsOf(world.owner, 'select id from referral where case_id = $1', [file.id])
    const given = `$3, $4, $1, $5, now(), $6, 'given', $7`
    await to('own_service', names, given, session, referral?.['id'], asha.account, today, addDays(today, 3))
    const wrong = `$3, $4, $1, $5, now(), $6, 'inError', null`
    await to('own_service', names, wrong, randomUUID(), referral?.['id'], asha.account, today)
    const conference = randomUUID()
    await to('case_conference', 'id, state, held_on', `$3, 'held', $4`, conference, today)
    const decided = [decision, conference, addDays(today, 9)]
    await to('conference_decision', 'id, state, conference, due_on', `$3, 'decided', $4, $5`, ...decided)
    const accused = `$3, 'supported', '{theft}', 'police', $4`
    await to('non_punishment_claim', 'id, state, offences, accused_by, raised_on', accused, claim, today)

    const { items } = await get<OwnPlan>('plan')
    const of = (id: string) => items.find((item) => item.id === id)
    expect(of(session)).toMatchObject({
      kind: 'session',
      state: 'given',
      service: 'legalAid',
      ends: addDays(today, 3),
    })
    expect(items.filter((item) => item.kind === 'session')).toHaveLength(1)
    expect(of(decision)).toMatchObject({
      kind: 'decision',
      state: 'decided',
      ends: addDays(today, 9),
      words: [],
    })
    expect(of(claim)).toMatchObject({ kind: 'claim', state: 'supported', words: [] })
    expect(JSON.stringify(items)).not.toMatch(/theft|police/)
    await rowsOf(world.owner, `update case_slot set near_suspect = 'cannotSay' where case_id = $1`, [file.id])
    expect((await get<OwnPlan>('plan')).items.map(({ kind: said }) => said)).not.toContain('claim')
    await rowsOf(world.owner, `update case_slot set near_suspect = 'no' where case_id = $1`, [file.id])
  })

  test('where she stays is looked at: told without the place, and only where nobody near may be a suspect', async () => {
    const id = randomUUID()
    const stay = { legalBasis: 'ownConsent', placeFor: 'women', freeToLeave: true, elsewhere: 'cnry-home' }
    const dates = { admittedOn: today, reviewOn: addDays(today, 7) }
    await asha.as((work) => writeRecord(work, file, 'shelterStay', { id, base: 0, values: stay }))
    await asha.as((work) =>
      stepRecord(work, file, { record: 'shelterStay', item: id }, { base: 1, to: 'admitted', values: dates }),
    )
    const { items } = await get<OwnNext>('next')
    const looked = { kind: 'stayReview', id, day: dates.reviewOn, freeToLeave: true }
    expect(items).toContainEqual(looked)
    expect(JSON.stringify(items)).not.toContain('cnry-home')
    await rowsOf(world.owner, `update case_slot set near_suspect = 'cannotSay' where case_id = $1`, [file.id])
    expect((await get<OwnNext>('next')).items).not.toContainEqual(looked)
    await rowsOf(world.owner, `update case_slot set near_suspect = 'no' where case_id = $1`, [file.id])
  })

  test('an appointment is promised, and a person reminds the day before, in the way that was agreed on', async () => {
    const id = await set()
    expect((await promised('meetSurvivor')).map(({ about, due }) => [about, due])).toEqual([[id, at]])
    const [remind] = await promised('remindSurvivor')
    expect(dayOf(new Date(remind?.due ?? ''))).toBe(addDays(today, 4))
    expect(await mine(id)).toMatchObject({ state: 'proposed', words: 'cnry-neutral', answer: null })
    const values = { remindedOn: today }
    await asha.as((work) => writeRecord(work, file, 'appointment', { id, base: 1, values }))
    expect(await promised('remindSurvivor')).toEqual([])
    await expect(set({ channel: 'group' })).rejects.toMatchObject({ code: 'bad-request' })
    expect((await post('answer', { id, answer: 'yes' })).status).toBe(204)
    expect((await meetings()).find((one) => one.id === id)).toMatchObject({
      state: 'agreed',
      values: { answer: 'yes' },
    })
    const later = { id, base: 2, values: { at: `${addDays(today, 6)}T04:30:00.000Z` } }
    await expect(asha.as((work) => writeRecord(work, file, 'appointment', later))).rejects.toMatchObject({
      code: 'record-settled',
    })
    const early = step(id, { base: 2, to: 'kept', values: {} })
    await expect(early).rejects.toMatchObject({ code: 'bad-request' })
    await step(id, { base: 2, to: 'cancelled', values: { whyNot: 'ourSide' } })
    expect(await promised('meetSurvivor')).toEqual([])
  })

  test('she asks for another day, which is an appointment of its own with the same words', async () => {
    const id = await set()
    expect((await post('answer', { id, answer: 'anotherDay' })).status).toBe(204)
    const told = await rowsOf(
      world.owner,
      `select about - 'code' - 'org' as about from notice where account_id = $1 and kind = 'appointmentAnswered' and about ->> 'case' = $2`,
      [asha.account, file.id],
    )
    expect(told).toEqual([{ about: { case: file.id } }])
    await step(id, { base: 1, to: 'moved', values: { newAt: `${addDays(today, 8)}T05:00:00.000Z` } })
    const next = (await meetings()).find((one) => one.state === 'proposed')
    expect(await mine(next?.id ?? '')).toMatchObject({ words: 'cnry-neutral', answer: null })
    expect(await mine(id)).toBeUndefined()
    expect((await promised('meetSurvivor')).map(({ about }) => about)).toEqual([next?.id])
    expect((await post('answer', { id: next?.id, answer: 'no' })).status).toBe(204)
    expect(await promised('meetSurvivor')).toEqual([])
    expect(await promised('remindSurvivor')).toEqual([])
    expect((await post('answer', { id: next?.id, answer: 'yes' })).body.code).toBe('record-settled')
  })

  test('whoever was missed twice is looked for, whether at an appointment or a follow-up', async () => {
    for (const expected of [0, 1]) {
      expect(await promised('tracePerson')).toHaveLength(0)
      const id = await set({ at: `${today}T12:00:00.000Z` })
      await step(id, { base: 1, to: 'agreed', values: {} })
      await step(id, { base: 2, to: 'missed', values: { whyNot: 'didNotCome' } })
      expect((await view()).tracing?.missed).toBe(expected + 1)
    }
    expect(await promised('tracePerson')).toHaveLength(1)
    await step(await set({ at: `${today}T06:00:00.000Z` }), { base: 1, to: 'kept', values: {} })
    expect(await promised('tracePerson')).toHaveLength(0)
    expect((await view()).tracing?.missed).toBe(0)
  })

  test('an appointment of another case is not hers to answer', async () => {
    const other = await openCaseOf(asha, 'cnry-other')
    const id = await writeAndStep(asha, other, 'appointment', { at })
    expect((await post('answer', { id, answer: 'no' })).status).toBe(404)
    expect(await mine(id)).toBeUndefined()
  })

  const inDay = async (): Promise<MyDay> =>
    (await client.get('/my-day', asha.cookie)).body as unknown as MyDay
  const waiting = async () => (await inDay()).waiting.filter((one) => one.kind === 'message')

  test('she writes, it waits for her caseworker, and the office answers without a name', async () => {
    const id = randomUUID()
    for (const _ of [1, 2])
      expect((await post('messages', { id, words: 'cnry-she-writes' })).status).toBe(204)
    const stored = await rowsOf(world.owner, `select m::text as row from window_message m where id = $1`, [
      id,
    ])
    expect(JSON.stringify(stored)).not.toContain('cnry')
    expect(await waiting()).toEqual([expect.objectContaining({ case: file })])
    expect((await inDay()).due.filter((one) => one.kind === 'answerMessage')).toEqual([])
    expect(await promised('answerMessage')).toHaveLength(1)
    const found = await client.get(`${base()}/messages`, asha.cookie)
    expect(found.body.items).toEqual([expect.objectContaining({ words: 'cnry-she-writes', seen: false })])
    const answer = { id: randomUUID(), words: 'cnry-we-answer' }
    expect((await client.post(`${base()}/messages`, asha.cookie, answer)).status).toBe(200)
    expect(await waiting()).toEqual([])
    expect(await promised('answerMessage')).toEqual([])
    const { items } = await get<OwnMessages>('messages')
    expect(items.map(({ words, fromHer, seen, office }) => [words, fromHer, seen, office?.en])).toEqual([
      ['cnry-she-writes', true, true, undefined],
      ['cnry-we-answer', false, false, 'ngo'],
    ])
    expect(JSON.stringify(items)).not.toContain('asha')
  })

  test('what she wrote is read by those who work on the case and by nobody else, under new keys too', async () => {
    const { bina, mina, farida, nadia, guard, lawyer } = world.people
    for (const { cookie } of [bina, mina, nadia, guard, lawyer])
      expect((await client.get(`${base()}/messages`, cookie)).status).toBe(404)
    await client.post(`${base()}/renewals`, asha.cookie, { id: randomUUID(), reason: 'deviceLost' })
    await oneRenewalEnds(world.node.engine)
    for (const { cookie } of [asha, farida])
      expect((await client.get(`${base()}/messages`, cookie)).text).toContain('cnry-she-writes')
    expect(JSON.stringify(await get<OwnMessages>('messages'))).toContain('cnry-we-answer')
  })

  test('what was read needs no answer; ten a day is the most', async () => {
    for (let at = 0; at < 9; at++)
      expect((await post('messages', { id: randomUUID(), words: `cnry ${at}` })).status).toBe(204)
    const refused = await post('messages', { id: randomUUID(), words: 'cnry' })
    expect([refused.status, refused.body.code]).toEqual([429, 'written-often'])
    for (const words of ['', '  ', 'x'.repeat(1001)])
      expect((await post('messages', { id: randomUUID(), words })).status).toBe(400)
    const [last] = (await get<OwnMessages>('messages')).items.toReversed()
    const seen = await client.post(`${base()}/messages/seen`, asha.cookie, { until: last?.sent })
    expect(seen.status).toBe(204)
    expect(await waiting()).toEqual([])
    expect(await promised('answerMessage')).toEqual([])
  })

  test('she is the first who writes in a case in which no words stand yet', async () => {
    const bare = await openCaseOf(asha, 'cnry-bare')
    const theirs = await enterWindow(client, await giveWindow(asha, bare))
    for (const table of ['part_wrap', 'slot_wrap'])
      await rowsOf(
        world.owner,
        `delete from ${table} where part_key_id in (select id from part_key where holder_id = $1 and part = 'narrative')`,
        [bare.id],
      )
    await rowsOf(world.owner, `delete from part_key where holder_id = $1 and part = 'narrative'`, [bare.id])
    const body = { id: randomUUID(), words: 'cnry-first' }
    expect((await client.ask('POST', '/own/messages', { own: theirs, body })).status).toBe(204)
    const found = await client.get(`/cases/${bare.org}/${bare.id}/messages`, asha.cookie)
    expect(found.text).toContain('cnry-first')
    expect((await client.ask('GET', '/own/messages', { own: theirs })).text).toContain('cnry-first')
  })

  test('what she thinks of us she says herself; whoever was to hear it is told, and a complaint is a task of theirs', async () => {
    const { farida } = world.people
    expect(await get<OwnFeedback>('feedback')).toEqual({ asked: null })
    const id = await writeAndStep(asha, file, 'survivorFeedback', { invitedOn: today })
    expect(await promised('hearFeedback')).toHaveLength(1)
    expect(await get<OwnFeedback>('feedback')).toEqual({ asked: { id, version: 1 } })
    const said = {
      respected: 'partly',
      helped: 'yes',
      informed: 'notWished',
      complains: true,
      words: 'cnry-hers',
    }
    expect((await post('feedback', { id, base: 1, said: { ...said, respected: 'very' } })).status).toBe(400)
    for (const _ of [1, 2]) expect((await post('feedback', { id, base: 1, said })).status).toBe(204)
    expect((await view()).records.find((one) => one.id === id)).toBeUndefined()
    expect(await promised('writeComplaint')).toEqual([])
    const heard = await farida.as((work) => readCase(work, file))
    const kept = heard.records.find((one) => one.id === id)
    expect(kept).toMatchObject({
      state: 'answered',
      version: 2,
      values: { respected: 'partly', complains: true },
    })
    const reading = { part: 'narrative', reason: 'supervision' }
    expect((await client.post(`${base()}/open-part`, farida.cookie, reading)).text).toContain('cnry-hers')
    expect(await promised('hearFeedback')).toEqual([])
    const complaints = heard.due.filter(({ kind: one }) => one === 'writeComplaint')
    expect(complaints.map(({ holder }) => holder.account?.id)).toEqual([farida.account])
    const told = await rowsOf(
      world.owner,
      `select account_id as account from notice where kind = 'feedbackGiven' and about ->> 'case' = $1`,
      [file.id],
    )
    expect(told).toEqual([{ account: farida.account }])
    const again = await writeAndStep(asha, file, 'survivorFeedback', { invitedOn: today })
    expect((await post('feedback', { id: again, base: 1, said: null })).status).toBe(204)
    expect((await view()).records.find((one) => one.id === again)?.state).toBe('declined')
    expect(await get<OwnFeedback>('feedback')).toEqual({ asked: null })
  })

  test('a window that is shut takes nothing in, and nothing is put there', async () => {
    expect((await client.post(`${base()}/window/freeze`, asha.cookie, { because: 'found' })).status).toBe(204)
    expect((await post('messages', { id: randomUUID(), words: 'cnry' })).status).toBe(401)
    const answer = { id: randomUUID(), words: 'cnry-late' }
    const refused = await client.post(`${base()}/messages`, asha.cookie, answer)
    expect([refused.status, refused.body.code]).toEqual([409, 'window-shut'])
    expect((await client.get(`${base()}/messages`, asha.cookie)).text).toContain('cnry-she-writes')
  })
})
