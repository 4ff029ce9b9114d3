import type { ServiceView } from '@setu/records/api'

/** How many services each district can turn to. */
export function placesByDistrict(offers: readonly ServiceView[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { active, districts } of offers) {
    if (!active) continue
    for (const district of districts) counts.set(district, (counts.get(district) ?? 0) + 1)
  }
  return counts
}

/** Five shades, so that two neighbours can be told apart; nought is its own. */
export function shadeOf(count: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (count === 0 || most === 0) return 0
  const share = count / most
  return share > 0.75 ? 4 : share > 0.5 ? 3 : share > 0.25 ? 2 : 1
}
