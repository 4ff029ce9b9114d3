import type { TrailItem } from '@setu/records/api'

/** The same thing done by the same person for the same reason on one day, however often. */
export interface TrailLine {
  readonly item: TrailItem
  readonly times: number
}

function sameLine(
  { at, part, did, reason, by, relation }: TrailItem,
  dayOf: (moment: string) => string,
): string {
  return JSON.stringify([dayOf(at), part, did, reason, by, relation])
}

/** A trail that a person can read: one line a day for what was done again and again; nothing is left out. */
export function trailLines(items: readonly TrailItem[], dayOf: (moment: string) => string): TrailLine[] {
  const lines = new Map<string, TrailLine>()
  for (const item of items) {
    const key = sameLine(item, dayOf)
    const line = lines.get(key)
    lines.set(key, { item: line?.item ?? item, times: (line?.times ?? 0) + 1 })
  }
  return [...lines.values()]
}
