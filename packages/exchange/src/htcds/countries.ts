import { countries } from '@setu/vocabulary/places'
import { type CodeIndex, findCode, indexCodes } from './code-index.ts'

/** Names differ in marks on letters, commas, brackets and small words; countries do not. */
function countryKey(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/\bsaint\b/g, 'st')
    .replaceAll(/\b(?:the|of)\b/g, '')
    .replaceAll(/[\s.,;'’‘()-]+/g, '')
}

/** The countries of ISO 3166-1 under their two letters, their three, and their names. */
export const countryIndex: CodeIndex = indexCodes(
  countries.flatMap(({ alpha2, alpha3, en, bn, variants }) =>
    [alpha2, alpha3, en, bn, ...variants].map((name) => [name, alpha2] as const),
  ),
  countryKey,
)

/** The two-letter code of a country given by its two letters, its three, or its name; null when it is none. */
export function parseCountry(text: string): string | null {
  return findCode(countryIndex, text)
}
