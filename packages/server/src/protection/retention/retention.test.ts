import { randomUUID } from 'node:crypto'
import { addDays, addMonths } from '@setu/vocabulary'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type Client, openClient, rowsOf } from '../../../test/client.ts'
import { openFullCase } from '../../../test/full-case.ts'
import { sealAll } from '../../../test/seal-all.ts'
import { openWorld, type Person, type World } from '../../../test/world.ts'
import { checkLog, dayOf, platformEndpoints } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { protectionEndpoints } from '../index.ts'
import { forgetConsents } from './forget-consents.ts'

const today = dayOf(new Date())

interface Item {
  readonly case: string
  readonly keptUntil: string
  readonly rule: string
  readonly standing: string
  readonly mayAsk: boolean
}

describe.each(['pglite', 'postgres'] as const)('how long cases are kept, on %s', (kind) => {
  let world: World
  let client: Client
  const of: Record<string, CaseRef> = {}
  const sixYearsAgo = addMonths(today, -72)

  const owner = (text: string, values: readonly unknown[] = []) => rowsOf(world.owner, text, values)
  const list = async (person: Person): Promise<Map<string, Item>> => {
    const { status, body } = await client.get('/retention', person.cookie)
    expect(status).toBe(200)
    return new Map((body['items'] as unknown as Item[]).map((item) => [item.case, item]))
  }
  const item = async (name: string, person = world.people.guard) =>
    (await list(person)).get(of[name]?.id ?? '')
  const post = (person: Person, path: string, body: Readonly<Record<string, unknown>>): Promise<Answer> =>
    client.post(path, person.cookie, body)
  const address = (name: string) => `/cases/${of[name]?.org}/${of[name]?.id}`
  const hold = (person: Person, name: string, until: string | null = null, id = randomUUID()) =>
    post(person, `${address(name)}/holds`, { id, reason: 'courtCase', until })

  /** A case of somebody of that age, opened and closed so long ago. */
  async function closed(
    name: string,
    ageBand: string,
    closedOn: string,
    openedOn = sixYearsAgo,
  ): Promise<void> {
    const file = await openFullCase(world.people.asha, `cnry${name}`)
    await owner(`update case_file set state = 'closed', opened_on = $2, closed_on = $3 where id = $1`, [
      file.id,
      openedOn,
      closedOn,
    ])
    await owner('update case_facts set age_band = $2 where case_id = $1', [file.id, ageBand])
    of[name] = file
  }

  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, [...platformEndpoints, ...protectionEndpoints])
    await closed('over', '30-39', addMonths(today, -61))
    await closed('lastDay', '30-39', addMonths(today, -60))
    await closed('coming', '30-39', addDays(addMonths(today, -60), 80))
    await closed('later', '30-39', addDays(addMonths(today, -60), 100))
    await closed('child', '15-17', addMonths(today, -61))
    await closed('grown', '15-17', addMonths(today, -62), addMonths(today, -97))
    await closed('unknown', 'unknown', addMonths(today, -61))
    of['open'] = await openFullCase(world.people.asha, 'cnryopen')
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  test('a case stays for the years that the rule says, its last day included', async () => {
    const found = await list(world.people.guard)
    const standing = (name: string) => found.get(of[name]?.id ?? '')?.standing ?? null
    expect(standing('over')).toBe('over')
    expect(standing('lastDay')).toBe('coming')
    expect(standing('coming')).toBe('coming')
    expect([standing('later'), standing('open')]).toEqual([null, null])
    expect(await item('lastDay')).toMatchObject({ keptUntil: today, rule: 'years' })
  })

  test('the file of a child stays until they are certainly grown; nobody’s unknown age is taken for an adult’s', async () => {
    expect([await item('child'), await item('unknown')]).toEqual([undefined, undefined])
    expect(await item('grown')).toMatchObject({ standing: 'over', rule: 'childUntilAge' })
    const admin = world.people.admin
    const rules = { years: 5, childUntilAge: 18, ageWhenUnknown: 17, shownBefore: 90 }
    expect((await post(world.people.farida, '/retention/rules', rules)).status).toBe(403)
    expect((await post(admin, '/retention/rules', { ...rules, years: 0 })).status).toBe(400)
    expect((await post(admin, '/retention/rules', rules)).status).toBe(200)
    expect(await item('child')).toMatchObject({ standing: 'over', rule: 'years' })
    expect(await item('unknown')).toMatchObject({ standing: 'over', rule: 'years' })
    expect(
      (await post(admin, '/retention/rules', { ...rules, childUntilAge: 23, ageWhenUnknown: 10 })).status,
    ).toBe(200)
    expect(await item('child')).toBeUndefined()
  })

  test('is shown to whoever supervises the unit and to whoever guards the data, and to nobody else', async () => {
    const { farida, guard, asha, nadia, admin } = world.people
    expect(await item('over', farida)).toMatchObject({ mayAsk: true })
    expect(await item('over', guard)).toMatchObject({ mayAsk: false })
    for (const person of [asha, nadia])
      expect((await client.get('/retention', person.cookie)).status).toBe(403)
    expect((await list(admin)).size).toBe(0)
    const { text } = await client.get('/retention-table?language=en', farida.cookie)
    expect(text).toContain('5 years after closing')
    expect(text).toContain('a child, until the age of 23')
    expect(text).not.toContain('cnry')
  })

  test('what is needed still is held back, by day or until somebody lifts it', async () => {
    const { farida, guard, asha, nadia, bina } = world.people
    for (const person of [nadia, bina]) expect((await hold(person, 'over')).status).toBe(404)
    expect((await hold(farida, 'over', addDays(today, -1))).status).toBe(400)
    const id = randomUUID()
    expect((await hold(farida, 'over', null, id)).status).toBe(201)
    expect(await item('over', farida)).toMatchObject({ standing: 'held', mayAsk: false })
    const asked = { id: randomUUID(), reason: 'retentionOver' }
    const refused = await post(farida, `${address('over')}/erasures`, asked)
    expect([refused.status, refused.body['code']]).toEqual([409, 'legal-hold'])

    const open = randomUUID()
    expect((await hold(asha, 'open', null, open)).status).toBe(201)
    const lift = (person: Person, at: string) =>
      post(person, `/holds/${of['over']?.org}/${at}/lift`, { base: 1 })
    expect((await lift(asha, open)).status).toBe(404)
    expect((await lift(farida, open)).status).toBe(200)
    expect((await client.get(`${address('open')}/holds`, asha.cookie)).body['items']).toEqual([])
    expect((await lift(guard, id)).status).toBe(200)
    expect((await lift(guard, id)).body['code']).toBe('step-not-possible')
    expect(await item('over', farida)).toMatchObject({ standing: 'over' })
  })

  test('before its time nobody can ask, and a hold that comes after the asking holds back too', async () => {
    const { farida, guard } = world.people
    const cases = ['over', 'grown', 'lastDay', 'child', 'open'].map((name) => ({
      org: of[name]?.org,
      case: of[name]?.id,
    }))
    const asked = await post(farida, '/retention/ask', { cases })
    expect(asked.body).toMatchObject({ done: 2, left: 3 })
    expect(await item('over')).toMatchObject({ standing: 'asked' })
    expect((await hold(farida, 'grown')).status).toBe(201)

    const { body } = await client.get('/erasures', guard.cookie)
    const erasures = (body['items'] as unknown as { org: string; id: string; version: number }[]).map(
      ({ org, id, version }) => ({ org, id, base: version }),
    )
    expect(erasures).toHaveLength(2)
    expect((await post(farida, '/retention/answer', { erasures, answer: 'approve' })).status).toBe(403)
    const [tables] = await owner('select count(*)::int as n from tombstone')
    expect(tables).toEqual({ n: 0 })
    const answered = await post(guard, '/retention/answer', { erasures, answer: 'approve' })
    expect(answered.body).toMatchObject({ done: 1, left: 1 })
    expect(await owner('select case_id, reason from tombstone')).toEqual([
      { case_id: of['over']?.id, reason: 'retentionOver' },
    ])
  })

  test('leaves no readable value, a count that names nobody, and a log that still verifies', async () => {
    const tables = await owner(
      `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
    )
    for (const name of tables.map((table) => String(table['name']))) {
      const [row] = await owner(`select count(*)::int as n from "${name}" t where t::text like '%cnryover%'`)
      expect(row, name).toEqual({ n: 0 })
    }
    const keys = await owner('select 1 from part_key where holder_id = $1', [of['over']?.id])
    expect(keys).toEqual([])
    expect(await owner('select age_band from erased_case')).toEqual([{ age_band: '30-39' }])
    await sealAll(world.node)
    expect(await checkLog(world.node, [])).toMatchObject({ faults: [] })
  })

  test('what she had allowed stays for two years as proof, for whoever guards the data and without a word', async () => {
    const { farida, guard, asha } = world.people
    const listed = async (person: Person) =>
      (await client.get('/retention', person.cookie)).body['consents'] as {
        org: string
        erasure: string
        keptUntil: string
        count: number
      }[]
    const [left] = await listed(guard)
    expect(left).toMatchObject({ keptUntil: addMonths(today, 24), count: expect.any(Number) })
    expect(await listed(farida)).toEqual([])
    const at = `/kept-consents/${left?.org}/${left?.erasure}`
    for (const person of [farida, asha]) expect((await client.get(at, person.cookie)).status).toBe(403)
    const kept = await client.get(at, guard.cookie)
    expect(kept.body.items).toHaveLength(left?.count ?? 0)
    expect(kept.body.items).toContainEqual(
      expect.objectContaining({ purpose: 'familyContact', state: 'given', inWords: true, recipient: null }),
    )
    expect(kept.text).not.toContain('cnry')
    const read = await owner(
      `select 1 from audit_item where account_id = $1 and case_id = $2 and did = 'read' and part = 'status'`,
      [guard.account, of['over']?.id],
    )
    expect(read).toHaveLength(1)

    await owner('update kept_consent set erased_on = erased_on - 729')
    expect(await forgetConsents(world.node.engine)).toBe(0)
    await owner('update kept_consent set erased_on = erased_on - 3')
    expect(await forgetConsents(world.node.engine)).toBe(left?.count)
    expect(await listed(guard)).toEqual([])
    expect((await client.get(at, guard.cookie)).status).toBe(404)
  })

  test('of a case that goes at her wish nothing of what she allowed stays', async () => {
    const { farida, guard } = world.people
    const file = of['open']
    const id = randomUUID()
    const asked = await post(farida, `${address('open')}/erasures`, { id, reason: 'survivorsWish' })
    expect(asked.status).toBe(201)
    const answered = await post(guard, `/erasures/${file?.org}/${id}/answer`, { base: 1, answer: 'approve' })
    expect(answered.status, answered.text).toBe(200)
    expect(await owner('select 1 from kept_consent')).toEqual([])
  })

  test('a paper with a time of its own goes before its case; one that is held, or shows where money went, stays', async () => {
    const { farida, guard, mina } = world.people
    const paper = async (name: string, paperKind: string): Promise<string> => {
      const id = randomUUID()
      const { org, id: caseId } = of[name] ?? { org: '', id: '' }
      await owner(
        `with paper as (insert into case_document (org_id, id, case_id, version, part, account_id, recorded_at, kind, words, goes_along,
             media_type, pages, bytes)
           values ($1, $2, $3, 1, 'family', $4, now(), $5, 'cnrypaper', false, 'application/pdf', 1, 9) returning org_id, id, case_id)
         insert into case_document_piece (org_id, id, case_id, document_id, at, piece)
         select org_id, gen_random_uuid(), case_id, id, 0, 'cnrypaper' from paper`,
        [org, id, caseId, world.people.asha.account, paperKind],
      )
      return id
    }
    const [over, usual, held] = [
      await paper('later', 'familyTracing'),
      await paper('later', 'nationalId'),
      await paper('grown', 'familyTracing'),
    ]
    const young = await paper('later', 'familyTracing')
    await owner(
      `update compensation set paper = $1 where id = (select id from compensation where case_id = $2 limit 1)`,
      [young, of['later']?.id],
    )
    const listed = async (person: Person) =>
      ((await client.get('/retention', person.cookie)).body['papers'] as { id: string }[]).filter(({ id }) =>
        [over, usual, held, young].includes(id),
      )
    expect(await listed(farida)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: over, kind: 'familyTracing', days: 30, held: false }),
        expect.objectContaining({ id: held, held: true }),
      ]),
    )
    expect(await listed(farida)).toHaveLength(2)
    expect(await listed(guard)).toEqual([])
    const org = of['later']?.org
    const papers = [over, usual, held, young].map((id) => ({ org, id }))
    expect((await post(guard, '/retention/papers', { papers })).status).toBe(403)
    expect((await post(mina, '/retention/papers', { papers })).status).toBe(403)
    expect((await post(farida, '/retention/papers', { papers })).body).toMatchObject({ done: 1, left: 3 })
    expect(await owner('select id from case_document where id = any ($1)', [[over]])).toEqual([])
    expect(await owner('select 1 from case_document_piece where document_id = $1', [over])).toEqual([])
    const left = await owner('select 1 from case_document where id = any ($1)', [[usual, held, young]])
    expect(left).toHaveLength(3)
    const [told] = await owner(`select about, part from case_event where record_id = $1`, [over])
    expect(told).toEqual({ about: { kind: 'familyTracing' }, part: 'family' })
    const [logged] = await owner(
      `select count(*)::int as n from audit_item where record_id = $1 and did = 'wrote' and reason = 'retentionOver'`,
      [over],
    )
    expect(logged).toEqual({ n: 1 })
  })

  test('a request that was made for another reason is not answered with the others', async () => {
    const { farida, guard } = world.people
    const id = randomUUID()
    const wished = await post(farida, `${address('coming')}/erasures`, { id, reason: 'survivorsWish' })
    expect(wished.status).toBe(201)
    const erasures = [{ org: of['coming']?.org, id, base: 1 }]
    const answered = await post(guard, '/retention/answer', { erasures, answer: 'approve' })
    expect(answered.body).toMatchObject({ done: 0, left: 1 })
  })
})
