/**
 * What a gate found: one line for every problem, and a few words for the case that there is none. Counts
 * are held against `tools/ratchet.json`, where they may only fall.
 */
export interface Report {
  readonly problems: readonly string[]
  readonly said?: string
  readonly counts?: Readonly<Record<string, number>>
}
