import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '../../../test/world.ts'
import type { Channel, Channels, Delivery } from './channels.ts'
import { tellOutside } from './tell-outside.ts'

describe.each(['pglite', 'postgres'] as const)('telling people outside of Setu on %s', (kind) => {
  let world: World
  let sent: string[] = []

  beforeAll(async () => {
    world = await openWorld(kind)
  })

  afterAll(() => world.close())

  afterEach(async () => {
    sent = []
    await rows('delete from notice; delete from notice_channel; update account set disabled_at = null')
  })

  async function rows(text: string): Promise<Record<string, unknown>[]> {
    const connection = await world.owner.connect()
    const found = await connection.script(text)
    connection.release(false)
    return found
  }

  async function notices({ org, account }: Person, count: number): Promise<void> {
    await rows(`
      insert into notice (org_id, id, account_id, kind, made_at)
      select '${org}', gen_random_uuid(), '${account}', 'assigned', now() from generate_series(1, ${count})`)
  }

  async function reachable(
    { org, account }: Person,
    channel: 'email' | 'push',
    address: string,
  ): Promise<void> {
    await rows(`
      insert into notice_channel (org_id, account_id, channel, address, made_at)
      values ('${org}', '${account}', '${channel}', '{"address": "${address}"}', now())`)
  }

  const through =
    (name: string, outcome: (address: string) => Delivery): Channel =>
    ({ address = '' }, language) => {
      sent.push(`${name} ${address} ${language}`)
      return Promise.resolve(outcome(address))
    }

  const run = (channels: Channels): Promise<void> =>
    tellOutside(world.node.engine, channels, () => new Date())

  async function waiting(): Promise<unknown> {
    const [row] = await rows('select count(*) as waiting from notice where sent_at is null')
    return row?.['waiting']
  }

  test('tells each person once, however much waits for them', async () => {
    const { asha, farida } = world.people
    await notices(asha, 5)
    await notices(farida, 1)
    await reachable(asha, 'email', 'asha@example.org')
    await reachable(farida, 'push', 'device-7')
    const channels = { email: through('email', () => 'sent'), push: through('push', () => 'sent') }
    await run(channels)
    await run(channels)
    expect(sent.toSorted()).toEqual(['email asha@example.org en', 'push device-7 en'])
    expect(await waiting()).toBe(0)
  })

  test('keeps a notice to be told again when its channel fails, and does not let it hold up others', async () => {
    const { asha, farida } = world.people
    await notices(asha, 2)
    await notices(farida, 1)
    await reachable(asha, 'email', 'down@example.org')
    await reachable(farida, 'email', 'up@example.org')
    await run({ email: through('email', (address) => (address.startsWith('down') ? 'later' : 'sent')) })
    expect(sent).toEqual(['email down@example.org en', 'email up@example.org en'])
    expect(await waiting()).toBe(2)
    await run({ email: through('email', () => 'sent') })
    expect(sent.slice(2)).toEqual(['email down@example.org en'])
    expect(await waiting()).toBe(0)
  })

  test('is content when one of two ways worked', async () => {
    const { asha } = world.people
    await notices(asha, 1)
    await reachable(asha, 'email', 'asha@example.org')
    await reachable(asha, 'push', 'device-7')
    await run({ email: through('email', () => 'later'), push: through('push', () => 'sent') })
    expect(await waiting()).toBe(0)
  })

  test('forgets an address at which nobody is any more', async () => {
    const { asha } = world.people
    await notices(asha, 1)
    await reachable(asha, 'push', 'old-device')
    await run({ push: through('push', () => 'gone') })
    expect(await rows('select * from notice_channel')).toEqual([])
    expect(await waiting()).toBe(0)
  })

  test('sends nothing to a closed account, nor to someone who never asked to be told', async () => {
    const { asha, bina } = world.people
    await notices(asha, 1)
    await notices(bina, 1)
    await reachable(asha, 'email', 'asha@example.org')
    await rows(`update account set disabled_at = now() where id = '${asha.account}'`)
    await run({ email: through('email', () => 'sent') })
    expect(sent).toEqual([])
    expect(await rows('select seen_at from notice')).toEqual([{ seen_at: null }, { seen_at: null }])
  })

  test('loses nothing of a process that dies after sending and before marking', async () => {
    const { asha } = world.people
    await notices(asha, 3)
    await reachable(asha, 'email', 'asha@example.org')
    const dying: Channel = () => Promise.reject(new RangeError('the process died'))
    await expect(run({ email: dying })).rejects.toThrow('the process died')
    expect(await waiting()).toBe(3)
  })
})
