import { randomUUID } from 'node:crypto'
import { tipStates, tipTransitions } from '@setu/vocabulary'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { intrude } from '../../../test/intruder.ts'
import { openWideWorld, type WideWorld } from '../../../test/wide-world.ts'
import type { Person } from '../../../test/world.ts'
import { endpoints } from '../../endpoints.ts'
import { handleOf } from '../../platform/index.ts'
import { forgetTips } from './forget-tips.ts'

const day = 24 * 3_600_000

describe.each(['pglite', 'postgres'] as const)('what somebody tells, on %s', (kind) => {
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

  const write = (by: Person, unit: string, more: object = {}) =>
    client.ask('POST', '/tips', {
      cookie: by.cookie,
      body: {
        id: randomUUID(),
        unit,
        channel: 'border',
        subjects: ['crossing'],
        urgency: 'urgent',
        district: 'BD4041',
        words: 'CNRY-words: a white bus at the second gate.',
        mentioned: ['CNRY-named Karim'],
        way: 'CNRY-way through the tea stall',
        ...more,
      },
    })
  const itemsOf = async (who: Person) => (await client.get('/tips', who.cookie)).body.items ?? []
  const at = (org: string, id: unknown) => `/tips/${org}/${String(id)}`
  const step = (who: Person, org: string, id: unknown, body: object) =>
    client.post(`${at(org, id)}/step`, who.cookie, { ...body })

  test('has nowhere to go until an administrator names the unit that takes it', async () => {
    const { inspector, asha, admin, policeAdmin, officer } = world.people
    expect((await write(inspector, asha.unit)).body.code).toBe('receiver-not-available')
    const desk = { unit: asha.unit, open: true, districts: [] }
    expect((await client.post('/tip-desk', officer.cookie, desk)).status).toBe(403)
    expect((await client.post('/tip-desk', admin.cookie, desk)).status).toBe(200)
    const theirs = { unit: inspector.unit, open: true, districts: [] }
    expect((await client.post('/tip-desk', policeAdmin.cookie, theirs)).body.code).toBe(
      'case-not-yours-to-own',
    )
    expect((await client.post('/tip-desk', policeAdmin.cookie, { ...theirs, open: false })).status).toBe(200)
    expect(
      (await client.post('/tip-desk', policeAdmin.cookie, { ...theirs, open: false, unit: asha.unit }))
        .status,
    ).toBe(404)
    expect((await client.post('/tip-desk', policeAdmin.cookie, { ...theirs, open: false })).status).toBe(200)
  })

  test('is read by the unit that takes it, and not even by whoever wrote it down', async () => {
    const { inspector, asha, bina, mina, guard, admin, nadia, constable } = world.people
    const made = await write(inspector, asha.unit)
    expect(made.status, made.text).toBe(201)
    expect(made.body['receipt']).toMatch(/^\d{16}$/)
    const { id, org } = made.body
    const [mine] = await itemsOf(inspector)
    expect(mine).toMatchObject({ id, state: 'new', ours: false })
    expect((await client.get(at(String(org), id), inspector.cookie)).status).toBe(404)
    for (const reader of [asha, bina]) {
      const read = await client.get(at(String(org), id), reader.cookie)
      expect(read.body).toMatchObject({
        words: 'CNRY-words: a white bus at the second gate.',
        mentioned: ['CNRY-named Karim'],
        way: 'CNRY-way through the tea stall',
      })
    }
    for (const other of [mina, guard, admin, nadia, constable]) {
      expect((await client.get(at(String(org), id), other.cookie)).status).toBe(404)
      expect(await itemsOf(other)).toEqual([])
    }
    await intrude(world.node.engine, 'setu_app', handleOf(inspector.cookie), async (attempt) => {
      for (const text of [
        `select 1 from part_wrap where part = 'tip'`,
        `select 1 from tip_addition`,
        `update tip set state = 'closed', closing = 'noMessage', closed_at = now()`,
      ])
        expect((await attempt(text)).count, text).toBe(0)
    })
    expect((await write(inspector, asha.unit, { id })).body.code).toBe('exists-already')
    const [kept] = await owner(
      `select words::text as words, mentioned::text as names, way::text as way from tip`,
    )
    expect(JSON.stringify(kept)).not.toContain('CNRY')
  })

  test('is looked at within a day, promised to the unit and shown in their day', async () => {
    const { asha, bina } = world.people
    const [tip] = await itemsOf(asha)
    const due = (await client.get('/my-day', bina.cookie)).body['due'] as { kind: string }[]
    expect(due.filter((one) => one.kind === 'triageTip')).toHaveLength(1)
    const began = new Date(String(tip?.['received'])).getTime()
    expect(Math.round((new Date(String(tip?.['due'])).getTime() - began) / 60_000)).toBe(24 * 60)
    const stepped = await step(asha, asha.org, tip?.['id'], { base: 1, to: 'triaged', urgency: 'emergency' })
    expect(stepped.status, stepped.text).toBe(200)
    expect((await itemsOf(bina))[0]).toMatchObject({ state: 'triaged', urgency: 'emergency', due: null })
    expect((await step(asha, asha.org, tip?.['id'], { base: 1, to: 'closed' })).body.code).toBe('stale')
    expect((await step(asha, asha.org, tip?.['id'], { base: 2, to: 'closed' })).body.code).toBe(
      'reason-needed',
    )
  })

  test('handed on is read there, and no more where it was', async () => {
    const { asha, bina, inspector } = world.people
    const [tip] = await itemsOf(asha)
    const id = tip?.['id']
    const body = { base: 2, unit: inspector.unit }
    const handed = await client.post(`${at(asha.org, id)}/hand-on`, asha.cookie, body)
    expect(handed.status, handed.text).toBe(200)
    for (const former of [asha, bina])
      expect((await client.get(at(asha.org, id), former.cookie)).status).toBe(404)
    const read = await client.get(at(asha.org, id), inspector.cookie)
    expect(read.body).toMatchObject({ state: 'handedOn', words: expect.stringContaining('CNRY-words') })
    const wraps = await owner(`select unit_id as unit from part_wrap where part = 'tip'`)
    expect(wraps).toEqual([{ unit: inspector.unit }])
    expect((await step(inspector, asha.org, id, { base: 3, to: 'triaged' })).status).toBe(200)
    const back = { base: 4, unit: asha.unit }
    expect((await client.post(`${at(asha.org, id)}/hand-on`, inspector.cookie, back)).status).toBe(200)
    expect((await client.get(at(asha.org, id), bina.cookie)).body['words']).toContain('CNRY-words')
  })

  test('goes from state to state as the table says, below the application too', async () => {
    const states = tipStates.entries.map(({ code }) => code)
    const [tip] = await owner('select org_id as org, id from tip limit 1')
    const where = `where org_id = '${String(tip?.['org'])}' and id = '${String(tip?.['id'])}'`
    for (const from of states)
      for (const to of states) {
        const closing = (state: string) =>
          state === 'closed' ? `closing = 'tooLittle', closed_at = now()` : 'closing = null, closed_at = null'
        await owner('alter table tip disable trigger tip_state_follows')
        await owner(`update tip set state = '${from}', ${closing(from)} ${where}`)
        await owner('alter table tip enable trigger tip_state_follows')
        const tried = owner(`update tip set state = '${to}', ${closing(to)} ${where}`).then(
          () => true,
          () => false,
        )
        const allowed = from === to || tipTransitions[from].includes(to)
        expect([from, to, await tried]).toEqual([from, to, allowed])
      }
    await owner('alter table tip disable trigger tip_state_follows')
    await owner(`update tip set state = 'triaged', closing = null, closed_at = null ${where}`)
    await owner('alter table tip enable trigger tip_state_follows')
  })

  test('loses its words and its keys after ninety days without a case; the count stays', async () => {
    const { asha, inspector } = world.people
    const fresh = await write(inspector, asha.unit, { words: 'CNRY-fresh' })
    const later = () => new Date(Date.now() + 89 * day)
    expect(await forgetTips(world.node.engine, later)).toBe(0)
    await owner(`update tip set received_at = now() - interval '2 days' where id <> $1`, [fresh.body['id']])
    expect(await forgetTips(world.node.engine, () => new Date(Date.now() + 89 * day))).toBe(1)
    const rows = await owner(
      'select state, channel, words, mentioned, way, from_account as who from tip where gone_at is not null',
    )
    expect(rows).toEqual([
      { state: 'triaged', channel: 'border', words: null, mentioned: null, way: null, who: null },
    ])
    const keys = await owner(
      `select 1 from part_key k where k.holder = 'tip' union all select 1 from part_wrap where part = 'tip'`,
    )
    expect(keys).toHaveLength(2)
    expect((await itemsOf(asha)).filter(({ gone }) => gone === true)).toHaveLength(1)
    const gone = (await itemsOf(asha)).find((one) => one['gone'] === true)
    expect(
      (
        await step(asha, asha.org, gone?.['id'], {
          base: gone?.['version'],
          to: 'closed',
          closing: 'tooLittle',
        })
      ).body.code,
    ).toBe('step-not-possible')
  })
})
