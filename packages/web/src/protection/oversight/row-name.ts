import type { Oversight, OversightRow } from '@setu/records/api'
import { placeName } from '../../directory/place-names.ts'
import type { Labels } from '../../words/use-labels.ts'
import type { Say } from '../../words/use-words.ts'

/** What a row of the oversight is called. */
export function rowName(
  { place, key, name }: OversightRow,
  by: Oversight['by'],
  say: Say,
  labels: Labels,
): string {
  if (place === 'total') return say('oversight.all')
  if (place === 'others') return say('oversight.others')
  if (name !== null) return labels.name(name)
  if (key === null || key === '') return say('oversight.unknown')
  return by === 'district' ? placeName(key, labels.language) : key
}
