import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type Client, openClient, rowsOf } from '../../../test/client.ts'
import { intrude } from '../../../test/intruder.ts'
import { openWideWorld, type WideWorld } from '../../../test/wide-world.ts'
import type { Person } from '../../../test/world.ts'
import { handleOf, platformEndpoints } from '../../platform/index.ts'
import { remind } from '../../platform/jobs/remind.ts'
import { protectionEndpoints } from '../index.ts'

const hour = 3_600_000
const said = 'CNRY-said: she told my neighbours where I live.'

describe.each(['pglite', 'postgres'] as const)('a survivor’s complaint about staff, on %s', (kind) => {
  let world: WideWorld
  let client: Client

  beforeAll(async () => {
    world = await openWideWorld(kind)
    client = await openClient(world.node, [...platformEndpoints, ...protectionEndpoints])
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const owner = (text: string, values: readonly unknown[] = []) => rowsOf(world.owner, text, values)
  const days = { lookInto: 3, answer: 30, tell: 7 }
  const layDown = (by: Person, listeners: readonly Person[], elsewhere: Person | null = null) =>
    client.post('/complaint-desk', by.cookie, {
      listeners: listeners.map(({ account }) => account),
      elsewhere: elsewhere?.org ?? null,
      days,
    })
  const record = (by: Person, about: Person | null): Promise<Answer> =>
    client.post('/complaints', by.cookie, {
      id: randomUUID(),
      about: about?.account ?? null,
      kind: 'toldOthers',
      words: said,
      code: 'K4T-9WX',
    })
  const listOf = async ({ cookie }: Person) => (await client.get('/complaints', cookie)).body.items ?? []
  const step = (by: Person, id: unknown, to: string, body: Readonly<Record<string, unknown>>) =>
    client.post(`/complaints/${world.people.asha.org}/${String(id)}/${to}`, by.cookie, body)
  const toldTo = async ({ account }: Person) =>
    (await owner('select kind from notice where account_id = $1 order by made_at', [account])).map(
      (row) => row['kind'],
    )

  /** Everything of the database in which somebody could find that there is a complaint. */
  const traces = [
    'select 1 from complaint',
    `select 1 from due_item where kind in ('lookIntoComplaint', 'answerComplaint', 'tellAnswer')`,
    `select 1 from part_key where holder = 'complaint'`,
    `select 1 from part_wrap where part in ('complaint', 'complaintAnswer')`,
    `select 1 from notice where kind like 'complaint%'`,
    'select 1 from complaint_listener',
    `update complaint set state = 'told', told_on = current_date`,
    'delete from complaint',
  ]
  const tracesSeenBy = ({ cookie }: Person) =>
    intrude(world.node.engine, 'setu_app', handleOf(cookie), async (attempt) => {
      const seen: string[] = []
      for (const text of traces) if ((await attempt(text)).count > 0) seen.push(text)
      return seen
    })

  test('is kept on the page where nobody independent is named to hear it', async () => {
    const { bina, asha } = world.people
    expect((await record(bina, asha)).body['code']).toBe('nobody-listens')
    expect(await owner('select 1 from complaint')).toEqual([])
  })

  test('who hears them is laid down by an administrator, among the people of the organisation', async () => {
    const { admin, farida, guard, chief, nadia, bina } = world.people
    expect((await layDown(farida, [guard])).status).toBe(403)
    expect((await layDown(admin, [nadia])).status).toBe(404)
    expect((await layDown(admin, [farida, guard, chief])).status).toBe(200)
    expect((await client.get('/complaints', admin.cookie)).body['desk']).toEqual({
      listeners: [farida.account, guard.account, chief.account],
      elsewhere: null,
    })
    expect((await client.get('/complaints', bina.cookie)).body['desk']).toBe(null)
  })

  test('goes past whoever supervises the one complained about, and leaves no trace for either', async () => {
    const { bina, asha, farida, guard, admin, chief } = world.people
    expect((await record(bina, bina)).status).toBe(403)
    const made = await record(bina, asha)
    expect(made.status, made.text).toBe(201)
    const heard = (await listOf(guard)).find(({ id }) => id === made.body['id'])
    expect(heard).toMatchObject({
      hears: true,
      words: said,
      about: 'asha',
      recorder: 'bina',
      state: 'received',
    })
    expect((await listOf(bina))[0]).toMatchObject({ recorded: true, hears: false, words: null, about: null })
    for (const other of [asha, farida, chief]) {
      expect(await listOf(other)).toEqual([])
      expect(await tracesSeenBy(other), other.account).toEqual([])
      expect((await step(other, made.body['id'], 'look-into', { base: 1 })).status).toBe(404)
    }
    expect(await listOf(admin)).toEqual([])
    expect(JSON.stringify((await client.get('/board', farida.cookie)).body)).not.toMatch(/omplaint/)
    const kept = await owner('select words::text as words from complaint')
    expect(String(kept[0]?.['words'])).not.toContain('CNRY')
    const wraps = await owner(`select unit_id from part_wrap where part = 'complaint'`)
    expect(wraps).toEqual([{ unit_id: guard.unit }])
  })

  test('is looked into, answered, and the answer brought to the person by whoever wrote it down', async () => {
    const { bina, guard, asha, farida } = world.people
    const [{ id } = { id: '' }] = await listOf(guard)
    const answer = {
      base: 2,
      outcome: 'partlyUpheld',
      words: 'CNRY-answer: you were right, and it has stopped.',
    }
    expect((await step(bina, id, 'look-into', { base: 1 })).status).toBe(404)
    expect((await step(guard, id, 'answer', { ...answer, base: 1 })).body['code']).toBe('step-not-possible')
    expect((await step(guard, id, 'look-into', { base: 1 })).status).toBe(200)
    expect((await step(guard, id, 'look-into', { base: 1 })).body['code']).toBe('stale')
    expect((await step(guard, id, 'answer', answer)).status).toBe(200)
    expect(await toldTo(bina)).toEqual(['complaintAnswered'])
    expect((await listOf(bina))[0]).toMatchObject({
      state: 'answered',
      answer: answer.words,
      words: null,
      outcome: null,
    })
    const open = await owner(
      `select kind, account_id from due_item where about_id = $1 and done_at is null`,
      [id],
    )
    expect(open).toEqual([{ kind: 'tellAnswer', account_id: bina.account }])
    for (const other of [asha, farida]) expect(await tracesSeenBy(other), other.account).toEqual([])
    const on = new Date().toISOString().slice(0, 10)
    expect((await step(bina, id, 'told', { base: 3, on })).status).toBe(200)
    expect((await listOf(guard))[0]).toMatchObject({ state: 'told' })
    expect(await owner(`select 1 from due_item where about_id = $1 and done_at is null`, [id])).toEqual([])
  })

  test('a late one is told to others who may hear it, and never to those who supervise', async () => {
    const { bina, guard, asha, farida, chief, manager } = world.people
    const made = await record(bina, asha)
    expect(made.status).toBe(201)
    await remind(world.node.engine, () => new Date(Date.now() + 20 * 24 * hour))
    expect(await toldTo(guard)).toContain('overdue')
    expect(await toldTo(chief)).toEqual(['escalated'])
    for (const other of [asha, farida, manager]) expect(await toldTo(other), other.account).toEqual([])
    await owner('update account set disabled_at = now() where id = $1', [guard.account])
    const again = await record(bina, asha)
    expect(again.status).toBe(201)
    expect((await listOf(chief)).map(({ hears }) => hears)).toEqual([true])
    await owner('update account set disabled_at = null where id = $1', [guard.account])
  })

  test('about whoever hears complaints it goes to another organisation, sealed to where they sit', async () => {
    const { bina, guard, admin, otherAdmin, otherGuard } = world.people
    expect((await layDown(admin, [guard], otherGuard)).status).toBe(200)
    expect((await layDown(otherAdmin, [otherGuard])).status).toBe(200)
    const made = await record(bina, guard)
    expect(made.status, made.text).toBe(201)
    const [heard] = await listOf(otherGuard)
    expect(heard).toMatchObject({
      id: made.body['id'],
      hears: true,
      words: said,
      about: 'guard',
      recorder: 'bina',
    })
    await intrude(world.node.engine, 'setu_app', handleOf(guard.cookie), async (attempt) => {
      for (const text of [
        'select 1 from complaint where id = $1',
        'select 1 from due_item where about_id = $1',
        'select 1 from part_key where holder_id = $1',
      ])
        expect((await attempt(text, [made.body['id']])).count, text).toBe(0)
    })
    expect((await listOf(guard)).map(({ id }) => id)).not.toContain(made.body['id'])
    expect((await step(otherGuard, made.body['id'], 'look-into', { base: 1 })).status).toBe(200)
    const answer = { base: 2, outcome: 'upheld', words: 'CNRY-answer from elsewhere' }
    expect((await step(otherGuard, made.body['id'], 'answer', answer)).status).toBe(200)
    expect((await listOf(bina)).find(({ id }) => id === made.body['id'])).toMatchObject({
      answer: answer.words,
    })
  })

  test('goes to nobody who could not open it', async () => {
    const { bina, asha, admin, chief } = world.people
    expect((await layDown(admin, [chief])).status).toBe(200)
    await owner('delete from unit_wrap where account_id = $1', [chief.account])
    expect((await record(bina, asha)).body['code']).toBe('nobody-listens')
  })
})
