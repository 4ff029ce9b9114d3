import type { PasskeyAsked, PasskeyBegun } from '@setu/records/api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Authenticator, authenticator } from '../../../test/authenticator.ts'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { bringCode, codeOf, enrolApp, firstSignIn, knock } from '../../../test/second-factor.ts'
import { openWorld, type PersonName, type World } from '../../../test/world.ts'
import { directoryEndpoints } from '../../directory/index.ts'
import { openSession, platformEndpoints } from '../index.ts'
import { passkeyParty } from './passkey-party.ts'

const origin = 'https://setu.example'
type Manner = Parameters<Authenticator['sign']>[1]

test.each([
  [origin, { id: 'setu.example', origin }],
  ['http://localhost:8080', { id: 'localhost', origin: 'http://localhost:8080' }],
  ['https://192.0.2.7', null],
  ['https://[2001:db8::7]', null],
  ['http://setu.example', null],
  [undefined, null],
])('passkeys are for names that a browser trusts: %s', (address, party) => {
  const at = address === undefined ? {} : { origin: address }
  expect(passkeyParty({ ...at, demo: false })).toEqual(party)
  expect(passkeyParty({ ...at, demo: true })).toBe(null)
})

describe.each(['pglite', 'postgres'] as const)('a passkey, on %s', (kind) => {
  let world: World
  let client: Client
  const phone = authenticator(origin)
  let asha = ''
  let recovery: readonly string[] = []
  beforeAll(async () => {
    world = await openWorld(kind)
    const node = { ...world.node, origin }
    client = await openClient(node, [...platformEndpoints, ...directoryEndpoints])
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const half = async (name: PersonName): Promise<string> => {
    const { cookie } = await knock(client, name, `${name} walks by the river`)
    return cookie ?? ''
  }
  const begin = async (cookie: string) =>
    (await client.ask('POST', '/session/passkeys', { cookie })).body as unknown as PasskeyBegun
  const confirm = (cookie: string, body: unknown) =>
    client.ask('POST', '/session/passkeys/confirm', { cookie, body })
  const enrol = async (cookie: string, device: Authenticator) =>
    confirm(cookie, device.make(await begin(cookie)))
  const asked = async (cookie: string) =>
    (await client.ask('POST', '/session/passkey', { cookie, body: {} })).body as unknown as PasskeyAsked
  const bring = async (cookie: string, passkey: unknown) => {
    // What was wrong before slows what comes after, which other tests are about.
    await rowsOf(world.owner, 'delete from sign_in_failure')
    return client.ask('POST', '/session/factor', { cookie, body: { passkey } })
  }
  const prove = async (cookie: string, device: Authenticator, manner?: Manner) =>
    bring(cookie, device.sign(await asked(cookie), manner))
  const lives = async (cookie: string) => (await client.get('/session', cookie)).status === 200
  const later = () => rowsOf(world.owner, `update session set proved_at = now() - interval '6 minutes'`)

  describe('is enrolled at the first sign-in', () => {
    test('in the place of an app, where it was made as asked and by somebody the device knew', async () => {
      const { body } = await knock(client, 'asha', 'asha walks by the river')
      expect(body).toEqual({ next: 'enrol', kinds: ['passkey', 'totp'], session: null })
      const cookie = await half('asha')
      const begun = await begin(cookie)
      expect(begun).toMatchObject({
        rp: { id: 'setu.example' },
        authenticatorSelection: { userVerification: 'required' },
        excludeCredentials: [],
      })
      const refused = async (make: (fresh: PasskeyBegun) => unknown) =>
        (await confirm(cookie, make(await begin(cookie)))).body.code
      expect(await refused((fresh) => phone.make(fresh, { origin: 'https://setu-example.test' }))).toBe(
        'passkey-wrong',
      )
      expect(await refused((fresh) => phone.make(fresh, { verified: false }))).toBe('passkey-wrong')
      expect(await refused(() => phone.make(begun)), 'an older challenge').toBe('passkey-wrong')
      expect(await refused((fresh) => phone.make({ ...fresh, rp: { ...fresh.rp, id: 'x.example' } }))).toBe(
        'passkey-wrong',
      )
      expect(await lives(cookie)).toBe(false)
      const made = phone.make(await begin(cookie))
      const answer = await confirm(cookie, made)
      expect(answer.body).toMatchObject({ next: null, session: { account: { name: 'asha' } } })
      recovery = answer.body['recovery'] as string[]
      expect(new Set(recovery).size).toBe(10)
      asha = answer.cookie ?? ''
      expect([asha === cookie, await lives(cookie), await lives(asha)]).toEqual([false, false, true])
      expect((await confirm(asha, made)).body.code, 'nor is it taken twice').toBe('passkey-wrong')
    })

    test('and is seen by its owner alone, by its name', async () => {
      const { body } = await client.get('/session/factors', asha)
      expect(body).toEqual({
        totp: null,
        passkeys: [{ id: expect.any(String), name: 'a phone', made: expect.any(String), used: null }],
        mayPasskey: true,
        recoveryLeft: 10,
        fresh: true,
      })
      const { body: others } = await client.get('/session/factors', world.people.farida.cookie)
      expect(others['passkeys']).toEqual([])
    })

    test('and not by somebody who has another factor and knows only the password', async () => {
      await firstSignIn(client, 'bina', 'bina walks by the river')
      const cookie = await half('bina')
      expect((await client.ask('POST', '/session/passkeys', { cookie })).body.code).toBe('step-not-possible')
      const nothing = await client.ask('POST', '/session/passkey', { cookie, body: {} })
      expect(nothing.body.code).toBe('step-not-possible')
      const other = await half('asha')
      expect((await client.ask('POST', '/session/totp', { cookie: other })).body.code).toBe(
        'step-not-possible',
      )
    })
  })

  describe('at every later sign-in', () => {
    test('is asked for by kind, and lets its owner in under another cookie', async () => {
      const { body, cookie = '' } = await knock(client, 'asha', 'asha walks by the river')
      expect(body).toEqual({ next: 'factor', kinds: ['passkey', 'recovery'], session: null })
      const answer = await prove(cookie, phone)
      expect([answer.status, answer.body['next']]).toEqual([200, null])
      expect([await lives(cookie), await lives(answer.cookie ?? '')]).toEqual([false, true])
      asha = answer.cookie ?? ''
    })

    test('signs for this address, this session and this moment, known to the device, and once', async () => {
      const code = async (bringing: Promise<{ readonly body: { readonly code?: string } }>) =>
        (await bringing).body.code
      const cookie = await half('asha')
      expect(await code(prove(cookie, phone, { origin: 'https://setu.example.test' }))).toBe('passkey-wrong')
      expect(await code(prove(cookie, phone, { verified: false }))).toBe('passkey-wrong')
      expect(await code(prove(cookie, authenticator(origin))), 'somebody else’s').toBe('passkey-wrong')
      const elsewhere = await half('asha')
      expect(await code(bring(cookie, phone.sign(await asked(elsewhere))))).toBe('passkey-wrong')
      const old = await asked(cookie)
      await rowsOf(world.owner, `update session set challenge_until = challenge_until - interval '5 minutes'`)
      expect(await code(bring(cookie, phone.sign(old))), 'five minutes later').toBe('passkey-wrong')
      expect(await code(bring(cookie, phone.sign({ ...old, challenge: 'AAAA' })))).toBe('passkey-wrong')
      const { challenge, rpId } = await asked(cookie)
      const begun = { ...(await begin(asha)), challenge, rp: { id: rpId, name: '' } }
      const enrolling = await confirm(cookie, authenticator(origin).make(begun))
      expect(enrolling.body.code, 'what was asked to prove makes no passkey').toBe('passkey-wrong')
      const signed = phone.sign(await asked(cookie))
      const answers = await Promise.all([bring(cookie, signed), bring(cookie, signed), bring(cookie, signed)])
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    })

    test('is refused when its counter says that there is a copy', async () => {
      expect((await prove(await half('asha'), phone, { counter: 50 })).status).toBe(200)
      const cookie = await half('asha')
      for (const counter of [50, 7, 0])
        expect((await prove(cookie, phone, { counter })).body.code, String(counter)).toBe('passkey-wrong')
      expect((await prove(cookie, phone, { counter: 51 })).status).toBe(200)
    })

    test('gives way to a code from paper, and to an app that was added', async () => {
      expect((await bringCode(client, await half('asha'), recovery[0] ?? '')).status).toBe(200)
      const { cookie = '' } = await prove(await half('asha'), phone)
      const { secret } = await enrolApp(client, cookie)
      const { body } = await knock(client, 'asha', 'asha walks by the river')
      expect(body['kinds']).toEqual(['passkey', 'totp', 'recovery'])
      expect((await bringCode(client, await half('asha'), codeOf(secret, 1))).status).toBe(200)
      asha = cookie
    })
  })

  describe('in a session', () => {
    test('proves afresh, without another cookie, and is needed for another of its kind', async () => {
      await later()
      expect((await client.ask('POST', '/session/passkeys', { cookie: asha })).body.code).toBe(
        'step-up-needed',
      )
      const answer = await prove(asha, phone)
      expect([answer.status, answer.cookie]).toEqual([200, undefined])
      const other = await half('asha')
      const added = await enrol(asha, authenticator(origin))
      expect([added.status, added.cookie, added.body['recovery']]).toEqual([200, undefined, []])
      expect(await lives(asha)).toBe(true)
      const over = await client.ask('POST', '/session/passkey', { cookie: other, body: {} })
      expect(over.body.code, 'others end when a factor comes').toBe('not-signed-in')
    })

    test('is taken away after a fresh proof, but never as the last factor', async () => {
      const remove = (id: string, cookie: string) => client.post(`/session/passkeys/${id}/remove`, cookie, {})
      const idsOf = async (cookie: string) =>
        ((await client.get('/session/factors', cookie)).body['passkeys'] as { id: string }[]).map(
          ({ id }) => id,
        )
      const ids = await idsOf(asha)
      expect(ids).toHaveLength(2)
      const farida = await openSession(world.node, { ...world.people.farida, device: 'test' })
      expect((await remove(ids[0] ?? '', farida)).status, 'somebody else’s').toBe(404)
      await later()
      expect((await remove(ids[1] ?? '', asha)).body.code).toBe('step-up-needed')
      await prove(asha, phone)
      expect((await remove(ids[1] ?? '', asha)).status).toBe(204)
      const nadiasPhone = authenticator(origin)
      const { cookie: nadia = '' } = await enrol(await half('nadia'), nadiasPhone)
      const [only = ''] = await idsOf(nadia)
      expect((await remove(only, nadia)).body.code).toBe('last-factor')
      await enrol(nadia, authenticator(origin))
      const both = await idsOf(nadia)
      const answers = await Promise.all(both.map((id) => remove(id, nadia)))
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204, 409]))
      expect(await idsOf(nadia)).toHaveLength(1)
    })

    test('is gone with a lost phone, when an administrator gives its owner a new beginning', async () => {
      const { admin, asha: person } = world.people
      const cookie = await openSession(world.node, { ...admin, device: 'test' })
      const reset = await client.post(`/admin/accounts/${person.account}/factors/reset`, cookie, {})
      expect(reset.status).toBeLessThan(300)
      const { body } = await knock(client, 'asha', 'asha walks by the river')
      expect(body['next']).toBe('enrol')
    })
  })
})
