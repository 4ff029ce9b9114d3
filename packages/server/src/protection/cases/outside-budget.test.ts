import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCase } from '../../../test/cases.ts'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { protectionEndpoints } from '../index.ts'

describe.each(['pglite', 'postgres'] as const)('cases that are not one’s own, in an hour, on %s', (kind) => {
  let world: World
  let client: Client
  const files: string[] = []

  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient({ ...world.node, casesAnHour: 3 }, protectionEndpoints)
    const { asha } = world.people
    for (const canary of ['a', 'b', 'c', 'd']) {
      const file = newCase(asha, canary)
      await client.post('/cases', asha.cookie, file)
      files.push(`/cases/${asha.org}/${file.id}`)
    }
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const reads = async (cookie: string): Promise<number[]> => {
    const statuses: number[] = []
    for (const file of files) statuses.push((await client.get(file, cookie)).status)
    return statuses
  }
  const told = () =>
    rowsOf(
      world.owner,
      `select r.role, n.about ->> 'account' as about from notice n join account_role r on r.account_id = n.account_id
       where n.kind = 'manyCases' order by r.role`,
    )

  test('are opened up to a number, and those opened before stay open', async () => {
    const { farida } = world.people
    expect(await reads(farida.cookie)).toEqual([200, 200, 200, 429])
    expect(await reads(farida.cookie)).toEqual([200, 200, 200, 429])
    const last = { part: 'identity', reason: 'supervision' }
    const { status, body } = await client.post(`${files[3]}/open-part`, farida.cookie, last)
    expect([status, body['code']]).toEqual([429, 'many-cases'])
  })

  test('whoever is stopped is told of to whoever guards the data, once', async () => {
    expect(await told()).toEqual([{ role: 'dataProtectionOfficer', about: world.people.farida.account }])
  })

  test('one’s own cases are not counted', async () => {
    expect(await reads(world.people.asha.cookie)).toEqual([200, 200, 200, 200])
  })

  test('an hour later others may be opened', async () => {
    await rowsOf(world.owner, `update audit_item set at = at - interval '61 minutes'`)
    const [, , , last = ''] = files
    expect((await client.get(last, world.people.farida.cookie)).status).toBe(200)
  })
})
