import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { openWorld, type Person, type World } from '../../../test/world.ts'
import { platformEndpoints } from '../index.ts'

describe.each(['pglite', 'postgres'] as const)('notices, on %s', (kind) => {
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

  async function notify({ org, account }: Person, made: string): Promise<string> {
    const id = randomUUID()
    await rowsOf(
      world.owner,
      `insert into notice (org_id, id, account_id, kind, about, made_at) values ($1, $2, $3, 'dueSoon', '{"due":"x"}', $4)`,
      [org, id, account, made],
    )
    return id
  }
  const seenOf = async ({ cookie }: Person) =>
    ((await client.get('/notices', cookie)).body.items ?? []).map(({ id, seen }) => [id, seen])

  test('are shown to the person they are for, the unseen and the latest first', async () => {
    const { asha, bina } = world.people
    const first = await notify(asha, '2026-11-01T08:00:00Z')
    const second = await notify(asha, '2026-11-02T08:00:00Z')
    const hers = await notify(bina, '2026-11-03T08:00:00Z')
    expect(await seenOf(asha)).toEqual([
      [second, false],
      [first, false],
    ])
    expect((await client.post('/notices/seen', asha.cookie, { ids: [second, hers] })).status).toBe(204)
    expect(await seenOf(asha)).toEqual([
      [first, false],
      [second, true],
    ])
    expect(await seenOf(bina)).toEqual([[hers, false]])
  })

  test('can be announced by e-mail, at one address at a time', async () => {
    const { farida } = world.people
    for (const address of ['farida@example.org', 'f.khatun@example.org']) {
      expect(
        (await client.post('/notices/channels', farida.cookie, { channel: 'email', address })).status,
      ).toBe(204)
    }
    const rows = await rowsOf(
      world.owner,
      'select channel, address from notice_channel where account_id = $1',
      [farida.account],
    )
    expect(rows).toEqual([{ channel: 'email', address: { address: 'f.khatun@example.org' } }])
  })

  test('can be announced by web push, through a browser’s own service only', async () => {
    const { farida } = world.people
    const push = { channel: 'push', p256dh: 'BPk', auth: 'c2Vj' }
    const inside = await client.post('/notices/channels', farida.cookie, {
      ...push,
      endpoint: 'https://10.0.0.7/inside',
    })
    expect(inside.status).toBe(400)
    expect(inside.text).not.toContain('10.0.0.7')
    const endpoint = 'https://fcm.googleapis.com/fcm/send/abc'
    expect((await client.post('/notices/channels', farida.cookie, { ...push, endpoint })).status).toBe(204)
  })

  test('can be announced on several devices of one person, who alone sees and drops them', async () => {
    const { mina, asha } = world.people
    const devicesOf = async ({ cookie }: Person) => {
      const { devices } = (await client.get('/notices/channels', cookie)).body
      return devices as { id: string; mark: string }[]
    }
    const begin = (name: string) =>
      client.post('/notices/channels', mina.cookie, {
        channel: 'push',
        endpoint: `https://fcm.googleapis.com/fcm/send/${name}`,
        p256dh: 'BPk',
        auth: 'c2Vj',
      })
    for (const name of ['phone', 'desk', 'phone']) expect((await begin(name)).status).toBe(204)
    const answer = await client.get('/notices/channels', mina.cookie)
    expect(answer.text).not.toContain('fcm')
    const [first, second] = await devicesOf(mina)
    expect(await devicesOf(mina)).toHaveLength(2)
    expect(first?.mark).toMatch(/^[0-9a-f]{64}$/)
    expect(await devicesOf(asha)).toEqual([])
    await client.ask('DELETE', `/notices/devices/${first?.id}`, { cookie: asha.cookie })
    expect(await devicesOf(mina)).toHaveLength(2)
    await client.ask('DELETE', `/notices/devices/${first?.id}`, { cookie: mina.cookie })
    expect(await devicesOf(mina)).toEqual([second])
    for (let more = 0; more < 12; more += 1) await begin(`more-${more}`)
    expect(await devicesOf(mina)).toHaveLength(10)
  })

  test('are announced no more once somebody says so, and nobody says so for another', async () => {
    const { farida, asha } = world.people
    const left = () =>
      rowsOf(world.owner, 'select channel from notice_channel where account_id = $1', [farida.account])
    await client.ask('DELETE', '/notices/channels/push', { cookie: asha.cookie })
    expect(await left()).toHaveLength(2)
    expect((await client.ask('DELETE', '/notices/channels/push', { cookie: farida.cookie })).status).toBe(204)
    expect(await left()).toEqual([{ channel: 'email' }])
    expect((await client.ask('DELETE', '/notices/channels/fax', { cookie: farida.cookie })).status).toBe(400)
  })

  test('an address that is none is refused without being repeated', async () => {
    const answer = await client.post('/notices/channels', world.people.asha.cookie, {
      channel: 'email',
      address: 'not-an-address-42',
    })
    expect(answer.status).toBe(400)
    expect(answer.text).not.toContain('not-an-address-42')
  })
})
