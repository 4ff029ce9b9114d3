import process from 'node:process'

const seed = process.env['SETU_SEED']

/** Settings for property tests: the seed of `SETU_SEED` where it is set, so that a failure can be had again. */
export function runs(numRuns: number): { readonly numRuns: number; readonly seed?: number } {
  return seed === undefined ? { numRuns } : { numRuns, seed: Number(seed) }
}
