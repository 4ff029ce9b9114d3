/**
 * What vitest writes down about a run, as far as it is counted here.
 *
 * @typedef {{ status: string, assertionResults: readonly { status: string }[] }} FileResult
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 */

/**
 * Counts a run. A file that could not be read counts as one failure, and so does a run that ended badly
 * for any other reason, or in which nothing ran.
 *
 * @param {{ testResults: readonly FileResult[] } | null} results
 * @param {boolean} wentWell
 * @returns {Tally}
 */
export function tally(results, wentWell) {
  const files = results?.testResults ?? []
  const all = files.flatMap((file) => file.assertionResults.map(({ status }) => status))
  const count = (/** @type {string} */ status) => all.filter((each) => each === status).length

  const passed = count('passed')
  const unread = files.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = count('failed') + unread
  const ranBadly = failed === 0 && (!wentWell || passed === 0)
  return { passed, failed: ranBadly ? 1 : failed, skipped: all.length - passed - count('failed') }
}

/**
 * @param {Tally} counted
 * @returns {string}
 */
export function tallyLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}
