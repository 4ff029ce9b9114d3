import type { Language } from '@setu/vocabulary'
import { districts } from '@setu/vocabulary/places'

const byCode = new Map(districts.map((district) => [district.pcode, district]))

/** What a place is called; a place that this version does not know is shown by its code. */
export function placeName(code: string, language: Language): string {
  return byCode.get(code)?.[language] ?? code
}
