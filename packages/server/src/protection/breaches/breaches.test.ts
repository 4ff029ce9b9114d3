import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCase } from '../../../test/cases.ts'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { intrude } from '../../../test/intruder.ts'
import { openWideWorld, type WideWorld } from '../../../test/wide-world.ts'
import type { Person } from '../../../test/world.ts'
import { handleOf, platformEndpoints } from '../../platform/index.ts'
import { remind } from '../../platform/jobs/remind.ts'
import { protectionEndpoints } from '../index.ts'

const hour = 3_600_000

describe.each(['pglite', 'postgres'] as const)('when something went wrong with data, on %s', (kind) => {
  let world: WideWorld
  let client: Client
  let file: { readonly org: string; readonly id: string; readonly code: string }

  beforeAll(async () => {
    world = await openWideWorld(kind)
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
  const noticed = new Date(Date.now() - 2 * hour).toISOString()

  const open = async (by: Person, more: Readonly<Record<string, unknown>> = {}): Promise<string> => {
    const id = randomUUID()
    const answer = await client.post('/breaches', by.cookie, {
      id,
      what: 'lostDevice',
      noticedAt: noticed,
      happenedOn: null,
      data: ['identity', 'contact'],
      codes: [file.code, 'AAA-AAA'],
      units: [by.unit],
      words: 'CNRY-said: my phone is gone.',
      ...more,
    })
    expect(answer.status, answer.text).toBe(201)
    return id
  }
  const read = async (by: Person, id: string, org = world.people.asha.org) =>
    client.get(`/breaches/${org}/${id}`, by.cookie)
  const lead = (by: Person, id: string, step: string, body: Readonly<Record<string, unknown>>) =>
    client.post(`/breaches/${world.people.asha.org}/${id}/${step}`, by.cookie, body)
  const judge = (id: string, risk: string, more: Readonly<Record<string, unknown>> = {}) =>
    lead(world.people.guard, id, 'assess', {
      base: 1,
      risk,
      reasons: ['readable'],
      words: 'CNRY-judged: no lock on it.',
      tellBy: null,
      ...more,
    })
  const toldTo = async ({ account }: Person) =>
    (await owner('select kind, about from notice where account_id = $1 order by made_at', [account])).map(
      ({ kind: one, about }) => [one, about] as const,
    )
  const tellingsOf = async (id: string) =>
    (await read(world.people.guard, id)).body['tellings'] as {
      id: string
      whom: string
      due: string | null
      toldAt: string | null
    }[]

  test('anybody says so, and whoever guards the data is told at once, with nobody’s name', async () => {
    const { trainer, guard, asha, admin, otherGuard } = world.people
    const id = await open(trainer, { codes: [] })
    expect((await toldTo(guard)).at(-1)).toEqual(['breachOpened', { breach: id }])
    const said = (await read(trainer, id)).body
    expect(said).toMatchObject({
      what: 'lostDevice',
      happenedOn: null,
      mine: true,
      mayLead: false,
      words: null,
    })
    for (const other of [asha, admin, otherGuard]) expect((await read(other, id)).status).toBe(404)
    expect((await read(guard, id)).body['words']).toBe('CNRY-said: my phone is gone.')
    const kept = await owner('select words from breach where id = $1', [id])
    expect(String(kept[0]?.['words'])).not.toContain('CNRY')
    const due = await owner('select kind, account_id, due_at from due_item where about_id = $1', [id])
    expect(due).toMatchObject([{ kind: 'assessBreach', account_id: guard.account }])
    expect(new Date(String(due[0]?.['due_at'])).getTime()).toBe(Date.parse(noticed) + 24 * hour)
  })

  test('a code is taken from whoever gives it without saying whether it is a case’s', async () => {
    const { bina, guard } = world.people
    const id = await open(bina)
    const casesSeenBy = async (who: Person) =>
      new Map(
        ((await read(who, id)).body['cases'] as { code: string; case: unknown }[]).map((one) => [
          one.code,
          one.case,
        ]),
      )
    expect(await casesSeenBy(bina)).toEqual(
      new Map([
        ['AAA-AAA', null],
        [file.code, null],
      ]),
    )
    const here = { org: file.org, id: file.id }
    expect(await casesSeenBy(guard)).toEqual(
      new Map<string, unknown>([
        ['AAA-AAA', null],
        [file.code, here],
      ]),
    )
    await intrude(world.node.engine, 'setu_app', handleOf(bina.cookie), async (attempt) => {
      for (const text of [
        'select case_id from breach_case',
        `update breach set state = 'closed'`,
        'delete from breach',
        `insert into breach_step select org_id, gen_random_uuid(), id, 'other', opened_by, now(), null, opened_by from breach`,
        `insert into breach_telling (org_id, id, breach_id, whom, made_by, made_at)
           select org_id, gen_random_uuid(), id, 'regulator', opened_by, now() from breach`,
      ])
        expect((await attempt(text)).count, text).toBe(0)
    })
  })

  test('nobody but whoever guards the data judges it, and no risk tells nobody', async () => {
    const { bina, farida, admin, otherGuard } = world.people
    const id = await open(bina)
    for (const other of [bina, farida, admin, otherGuard])
      expect([403, 404]).toContain(
        (
          await lead(other, id, 'assess', {
            base: 1,
            risk: 'none',
            reasons: ['sealed'],
            words: 'x',
            tellBy: null,
          })
        ).status,
      )
    expect((await judge(id, 'none')).status).toBe(200)
    expect((await judge(id, 'none')).body['code']).toBe('stale')
    expect(await tellingsOf(id)).toEqual([])
    expect(await owner('select 1 from due_item where about_id = $1 and done_at is null', [id])).toEqual([])
  })

  test('how long the law gives is not known until somebody lays it down, and then counts for what is open', async () => {
    const { bina, admin, guard, otherGuard } = world.people
    const id = await open(bina)
    expect((await judge(id, 'possible')).status).toBe(200)
    expect(await tellingsOf(id)).toMatchObject([{ whom: 'regulator', due: null }])
    const hours = { assess: 24, regulator: 72, partner: null, survivor: null }
    for (const other of [guard, otherGuard])
      expect((await client.post('/breach-hours', other.cookie, hours)).status).toBe(403)
    expect((await client.post('/breach-hours', admin.cookie, hours)).status).toBe(200)
    const [telling] = await tellingsOf(id)
    expect(Date.parse(String(telling?.due))).toBe(Date.parse(noticed) + 72 * hour)
    expect((await client.get('/breaches', bina.cookie)).body['hours']).toEqual(hours)
    const partner = { id: randomUUID(), whom: 'partner', org: world.people.nadia.org, due: null }
    expect((await lead(guard, id, 'tellings', partner)).status).toBe(200)
    expect((await lead(guard, id, 'tellings', { ...partner, id: randomUUID() })).body['code']).toBe(
      'exists-already',
    )
    expect((await read(otherGuard, id)).status).toBe(404)
    const at = new Date().toISOString()
    const told = { base: 1, at, notNeeded: null, words: 'CNRY-letter 17' }
    expect((await lead(guard, id, `tellings/${partner.id}`, told)).status).toBe(200)
    expect((await toldTo(otherGuard)).at(-1)).toEqual(['breachTold', { breach: id }])
    const theirs = (await read(otherGuard, id)).body
    expect(theirs).toMatchObject({
      what: 'lostDevice',
      mayLead: false,
      words: null,
      risk: null,
      cases: [],
      tellings: [],
    })
  })

  test('a late promise goes up to whoever answers for the programme', async () => {
    const { bina, manager, farida } = world.people
    const id = await open(bina, { noticedAt: new Date(Date.now() - 90 * hour).toISOString() })
    await judge(id, 'possible')
    await remind(world.node.engine, () => new Date())
    await remind(world.node.engine, () => new Date(Date.now() + 30 * hour))
    const up = (await toldTo(manager)).filter(([one]) => one === 'escalated').map(([, about]) => about)
    expect(up).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'tellRegulator' })]))
    expect(JSON.stringify(await toldTo(farida))).not.toContain('tellRegulator')
  })

  test('survivors hear of it from their caseworker only, by a task that says nothing', async () => {
    const { bina, asha, farida, guard, mina } = world.people
    const id = await open(bina)
    const keys = () => owner('select id from part_key where holder_id = $1 order by id', [file.id])
    const before = await keys()
    expect((await judge(id, 'high')).body['code']).toBe('bad-request')
    const tellBy = new Date(Date.now() + 48 * hour).toISOString().slice(0, 10)
    expect((await judge(id, 'high', { tellBy })).status).toBe(200)
    expect(await keys()).toEqual(before)
    const view = (await client.get(`/cases/${file.org}/${file.id}`, asha.cookie)).body
    const [task] = (
      view['tasks'] as { id: string; kind: string; version: number; account: { id: string } }[]
    ).filter(({ kind: one }) => one === 'tellOfData')
    expect(task?.account.id).toBe(asha.account)
    expect((await toldTo(asha)).at(-1)?.[1]).toEqual({ org: file.org, case: file.id, kind: 'tellOfData' })
    const heard = (await client.get(`/cases/${file.org}/${file.id}/breaches`, asha.cookie)).body.items ?? []
    expect(heard.find((one) => one['id'] === id)).toMatchObject({
      what: 'lostDevice',
      data: ['identity', 'contact'],
    })
    expect((await client.get(`/cases/${file.org}/${file.id}/breaches`, farida.cookie)).status).toBe(200)
    for (const other of [bina, mina, guard])
      expect((await client.get(`/cases/${file.org}/${file.id}/breaches`, other.cookie)).status).toBe(404)
    const survivor = (await tellingsOf(id)).find(({ whom }) => whom === 'survivor')
    const now = { base: 1, at: new Date().toISOString(), notNeeded: null, words: null }
    expect((await lead(guard, id, `tellings/${survivor?.id}`, now)).body['code']).toBe('step-not-possible')
    const lessons = { base: 2, lessons: 'CNRY-learnt: every phone is locked.' }
    expect((await lead(guard, id, 'close', lessons)).body['code']).toBe('requirements-missing')
    const done = { base: task?.version, doneOn: new Date().toISOString().slice(0, 10) }
    expect(
      (await client.post(`/cases/${file.org}/${file.id}/tasks/${task?.id}/done`, asha.cookie, done)).status,
    ).toBe(200)
    const regulator = (await tellingsOf(id)).find(({ whom }) => whom === 'regulator')
    const step = {
      id: randomUUID(),
      kind: 'wipeDevice',
      account: bina.account,
      at: now.at,
      words: 'CNRY-step',
    }
    expect((await lead(guard, id, 'steps', step)).status).toBe(200)
    expect(
      (await lead(guard, id, `tellings/${regulator?.id}`, { ...now, at: null, notNeeded: 'notAsked' }))
        .status,
    ).toBe(200)
    expect((await lead(guard, id, 'close', lessons)).status).toBe(200)
    expect((await lead(guard, id, 'steps', { ...step, id: randomUUID() })).body['code']).toBe(
      'step-not-possible',
    )
    const trail = (await client.get(`/cases/${file.org}/${file.id}/trail`, asha.cookie)).body.items ?? []
    expect(
      trail.some((item) => item['action'] === 'breaches.assess' || item['reason'] === 'dataProtection'),
    ).toBe(true)
  })

  test('a case that is erased is gone from here too', async () => {
    const { asha, guard, bina } = world.people
    const made = newCase(asha, 'GONE')
    await client.post('/cases', asha.cookie, made)
    const code = String((await client.get(`/cases/${asha.org}/${made.id}`, asha.cookie)).body['code'])
    const id = await open(bina, { codes: [code] })
    const tellBy = new Date(Date.now() + 48 * hour).toISOString().slice(0, 10)
    expect((await judge(id, 'high', { tellBy })).status).toBe(200)
    expect((await tellingsOf(id)).map(({ whom }) => whom)).toContain('survivor')
    await owner(`update session set proved_at = now()`)
    const erasure = randomUUID()
    const asked = { id: erasure, reason: 'survivorsWish' }
    const path = `/cases/${asha.org}/${made.id}/erasures`
    expect((await client.post(path, asha.cookie, asked)).status).toBeLessThan(300)
    const answer = { base: 1, answer: 'approve' }
    expect((await client.post(`/erasures/${asha.org}/${erasure}/answer`, guard.cookie, answer)).status).toBe(
      200,
    )
    expect((await read(guard, id)).body['cases']).toEqual([{ code, case: null }])
    expect((await tellingsOf(id)).map(({ whom }) => whom)).toEqual(['regulator'])
  })

  test('the whole record leaves as a text, for whoever leads and after a fresh proof', async () => {
    const { guard, bina, otherGuard } = world.people
    const [closed] = await owner(`select id from breach where state = 'closed'`)
    const path = `/breach-record?id=${String(closed?.['id'])}&language=en`
    for (const other of [bina, otherGuard])
      expect([403, 404]).toContain((await client.get(path, other.cookie)).status)
    await owner(`update session set proved_at = null where account_id = $1`, [guard.account])
    expect((await client.get(path, guard.cookie)).body['code']).toBe('step-up-needed')
    await owner(`update session set proved_at = now() where account_id = $1`, [guard.account])
    const { status, text } = await client.get(path, guard.cookie)
    expect(status).toBe(200)
    for (const part of [
      'CNRY-said',
      'CNRY-judged',
      'CNRY-step',
      'CNRY-learnt',
      file.code,
      'not known',
      'not told: No rule',
    ])
      expect(text).toContain(part)
    expect((await client.get(path.replace('=en', '=bn'), guard.cookie)).text).toContain(
      'উপাত্ত-সংক্রান্ত ঘটনার বিবরণী',
    )
  })
})
