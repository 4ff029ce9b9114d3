import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type Client, openClient, rowsOf } from '../../../test/client.ts'
import { bringCode, codeOf, type Enrolled, firstSignIn, solved } from '../../../test/second-factor.ts'
import { openWorld, type PersonName, type World } from '../../../test/world.ts'
import { platformEndpoints } from '../index.ts'
import { nobodysSecret, slotKeyOf } from './password.ts'

const deviceIn = ({ headers }: Answer): string | undefined =>
  /setu-device=([\w-]{43});/.exec(String(headers['set-cookie']))?.[1]

describe.each(['pglite', 'postgres'] as const)('a known device, on %s', (kind) => {
  let world: World
  let client: Client
  let asha: Enrolled
  let phone = ''
  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, platformEndpoints)
    asha = await firstSignIn(client, 'asha', 'asha walks by the river')
    phone = deviceIn(asha.answer) ?? ''
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  interface Knock {
    readonly from?: string
    readonly password?: string
    readonly work?: unknown
  }
  const knock = (name: PersonName, { from, password, work }: Knock = {}) =>
    client.ask('POST', '/session', {
      body: { name, password: password ?? `${name} walks by the river`, ...(work ? { work } : {}) },
      headers: from === undefined ? {} : { cookie: `setu-device=${from}` },
    })
  /** Strangers whose passwords are being tried for as long as the work takes. */
  async function duringFlood<Result>(work: () => Promise<Result>): Promise<Result> {
    const secret = nobodysSecret({ memory: 8192, passes: 2, parallelism: 1 })
    const over = new AbortController()
    const guessers = Array.from({ length: 6 }, async () => {
      while (!over.signal.aborted) await slotKeyOf('guess', secret, 'stranger')
    })
    try {
      return await work()
    } finally {
      over.abort()
      await Promise.all(guessers)
    }
  }
  const listed = async (cookie: string) => (await client.get('/session/devices', cookie)).body['known']

  test('is known by a cookie from the first whole sign-in on, and not by a password alone', async () => {
    expect(phone).toMatch(/^[\w-]{43}$/)
    const [line] = String(asha.answer.headers['set-cookie'])
      .split(/,(?=setu-device)/)
      .slice(1)
    expect(line).toMatch(/^setu-device=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=15552000$/)
    expect(deviceIn(await knock('asha'))).toBe(undefined)
    expect(await listed(asha.cookie)).toMatchObject([{ thisOne: true }])
  })

  test('keeps its cookie when somebody comes in again, and nothing of it is in the database', async () => {
    const { cookie = '' } = await knock('asha', { from: phone })
    const again = await client.ask('POST', '/session/factor', {
      body: { code: codeOf(asha.secret, 1) },
      headers: { cookie: `setu=${cookie}; setu-device=${phone}` },
    })
    expect([again.status, deviceIn(again)]).toEqual([200, phone])
    asha = { ...asha, cookie: again.cookie ?? '' }
    expect(await listed(asha.cookie)).toHaveLength(1)
    const [kept] = await rowsOf(world.owner, 'select string_agg(d::text, $1) as all from known_device d', [
      ' ',
    ])
    expect(String(kept?.['all'])).not.toContain(phone)
    expect(String(kept?.['all'])).not.toContain(Buffer.from(phone).toString('hex'))
  })

  test('does not wait for what strangers guess at its owner’s name, and a stranger does', async () => {
    const mark = world.node.nodeKey.mark('asha', 'sign-in name')
    await rowsOf(
      world.owner,
      `insert into sign_in_failure (name_hash, at) select $1, now() - n * interval '1 second' from generate_series(1, 6) n`,
      [mark],
    )
    const order: string[] = []
    const comesIn = async (who: string, knocking: Promise<Answer>) => {
      expect((await knocking).status, who).toBe(201)
      order.push(who)
    }
    await Promise.all([comesIn('stranger', knock('asha')), comesIn('known', knock('asha', { from: phone }))])
    expect(order).toEqual(['known', 'stranger'])
  })

  test('DO-01: comes in during a flood that makes every stranger work, and a stranger who works comes in', async () => {
    await duringFlood(async () => {
      expect((await knock('asha', { from: phone })).status).toBe(201)
      expect((await client.get('/session', asha.cookie)).status, 'and so does whoever is in').toBe(200)
      const refused = await knock('bina')
      expect([refused.status, refused.body.code]).toEqual([429, 'work-needed'])
      const { challenge, bits } = refused.body['about'] as { challenge: string; bits: string }
      const work = solved(challenge, Number(bits))
      expect((await knock('mina', { work })).body.code, 'for another name it is no work').toBe('work-needed')
      expect((await knock('bina', { work })).status).toBe(201)
      expect((await knock('bina', { work })).body.code, 'nor a second time').toBe('work-needed')
      expect((await knock('bina', { from: phone })).body.code, 'nobody else is known on it').toBe(
        'work-needed',
      )
      const changed = await client.post('/session/password', world.people.farida.cookie, {
        now: 'farida walks by the river',
        next: 'seven boats on the Padma',
      })
      expect(changed.status, 'nor does somebody in a session wait').toBe(204)
    })
    expect((await knock('mina')).status, 'the door is open again').toBe(201)
  })

  test('that fails ten times is a stranger’s, and lets nobody guess faster', async () => {
    for (let guess = 0; guess < 3; guess++)
      expect((await knock('asha', { from: phone, password: 'a wrong password' })).status).toBe(401)
    await rowsOf(
      world.owner,
      `insert into sign_in_failure (name_hash, at) select name_hash, at + n * interval '1 microsecond'
       from (select name_hash, max(at) as at from sign_in_failure group by 1 order by 2 desc limit 1) f, generate_series(1, 7) n`,
    )
    await duringFlood(async () => {
      expect((await knock('asha', { from: phone })).body.code).toBe('work-needed')
    })
    await rowsOf(world.owner, 'delete from sign_in_failure')
  })

  test('is one for each who shares it, and nobody sees or forgets another’s', async () => {
    const nadia = await firstSignIn(client, 'nadia', 'nadia walks by the river')
    expect(deviceIn(nadia.answer)).not.toBe(phone)
    const [hers] = (await listed(nadia.cookie)) as { id: string }[]
    expect(await listed(asha.cookie)).toHaveLength(1)
    const forget = (id: string, cookie: string) =>
      client.post(`/session/known-devices/${id}/forget`, cookie, {})
    expect((await forget(hers?.id ?? '', asha.cookie)).status).toBe(404)
    expect((await forget(hers?.id ?? '', nadia.cookie)).status).toBe(204)
    expect(await listed(nadia.cookie)).toEqual([])
    expect((await client.get('/session', nadia.cookie)).status, 'one’s own session goes on').toBe(200)
    await duringFlood(async () => {
      const from = deviceIn(nadia.answer) ?? ''
      expect((await knock('nadia', { from })).body.code).toBe('work-needed')
    })
  })

  test('is forgotten with the session that is ended on it from elsewhere, and with a lost second factor', async () => {
    const { cookie = '' } = await knock('asha')
    const laptop = await bringCode(client, cookie, asha.recovery[0] ?? '')
    const at = laptop.cookie ?? ''
    expect(await listed(at)).toHaveLength(2)
    const { items = [] } = (await client.get('/session/devices', at)).body
    for (const other of items.filter(({ thisOne }) => thisOne === false))
      await client.post(`/session/devices/${String(other['id'])}/end`, at, {})
    expect(await listed(at)).toMatchObject([{ thisOne: true }])
    await rowsOf(
      world.owner,
      'update account_secret set factors_reset_by = account_id where account_id = $1',
      [world.people.asha.account],
    )
    expect(
      await rowsOf(world.owner, 'select 1 from known_device where account_id = $1', [
        world.people.asha.account,
      ]),
    ).toEqual([])
  })
})
