import { randomInt } from 'node:crypto'
import process from 'node:process'

/** Chance that can be had again: the same seed draws the same. */
export interface Draws {
  readonly seed: number
  /** A whole number from 0 to below `most`. */
  below(most: number): number
  between(least: number, most: number): number
  oneOf<Choice>(choices: readonly [Choice, ...Choice[]]): Choice
}

/** Draws from a seed (mulberry32): small, and the same on every machine. */
export function drawsFrom(seed: number): Draws {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (most: number): number => Math.floor(next() * most)
  return {
    seed,
    below,
    between: (least, most) => least + below(most - least + 1),
    oneOf: (choices) => choices[below(choices.length)] ?? choices[0],
  }
}

/** Draws of this run: of `SETU_SEED` where it is set, and said aloud, so that a failure can be had again. */
export function drawsOfRun(what: string): Draws {
  const given = process.env['SETU_SEED']
  const seed = given === undefined ? randomInt(2 ** 31) : Number(given)
  process.stdout.write(`${what}: SETU_SEED=${seed}\n`)
  return drawsFrom(seed)
}

/** Whether this is the long run. */
export const deep = process.env['SETU_DEEP'] === '1'
