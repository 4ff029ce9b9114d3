import { placeOf } from '@setu/vocabulary/places'
import { Problem } from '../platform/index.ts'

/** Refuses a place that is not a district of Bangladesh or a district or state of its neighbours. */
export function needDistricts(places: readonly string[], field: string): void {
  const known = places.every((code) => ['district', 'region'].includes(placeOf(code)?.kind ?? ''))
  if (!known) throw new Problem('bad-request', { fields: [{ field, problem: 'unknown-place' }] })
}
