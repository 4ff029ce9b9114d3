import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { format, lint, putRight, types, unused } from './check/commands.mjs'
import { floors } from './check/floors.mjs'
import { habits } from './check/habits.mjs'
import { lockfileNames, lockfiles } from './check/lockfiles.mjs'
import { beyond, lowered } from './check/ratchet.mjs'
import { sizes } from './check/sizes.mjs'
import { completeLockfile } from './lockfile.mjs'
import { replace } from './setup/lock.mjs'

/**
 * Runs every gate but the tests, two at a time, and says what each found. With `--fix` it first puts right
 * what a machine can, and takes every ratchet down to what it holds.
 *
 * @typedef {import('./check/report.d.ts').Report} Report
 * @typedef {[name: string, gate: (root: string) => Report | Promise<Report>]} Gate
 */

/** @type {readonly Gate[]} */
const gates = [
  ['types', types],
  ['lint', lint],
  ['unused', unused],
  ['format', format],
  ['floors', floors],
  ['habits', habits],
  ['sizes', sizes],
  ['lockfiles', lockfiles],
]

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const ratchetFile = path.join(root, 'tools/ratchet.json')
/** @type {Record<string, number>} */
const kept = JSON.parse(readFileSync(ratchetFile, 'utf8'))
const fixing = process.argv.includes('--fix')

if (fixing) {
  for (const file of lockfileNames) completeLockfile(path.join(root, file))
  await putRight(root)
}

/** @type {Record<string, number>} */
const counts = {}
let failed = 0
const waiting = [...gates]
await Promise.all([lane(), lane()])

const lower = lowered(kept, counts)
if (fixing && lower) replace(ratchetFile, `${JSON.stringify({ ...kept, ...lower }, null, 2)}\n`)
else if (lower)
  console.log(`Fewer than tools/ratchet.json allows: ${JSON.stringify(lower)}; \`npm run fix\` keeps it so.`)
console.log(failed === 0 ? 'Everything is in order.' : `${failed} of ${gates.length} gates found something.`)
process.exit(failed === 0 ? 0 : 1)

async function lane() {
  for (let gate = waiting.shift(); gate; gate = waiting.shift()) await pass(gate)
}

/** @param {Gate} gate */
async function pass([name, gate]) {
  const begun = performance.now()
  /** @type {Report} */
  const report = await Promise.resolve(root)
    .then(gate)
    .catch((error) => ({ problems: [error instanceof Error ? error.message : String(error)] }))
  const tooMany = beyond(kept, report.counts ?? {})
  Object.assign(counts, report.counts)

  const problems = [...report.problems, ...tooMany]
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  const good = problems.length === 0
  if (!good) failed += 1
  const said = good && report.counts ? '' : (report.said ?? '')
  console.log(`${good ? '✓' : '✗'} ${name.padEnd(10)} ${seconds} s  ${good ? said : ''}`.trimEnd())
  if (!good)
    for (const problem of [...problems, ...(tooMany.length > 0 && said ? [said] : [])])
      console.log(`  ${problem}`)
}
