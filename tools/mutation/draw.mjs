/** The same numbers for the same seed, between 0 and 1. @param {number} seed */
function numbersFrom(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * So many of these, drawn at random and in the order in which they were drawn, so that a run that is cut off has
 * tried a sample as well; all of them in their own order where no number is given.
 *
 * @template Item
 * @param {readonly Item[]} items
 * @param {{ sample: number | null, seed: number }} how
 * @returns {Item[]}
 */
export function drawn(items, { sample, seed }) {
  if (sample === null) return [...items]
  const next = numbersFrom(seed)
  const ranked = items.map((item) => ({ item, rank: next() }))
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, sample)
    .map(({ item }) => item)
}
