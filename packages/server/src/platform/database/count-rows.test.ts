import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../../test/client.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { countingWork } from './count-rows.ts'

describe('the counts that plans are made by', () => {
  let world: World
  let now = new Date('2026-11-22T06:00:00Z')
  beforeAll(async () => {
    world = await openWorld('pglite')
  })
  afterAll(() => world.close())

  const add = (rows: number) =>
    rowsOf(
      world.owner,
      `insert into notice (org_id, id, account_id, kind, made_at) select org_id, gen_random_uuid(), id, 'x', now()
       from account, generate_series(1, ${rows}) where sign_in_name = 'asha'`,
    )
  const counted = async () =>
    (await rowsOf(world.owner, `select reltuples::int as n from pg_class where relname = 'notice'`))[0]?.['n']

  test('are taken on the embedded database when a node starts, and then once an hour', async () => {
    const work = Object.values(countingWork(world.node.engine, () => now))[0]
    await add(700)
    expect(await work?.()).toBe(true)
    expect(await counted()).toBe(700)
    await add(300)
    expect(await work?.()).toBe(false)
    expect(await counted()).toBe(700)
    now = new Date(now.getTime() + 3_600_000)
    expect(await work?.()).toBe(true)
    expect(await counted()).toBe(1000)
  })

  test('are left to a server, which takes them by itself', () => {
    expect(countingWork({ ...world.node.engine, kind: 'postgres' }, () => now)).toEqual({})
  })
})
