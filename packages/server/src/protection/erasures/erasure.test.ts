import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type Client, openClient, rowsOf } from '../../../test/client.ts'
import { askedEmergency } from '../../../test/emergencies.ts'
import { openFullCase } from '../../../test/full-case.ts'
import { intrude, tablesOf } from '../../../test/intruder.ts'
import { accept, refer, widest } from '../../../test/referred.ts'
import { sealAll } from '../../../test/seal-all.ts'
import { openWorld, type Person, type World } from '../../../test/world.ts'
import { checkLog, handleOf, platformEndpoints, servingRoles } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { protectionEndpoints } from '../index.ts'

/** What may name an erased case: the log, the request, the tombstone and the list of commands that were done. */
const named = ['audit_event', 'audit_item', 'case_erasure', 'command_done', 'tombstone']

/** Tables that name a case and are left alone, for a reason that is told above or beside them. */
const kept = ['audit_item', 'case_erasure', 'kept_consent', 'tombstone']

describe.each(['pglite', 'postgres'] as const)('erasing a case on %s', (kind) => {
  let world: World
  let client: Client
  let file: CaseRef & { readonly code: string }
  let erasure: string
  let other: CaseRef
  const canary = 'cnryerased'

  const owner = (text: string, values: readonly unknown[] = []) => rowsOf(world.owner, text, values)
  const readBy = ({ cookie }: Person) => client.get(`/cases/${file.org}/${file.id}`, cookie)
  const ask = ({ cookie }: Person, reason: string, id = randomUUID()): Promise<Answer> =>
    client.post(`/cases/${file.org}/${file.id}/erasures`, cookie, { id, reason })
  const answer = ({ cookie }: Person, said: 'approve' | 'decline', base = 1): Promise<Answer> =>
    client.post(`/erasures/${file.org}/${erasure}/answer`, cookie, { base, answer: said })
  const toldTo = async ({ account }: Person) =>
    owner(`select kind, about from notice where account_id = $1 and kind ~ 'ras' order by made_at`, [account])

  async function tablesWith(text: string): Promise<string[]> {
    const found: string[] = []
    for (const table of await tablesOf(world.owner)) {
      const [row] = await owner(`select count(*)::int as rows from "${table}" t where t::text like $1`, [
        `%${text}%`,
      ])
      if (Number(row?.['rows']) > 0) found.push(table)
    }
    return found
  }

  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, [...platformEndpoints, ...protectionEndpoints])
    const { asha, lawyer, officer, nadia } = world.people
    const ref = await openFullCase(asha, canary)
    const { referral, version } = await refer(asha, ref, lawyer, { ...widest.legal, note: canary })
    await accept(lawyer, ref.org, referral, version)
    await refer(asha, ref, officer, { ...widest.care, note: canary })
    await askedEmergency(world.owner, nadia, ref)
    other = await openFullCase(asha, 'cnrystays')
    const { body } = await client.get(`/cases/${ref.org}/${ref.id}`, asha.cookie)
    file = { ...ref, code: String(body['code']) }
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  // What goes with something that goes with its case goes too; a criminal case is nobody’s who is erased.
  test('every table that names a case is emptied of it, or is one of the few that remember', async () => {
    const tables = await owner(
      `with recursive goes (rel) as (select unnest(array['case_file'::regclass, 'criminal_case'::regclass])::oid
         union select f.conrelid from pg_constraint f join goes g on f.confrelid = g.rel and f.confdeltype = 'c')
       select distinct c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname in ('case_id', 'case_org')
         and c.oid not in (select rel from goes) and not exists (select 1 from pg_constraint f where f.conrelid = c.oid
           and (f.confrelid = 'criminal_case'::regclass or (f.confdeltype = 'n' and f.confrelid = 'case_file'::regclass))) order by 1`,
    )
    const [wipe] = await owner(`select prosrc from pg_proc where proname = 'case_wipe'`)
    const missing = tables
      .map(({ name }) => String(name))
      .filter((name) => !String(wipe?.['prosrc']).includes(`delete from ${name} `))
    expect(missing).toEqual(kept)
  })

  test('is asked by those who work it, and by nobody else', async () => {
    const { bina, mina, admin, guard, nadia, lawyer, asha, farida } = world.people
    for (const stranger of [bina, mina, admin, nadia, lawyer])
      expect((await ask(stranger, 'survivorsWish')).status).toBe(404)
    expect((await ask(guard, 'survivorsWish')).status).toBe(404)
    expect((await ask(asha, 'because')).status).toBe(400)
    expect((await ask(asha, 'retentionOver')).body['code']).toBe('retention-not-over')
    const asked = await ask(asha, 'survivorsWish')
    expect(asked.status).toBe(201)
    erasure = String(asked.body['id'])
    expect((await ask(farida, 'survivorsWish')).body['code']).toBe('step-not-possible')
    expect((await toldTo(guard)).map((row) => row['kind'])).toEqual(['erasureAsked'])
    const { body } = await client.get(`/cases/${file.org}/${file.id}/erasures`, farida.cookie)
    expect(body.items).toMatchObject([{ state: 'waiting', mayAnswer: false, reason: 'survivorsWish' }])
    expect((await client.get(`/cases/${file.org}/${file.id}/erasures`, bina.cookie)).status).toBe(404)
  })

  test('is never approved by the one who asked, nor by anybody who does not guard the data here', async () => {
    const { asha, farida, admin, nadia, guard } = world.people
    for (const one of [asha, farida, admin, nadia]) expect((await answer(one, 'approve')).status).toBe(403)
    await owner(
      `insert into account_role (org_id, account_id, role) values ($1, $2, 'dataProtectionOfficer')`,
      [asha.org, asha.account],
    )
    expect((await answer(asha, 'approve')).body['code']).toBe('own-request')
    await owner(`delete from account_role where account_id = $1 and role = 'dataProtectionOfficer'`, [
      asha.account,
    ])
    await owner(`update account_role set role = 'dataProtectionOfficer' where account_id = $1`, [
      nadia.account,
    ])
    expect((await answer(nadia, 'approve')).status).toBe(404)
    await owner(`update account_role set role = 'caseworker' where account_id = $1`, [nadia.account])
    await owner(`update session set proved_at = now() - interval '6 minutes' where account_id = $1`, [
      guard.account,
    ])
    expect((await answer(guard, 'approve')).body['code']).toBe('step-up-needed')
    await owner(`update session set proved_at = now() where account_id = $1`, [guard.account])
  })

  test('may be declined, and asked again', async () => {
    const { asha, guard } = world.people
    expect((await answer(guard, 'decline')).status).toBe(200)
    expect((await toldTo(asha)).at(-1)).toMatchObject({ kind: 'erasureDeclined', about: { code: file.code } })
    expect((await readBy(asha)).status).toBe(200)
    expect((await answer(guard, 'approve', 2)).body['code']).toBe('step-not-possible')
    erasure = String((await ask(asha, 'survivorsWish')).body['id'])
  })

  test('leaves nothing of it: no key, no word, no code, no address', async () => {
    const { asha, guard, lawyer, farida } = world.people
    expect(await tablesWith(file.id)).toEqual(
      expect.arrayContaining(['case_file', 'part_wrap', 'person_identity']),
    )
    const keys = await owner(
      `select id from part_key where holder_id = $1 or holder_id in (select id from referral where case_id = $1)
       or holder_id in (select id from emergency_access where case_id = $1)`,
      [file.id],
    )
    expect(keys.length).toBeGreaterThan(6)
    const list = async (person: Person) => (await client.get('/cases', person.cookie)).text
    expect(await list(asha)).toContain(file.id)
    const done = await answer(guard, 'approve')
    expect([done.status, done.body['code']]).toEqual([200, undefined])

    expect((await tablesWith(file.id)).filter((name) => !named.includes(name))).toEqual([])
    expect((await tablesWith(canary)).toSorted()).toEqual([])
    const left = keys.map(({ id }) => String(id))
    expect(await owner('select 1 from part_key where id = any ($1::uuid[])', [left])).toEqual([])
    expect(await owner('select 1 from part_wrap where part_key_id = any ($1::uuid[])', [left])).toEqual([])
    expect(await tablesWith(file.code)).toEqual(['case_erasure', 'notice'])

    for (const person of [asha, farida, lawyer, guard]) {
      expect((await readBy(person)).status).toBe(404)
      for (const path of ['/cases', '/referrals', '/transfers', '/my-day', '/board', '/emergencies'])
        expect((await client.get(path, person.cookie)).text, path).not.toContain(file.id)
    }
    const look = { field: 'name', text: `${canary}-personIdentity-name`, reason: 'supervision' }
    const found = await client.ask('POST', '/cases/look-up', { cookie: asha.cookie, body: look })
    expect([found.status, found.body.items]).toEqual([200, []])
    expect((await client.get(`/cases/${other.org}/${other.id}`, asha.cookie)).status).toBe(200)
  })

  test('is told to those who worked with it, without a word of what it was', async () => {
    const { asha, lawyer } = world.people
    const [toWorker] = (await toldTo(asha)).toReversed()
    expect(toWorker).toEqual({ kind: 'caseErased', about: { code: file.code } })
    const [toReceiver] = (await toldTo(lawyer)).toReversed()
    expect(toReceiver?.['kind']).toBe('caseErased')
    expect(Object.keys(toReceiver?.['about'] ?? {})).toEqual(['code'])
  })

  test('is remembered for whoever guards the data: when, why, asked and approved by whom', async () => {
    const { asha, guard, farida } = world.people
    const record = { state: 'erased', case: file.id, reason: 'survivorsWish', mayAnswer: false }
    const at = `/cases/${file.org}/${file.id}/erasures`
    const { body } = await client.get(at, guard.cookie)
    expect(body.items?.[0]).toMatchObject({
      ...record,
      askedBy: expect.any(String),
      answeredBy: expect.any(String),
    })
    expect((await client.get(at, farida.cookie)).status).toBe(404)
    expect((await client.get('/erasures', asha.cookie)).body.items?.[0]).toMatchObject(record)
    const [tombstone] = await owner('select place::int as place, case_id, reason from tombstone')
    expect(tombstone).toEqual({ place: 1, case_id: file.id, reason: 'survivorsWish' })
    const [counted] = await owner(
      'select id, age_band, extract(day from opened_in)::int as day from erased_case',
    )
    expect(counted).toMatchObject({ age_band: expect.any(String), day: 1 })
    expect(counted?.['id']).not.toBe(file.id)
  })

  test('is undone by nobody: not the row, not the keys, not the address', async () => {
    const { asha, guard } = world.people
    for (const role of [...servingRoles, 'setu_backup', 'setu_definer']) {
      await intrude(world.owner, role, handleOf(guard.cookie), async (attempt) => {
        for (const text of [
          'update tombstone set case_id = gen_random_uuid()',
          'delete from tombstone',
          'truncate tombstone',
          `update case_erasure set state = 'waiting', answered_by = null`,
          'delete from case_erasure',
        ])
          expect(await attempt(text), `${role}: ${text}`).toMatchObject(
            role === 'setu_definer' && text.startsWith('update case')
              ? { count: 0 }
              : { refused: expect.any(String) },
          )
        if (role === 'setu_definer') return
        expect(await attempt('select case_wipe($1, $2, false)', [other.org, other.id]), role).toMatchObject({
          refused: expect.any(String),
        })
      })
    }
    await intrude(world.node.engine, 'setu_app', handleOf(asha.cookie), async (attempt) => {
      const again = `insert into case_file (org_id, id, version, state, owner_org, owner_unit, opened_on, state_since, changed_at)
        values ($1, $2, 1, 'intake', $1, $3, now(), now(), now())`
      expect((await attempt(again, [asha.org, file.id, asha.unit])).refused).toBe('42501')
      expect((await attempt(again, [asha.org, randomUUID(), asha.unit])).refused).toBeNull()
    })
    expect(await owner('select tombstones_broken()::int as broken')).toEqual([{ broken: 0 }])
  })

  test('leaves a log that still verifies', async () => {
    await sealAll(world.node)
    expect(await checkLog(world.node, [])).toMatchObject({ faults: [] })
  })

  test('keeps nothing to count of a case that was never one', async () => {
    const { asha, farida, guard } = world.people
    const mistaken = await openFullCase(asha, 'cnrymistake')
    const id = randomUUID()
    const at = `/cases/${mistaken.org}/${mistaken.id}/erasures`
    const reason = 'openedByMistake'
    expect((await client.post(at, farida.cookie, { id, reason })).status).toBe(201)
    erasure = id
    expect((await answer(guard, 'approve')).status).toBe(200)
    expect(await owner('select 1 from erased_case')).toHaveLength(1)
    expect(await owner('select place::int as place from tombstone order by 1')).toEqual([
      { place: 1 },
      { place: 2 },
    ])
  })
})
