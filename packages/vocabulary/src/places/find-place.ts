import { type Country, countries } from './countries-table.ts'
import { type District, districts } from './districts-table.ts'
import { type Place, type PlaceKind, places } from './place.ts'

/** Capitals, accents, spaces and points do not tell two places apart; Bangla vowel signs do. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\s.,'’()-]/g, '')
    .toLowerCase()
}

interface Named {
  readonly en: string
  readonly bn: string
  readonly variants: readonly string[]
}

function isCalled({ en, bn, variants }: Named, wanted: string): boolean {
  return [en, bn, ...variants].some((name) => plain(name) === wanted)
}

/** The district of Bangladesh that somebody means, by its present name, an older one, or in Bangla. */
export function findDistrict(name: string): District | null {
  const wanted = plain(name.replace(/\b(district|zila|zilla)\b|জেলা/gi, ''))
  return districts.find((district) => isCalled(district, wanted)) ?? null
}

/** The country that somebody means, by name or by ISO 3166-1 code of two or three letters. */
export function findCountry(name: string): Country | null {
  const wanted = plain(name)
  const code = name.trim().toUpperCase()
  return (
    countries.find(({ alpha2, alpha3 }) => alpha2 === code || alpha3 === code) ??
    countries.find((country) => isCalled(country, wanted)) ??
    null
  )
}

/** All places of a kind that go by a name. More than one is common: four upazilas are called Kaliganj. */
export function findPlaces(name: string, kind: PlaceKind): readonly Place[] {
  const wanted = plain(name)
  return places.filter((place) => place.kind === kind && isCalled(place, wanted))
}

/** The district with this P-code. An ISO code is not one, hyphen or no hyphen. */
export function districtByPcode(pcode: string): District | null {
  return districts.find((district) => district.pcode === pcode) ?? null
}

/** The district with this ISO 3166-2 code. A P-code is not one. */
export function districtByIso(iso: string): District | null {
  return districts.find((district) => district.iso === iso) ?? null
}
