import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCase } from '../test/cases.ts'
import { type Client, openClient, rowsOf } from '../test/client.ts'
import { bringCode, codeOf, type Enrolled, firstSignIn, knock } from '../test/second-factor.ts'
import { overtaking, untilSomebodyWaits } from '../test/waiting.ts'
import { openWorld, type World } from '../test/world.ts'
import { endpoints } from './endpoints.ts'
import type { KeyRing } from './platform/keys/key-ring.ts'
import { settleKeys } from './platform/keys/settle-keys.ts'
import { asActor } from './platform/node.ts'
import { passOf } from './platform/sessions/token.ts'
import { openCase } from './protection/index.ts'

const own = 'green mangoes in a basket'
const passwordOf = (name: string) => `${name} walks by the river`

describe.each(['pglite', 'postgres'] as const)('members’ keys, on %s', (kind) => {
  let world: World
  let client: Client
  let file: { org: string; id: string }

  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, endpoints)
    const { asha } = world.people
    file = await asha.as((work) => openCase(work, newCase(asha, 'cnry-keys')))
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const owner = (text: string, values: readonly unknown[] = []) => rowsOf(world.owner, text, values)
  const nameIn = (cookie: string) =>
    client.post(`/cases/${file.org}/${file.id}/open-part`, cookie, {
      part: 'identity',
      reason: 'planningCare',
    })
  const keysOf = async (cookie: string) =>
    ((await client.get('/session', cookie)).body['units'] as { key: string }[]).map(({ key }) => key)
  const waitingFor = async (cookie: string) =>
    ((await client.get('/keys/waiting', cookie)).body.items ?? []).map(({ account }) => account)
  const letIn = (cookie: string, account: string, unit = world.people.asha.unit) =>
    client.post('/keys/let-in', cookie, { unit, account })
  const wrapsOf = (account: string) => owner('select unit_id from unit_wrap where account_id = $1', [account])

  /** A colleague whom the administrator has just brought in, with a password good for one sign-in. */
  async function newcomer(): Promise<{ id: string; name: string; password: string }> {
    const { admin, asha } = world.people
    const given = {
      id: randomUUID(),
      signInName: `n${randomUUID().slice(0, 8)}`,
      password: 'ten kites over Khulna',
    }
    const made = await client.post('/admin/accounts', admin.cookie, {
      ...given,
      name: 'Rahima Begum',
      postEn: 'Supervisor',
      postBn: 'সুপারভাইজার',
      language: 'bn',
      roles: ['supervisor', 'caseworker'],
      units: [{ id: asha.unit, supervises: true, focal: false }],
    })
    expect(made.status).toBe(200)
    return { id: given.id, name: given.signInName, password: given.password }
  }

  test('lie under nothing that the node can open', async () => {
    expect(await owner('select 1 from unit_key where wrapped_private is not null')).toEqual([])
    expect(await owner('select 1 from index_key')).toEqual([])
    expect(await owner(`select distinct kind from account_slot`)).toEqual([{ kind: 'password' }])
    const wrapped = await owner(
      `select wrapped from account_slot union all select wrapped from unit_wrap union all select wrapped from look_up_wrap
       union all select wrapped from part_wrap union all select sealed_key from session where sealed_key is not null`,
    )
    expect(wrapped.length).toBeGreaterThan(20)
    const { asha } = world.people
    const places = [`unit|${asha.unit}`, `index|${asha.org}`, `slot|password|${asha.org}|${asha.account}`]
    for (const { wrapped: bytes } of wrapped)
      for (const place of places)
        expect(() => world.node.nodeKey.unwrap(bytes as Buffer, place)).toThrow(Error)
  })

  test('hand on what they open, and what they cannot open keeps nothing else back', async () => {
    const { nadia, asha } = world.people
    const theirs = await nadia.as((work) => openCase(work, newCase(nadia, 'cnry-half')))
    await owner(`delete from part_wrap where case_id = $1 and part = 'contact'`, [theirs.id])
    const through = { through: 'transfer', throughId: randomUUID() } as const
    const parts = ['identity', 'contact']
    const share = { org: nadia.org, caseId: theirs.id, parts, unit: asha.unit, ...through }
    await nadia.as(({ vault }) => vault.share(share))
    const given = await owner('select part from part_wrap where through_id = $1', [through.throughId])
    expect(given).toEqual([{ part: 'identity' }])
    const none = nadia.as(({ vault }) => vault.share({ ...share, parts: ['contact'] }))
    await expect(none).rejects.toMatchObject({ code: 'not-admitted' })
  })

  test('are waited for by nobody whose work opens nothing that is sealed', async () => {
    await world.people.admin.as((work) => settleKeys(work, world.node.nodeKey))
    expect(await owner(`select 1 from notice where kind = 'keyWaits'`)).toEqual([])
  })

  test('are opened by a sign-in with the password, and by nothing else of the person', async () => {
    const { cookie } = await firstSignIn(client, 'asha', passwordOf('asha'))
    expect((await nameIn(cookie)).text).toContain('cnry-keys-name')
    await owner('update session set sealed_key = null where account_id = $1', [world.people.asha.account])
    const shut = await nameIn(cookie)
    expect([shut.status, shut.text.includes('cnry-keys-name')]).toEqual([200, false])
  })

  test('go on opening after the password was changed, with the new one alone', async () => {
    const { cookie, secret } = await firstSignIn(client, 'mina', passwordOf('mina'))
    const changed = await client.post('/session/password', cookie, { now: passwordOf('mina'), next: own })
    expect(changed.status).toBe(204)
    const half = await knock(client, 'mina', own)
    const full = await bringCode(client, half.cookie ?? '', codeOf(secret, 1))
    expect(full.status).toBe(200)
    expect(await keysOf(full.cookie ?? '')).toEqual(['held'])
  })

  describe('of a newcomer', () => {
    let person: Awaited<ReturnType<typeof newcomer>>
    let inside: Enrolled

    beforeAll(async () => {
      person = await newcomer()
      inside = await firstSignIn(client, person.name, person.password, own)
    })

    test('open nothing of the unit until a colleague has let them in, who is told that they wait', async () => {
      const { asha, bina } = world.people
      expect(await keysOf(inside.cookie)).toEqual(['waits'])
      const seen = await nameIn(inside.cookie)
      expect([seen.status, seen.text.includes('cnry-keys-name')]).toEqual([200, false])
      expect(await waitingFor(bina.cookie)).toEqual([person.id])
      expect(
        await owner(`select account_id from notice where kind = 'keyWaits' and account_id = $1`, [
          asha.account,
        ]),
      ).toHaveLength(1)
    })

    test('are let in by no administrator, no outsider and not by themselves', async () => {
      const { admin, nadia, guard } = world.people
      for (const cookie of [admin.cookie, nadia.cookie, guard.cookie, inside.cookie]) {
        expect(await waitingFor(cookie)).toEqual([])
        expect((await letIn(cookie, person.id)).status).toBe(404)
      }
      // Whoever does not wait is not let in either, though somebody else does, nor to a unit that they do not sit in.
      const { asha, bina, mina } = world.people
      expect((await letIn(bina.cookie, asha.account)).status).toBe(404)
      const seat = [mina.org, mina.unit, bina.account]
      await owner(
        'insert into unit_member (org_id, unit_id, account_id, since) values ($1, $2, $3, now())',
        seat,
      )
      expect((await letIn(guard.cookie, bina.account, mina.unit)).status).toBe(204)
      expect((await letIn(bina.cookie, person.id, mina.unit)).status).toBe(404)
      for (const table of ['unit_wrap', 'unit_member'])
        await owner(`delete from ${table} where org_id = $1 and unit_id = $2 and account_id = $3`, seat)
      expect(await wrapsOf(person.id)).toEqual([])
    })

    test('open what the unit may read from the moment that a colleague says that they know them', async () => {
      const { bina } = world.people
      expect((await letIn(bina.cookie, person.id)).status).toBe(204)
      expect(await keysOf(inside.cookie)).toEqual(['held'])
      expect((await nameIn(inside.cookie)).text).toContain('cnry-keys-name')
      expect(await waitingFor(bina.cookie)).toEqual([])
      expect((await letIn(bina.cookie, person.id)).status).toBe(404)
      const told = await owner(`select kind from notice where account_id = $1 and kind = 'keyGiven'`, [
        person.id,
      ])
      expect(told).toHaveLength(1)
    })

    test('are gone when an administrator gives them a new password, and let in anew', async () => {
      const { admin, bina } = world.people
      const [kept] = await owner('select version from account where id = $1', [person.id])
      const reset = await client.post(`/admin/accounts/${person.id}`, admin.cookie, {
        base: kept?.['version'],
        password: 'nine herons by a pond',
      })
      expect(reset.status).toBe(200)
      expect(await wrapsOf(person.id)).toEqual([])
      expect((await nameIn(inside.cookie)).status).toBe(401)
      const half = await knock(client, person.name, 'nine herons by a pond')
      const coded = await bringCode(client, half.cookie ?? '', codeOf(inside.secret, 1))
      const cookie = coded.cookie ?? half.cookie ?? ''
      const full = await client.ask('POST', '/session/first-password', {
        cookie,
        body: { next: 'a lantern on the jetty' },
      })
      expect(full.status).toBe(200)
      expect(await keysOf(full.cookie ?? '')).toEqual(['waits'])
      expect((await letIn(bina.cookie, person.id)).status).toBe(204)
      expect((await nameIn(full.cookie ?? '')).text).toContain('cnry-keys-name')
    })

    test('leave with them when they leave the unit', async () => {
      const { admin } = world.people
      const [kept] = await owner('select version from account where id = $1', [person.id])
      const moved = await client.post(`/admin/accounts/${person.id}`, admin.cookie, {
        base: kept?.['version'],
        units: [],
      })
      expect(moved.status).toBe(200)
      expect(await wrapsOf(person.id)).toEqual([])
    })
  })

  test('are not taken from the only one who holds a unit’s', async () => {
    const { admin, guard, mina } = world.people
    const change = async (account: string, body: Record<string, unknown>) => {
      const [kept] = await owner('select version from account where id = $1', [account])
      return client.post(`/admin/accounts/${account}`, admin.cookie, { base: kept?.['version'], ...body })
    }
    expect((await change(guard.account, { units: [] })).status).toBe(200)
    const alone = await change(mina.account, { password: 'nine herons by a pond' })
    expect([alone.status, alone.body.code]).toEqual([409, 'last-holder'])
    expect((await change(mina.account, { units: [] })).body.code).toBe('last-holder')
    expect(await wrapsOf(mina.account)).toHaveLength(1)
  })

  test('of a new unit are made by the first of its members who comes in; until then nothing is sealed for it', async () => {
    const { admin, bina } = world.people
    const unit = randomUUID()
    await client.post('/admin/units', admin.cookie, {
      id: unit,
      nameEn: 'New',
      nameBn: 'নতুন',
      district: null,
    })
    await expect(bina.as(({ ring }) => ring.publicOf(unit))).rejects.toMatchObject({
      code: 'nobody-there-yet',
    })
    const person = await newcomer()
    const [kept] = await owner('select version from account where id = $1', [person.id])
    await client.post(`/admin/accounts/${person.id}`, admin.cookie, {
      base: kept?.['version'],
      units: [{ id: unit, supervises: false, focal: false }],
    })
    const { cookie } = await firstSignIn(client, person.name, person.password, own)
    expect(await keysOf(cookie)).toEqual(['held'])
    expect(await bina.as(({ ring }) => ring.publicOf(unit))).toMatchObject({ generation: 1 })
    // It could not be given the blind index of the others, so it has begun one, which they hold too.
    expect(await owner('select 1 from look_up_key where org_id = $1', [bina.org])).toHaveLength(2)
    expect(await bina.as(({ ring }) => ring.lookUp(bina.org))).toHaveLength(2)
  })

  test.runIf(kind === 'postgres')(
    'of a unit are made once where two come in at once: the second waits to be let in',
    async () => {
      const { inspector, constable } = world.people
      for (const table of ['part_wrap', 'look_up_wrap', 'unit_wrap', 'unit_key'])
        await owner(`delete from ${table} where unit_id = $1`, [inspector.unit])
      await owner(`delete from notice where kind = 'keyWaits'`)
      const { nodeKey } = world.node
      const [made, met] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      const first = inspector.as(async (work) => {
        await settleKeys(work, nodeKey)
        made.resolve()
        await met.promise
      })
      await Promise.race([made.promise, first])
      const second = constable.as((work) => settleKeys(work, nodeKey))
      await untilSomebodyWaits(world)
      met.resolve()
      await Promise.all([first, second])
      expect(await wrapsOf(inspector.account)).toHaveLength(1)
      expect(await wrapsOf(constable.account)).toEqual([])
      expect(await owner(`select account_id from notice where kind = 'keyWaits'`)).toEqual([
        { account_id: inspector.account },
      ])
      expect(await inspector.as(({ ring }) => ring.lookUp(inspector.org))).toHaveLength(1)
    },
  )

  test.runIf(kind === 'postgres')(
    'are handed on by nobody without their own, and to nobody who loses theirs meanwhile',
    async () => {
      const { inspector, constable } = world.people
      expect(await waitingFor(inspector.cookie)).toEqual([constable.account])
      const [kept] = await owner('select sealed_key from session where account_id = $1', [inspector.account])
      const withKey = (key: unknown) =>
        owner('update session set sealed_key = $2 where account_id = $1', [inspector.account, key])
      await withKey(null)
      expect((await letIn(inspector.cookie, constable.account, inspector.unit)).status).toBe(404)
      await withKey(kept?.['sealed_key'])
      const taken = { text: 'delete from account_key where account_id = $1', values: [constable.account] }
      const asked = await overtaking(world, taken, () =>
        letIn(inspector.cookie, constable.account, inspector.unit),
      )
      expect(asked.status).toBe(404)
    },
  )

  test('take over what a node kept before, member by member, until the node holds nothing', async () => {
    const { inspector, constable } = world.people
    const secret = await inspector.as(({ ring }) => ring.unit(inspector.unit, 1))
    const [index] = await inspector.as(({ ring }) => ring.lookUp(inspector.org))
    if (secret === null || index === undefined) throw new TypeError('no key')
    const { nodeKey } = world.node
    await owner('delete from unit_wrap where unit_id = $1', [inspector.unit])
    await owner('update unit_key set due_since = null, due_why = null where unit_id = $1', [inspector.unit])
    await owner('delete from look_up_wrap where org_id = $1', [inspector.org])
    await owner('delete from look_up_key where org_id = $1', [inspector.org])
    await owner('update unit_key set wrapped_private = $2, node_key_id = $3 where unit_id = $1', [
      inspector.unit,
      Buffer.from(nodeKey.wrap(secret, `unit|${inspector.unit}`)),
      nodeKey.id,
    ])
    await owner('insert into index_key values ($1, $2, $3, now())', [
      inspector.org,
      Buffer.from(nodeKey.wrap(index.secret, `index|${inspector.org}`)),
      nodeKey.id,
    ])
    const left = () => owner('select 1 from unit_key where wrapped_private is not null')
    await firstSignIn(client, 'inspector', passwordOf('inspector'))
    expect(await wrapsOf(inspector.account)).toHaveLength(1)
    expect(await left()).toHaveLength(1)
    expect(await owner('select 1 from index_key')).toEqual([])
    const { cookie } = await firstSignIn(client, 'constable', passwordOf('constable'))
    const asConstable = <Found>(run: (ring: KeyRing) => Promise<Found>) =>
      asActor(world.node, passOf(cookie), ({ ring }) => run(ring))
    expect(await left()).toEqual([])
    expect(await asConstable((ring) => ring.unit(constable.unit, 1))).toEqual(secret)
    expect((await asConstable((ring) => ring.lookUp(constable.org)))[0]?.secret).toEqual(index.secret)
  })
})
