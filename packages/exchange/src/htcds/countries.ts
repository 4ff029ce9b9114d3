import { countries } from '@setu/vocabulary/places'

/** Names differ in marks on letters, commas, brackets and small words; countries do not. */
function nameKey(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/\bsaint\b/g, 'st')
    .replaceAll(/['’‘]/g, '')
    .replaceAll(/[\s.,()-]+/g, ' ')
    .replaceAll(/\b(?:the|of)\b/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim()
}

/** Every way of naming a country, made ready once: a file names thousands. */
const byName = new Map(
  countries.flatMap(({ alpha2, alpha3, en, bn, variants }) =>
    [alpha2, alpha3, en, bn, ...variants].map((name) => [nameKey(name), alpha2] as const),
  ),
)

/** The two-letter code of a country given by its two letters, its three, or its name; null when it is none. */
export function parseCountry(text: string): string | null {
  return byName.get(nameKey(text)) ?? null
}
