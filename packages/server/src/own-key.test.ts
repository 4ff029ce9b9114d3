import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCase } from '../test/cases.ts'
import { type Client, openClient, rowsOf } from '../test/client.ts'
import { bringCode, codeOf, type Enrolled, firstSignIn, knock } from '../test/second-factor.ts'
import { openWorld, type World } from '../test/world.ts'
import { platformEndpoints } from './platform/endpoints.ts'
import { unitPlace } from './platform/keys/key-ring.ts'
import { openWith } from './platform/keys/sealing.ts'
import { publicKeysOf, wrapUnitTo } from './platform/keys/wraps.ts'
import { asActor } from './platform/node.ts'
import { passOf } from './platform/sessions/token.ts'
import { openCase, protectionEndpoints } from './protection/index.ts'

const password = 'asha walks by the river'

describe.each(['pglite', 'postgres'] as const)('a member’s own key, renewed, on %s', (kind) => {
  let world: World
  let client: Client
  let file: { org: string; id: string }
  let inside: Enrolled

  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, [...platformEndpoints, ...protectionEndpoints])
    const { asha } = world.people
    file = await asha.as((work) => openCase(work, newCase(asha, 'cnry-own')))
    inside = await firstSignIn(client, 'asha', password)
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const owner = (text: string, values: readonly unknown[] = []) => rowsOf(world.owner, text, values)
  const nameIn = async (cookie: string) => {
    const body = { part: 'identity', reason: 'planningCare' }
    const { status, text } = await client.post(`/cases/${file.org}/${file.id}/open-part`, cookie, body)
    return [status, text.includes('cnry-own-name')]
  }
  const secretOf = (cookie: string) => asActor(world.node, passOf(cookie), ({ ring }) => ring.member())
  const renew = (cookie: string, given: string, command = randomUUID()) =>
    client.post('/session/key', cookie, { command, password: given })

  /** How many of the wraps of a person a private half opens. */
  async function opensOf(account: string, secret: Buffer | null): Promise<number> {
    const rows = await owner('select unit_id, generation, wrapped from unit_wrap where account_id = $1', [
      account,
    ])
    const tried = await Promise.allSettled(
      rows.map(({ unit_id: unit, generation, wrapped }) =>
        openWith(
          secret ?? Buffer.alloc(32),
          wrapped as Buffer,
          unitPlace(String(unit), account, Number(generation)),
        ),
      ),
    )
    return tried.filter(({ status }) => status === 'fulfilled').length
  }

  test('takes the former one’s place everywhere; what that opened, it opens', async () => {
    const { asha } = world.people
    const before = await secretOf(inside.cookie)
    expect(await opensOf(asha.account, before)).toBe(1)
    const command = randomUUID()
    expect((await renew(inside.cookie, password, command)).status).toBe(204)
    const after = await secretOf(inside.cookie)
    expect(after).not.toEqual(before)
    expect([await opensOf(asha.account, before), await opensOf(asha.account, after)]).toEqual([0, 1])
    expect(await nameIn(inside.cookie)).toEqual([200, true])
    // Asked again it is done once; every other session of theirs has ended.
    expect((await renew(inside.cookie, password, command)).status).toBe(204)
    expect(await secretOf(inside.cookie)).toEqual(after)
    expect((await nameIn(asha.cookie))[0]).toBe(401)
    expect(await owner(`select 1 from key_event where kind = 'memberKeyRenewed'`)).toHaveLength(1)
    const half = await knock(client, 'asha', password)
    const full = await bringCode(client, half.cookie ?? '', codeOf(inside.secret, 1))
    expect(await nameIn(full.cookie ?? '')).toEqual([200, true])
    inside = { ...inside, cookie: full.cookie ?? '' }
  })

  test('is taken by nobody without the password, nor without a fresh proof', async () => {
    const before = await secretOf(inside.cookie)
    const wrong = await renew(inside.cookie, 'not the password')
    expect([wrong.status, wrong.body.code]).toEqual([401, 'sign-in-failed'])
    await owner(`update session set proved_at = now() - interval '6 minutes' where account_id = $1`, [
      world.people.asha.account,
    ])
    const late = await renew(inside.cookie, password)
    expect([late.status, late.body.code]).toEqual([403, 'step-up-needed'])
    expect(await secretOf(inside.cookie)).toEqual(before)
  })

  test('comes with a new password, and the one before opens nothing any more', async () => {
    const { asha } = world.people
    const before = await secretOf(inside.cookie)
    const next = 'green mangoes in a basket'
    const changed = await client.post('/session/password', inside.cookie, { now: password, next })
    expect(changed.status).toBe(204)
    expect(await secretOf(inside.cookie)).not.toEqual(before)
    expect(await opensOf(asha.account, before)).toBe(0)
    expect(await nameIn(inside.cookie)).toEqual([200, true])
    const half = await knock(client, 'asha', next)
    expect(half.status).toBe(201)
    expect((await knock(client, 'asha', password)).status).toBe(401)
  })

  test.runIf(kind === 'postgres')('waits for a colleague who is just letting them in', async () => {
    const { bina, farida } = world.people
    const [held] = await farida.as(({ ring }) => ring.held(farida.unit))
    if (held === undefined) throw new TypeError('holds no key')
    const binas = await firstSignIn(client, 'bina', 'bina walks by the river')
    await owner('delete from unit_wrap where account_id = $1', [bina.account])
    let read = (): void => undefined
    let goOn = (): void => undefined
    const known = new Promise<void>((resolve) => (read = resolve))
    const wait = new Promise<void>((resolve) => (goOn = resolve))
    const letting = farida.as(async ({ db, actor }) => {
      const publicKey = (await publicKeysOf(db, [bina.account])).get(bina.account) ?? Buffer.alloc(0)
      read()
      await wait
      const to = {
        org: bina.org,
        unit: bina.unit,
        generation: held.generation,
        account: bina.account,
        publicKey,
      }
      await wrapUnitTo(db, { ...to, admittedBy: actor.account }, held.secret)
    })
    await known
    const renewing = renew(binas.cookie, 'bina walks by the river')
    setTimeout(goOn, 300)
    await letting
    expect((await renewing).status).toBe(204)
    expect(await opensOf(bina.account, await secretOf(binas.cookie))).toBe(1)
  })

  test('is kept from nobody because something sealed to the former one was spoilt before', async () => {
    const { asha } = world.people
    await owner(
      `update unit_wrap set wrapped = set_byte(wrapped, 40, get_byte(wrapped, 40) # 1) where account_id = $1`,
      [asha.account],
    )
    const wraps = () => owner('select wrapped from unit_wrap where account_id = $1', [asha.account])
    const before = await wraps()
    await owner('update session set proved_at = now()')
    expect((await renew(inside.cookie, 'green mangoes in a basket')).status).toBe(204)
    expect(await wraps()).toEqual(before)
  })
})
