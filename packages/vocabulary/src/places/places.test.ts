import { describe, expect, test } from 'vitest'
import { reference, referenceRows, unavailable } from '../../test/reference.ts'
import {
  camps,
  countries,
  districtByIso,
  districtByPcode,
  districts,
  divisions,
  findCountry,
  findDistrict,
  findPlaces,
  neighbours,
  placeAndAbove,
  placeName,
  placeOf,
  places,
  placesWithin,
  upazilas,
} from './index.ts'

const bare = (name: string) => name.normalize('NFD').replace(/[\u0300-\u036f]/g, '')

describe('places', () => {
  test('are 249 countries, 8 divisions, 64 districts, 495 upazilas, and the camps', () => {
    expect(countries).toHaveLength(249)
    expect(divisions).toHaveLength(8)
    expect(districts).toHaveLength(64)
    expect(upazilas).toHaveLength(495)
    expect(camps.length).toBeGreaterThanOrEqual(35)
  })

  test('have a code each, and lie in a place that exists', () => {
    expect(new Set(places.map(({ code }) => code)).size).toBe(places.length)
    for (const { within, kind } of places) {
      if (kind === 'country') expect(within).toBeNull()
      else expect(placeOf(within ?? '')).not.toBeNull()
    }
  })

  test('have a name in English, and in Bangla script', () => {
    for (const { en, bn } of places) {
      expect(en).toMatch(/^[\p{Script=Latin}\p{M}\d '’.,()-]+$/u)
      expect(bn).toMatch(/^[\p{Script=Bengali} ()-]+$/u)
      expect(bn).toBe(bn.normalize('NFC').trim())
    }
  })

  test('of one kind in one place go by names of their own', () => {
    const named = places.map(({ kind, within, en }) => `${kind} ${within} ${en}`)
    const inBangla = places.map(({ kind, within, bn }) => `${kind} ${within} ${bn}`)
    expect(new Set(named).size).toBe(places.length)
    expect(new Set(inBangla).size).toBe(places.length)
  })

  test('are found from within and from above', () => {
    expect(placesWithin('BD')).toHaveLength(8)
    expect(placesWithin('BD2022').map(({ code }) => code)).toContain('BD2022-teknaf')
    expect(placeAndAbove('BD2022-camp-4x')).toEqual([
      'BD2022-camp-4x',
      'BD2022-ukhiya',
      'BD2022',
      'BD20',
      'BD',
    ])
    expect(placeAndAbove('nowhere')).toEqual([])
    expect(placeName('IN-WB', 'bn')).toBe('পশ্চিমবঙ্গ')
    expect(placeName('nowhere', 'en')).toBeNull()
  })
})

describe('a district', () => {
  test('has one P-code and one ISO code, and no other district has either', () => {
    expect(new Set(districts.map(({ pcode }) => pcode)).size).toBe(64)
    expect(new Set(districts.map(({ iso }) => iso)).size).toBe(64)
    for (const district of districts) {
      expect(district.pcode).toMatch(/^BD\d{4}$/)
      expect(district.iso).toMatch(/^BD-\d{2}$/)
      expect(districtByPcode(district.pcode)).toBe(district)
      expect(districtByIso(district.iso)).toBe(district)
      expect(divisions.map(({ pcode }) => pcode)).toContain(district.division)
    }
  })

  test('is never taken for another because a hyphen was lost', () => {
    expect(districtByIso('BD-30')?.en).toBe('Kushtia')
    expect(placeOf('BD30')?.en).toBe('Dhaka')
    expect(placeOf('BD-30')).toBeNull()
    expect(districtByIso('BD30')).toBeNull()
    expect(districtByPcode('BD-30')).toBeNull()
  })

  test('is found by its present name, an older one, and in Bangla', () => {
    for (const name of ['Jashore', 'jessore', ' JESSORE district', 'যশোর', 'যশোর জেলা']) {
      expect(findDistrict(name)?.pcode).toBe('BD4041')
    }
    expect(findDistrict("Cox's Bazar")).toBe(findDistrict('Coxs Bazar'))
    expect(findDistrict('Atlantis')).toBeNull()
  })

  test('can be told from the others by any of its spellings', () => {
    for (const district of districts) {
      for (const name of [district.en, district.bn, ...district.variants]) {
        expect(findDistrict(name)).toBe(district)
      }
    }
  })

  test('has a tile of its own on a map that hangs together', () => {
    const tiles = districts.map(({ tile }) => tile)
    expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(64)
    const reached = new Set(tiles.slice(0, 1))
    for (const from of reached) {
      for (const to of tiles) {
        if (Math.max(Math.abs(from.column - to.column), Math.abs(from.row - to.row)) === 1) reached.add(to)
      }
    }
    expect(reached.size).toBe(64)
  })
})

describe('a country', () => {
  test('has both ISO codes to itself', () => {
    expect(new Set(countries.map(({ alpha2 }) => alpha2)).size).toBe(249)
    expect(new Set(countries.map(({ alpha3 }) => alpha3)).size).toBe(249)
  })

  test('is found by code, by common and by formal name', () => {
    for (const name of [
      'ir',
      'IRN',
      'Iran',
      'Iran (Islamic Republic of)',
      'Iran, Islamic Republic of',
      'ইরান',
    ]) {
      expect(findCountry(name)?.alpha2).toBe('IR')
    }
    expect(findCountry('Congo')?.alpha2).toBe('CG')
    expect(findCountry('Turkiye')?.alpha2).toBe('TR')
    expect(findCountry('Nowhere')).toBeNull()
  })

  test('can be told from the others by any of its names', () => {
    for (const country of countries) {
      for (const name of [country.en, country.bn, ...country.variants])
        expect(findCountry(name)).toBe(country)
    }
  })
})

describe('a name', () => {
  test('that several places share finds them all', () => {
    const found = findPlaces('Kaliganj', 'upazila').map(({ within }) => within ?? '')
    expect(found.toSorted()).toEqual(['BD3033', 'BD4044', 'BD4087', 'BD5552'])
  })

  test('of a state that was renamed finds it', () => {
    expect(findPlaces('Orissa', 'region').map(({ code }) => code)).toEqual(['IN-OR'])
  })
})

describe.skipIf(unavailable)(`places as published${unavailable}`, () => {
  test('the 64 districts pair P-code and ISO code as the crosswalk does', () => {
    const theirs = referenceRows('pcodes/bangladesh_district_crosswalk.csv')
    expect(districts.map(({ pcode, iso, en, division }) => [pcode, iso, en, division])).toEqual(
      theirs.map((row) => [row['pcode'], row['iso3166_2'], row['isoName'], row['divisionPcode']]),
    )
    for (const row of theirs) expect(findDistrict(row['codName'] ?? '')?.pcode).toBe(row['pcode'])
  })

  test('P-codes of divisions and neighbours are those of the list, under the same name', () => {
    const theirs = new Map(
      referenceRows('pcodes/south_asia_pcodes_adm1_adm2.csv').map((row) => [
        row['P-Code'],
        row['Name'] ?? '',
      ]),
    )
    const ours = [...divisions, ...neighbours].flatMap(({ pcode, en, variants }) =>
      pcode === null
        ? []
        : [{ pcode, names: [en, ...variants].map((name) => name.replace(/ Province$/, '')) }],
    )
    expect(ours.length).toBeGreaterThan(130)
    for (const { pcode, names } of ours) {
      const name = theirs.get(pcode)?.replace('-', ' ')
      expect(names.map((ourName) => ourName.replace('-', ' '))).toContain(name)
    }
  })

  test('ISO codes of divisions and neighbours are those of ISO 3166-2, under the same name', () => {
    const { '3166-2': theirs } = JSON.parse(reference('iso/iso_3166-2.json')) as {
      '3166-2': { code: string; name: string }[]
    }
    const names = new Map(theirs.map(({ code, name }) => [code, bare(name)]))
    for (const { iso, en, variants } of [...divisions, ...neighbours]) {
      if (iso === null || iso === 'NP-P7') continue
      expect([en, ...variants]).toContain(names.get(iso))
    }
    expect(names.get('NP-P7')).toBe('Sudur Pashchim')
    for (const country of ['IN', 'MM', 'PK', 'LK']) {
      const ours = neighbours.flatMap(({ iso }) => (iso?.startsWith(`${country}-`) ? [iso] : []))
      expect(ours.toSorted()).toEqual(
        [...names.keys()].filter((code) => code.startsWith(`${country}-`)).toSorted(),
      )
    }
  })

  test('countries are those of ISO 3166-1', () => {
    const { '3166-1': theirs } = JSON.parse(reference('iso/iso_3166-1.json')) as {
      '3166-1': { alpha_2: string; alpha_3: string; name: string }[]
    }
    expect(countries.map(({ alpha2, alpha3 }) => `${alpha2} ${alpha3}`).toSorted()).toEqual(
      theirs.map(({ alpha_2, alpha_3 }) => `${alpha_2} ${alpha_3}`).toSorted(),
    )
    for (const { alpha_2, name } of theirs) expect(findCountry(name)?.alpha2).toBe(alpha_2)
  })

  test('most districts that touch have tiles that touch, and none are far apart', () => {
    const touching = touchingDistricts()
    const distances = touching.map(([first, second]) => {
      const from = districtByPcode(first)?.tile
      const to = districtByPcode(second)?.tile
      if (from === undefined || to === undefined) throw new RangeError(`${first} ${second}`)
      return Math.max(Math.abs(from.column - to.column), Math.abs(from.row - to.row))
    })
    expect(touching.length).toBeGreaterThan(120)
    expect(Math.max(...distances)).toBeLessThanOrEqual(3)
    expect(distances.filter((distance) => distance === 1).length / distances.length).toBeGreaterThan(0.75)
  })
})

/** Two districts touch when their boundaries share an arc of the published map. */
function touchingDistricts(): (readonly [string, string])[] {
  const map = JSON.parse(reference('geo/bd_adm1_adm2.topo.json')) as {
    objects: { districts: { geometries: { properties: { pcode: string }; arcs: unknown[] }[] } }
  }
  const onArc = new Map<number, Set<string>>()
  for (const { properties, arcs } of map.objects.districts.geometries) {
    for (const arc of (arcs as number[][][]).flat(3)) {
      const at = arc < 0 ? ~arc : arc
      onArc.set(at, (onArc.get(at) ?? new Set()).add(properties.pcode))
    }
  }
  const pairs = [...onArc.values()]
    .filter((pair) => pair.size === 2)
    .map((pair) => [...pair].toSorted().join(' '))
  return [...new Set(pairs)].map((pair) => [pair.slice(0, 6), pair.slice(7)] as const)
}
