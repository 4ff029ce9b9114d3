import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { openSession, platformEndpoints } from '../index.ts'

describe.each(['pglite', 'postgres'] as const)('one’s own session, on %s', (kind) => {
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

  const again = (name: 'asha' | 'bina' | 'farida' | 'mina' | 'nadia') => {
    const { org, account } = world.people[name]
    return openSession(world.node, { org, account, device: 'Firefox, Android' })
  }
  const lives = async (cookie: string) => (await client.get('/session', cookie)).status === 200

  test('without one, a person is told to sign in', async () => {
    const answer = await client.get('/session')
    expect(answer.status).toBe(401)
    expect(answer.body.code).toBe('not-signed-in')
  })

  test('ends at sign-out, is logged once, and can be ended twice', async () => {
    const cookie = await again('asha')
    const out = await client.ask('DELETE', '/session', { cookie })
    expect(out).toMatchObject({ status: 204, cookie: '' })
    expect(await lives(cookie)).toBe(false)
    expect((await client.ask('DELETE', '/session', { cookie })).status).toBe(204)
    const events = await rowsOf(
      world.owner,
      `select account_id, status from audit_event where action = 'signOut' order by at`,
    )
    expect(events).toEqual([
      { account_id: world.people.asha.account, status: 204 },
      { account_id: null, status: 204 },
    ])
  })

  test('is over after half an hour without a request, and after twelve hours of work', async () => {
    for (const column of ['idle_until', 'ends_at']) {
      const cookie = await again('asha')
      expect(await lives(cookie)).toBe(true)
      await rowsOf(
        world.owner,
        `update session set ${column} = now() - interval '1 second'
         where id = (select id from session order by began_at desc limit 1)`,
      )
      expect(await lives(cookie)).toBe(false)
    }
  })

  test('goes on while its person works', async () => {
    const cookie = await again('mina')
    await rowsOf(
      world.owner,
      `update session set seen_at = now() - interval '20 minutes', idle_until = now() + interval '10 minutes'
       where account_id = $1`,
      [world.people.mina.account],
    )
    expect(await lives(cookie)).toBe(true)
    const [row] = await rowsOf(
      world.owner,
      `select idle_until > now() + interval '29 minutes' as longer from session where account_id = $1
       order by seen_at desc limit 1`,
      [world.people.mina.account],
    )
    expect(row).toEqual({ longer: true })
  })

  test('remembers language and preferences, and keeps what was not named', async () => {
    const { cookie } = world.people.bina
    await client.post('/session/preferences', cookie, { language: 'bn', banglaDigits: true })
    const answer = await client.post('/session/preferences', cookie, { density: 'compact' })
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      account: { language: 'bn' },
      preferences: { banglaDigits: true, density: 'compact' },
    })
    expect((await client.post('/session/preferences', cookie, { theme: 'x' })).body.code).toBe(
      'unknown-field',
    )
  })

  test('shows where else one is signed in, to nobody else', async () => {
    const { cookie } = world.people.farida
    await again('farida')
    const own = (await client.get('/session/devices', cookie)).body.items ?? []
    expect(own.map(({ device, thisOne }) => `${String(device)}: ${String(thisOne)}`).toSorted()).toEqual([
      'Firefox, Android: false',
      'test: true',
    ])
    const other = (await client.get('/session/devices', world.people.nadia.cookie)).body.items ?? []
    expect(other).toHaveLength(1)
  })

  test('can be ended from another device, and is dead at once', async () => {
    const lost = await again('nadia')
    const { cookie } = world.people.nadia
    const items = (await client.get('/session/devices', cookie)).body.items ?? []
    const there = items.find(({ thisOne }) => thisOne === false)
    const command = randomUUID()
    const end = () => client.post(`/session/devices/${String(there?.['id'])}/end`, cookie, { command })
    expect((await end()).status).toBe(204)
    expect(await lives(lost)).toBe(false)
    expect(await lives(cookie)).toBe(true)
    expect((await end()).status).toBe(204)
  })

  test('of somebody else does not exist, and one’s own here ends by signing out', async () => {
    const { nadia, asha } = world.people
    const [hers] = (await client.get('/session/devices', asha.cookie)).body.items ?? []
    const answer = await client.post(`/session/devices/${String(hers?.['id'])}/end`, nadia.cookie, {})
    expect(answer.status).toBe(404)
    expect(await lives(asha.cookie)).toBe(true)
    const own = await client.post(`/session/devices/${String(hers?.['id'])}/end`, asha.cookie, {})
    expect(own.body.code).toBe('step-not-possible')
  })

  describe('and its password', () => {
    const old = 'mina walks by the river'
    const fresh = 'seven boats on the Padma'
    const change = (cookie: string, now: string, next: string, command = randomUUID()) =>
      client.post('/session/password', cookie, { command, now, next })

    test('cannot be changed by someone who does not know it', async () => {
      const answer = await change(world.people.mina.cookie, 'something else entirely', fresh)
      expect(answer.body.code).toBe('sign-in-failed')
      expect(answer.text).not.toContain(fresh)
    })

    test('cannot become a weak one', async () => {
      const answer = await change(world.people.mina.cookie, old, 'password12345')
      expect(answer.body.code).toBe('password-weak')
      expect(answer.text).not.toContain('password12345')
    })

    test('changes once, ends every other session, and the old one is worth nothing', async () => {
      const { cookie } = world.people.mina
      const other = await again('mina')
      const command = randomUUID()
      expect((await change(cookie, old, fresh, command)).status).toBe(204)
      expect((await change(cookie, old, fresh, command)).status).toBe(204)
      expect(await lives(cookie)).toBe(true)
      expect(await lives(other)).toBe(false)
      const withOld = await client.ask('POST', '/session', { body: { name: 'mina', password: old } })
      const withNew = await client.ask('POST', '/session', { body: { name: 'mina', password: fresh } })
      expect([withOld.status, withNew.status]).toEqual([401, 201])
      const events = await rowsOf(
        world.owner,
        `select status from audit_event where action = 'changePassword' and account_id = $1 order by at`,
        [world.people.mina.account],
      )
      expect(events.map(({ status }) => status)).toEqual([401, 400, 204, 204])
    })

    test('asks for a session', async () => {
      const answer = await client.post('/session/password', undefined, { now: old, next: fresh })
      expect(answer.status).toBe(401)
    })
  })
})

test.each([
  ['POST', '/session/preferences'],
  ['GET', '/session/devices'],
  ['POST', '/session/devices/:id/end'],
  ['POST', '/session/password'],
  ['GET', '/notices'],
  ['POST', '/notices/seen'],
  ['POST', '/notices/channels'],
  ['DELETE', '/notices/channels/:channel'],
])('%s %s is declared for whoever is signed in', (method, path) => {
  const found = platformEndpoints.find((endpoint) => endpoint.method === method && endpoint.path === path)
  expect(found?.access.relations).toEqual(['signedIn'])
})
