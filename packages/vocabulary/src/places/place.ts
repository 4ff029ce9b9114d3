import type { Language } from '../codes.ts'
import { type Camp, camps } from './camps-table.ts'
import { type Country, countries } from './countries-table.ts'
import { type District, type Division, districts, divisions } from './districts-table.ts'
import { neighbours } from './neighbours-table.ts'
import { type Upazila, upazilas } from './upazilas-table.ts'

/** How large a place is, or what it is. */
export type PlaceKind = 'country' | 'division' | 'district' | 'upazila' | 'camp' | 'region'

/** A place anyone can be from, go through or be found in, never smaller than an upazila or a camp. */
export interface Place {
  /** Alpha-2 for a country, the P-code for a division or district of Bangladesh, our own code below that. */
  readonly code: string
  readonly kind: PlaceKind
  /** The code of the place it lies in; null for a country. */
  readonly within: string | null
  readonly en: string
  readonly bn: string
  readonly variants: readonly string[]
}

const fromCountry = ({ alpha2, alpha3, en, bn, variants }: Country): Place => ({
  code: alpha2,
  kind: 'country',
  within: null,
  en,
  bn,
  variants: [alpha3, ...variants],
})

const fromDivision = ({ pcode, en, bn, variants }: Division): Place => ({
  code: pcode,
  kind: 'division',
  within: 'BD',
  en,
  bn,
  variants,
})

const fromDistrict = ({ pcode, division, en, bn, variants }: District): Place => ({
  code: pcode,
  kind: 'district',
  within: division,
  en,
  bn,
  variants,
})

const fromUpazila = ({ code, district, en, bn }: Upazila): Place => ({
  code,
  kind: 'upazila',
  within: district,
  en,
  bn,
  variants: [],
})

const fromCamp = ({ code, upazila, en, bn, variants }: Camp): Place => ({
  code,
  kind: 'camp',
  within: upazila,
  en,
  bn,
  variants,
})

/** Every place Setu knows before an operator loads more. */
export const places: readonly Place[] = [
  ...countries.map(fromCountry),
  ...divisions.map(fromDivision),
  ...districts.map(fromDistrict),
  ...upazilas.map(fromUpazila),
  ...camps.map(fromCamp),
  ...neighbours.map(({ code, country, within, en, bn, variants }) => ({
    code,
    kind: 'region' as const,
    within: within ?? country,
    en,
    bn,
    variants,
  })),
]

const byCode: ReadonlyMap<string, Place> = new Map(places.map((place) => [place.code, place]))

/** The place with this code; null when there is none. */
export function placeOf(code: string): Place | null {
  return byCode.get(code) ?? null
}

/** The places that lie directly in a place. */
export function placesWithin(code: string): readonly Place[] {
  return places.filter(({ within }) => within === code)
}

/** The code of a place and of each larger place it lies in, the smallest first; empty for an unknown code. */
export function placeAndAbove(code: string): readonly string[] {
  const place = placeOf(code)
  if (place === null) return []
  return place.within === null ? [code] : [code, ...placeAndAbove(place.within)]
}

/** The name of a place in a language; null for an unknown code. */
export function placeName(code: string, language: Language): string | null {
  return placeOf(code)?.[language] ?? null
}
