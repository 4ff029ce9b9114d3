import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { bringCode, type Enrolled, firstSignIn } from '../../../test/second-factor.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { directoryEndpoints } from '../../directory/index.ts'
import { platformEndpoints } from '../index.ts'

describe.each(['pglite', 'postgres'] as const)('a grave step, on %s', (kind) => {
  let world: World
  let client: Client
  let admin: Enrolled
  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, [...platformEndpoints, ...directoryEndpoints])
    admin = await firstSignIn(client, 'admin', 'admin walks by the river')
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const later = () =>
    rowsOf(world.owner, `update session set proved_at = now() - interval '5 minutes 1 second'`)
  const change = { command: crypto.randomUUID(), base: 1, roles: ['analyst'] }
  const changed = () => client.post(`/admin/accounts/${world.people.bina.account}`, admin.cookie, change)

  test('is refused five minutes after the last proof, and changes nothing', async () => {
    await later()
    const answer = await changed()
    expect([answer.status, answer.body.code]).toEqual([403, 'step-up-needed'])
    const [row] = await rowsOf(world.owner, 'select version from account where id = $1', [
      world.people.bina.account,
    ])
    expect(row).toEqual({ version: 1 })
    expect((await client.get('/admin/accounts', admin.cookie)).status, 'looking is no such step').toBe(200)
  })

  test('goes on with the same command after a code, and is answered alike when it is sent again', async () => {
    expect((await bringCode(client, admin.cookie, admin.recovery[0] ?? '')).status).toBe(200)
    const done = await changed()
    expect(done.body).toEqual({ id: world.people.bina.account, version: 2 })
    await later()
    expect((await changed()).body).toEqual(done.body)
  })

  test('is a file of the log, too', async () => {
    const { guard } = world.people
    await later()
    const refused = await client.get('/log/bundle', guard.cookie)
    expect([refused.status, refused.body.code]).toEqual([403, 'step-up-needed'])
  })

  test('is confirmed without a code only where nobody has one: in the demonstration', async () => {
    const confirm = (app: Client, cookie: string) => app.ask('POST', '/session/confirm', { cookie })
    expect((await confirm(client, world.people.asha.cookie)).body.code).toBe('step-not-possible')
    const demo = await openClient({ ...world.node, demo: true }, platformEndpoints)
    expect((await confirm(demo, admin.cookie)).body.code, 'who has a code brings it').toBe(
      'step-not-possible',
    )
    await later()
    expect((await confirm(demo, world.people.asha.cookie)).status).toBe(204)
    expect((await demo.get('/session/factors', world.people.asha.cookie)).body).toMatchObject({ fresh: true })
    expect((await demo.get('/session/factors', world.people.nadia.cookie)).body).toMatchObject({
      fresh: false,
    })
    await demo.close()
  })
})
