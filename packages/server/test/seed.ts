import process from 'node:process'

const seed = process.env['SETU_SEED']

/** Settings for property tests: the seed of `SETU_SEED` where it is set, so that a failure can be had again. */
export function runs(numRuns: number): { readonly numRuns: number; readonly seed?: number } {
  return seed === undefined ? { numRuns } : { numRuns, seed: Number(seed) }
}

const both = ['pglite', 'postgres'] as const

/**
 * On which databases a long matrix is walked: on one of the two in every run, which the seed chooses, and on both in
 * `npm run test:deep`. The rules under it are the same text on both, and shorter tests hold them side by side each time.
 */
export const enginesInTurn: readonly (typeof both)[number][] =
  process.env['SETU_DEEP'] === '1' || seed === undefined
    ? both
    : [Number(seed) % 2 === 0 ? 'pglite' : 'postgres']

/** Every third of a long list, by the seed; all of it in `npm run test:deep`. */
export function everyThird<One>(all: readonly One[]): readonly One[] {
  if (process.env['SETU_DEEP'] === '1' || seed === undefined) return all
  return all.filter((_, place) => (Math.floor(Number(seed) / 4) + place) % 3 === 0)
}

/** Of two ways that are alike, the one that the seed chooses for this place; both in `npm run test:deep`. */
export function inTurn<Way>(ways: readonly [Way, Way], place: number): readonly Way[] {
  if (process.env['SETU_DEEP'] === '1' || seed === undefined) return ways
  return [ways[(Math.floor(Number(seed) / 2) + place) % 2 === 0 ? 0 : 1]]
}
