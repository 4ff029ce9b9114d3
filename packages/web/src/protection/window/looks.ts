import type { OwnLooks } from '@setu/records/api'

export type Look = OwnLooks['items'][number]

/** What one office did with one part in one day, for one reason, however often: the latest of it, and how often. */
export function groupedLooks(
  looks: readonly Look[],
  dayOf: (moment: string) => string,
): { readonly look: Look; readonly times: number }[] {
  const groups = new Map<string, { look: Look; times: number }>()
  for (const look of looks) {
    const { at, part, did, reason, relation, office } = look
    const her = relation === 'self'
    const key = JSON.stringify([dayOf(at), part, did, reason, her, office])
    const group = groups.get(key)
    groups.set(key, { look: group?.look ?? look, times: (group?.times ?? 0) + 1 })
  }
  return [...groups.values()]
}
