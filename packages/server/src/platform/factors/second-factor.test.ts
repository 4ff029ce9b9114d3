import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import {
  bringCode,
  codeOf,
  type Enrolled,
  enrolApp,
  firstSignIn,
  knock,
} from '../../../test/second-factor.ts'
import { openWorld, type PersonName, type World } from '../../../test/world.ts'
import { handleOf, inTransaction, openSession, platformEndpoints } from '../index.ts'
import { countWrongCode } from './factor-store.ts'

describe.each(['pglite', 'postgres'] as const)('the second factor, on %s', (kind) => {
  let world: World
  let client: Client
  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, platformEndpoints)
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const passwordOf = (name: PersonName) => `${name} walks by the river`
  const first = (name: PersonName) => firstSignIn(client, name, passwordOf(name))
  const again = async (name: PersonName) => {
    const { cookie } = await knock(client, name, passwordOf(name))
    if (cookie === undefined) throw new TypeError('no cookie')
    return cookie
  }
  const manyTimes = async (times: number, name: PersonName) => {
    const halves: string[] = []
    while (halves.length < times) halves.push(await again(name))
    return halves
  }
  const lives = async (cookie: string) => (await client.get('/session', cookie)).status === 200

  describe('is enrolled at the first sign-in', () => {
    test('before which a password opens nothing at all', async () => {
      const { body, cookie = '' } = await knock(client, 'asha', passwordOf('asha'))
      expect(body).toEqual({ next: 'enrol', kinds: ['totp'], session: null })
      for (const path of ['/session', '/session/devices', '/session/factors', '/notices'])
        expect((await client.get(path, cookie)).status, path).toBe(401)
      expect((await bringCode(client, cookie, '000000')).body.code).toBe('step-not-possible')
    })

    test('with an app that has shown a code, and ten codes for paper', async () => {
      const cookie = await again('asha')
      const begun = await client.ask('POST', '/session/totp', { cookie })
      expect(begun.body).toMatchObject({
        secret: expect.stringMatching(/^[A-Z2-7]{32}$/),
        uri: expect.stringContaining('otpauth://totp/Setu:asha?'),
      })
      const wrong = await client.ask('POST', '/session/totp/confirm', { cookie, body: { code: '12345' } })
      expect(wrong.body.code).toBe('code-wrong')
      expect(await lives(cookie)).toBe(false)
      const enrolled = await enrolApp(client, cookie)
      expect(enrolled.answer.body).toMatchObject({ next: null, session: { account: { name: 'asha' } } })
      expect(new Set(enrolled.recovery).size).toBe(10)
      expect(await lives(enrolled.cookie)).toBe(true)
      const view = await client.get('/session/factors', enrolled.cookie)
      expect(view.body).toEqual({
        totp: expect.any(String),
        passkeys: [],
        mayPasskey: false,
        recoveryLeft: 10,
        fresh: true,
      })
    })

    test('and the session gets another cookie than the one that was there before', async () => {
      const before = await again('bina')
      const { cookie } = await enrolApp(client, before)
      expect(cookie).not.toBe(before)
      expect([await lives(before), await lives(cookie)]).toEqual([false, true])
    })

    test('and nothing of it is kept that would let anybody in', async () => {
      const { secret, recovery } = await first('mina')
      const [kept] = await rowsOf(
        world.owner,
        `select (select string_agg(encode(wrapped, 'escape'), ' ') from totp_factor) as totp,
           (select string_agg(r::text, ' ') from recovery_code r) as recovery,
           (select string_agg(e::text, ' ') from audit_event e) as log`,
      )
      const all = Object.values(kept ?? {}).join(' ')
      for (const word of [secret, ...recovery, ...recovery.map((code) => code.replaceAll('-', ''))])
        expect(all).not.toContain(word)
    })

    test('and is not replaced by somebody who only knows the password', async () => {
      const cookie = await again('mina')
      expect((await client.ask('POST', '/session/totp', { cookie })).body.code).toBe('step-not-possible')
      const bare = { cookie, body: { code: '000000' } }
      expect((await client.ask('POST', '/session/totp/confirm', bare)).body.code).toBe('step-not-possible')
      expect((await client.ask('POST', '/session/recovery', { cookie })).body.code).toBe('step-not-possible')
    })
  })

  describe('at every later sign-in', () => {
    let farida: Enrolled
    let used = ''
    beforeAll(async () => {
      farida = await first('farida')
    })

    test('is asked for by kind, and a half-way session ends after five minutes', async () => {
      const { body, cookie = '' } = await knock(client, 'farida', passwordOf('farida'))
      expect(body).toEqual({ next: 'factor', kinds: ['totp', 'recovery'], session: null })
      await rowsOf(
        world.owner,
        `update session set ends_at = ends_at - interval '5 minutes' where stage = 'factor'`,
      )
      expect((await bringCode(client, cookie, codeOf(farida.secret, 1))).body.code).toBe('not-signed-in')
    })

    test('opens a session under a new cookie, and is logged with the person', async () => {
      const before = await again('farida')
      used = codeOf(farida.secret, 1)
      const answer = await bringCode(client, before, used)
      expect(answer.body).toMatchObject({ next: null, session: { account: { name: 'farida' } } })
      expect(answer.cookie).toMatch(/^[A-Za-z0-9_-]{43}$/)
      expect(answer.cookie).not.toBe(before)
      expect([await lives(before), await lives(answer.cookie ?? '')]).toEqual([false, true])
      const [event] = await rowsOf(
        world.owner,
        `select account_id, status from audit_event where action = 'proveFactor' and status = 200`,
      )
      expect(event).toEqual({ account_id: world.people.farida.account, status: 200 })
    })

    test('AC-01: a code that was used is refused', async () => {
      const cookie = await again('farida')
      expect((await bringCode(client, cookie, used)).body.code).toBe('code-wrong')
    })

    test('a recovery code lets its owner in once, however it is typed', async () => {
      const [code = ''] = farida.recovery
      const typed = code.toUpperCase().replaceAll('-', ' ')
      expect((await bringCode(client, await again('farida'), typed)).status).toBe(200)
      expect((await bringCode(client, await again('farida'), code)).body.code).toBe('code-wrong')
    })

    test('somebody else’s code is no code', async () => {
      const nadia = await first('nadia')
      const cookie = await again('farida')
      for (const code of [codeOf(nadia.secret, 1), nadia.recovery[0] ?? ''])
        expect((await bringCode(client, cookie, code)).body.code).toBe('code-wrong')
      const back = await bringCode(client, await again('nadia'), nadia.recovery[0] ?? '')
      expect(back.status, 'nor is it used up').toBe(200)
    })
  })

  test('AC-01: of twenty who bring the same code at the same moment, one comes in', async () => {
    const { secret } = await first('lawyer')
    const halves = await manyTimes(20, 'lawyer')
    const code = codeOf(secret, 1)
    const answers = await Promise.all(halves.map((cookie) => bringCode(client, cookie, code)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ body }) => body.code === 'code-wrong')).toHaveLength(19)
  })

  test('AC-01: nor does a recovery code let in two at the same moment', async () => {
    const { recovery } = await first('officer')
    const halves = await manyTimes(8, 'officer')
    const answers = await Promise.all(halves.map((cookie) => bringCode(client, cookie, recovery[0] ?? '')))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  describe('against somebody who knows the password', () => {
    test('gives ten tries to a sign-in, and its owner comes in all the same', async () => {
      const { secret } = await first('inspector')
      const cookie = await again('inspector')
      await rowsOf(world.owner, `update session set tries = 10 where stage = 'factor' and account_id = $1`, [
        world.people.inspector.account,
      ])
      expect((await bringCode(client, cookie, codeOf(secret, 1))).body.code).toBe('not-signed-in')
      expect((await bringCode(client, await again('inspector'), codeOf(secret, 1))).status).toBe(200)
    })

    test('tells the person and whoever guards the data at the fifth wrong code, once', async () => {
      const cookie = await again('admin')
      const frame = { role: 'setu_signin', handle: handleOf(cookie) } as const
      const { admin, guard } = world.people
      const mark = world.node.nodeKey.mark(admin.account, 'second factor')
      const toldTo = async () => {
        const rows = await rowsOf(
          world.owner,
          `select account_id from notice where kind = 'codeGuessed' and about ->> 'account' = $1 order by 1`,
          [admin.account],
        )
        return rows.map((row) => row['account_id'])
      }
      const wrong = () => inTransaction(world.node.engine, frame, (db) => countWrongCode(db, mark))
      for (let tries = 0; tries < 4; tries++) await wrong()
      expect(await toldTo()).toEqual([])
      await Promise.all([wrong(), wrong(), wrong()])
      expect(await toldTo()).toEqual([admin.account, guard.account].toSorted())
    })
  })

  describe('in a session', () => {
    test('is proved afresh without another cookie, and needed for new codes and a new app', async () => {
      const { secret, recovery } = await first('guard')
      const half = await again('guard')
      const { cookie = '' } = await bringCode(client, half, recovery[0] ?? '')
      const stale = `update session set proved_at = now() - interval '6 minutes' where stage = 'full'`
      await rowsOf(world.owner, stale)
      for (const path of ['/session/totp', '/session/recovery'])
        expect((await client.ask('POST', path, { cookie })).body.code, path).toBe('step-up-needed')
      const proved = await bringCode(client, cookie, codeOf(secret, 1))
      expect([proved.status, proved.cookie]).toEqual([200, undefined])
      const renewed = await client.ask('POST', '/session/recovery', { cookie })
      expect(renewed.body['recovery']).toHaveLength(10)
      expect((await bringCode(client, await again('guard'), recovery[1] ?? '')).body.code).toBe('code-wrong')
      const other = await enrolApp(client, cookie)
      expect(other.cookie, 'the session stays as it is').toBe(cookie)
      expect((await bringCode(client, await again('guard'), codeOf(secret, 1))).body.code).toBe('code-wrong')
    })

    test('is nobody else’s to see', async () => {
      const { org, account } = world.people.constable
      const cookie = await openSession(world.node, { org, account, device: 'test' })
      expect((await client.get('/session/factors', cookie)).body).toEqual({
        totp: null,
        passkeys: [],
        mayPasskey: false,
        recoveryLeft: 0,
        fresh: true,
      })
    })
  })
})
