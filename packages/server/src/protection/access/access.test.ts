import type { AccessRules } from '@setu/records/api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessTable } from '../../../test/access-table.ts'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { accessEndpoints } from './endpoints.ts'

describe.each(['pglite', 'postgres'] as const)('who sees what, as everybody may read it, on %s', (kind) => {
  let world: World
  let client: Client
  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, accessEndpoints)
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const told = async () =>
    (await client.get('/access', world.people.asha.cookie)).body as unknown as AccessRules

  test('is the table by which the database decides, row for row', async () => {
    const { items } = await told()
    const kept = await rowsOf(world.owner, 'select relation, work, part from access_rule')
    expect(items).toHaveLength(kept.length)
    const readBy = (relation: string, work: string) =>
      items
        .filter((row) => row.relation === relation && row.work === work && row.read)
        .map(({ part }) => part)
        .toSorted()
    expect(readBy('own', '')).toEqual(Object.keys(accessTable.own).toSorted())
    expect(readBy('supervise', '')).toEqual(Object.keys(accessTable.supervise).toSorted())
    expect(readBy('named', 'police')).toEqual(['facts', 'identity', 'status'])
  })

  test('changes when the table changes', async () => {
    await rowsOf(world.owner, `update access_days set days = 7 where name = 'ownAfterClosure'`)
    expect((await told()).days['ownAfterClosure']).toBe(7)
  })

  test('is told to nobody who is not signed in', async () => {
    expect((await client.get('/access')).status).toBe(401)
  })
})
