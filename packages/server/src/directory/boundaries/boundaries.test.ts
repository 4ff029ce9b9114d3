import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { openWorld, type PersonName, type World } from '../../../test/world.ts'
import { directoryEndpoints } from '../index.ts'

/** An outline with as many corners as it takes to be large. */
function outline(corners: number): number[][] {
  const ring = Array.from({ length: corners }, (_, at) => [89 + Math.cos(at) / 3, 23 + Math.sin(at) / 3])
  return [...ring, ring[0] ?? []]
}

const geojson = (place: string, corners = 12) => ({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { ADM2_PCODE: place },
      geometry: { type: 'Polygon', coordinates: [outline(corners)] },
    },
  ],
})

describe.each(['pglite', 'postgres'] as const)('boundaries, on %s', (kind) => {
  let world: World
  let client: Client
  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, directoryEndpoints)
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const set = (given: Record<string, unknown> = {}) => ({
    id: randomUUID(),
    level: 'district',
    licence: 'CC BY-IGO',
    source: 'Bureau of Statistics',
    dated: '2024-05-01',
    geojson: geojson('BD4041'),
    ...given,
  })
  const load = (who: PersonName, given: Record<string, unknown> = {}) =>
    client.post('/directory/boundaries', world.people[who].cookie, set(given))
  const shown = async (level: string) =>
    (await client.get(`/directory/boundaries?level=${level}`, world.people.asha.cookie)).body.items ?? []

  test('are none until an operator loads some', async () => {
    expect(await shown('district')).toEqual([])
  })

  test.each([
    ['admin', 200],
    ['asha', 403],
    ['farida', 403],
    ['inspector', 403],
  ] as const)('%s may load them: %i', async (who, status) => {
    expect((await load(who)).status).toBe(status)
  })

  test('are shown to everyone, the newest of a level, with licence, source and date', async () => {
    await load('admin', { dated: '2025-06-01', geojson: geojson('BD4047') })
    await load('admin', { dated: '2020-01-01', geojson: geojson('BD1006') })
    const items = await shown('district')
    expect(items).toMatchObject([
      {
        level: 'district',
        licence: 'CC BY-IGO',
        source: 'Bureau of Statistics',
        dated: '2025-06-01',
        features: [{ place: 'BD4047' }],
      },
    ])
    expect(await shown('upazila')).toEqual([])
  })

  test.each([
    ['licence', { licence: '' }],
    ['source', { source: '' }],
    ['date', { dated: 'last spring' }],
    ['date that has come', { dated: '2999-01-01' }],
  ])('need a %s', async (_, fault) => {
    const answer = await load('admin', fault)
    expect(answer.body.code).toBe('bad-request')
    expect(answer.text).not.toContain('last spring')
  })

  test('that cannot be read change nothing, and nothing of them is repeated', async () => {
    const count = () => rowsOf(world.owner, 'select count(*)::int as n from boundary_set')
    const before = await count()
    const answer = await load('admin', { geojson: geojson('Not-A-Place-77') })
    expect(answer.body).toMatchObject({
      code: 'bad-request',
      fields: [{ field: 'geojson.features.0', problem: 'unknown-place' }],
    })
    expect(answer.text).not.toContain('Not-A-Place-77')
    expect(await count()).toEqual(before)
  })

  test('may be large, which nothing else may', async () => {
    const large = geojson('BD4018', 60_000)
    expect(JSON.stringify(large).length).toBeGreaterThan(2_000_000)
    expect((await load('admin', { geojson: large, dated: '2026-01-01' })).status).toBe(200)
    expect((await shown('district'))[0]).toMatchObject({ features: [{ place: 'BD4018' }] })
    const elsewhere = await client.post('/admin/units', world.people.admin.cookie, { geojson: large })
    expect(elsewhere.body.code).toBe('body-too-large')
  })

  test('of more than five megabytes are refused', async () => {
    expect((await load('admin', { geojson: geojson('BD4018', 160_000) })).body.code).toBe('body-too-large')
  })
})
