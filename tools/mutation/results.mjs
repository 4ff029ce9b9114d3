import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * @typedef {'noticed' | 'tooSlow' | 'survived' | 'unmet' | 'impossible'} Status
 * @typedef {{ key: string, file: string, line: number, kind: string, from: string, to: string, status: Status, by: string, ms: number }} Result
 */

/** @param {string} file @returns {Map<string, Result>} */
export function readResults(file) {
  try {
    const all = /** @type {Result[]} */ (JSON.parse(readFileSync(file, 'utf8')))
    return new Map(all.map((one) => [one.key, one]))
  } catch {
    return new Map()
  }
}

/** @param {string} file @param {Iterable<Result>} results */
export function writeResults(file, results) {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify([...results]))
}

/** @param {string} text */
const short = (text) => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 90 ? `${line.slice(0, 87)}…` : line
}

/** @param {readonly Result[]} results */
function countsOf(results) {
  const counted = results.filter(({ status }) => status !== 'impossible')
  const of = (/** @type {Status} */ wanted) => counted.filter(({ status }) => status === wanted).length
  const noticed = of('noticed') + of('tooSlow')
  return { all: counted.length, noticed, survived: of('survived'), unmet: of('unmet') }
}

/** @param {{ all: number, noticed: number }} counts */
const share = ({ all, noticed }) => (all === 0 ? '–' : `${((noticed / all) * 100).toFixed(1)} %`)

/**
 * Prints what was noticed, file by file, and every change that was not. Answers the share.
 *
 * @param {string} name
 * @param {readonly Result[]} results
 * @returns {number}
 */
export function report(name, results) {
  for (const one of results) {
    if (one.status !== 'survived' && one.status !== 'unmet') continue
    console.log(`${one.status}: ${one.file}:${one.line} ${one.kind}: ${short(one.from)} → ${short(one.to)}`)
  }
  for (const [file, own] of Map.groupBy(results, (one) => one.file)) {
    const counts = countsOf(own)
    console.log(
      `${share(counts).padStart(7)}  ${String(counts.noticed).padStart(5)} of ${counts.all}  ${file}`,
    )
  }
  const counts = countsOf(results)
  console.log(
    `${name}: ${counts.all} changes, ${counts.noticed} noticed, ${counts.survived} survived, ${counts.unmet} that no test meets: ${share(counts)}`,
  )
  return counts.all === 0 ? 1 : counts.noticed / counts.all
}
