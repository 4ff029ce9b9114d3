import { randomUUID } from 'node:crypto'
import { caseRecords, columnName, recordTypes, sealedFields } from '@setu/records'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, type Client, openClient, rowsOf } from '../../../test/client.ts'
import { askedEmergency } from '../../../test/emergencies.ts'
import { openFullCase } from '../../../test/full-case.ts'
import { intrude } from '../../../test/intruder.ts'
import { accept, refer, widest } from '../../../test/referred.ts'
import { oneRenewalEnds } from '../../../test/renewals.ts'
import { openWorld, type Person, type World } from '../../../test/world.ts'
import { handleOf, platformEndpoints } from '../../platform/index.ts'
import { openDataKey, openWith, sealedDataKeyOf } from '../../platform/keys/sealing.ts'
import { settleKeys } from '../../platform/keys/settle-keys.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { protectionEndpoints } from '../index.ts'
import { everySealedPart } from '../referrals/spread-keys.ts'
import { issueSlot } from '../window/issue-slot.ts'
import { finishRenewals } from './clock-renewals.ts'
import { addRenewal } from './renewal-store.ts'

/** Bytes of tables that name a case and are sealed to no part of it, each for a reason. */
const notOfParts: readonly string[] = [
  // Keys, marks and tokens: nothing is sealed in them under the key of a part.
  'case_slot.look_up',
  'case_slot.public_key',
  'case_slot.wrapped_private',
  'emergency_wrap.wrapped',
  'part_wrap.wrapped',
  'person_token.token',
  'tombstone.mark',
  // A number under the reminder key, which is no key of a case.
  'text_choice.number',
  // Words of a request, and of an incident: they belong to these, and go by their own keys.
  'breach_telling.words',
  'emergency_access.words',
  // What people tell, and screenings: sealed under keys of their own, and a case may grow out of them later.
  'screening.answers',
  'screening.reasons',
  'tip.mentioned',
  'tip.receipt',
  'tip.way',
  'tip.words',
  // Names of accused persons and words of orders: the case that they name is a criminal one, with keys of its own.
  'accused.aliases',
  'accused.father',
  'accused.name',
  'accused.particulars',
  'hearing.orders',
  // What a network is called: the case that it names is a criminal one, and it has keys of its own.
  'network.name',
]

describe.each(['pglite', 'postgres'] as const)('the keys of a case, on %s', (kind) => {
  let world: World
  let client: Client
  let file: CaseRef
  const canary = 'cnryrenewed'

  const owner = (text: string, values: readonly unknown[] = []) => rowsOf(world.owner, text, values)
  const renew = ({ cookie }: Person, id = randomUUID()): Promise<Answer> =>
    client.post(`/cases/${file.org}/${file.id}/renewals`, cookie, { id, reason: 'deviceLost' })
  const openBy = ({ cookie }: Person, part: string) =>
    client.post(`/cases/${file.org}/${file.id}/open-part`, cookie, { part, reason: 'planningCare' })

  const finish = () => finishRenewals(world.node.engine)
  const ended = () => oneRenewalEnds(world.node.engine)
  const keys = async () =>
    (
      await owner(`select id, part, generation from part_key where holder = 'case' and holder_id = $1`, [
        file.id,
      ])
    ).map((row) => ({
      id: String(row['id']),
      part: String(row['part']),
      generation: Number(row['generation']),
    }))
  const columns = () => owner('select at, held from case_sealed()')

  const named = (row: Record<string, unknown>) => ({ at: String(row['at']), held: String(row['held']) })

  interface Value {
    readonly where: string
    readonly head: Buffer
    readonly body: string
  }

  /** Every sealed value of the case, wherever it stands: what comes before it, and itself. */
  async function values(): Promise<Value[]> {
    const found: Value[] = []
    for (const { at, held } of (await columns()).map(named)) {
      const rows = await owner(
        `select id, substring("${held}" for 97) as head, encode(substring("${held}" from 98), 'hex') as body
         from "${at}" where case_id = $1 and "${held}" is not null order by id`,
        [file.id],
      )
      for (const row of rows)
        found.push({
          where: `${at}.${held}.${String(row['id'])}`,
          head: row['head'] as Buffer,
          body: String(row['body']),
        })
    }
    return found
  }

  const keyIn = ({ head }: Value): string => head.subarray(1, 17).toString('hex')
  const hex = (ids: readonly { readonly id: string }[]) => ids.map(({ id }) => id.replaceAll('-', ''))

  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, [...platformEndpoints, ...protectionEndpoints])
    await owner('update session set proved_at = now()')
  })
  beforeEach(async () => {
    file = await openFullCase(world.people.asha, canary)
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  test('stand before every value of every table that is sealed to a part of a case', async () => {
    const listed = (await columns()).map(named).map(({ at, held }) => `${at}.${held}`)
    const rows =
      await owner(`select c.relname as at, a.attname as held from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
        and a.atttypid = 'bytea'::regtype
        and exists (select 1 from pg_attribute k where k.attrelid = c.oid and k.attname = 'case_id' and not k.attisdropped)`)
    const there = rows
      .map(named)
      .map(({ at, held }) => `${at}.${held}`)
      .filter((name) => !notOfParts.includes(name))
    expect(listed.toSorted()).toEqual(there.toSorted())
    const declared = [...Object.values(caseRecords), ...recordTypes]
      .filter((record) => there.some((name) => name.startsWith(`${record.table}.`)))
      .flatMap((record) => sealedFields(record).map((key) => `${record.table}.${columnName(key)}`))
    expect([...new Set(declared)].filter((name) => !listed.includes(name))).toEqual([])
  })

  test('are renewed whole: what was under older keys is under new ones, and the older ones are destroyed', async () => {
    const { asha } = world.people
    const before = await values()
    const older = await keys()
    expect(before.length).toBeGreaterThan(40)
    const { status } = await renew(asha)
    expect(status).toBe(201)
    const after = await values()
    const made = (await keys()).filter(({ generation }) => generation > 1)
    expect(made.map(({ part }) => part).toSorted()).toEqual(older.map(({ part }) => part).toSorted())
    const sealedToCase = (value: Value) => hex(older).includes(keyIn(value))
    const changed = before.filter(sealedToCase).length
    expect(changed).toBeGreaterThan(40)
    expect(after.filter(sealedToCase)).toEqual([])
    expect(after.filter((value) => hex(made).includes(keyIn(value)))).toHaveLength(changed)
    expect(after.map(({ where, body }) => [where, body])).toEqual(
      before.map(({ where, body }) => [where, body]),
    )
    await ended()
    expect((await keys()).map(({ id }) => id).toSorted()).toEqual(made.map(({ id }) => id).toSorted())
    expect(
      await owner('select 1 from part_wrap where part_key_id = any ($1::uuid[])', [
        older.map(({ id }) => id),
      ]),
    ).toEqual([])
    for (const part of ['identity', 'contact', 'narrative', 'health'])
      expect(JSON.stringify((await openBy(asha, part)).body), part).toContain(canary)
    const { items = [] } = (await client.get(`/cases/${file.org}/${file.id}/renewals`, asha.cookie)).body
    expect(items).toEqual([expect.objectContaining({ reason: 'deviceLost', finishedAt: expect.any(String) })])
    const events = await owner(`select about from case_event where case_id = $1 and kind = 'keysRenewed'`, [
      file.id,
    ])
    expect(events).toEqual([{ about: { reason: 'deviceLost' } }])
  })

  test('open nothing any more to whoever took the older ones along', async () => {
    const { asha } = world.people
    const [one] = (await values()).filter(({ where }) => where.startsWith('person_identity.name.'))
    if (one === undefined) throw new TypeError('no name')
    const keyId = (await keys()).find(({ id }) => id.replaceAll('-', '') === keyIn(one))?.id ?? ''
    const [wrap] = await owner('select wrapped from part_wrap where part_key_id = $1 and unit_id = $2', [
      keyId,
      asha.unit,
    ])
    const unitKey = await asha.as(({ ring }) => ring.unit(asha.unit, 1))
    if (unitKey === null || wrap === undefined) throw new TypeError('no key')
    const taken = await openWith(unitKey, wrap['wrapped'] as Buffer, `setu1|part|${keyId}|${asha.unit}`)
    await openDataKey(taken, keyId, sealedDataKeyOf(one.head))
    await renew(asha)
    await finish()
    const now = (await values()).find(({ where }) => where === one.where)
    if (now === undefined) throw new TypeError('gone')
    await expect(openDataKey(taken, keyId, sealedDataKeyOf(now.head))).rejects.toThrow(Error)
  })

  test('go to those who may have them now, and to nobody else', async () => {
    const { asha, farida, lawyer, officer, nadia, bina } = world.people
    const legal = await refer(asha, file, lawyer, { ...widest.legal, note: canary })
    await accept(lawyer, file.org, legal.referral, legal.version)
    const care = await refer(asha, file, officer, { ...widest.care, note: canary })
    await accept(officer, file.org, care.referral, care.version)
    await owner('update unit_member set on_call = true where account_id = $1', [farida.account])
    const ask = await askedEmergency(world.owner, nadia, file)
    await farida.as(({ vault }) =>
      vault.shareWithAsk(
        { org: nadia.org, id: ask },
        { org: file.org, caseId: file.id, parts: ['identity'] },
      ),
    )
    await owner(
      `update emergency_access set state = 'granted', answered_at = now(), answered_by = $2, until = now() + interval '1 hour' where id = $1`,
      [ask, farida.account],
    )
    expect(JSON.stringify((await openBy(nadia, 'identity')).body)).toContain(canary)
    // A yes that is over, though its wraps were never taken away: it gives no new key.
    await owner(`update consent set valid_until = '2020-01-01', given_on = '2019-01-01' where id = $1`, [
      care.consent,
    ])
    const held = (unit: string) =>
      owner(
        `select distinct k.part from part_wrap w join part_key k on k.id = w.part_key_id and k.holder = 'case'
         where w.case_id = $1 and w.unit_id = $2 order by 1`,
        [file.id, unit],
      )
    const before = await held(lawyer.unit)
    expect((await held(officer.unit)).length).toBeGreaterThan(0)
    expect((await renew(bina)).status, 'not hers').toBe(404)
    expect((await renew(lawyer)).status).toBe(404)
    expect((await renew(farida)).status, 'who supervises').toBe(201)
    expect((await renew(asha)).body.code, 'one after the other').toBe('step-not-possible')
    // What only the caseworker may read waits for her.
    await asha.as((work) => settleKeys(work, world.node.nodeKey))
    await ended()
    expect(await held(lawyer.unit)).toEqual(before)
    expect(await held(officer.unit)).toEqual([])
    expect(JSON.stringify((await openBy(lawyer, 'identity')).body)).toContain(canary)
    expect(JSON.stringify((await openBy(nadia, 'identity')).body)).toContain(canary)
    expect(JSON.stringify((await openBy(asha, 'family')).body)).toContain(canary)
  })

  test('go to the survivor’s own window too, whoever renews them', async () => {
    const { asha, farida } = world.people
    await asha.as((work) => issueSlot(work, file, { pin: '730516', nearSuspect: 'no' }))
    const hers = () =>
      owner(
        `select k.part, k.generation from slot_wrap w join part_key k on k.org_id = w.org_id and k.id = w.part_key_id
         where k.holder_id = $1 order by 1, 2`,
        [file.id],
      )
    const before = await hers()
    expect(before.length).toBeGreaterThan(2)
    expect((await renew(farida)).status).toBe(201)
    await asha.as((work) => settleKeys(work, world.node.nodeKey))
    await ended()
    expect(await hers()).toEqual(before.map(({ part }) => ({ part, generation: 2 })))
  })

  test('are renewed a portion at a time; meanwhile all can be read, and what is written goes under the new ones', async () => {
    const { asha } = world.people
    const older = await keys()
    const id = randomUUID()
    await asha.as(async (work) => {
      const made = await work.vault.renew(file.org, file.id, everySealedPart, asha.unit)
      await addRenewal(work, file, { id, reason: 'usual', made })
    })
    const total = (await values()).filter((value) => hex(older).includes(keyIn(value))).length
    const portion = (most: number) => asha.as(({ vault }) => vault.reseal({ org: file.org, id }, most))
    expect(await portion(7)).toBe(7)
    expect(await finish(), 'not while something is left').toBe(0)
    for (const part of ['identity', 'contact', 'narrative', 'health'])
      expect(JSON.stringify((await openBy(asha, part)).body), part).toContain(canary)
    await client.post(`/cases/${file.org}/${file.id}/notes`, asha.cookie, {
      id: randomUUID(),
      kind: 'general',
      happenedOn: '2026-01-02',
      words: 'written meanwhile',
    })
    await asha.as((work) => settleKeys(work, world.node.nodeKey))
    expect((await values()).filter((value) => hex(older).includes(keyIn(value)))).toEqual([])
    expect(total).toBeGreaterThan(7)
    expect(await portion(100)).toBe(0)
    await ended()
    expect(await finish()).toBe(0)
  })

  test.runIf(kind === 'postgres')('are destroyed only when nobody can be writing under them', async () => {
    const { asha } = world.people
    const writing = await world.owner.connect()
    await writing.script('begin; select pg_current_xact_id()')
    await renew(asha)
    expect(await finish()).toBe(0)
    await writing.script('commit')
    writing.release(false)
    await ended()
  })

  test('cannot be tampered with past the endpoint', async () => {
    const { asha, nadia } = world.people
    const id = randomUUID()
    await asha.as(async (work) => {
      const made = await work.vault.renew(file.org, file.id, everySealedPart, asha.unit)
      await addRenewal(work, file, { id, reason: 'usual', made })
    })
    const ids = (await keys()).map((key) => key.id)
    const heads = 'select * from renewal_heads($1, $2, $3::uuid[], 10)'
    const put = `select renewal_put($1, $2, 'person_identity', 'name', array(select id from person_identity),
      array(select substring(name for 97) from person_identity), array(select decode(repeat('01', 97), 'hex') from person_identity)) as many`
    for (const [person, seen] of [
      [nadia, 0],
      [asha, 10],
    ] as const)
      await intrude(world.node.engine, 'setu_app', handleOf(person.cookie), async (attempt) => {
        expect((await attempt(heads, [file.org, id, ids])).count).toBe(seen)
        expect((await attempt(put, [file.org, id])).rows).toEqual([{ many: null }])
        expect((await attempt('select renewal_finish($1, $2)', [file.org, id])).refused).toBe('42501')
        expect((await attempt('update case_renewal set finished_at = now()')).refused).toBe('42501')
      })
  })
})
