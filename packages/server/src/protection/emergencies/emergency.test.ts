import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCase } from '../../../test/cases.ts'
import { type Answer, type Client, openClient, rowsOf } from '../../../test/client.ts'
import { intrude } from '../../../test/intruder.ts'
import { openWorld, type Person, type PersonName, type World } from '../../../test/world.ts'
import { handleOf, platformEndpoints } from '../../platform/index.ts'
import { sealAnewToMember } from '../../platform/keys/sealed-to-member.ts'
import { makePair, openWith } from '../../platform/keys/sealing.ts'
import { protectionEndpoints } from '../index.ts'
import { endEmergencies } from './clock-emergencies.ts'

const explained = 'He was seen at her door an hour ago.'

describe.each(['pglite', 'postgres'] as const)('emergency access on %s', (kind) => {
  let world: World
  let client: Client
  let file: { readonly org: string; readonly id: string; readonly code: string }

  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, [...platformEndpoints, ...protectionEndpoints])
    const { asha } = world.people
    const made = newCase(asha, 'CNRY')
    await client.post('/cases', asha.cookie, made)
    const { body } = await client.get(`/cases/${asha.org}/${made.id}`, asha.cookie)
    file = { org: asha.org, id: made.id, code: String(body['code']) }
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const owner = (text: string, values: readonly unknown[] = []) => rowsOf(world.owner, text, values)
  const onCall = (name: PersonName, on: boolean) =>
    owner('update unit_member set on_call = $2 where account_id = $1', [world.people[name].account, on])

  const ask = (by: Person, more: Readonly<Record<string, unknown>> = {}): Promise<Answer> =>
    client.post('/emergencies', by.cookie, {
      id: randomUUID(),
      to: { org: world.people.asha.org, unit: world.people.asha.unit },
      code: file.code,
      parts: ['identity', 'contact'],
      reason: 'dangerToLife',
      words: explained,
      hours: 4,
      ...more,
    })
  const answerTo = (by: Person, from: Person, id: unknown, answer: 'approve' | 'decline') =>
    client.post(`/emergencies/${from.org}/${String(id)}/answer`, by.cookie, { base: 1, answer })
  const given = async (from: Person, parts: readonly string[]): Promise<string> => {
    const { body } = await ask(from, { parts })
    const { status } = await answerTo(world.people.farida, from, body['id'], 'approve')
    if (status !== 200) throw new Error(`not given: ${status}`)
    return String(body['id'])
  }
  const readBy = ({ cookie }: Person) => client.get(`/cases/${file.org}/${file.id}`, cookie)
  const openBy = ({ cookie }: Person, part: string) =>
    client.post(`/cases/${file.org}/${file.id}/open-part`, cookie, { part, reason: 'planningCare' })
  const listOf = async ({ cookie }: Person) => (await client.get('/emergencies', cookie)).body.items ?? []
  const toldTo = async ({ account }: Person) =>
    (await owner(`select kind from notice where account_id = $1 order by made_at`, [account])).map((row) =>
      String(row['kind']),
    )
  const wraps = async (id: string) =>
    (
      await owner(
        `select 1 from emergency_wrap w join emergency_key k on k.org_id = w.ask_org and k.id = w.ask_id where k.id = $1`,
        [id],
      )
    ).length
  /** The clock of the database cannot be set: what was given is moved back instead. */
  const hoursPass = (id: string, interval: string) =>
    owner(
      `update emergency_access set asked_at = asked_at - $2::interval, answered_at = answered_at - $2::interval,
         until = until - $2::interval where id = $1`,
      [id, interval],
    )

  test('cannot be asked where nobody is on call, nor by those who could never see such parts', async () => {
    const { nadia, inspector, lawyer, admin } = world.people
    expect((await ask(nadia)).body['code']).toBe('nobody-on-call')
    await onCall('farida', true)
    expect((await ask(inspector)).status).toBe(403)
    expect((await ask(lawyer)).status).toBe(403)
    expect((await ask(admin)).status).toBe(403)
  })

  test('tells whoever asks nothing about whether there is such a case', async () => {
    const { nadia } = world.people
    const real = await ask(nadia)
    const none = await ask(nadia, { code: 'AAA-AAA' })
    expect([real.status, none.status]).toEqual([201, 201])
    expect((await listOf(nadia)).map((one) => [one['state'], one['case']])).toEqual([
      ['waiting', null],
      ['waiting', null],
    ])
    expect((await readBy(nadia)).status).toBe(404)
    expect((await openBy(nadia, 'identity')).status).toBe(404)
    const { farida, guard } = world.people
    const waiting = await listOf(farida)
    expect(waiting.map((one) => one['words'])).toEqual([explained, explained])
    expect(waiting.filter((one) => one['case'] !== null)).toHaveLength(1)
    expect((await answerTo(farida, nadia, none.body['id'], 'approve')).body['code']).toBe('no-such-case-here')
    expect((await answerTo(farida, nadia, none.body['id'], 'decline')).status).toBe(200)
    expect((await answerTo(farida, nadia, real.body['id'], 'decline')).status).toBe(200)
    expect((await answerTo(farida, nadia, real.body['id'], 'approve')).body['code']).toBe('stale')
    expect(await toldTo(nadia)).toEqual(['emergencyDeclined', 'emergencyDeclined'])
    expect((await listOf(guard)).map((one) => one['words'])).toEqual([null, null])
  })

  test('BG-01: is never given by whoever asked for it, and the attempt is told', async () => {
    const { bina, guard, asha, mina } = world.people
    await onCall('bina', true)
    const { body } = await ask(bina)
    for (const _ of [1, 2])
      expect((await answerTo(bina, bina, body['id'], 'approve')).body['code']).toBe('own-request')
    expect(await toldTo(guard)).toEqual(['emergencyOwn'])
    expect((await readBy(bina)).status).toBe(404)
    // Nor by those who are not on call, whatever they are to the case.
    for (const other of [asha, mina, guard])
      expect((await answerTo(other, bina, body['id'], 'approve')).status, other.account).toBe(404)
    await intrude(world.node.engine, 'setu_app', handleOf(bina.cookie), async (attempt) => {
      const said = await attempt('select emergency_answer($1, $2, 1, true, $3) as said', [
        bina.org,
        body['id'],
        'X',
      ])
      expect(said.rows).toEqual([{ said: 'own' }])
      for (const text of [
        `update emergency_access set state = 'granted', answered_by = account_id`,
        'select case_id from emergency_access',
        'delete from emergency_access',
        `insert into part_wrap (org_id, part_key_id, unit_id, unit_generation, through_id, through, case_id, part, wrapped, made_at)
           select org_id, part_key_id, unit_id, unit_generation, gen_random_uuid(), 'emergency', case_id, part, wrapped, now() from part_wrap`,
      ])
        expect((await attempt(text)).count, text).toBe(0)
    })
    await client.post(`/emergencies/${bina.org}/${String(body['id'])}/end`, bina.cookie, { base: 1 })
    await onCall('bina', false)
  })

  test('shows what was asked for and no more, under its own relation and reason', async () => {
    const { nadia, asha, farida, guard } = world.people
    const id = await given(nadia, ['identity', 'contact'])
    const { status, body } = await readBy(nadia)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      relation: 'emergency',
      emergency: { id, reason: 'dangerToLife' },
      consents: [],
    })
    expect((body['may'] as { read: string[]; write: string[] }).read.toSorted()).toEqual(
      ['contact', 'facts', 'identity', 'status', 'trail'].toSorted(),
    )
    expect((body['may'] as { write: string[] }).write).toEqual([])
    expect(JSON.stringify((await openBy(nadia, 'identity')).body)).toContain('CNRY-name')
    for (const part of ['health', 'narrative', 'protection', 'legal', 'family'])
      expect((await openBy(nadia, part)).status, part).toBe(404)
    for (const person of [asha, farida, guard]) expect(await toldTo(person)).toContain('emergencyGranted')
    expect(await toldTo(nadia)).toContain('emergencyGiven')
    const items = (await client.get(`/cases/${file.org}/${file.id}/trail`, asha.cookie)).body.items ?? []
    const hers = items.filter((item) => item['relation'] === 'emergency')
    expect(new Set(hers.map((item) => item['part']))).toEqual(new Set(['identity', 'facts', 'status']))
    expect(new Set(hers.map((item) => item['reason']))).toEqual(new Set(['dangerToLife']))
    await hoursPass(id, '4 hours 1 second')
  })

  test('BG-02: ends in an open session when its time is over, and the clock takes its keys', async () => {
    const { nadia, asha } = world.people
    const id = await given(nadia, ['identity'])
    expect((await openBy(nadia, 'identity')).status).toBe(200)
    expect(await toldTo(asha)).toContain('emergencyGranted')
    await hoursPass(id, '3 hours 59 minutes')
    expect((await readBy(nadia)).status).toBe(200)
    await hoursPass(id, '1 minute 1 second')
    expect((await readBy(nadia)).status).toBe(404)
    expect((await openBy(nadia, 'identity')).status).toBe(404)
    expect((await client.get('/cases', nadia.cookie)).body.items).toEqual([])
    expect((await listOf(nadia)).find((one) => one['id'] === id)).toMatchObject({
      state: 'ended',
      case: null,
    })
    expect(await wraps(id)).toBeGreaterThan(0)
    expect(await endEmergencies(world.node.engine, world.node.clock)).toBeGreaterThan(0)
    expect(await wraps(id)).toBe(0)
    expect(await endEmergencies(world.node.engine, world.node.clock)).toBe(0)
  })

  test('gives police what police may ever see, and colleagues of whoever asked nothing', async () => {
    const { inspector, constable } = world.people
    const id = await given(inspector, ['identity'])
    expect(JSON.stringify((await openBy(inspector, 'identity')).body)).toContain('CNRY-name')
    expect((await openBy(inspector, 'contact')).status).toBe(404)
    expect((await readBy(constable)).status).toBe(404)
    expect((await openBy(constable, 'identity')).status).toBe(404)
    expect(await listOf(constable)).toEqual([])
    await hoursPass(id, '5 hours')
  })

  test('is given to whoever asked and to nobody else, not even their own unit', async () => {
    const { nadia, farida } = world.people
    const id = await given(nadia, ['identity'])
    const [key] = await owner('select account_id, sealed from emergency_key where id = $1', [id])
    expect(key?.['account_id']).toBe(nadia.account)
    expect(await wraps(id)).toBeGreaterThan(0)
    expect(
      await owner('select 1 from part_wrap where unit_id = $1 and case_id is not null', [nadia.unit]),
      'nothing stands under the unit',
    ).toEqual([])
    for (const person of [nadia, farida]) {
      const unitKey = await person.as(({ ring }) => ring.unit(person.unit, 1))
      if (unitKey === null) throw new TypeError('not let in')
      await expect(
        openWith(unitKey, key?.['sealed'] as Buffer, `setu1|emergency|${id}|${nadia.account}`),
      ).rejects.toThrow(Error)
    }
    const seen = async ({ cookie }: Person) => {
      const found: number[] = []
      await intrude(world.node.engine, 'setu_app', handleOf(cookie), async (attempt) => {
        for (const table of ['emergency_key', 'emergency_wrap'])
          found.push((await attempt(`select * from ${table}`)).count)
      })
      return found
    }
    expect(await seen(nadia)).toEqual([1, await wraps(id)])
    expect(await seen(farida), 'whoever gave it does not see it again').toEqual([0, 0])
    await hoursPass(id, '4 hours 1 second')
    expect(await seen(nadia), 'closed at the moment, before any clock').toEqual([0, 0])
    await endEmergencies(world.node.engine, world.node.clock)
    expect(await owner('select 1 from emergency_key where id = $1', [id])).toEqual([])
  })

  test('goes on under the new key of somebody who changes theirs meanwhile', async () => {
    const { nadia } = world.people
    const id = await given(nadia, ['identity'])
    const pair = await makePair()
    const tried = nadia.as(async (work) => {
      const former = await work.ring.member()
      if (former === null) throw new TypeError('no key')
      await sealAnewToMember(work, former, pair.publicKey)
      const { rows } = await sql<{
        sealed: Buffer
      }>`select sealed from emergency_key where id = ${id}`.execute(work.db)
      const place = `setu1|emergency|${id}|${nadia.account}`
      expect(await openWith(pair.privateKey, rows[0]?.sealed ?? Buffer.alloc(80), place)).toHaveLength(32)
      throw new Error('tried, and taken back')
    })
    await expect(tried).rejects.toThrow('tried, and taken back')
    await hoursPass(id, '5 hours')
  })

  test('is ended at once by those whose case it is', async () => {
    const { nadia, asha, mina } = world.people
    const id = await given(nadia, ['identity'])
    const end = ({ cookie }: Person) =>
      client.post(`/emergencies/${nadia.org}/${id}/end`, cookie, { base: 2 })
    expect((await end(mina)).status).toBe(404)
    expect((await end(asha)).status).toBe(200)
    expect((await readBy(nadia)).status).toBe(404)
    expect(await wraps(id)).toBe(0)
  })

  test('cannot be kept in the database for longer than four hours, or by oneself', async () => {
    for (const change of [`until = answered_at + interval '4 hours 1 second'`, 'answered_by = account_id'])
      await expect(
        owner(`update emergency_access set ${change} where answered_at is not null`),
      ).rejects.toThrow(/23514/)
  })

  test('a question that nobody answers lapses after a day', async () => {
    const { nadia } = world.people
    const { body } = await ask(nadia)
    await hoursPass(String(body['id']), '25 hours')
    expect(await endEmergencies(world.node.engine, world.node.clock)).toBeGreaterThan(0)
    expect((await listOf(nadia)).find((one) => one['id'] === body['id'])).toMatchObject({ state: 'lapsed' })
  })

  test('is neither asked for nor given without a key of whoever asks: nothing could be given to them', async () => {
    const { nadia, farida } = world.people
    const { body } = await ask(nadia)
    await owner('delete from account_key where account_id = $1', [nadia.account])
    expect((await answerTo(farida, nadia, body['id'], 'approve')).body['code']).toBe('step-not-possible')
    expect((await ask(nadia)).body['code']).toBe('not-admitted')
  })
})
