import { describe, expect, test } from 'vitest'
import { Problem } from '../../platform/index.ts'
import { readGeojson } from './read-geojson.ts'

const ring = [
  [89.1, 23.1],
  [89.4, 23.1],
  [89.4, 23.4],
  [89.1, 23.1],
]
const feature = (properties: unknown, geometry: unknown = { type: 'Polygon', coordinates: [ring] }) => ({
  type: 'Feature',
  properties,
  geometry,
})
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features })

function faultsOf(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    if (error instanceof Problem) return error.details.fields
    throw error
  }
  return []
}

describe('a file of boundaries', () => {
  test('gives places with their outlines, and leaves the rest behind', () => {
    const file = {
      ...collection(feature({ ADM2_PCODE: 'BD4041', ADM2_EN: 'Jashore', AREA: 2606 })),
      crs: { type: 'name' },
      bbox: [88, 20, 93, 27],
    }
    expect(readGeojson(file, 'district')).toEqual([
      { place: 'BD4041', geometry: { type: 'Polygon', coordinates: [ring] } },
    ])
  })

  test('may have islands, heights, and a P-code by its plain name', () => {
    const high = ring.map(([x, y]) => [x, y, 7])
    const read = readGeojson(
      collection(feature({ pcode: 'BD1009' }, { type: 'MultiPolygon', coordinates: [[high], [ring]] })),
      'district',
    )
    expect(read).toEqual([
      { place: 'BD1009', geometry: { type: 'MultiPolygon', coordinates: [[ring], [ring]] } },
    ])
  })

  test.each([
    ['upazila', { ADM3_PCODE: 'BD404109', ADM2_PCODE: 'BD4041' }, 'BD404109'],
    ['admin1', { adm1_pcode: 'IN-WB' }, 'IN-WB'],
    ['admin1', { adm1_pcode: 'NP03' }, 'NP03'],
  ] as const)('of %s level takes the code of that level', (level, properties, place) => {
    expect(readGeojson(collection(feature(properties)), level)[0]?.place).toBe(place)
  })

  test.each([
    ['no collection', { type: 'Topology' }, 'geojson', 'not-a-feature-collection'],
    ['nothing', null, 'geojson', 'not-a-feature-collection'],
    ['no features', collection(), 'geojson.features', 'empty'],
    ['no code', collection(feature({ name: 'Jashore' })), 'geojson.features.0', 'no-p-code'],
    ['no properties', collection(feature(null)), 'geojson.features.0', 'no-p-code'],
    [
      'an ISO code for a P-code',
      collection(feature({ ADM2_PCODE: 'BD-22' })),
      'geojson.features.0',
      'unknown-place',
    ],
    [
      'a district that is none',
      collection(feature({ ADM2_PCODE: 'BD9999' })),
      'geojson.features.0',
      'unknown-place',
    ],
    [
      'a place twice',
      collection(feature({ pcode: 'BD4041' }), feature({ pcode: 'BD4041' })),
      'geojson.features.1',
      'twice',
    ],
    [
      'a point',
      collection(feature({ pcode: 'BD4041' }, { type: 'Point', coordinates: [89, 23] })),
      'geojson.features.0',
      'not-an-area',
    ],
    ['no geometry', collection(feature({ pcode: 'BD4041' }, null)), 'geojson.features.0', 'not-an-area'],
    [
      'an open ring',
      collection(
        feature({ pcode: 'BD4041' }, { type: 'Polygon', coordinates: [ring.slice(0, 3).concat([[1, 1]])] }),
      ),
      'geojson.features.0',
      'outline-broken',
    ],
    [
      'metres for degrees',
      collection(
        feature(
          { pcode: 'BD4041' },
          { type: 'Polygon', coordinates: [ring.map(([x = 0, y = 0]) => [x * 1e5, y * 1e5])] },
        ),
      ),
      'geojson.features.0',
      'outline-broken',
    ],
    [
      'a ring of texts',
      collection(feature({ pcode: 'BD4041' }, { type: 'Polygon', coordinates: [['a', 'b', 'c', 'd']] })),
      'geojson.features.0',
      'outline-broken',
    ],
    ['a feature that is none', collection('here'), 'geojson.features.0', 'not-a-feature'],
  ])('with %s is refused by the place of the fault', (_, file, field, problem) => {
    expect(faultsOf(() => readGeojson(file, 'district'))).toEqual([{ field, problem }])
  })

  test('with many faults tells the first forty of them', () => {
    const faults = faultsOf(() =>
      readGeojson(collection(...Array.from({ length: 90 }, () => feature({}))), 'district'),
    )
    expect(faults).toHaveLength(40)
  })
})
