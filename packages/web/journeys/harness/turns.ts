/** Whether this is the long campaign, `npm run test:deep`, in which nothing is left to the seed. */
export const deep = process.env['SETU_DEEP'] === '1'

/** The seed of this run, which `npm test` prints. */
export const seed = Number(process.env['SETU_SEED'] ?? 0)

/**
 * Of several like ways through the same screens, the one whose turn it is by the seed; all of them in the long
 * campaign. `turn` sets neighbours apart, so that together they go all ways in every run.
 */
export function inTurn<Way>(ways: readonly Way[], turn = 0): readonly Way[] {
  if (deep) return ways
  const at = (seed + turn) % ways.length
  return ways.slice(at, at + 1)
}
