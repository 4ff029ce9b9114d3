/** @typedef {Readonly<Record<string, number>>} Counts */

/**
 * Where a count has risen above what is kept. A count that is not kept may only be nought.
 *
 * @param {Counts} kept
 * @param {Counts} found
 * @returns {string[]}
 */
export function beyond(kept, found) {
  return Object.entries(found)
    .filter(([name, count]) => count > (kept[name] ?? 0))
    .map(([name, count]) => `${count} ${name}, where there may be ${kept[name] ?? 0}`)
}

/**
 * What may be kept from now on, when something has become fewer.
 *
 * @param {Counts} kept
 * @param {Counts} found
 * @returns {Counts | null}
 */
export function lowered(kept, found) {
  const fewer = Object.entries(found).filter(([name, count]) => count < (kept[name] ?? 0))
  return fewer.length > 0 ? Object.fromEntries(fewer) : null
}
