import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startPostgres } from '../tools/postgres.mjs'
import { measureCriminal } from './criminal/run.mjs'
import { measureNode } from './database/run.mjs'
import { head, record, rowOf, webLines } from './report.mjs'
import { measureWeb } from './web/run.mjs'

/**
 * Measures Setu on this machine: a node on PostgreSQL that writes through, with policies on, beside bare SQL in
 * the same run, then the criminal cases of a country, then the first load of the web application. `--cases 300` and
 * `--criminal 1000` measure fewer, `--only database`, `--only criminal` or `--only web` one part, `--seed` draws other
 * cases. Nothing is written unless `--record` asks for it.
 */
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '300,200000' },
    criminal: { type: 'string', default: '100000' },
    only: { type: 'string' },
    seed: { type: 'string', default: 'setu' },
    record: { type: 'boolean', default: false },
  },
})
const home = mkdtempSync(path.join(tmpdir(), 'setu-bench-'))
/** @type {string[]} */
const said = []
/** @param {readonly string[]} lines */
const say = (...lines) => {
  said.push(...lines)
  console.log(lines.join('\n'))
}

try {
  const measures = (/** @type {string} */ part) => values.only === undefined || values.only === part
  if (measures('database') || measures('criminal')) await measureDatabase(measures)
  if (measures('web')) say('', ...webLines(await measureWeb(home)))
  if (values.record) record(root, values.seed, said)
} finally {
  rmSync(home, { recursive: true, force: true })
}

/** @param {(part: string) => boolean} measures */
async function measureDatabase(measures) {
  const postgres = await startPostgres({ durable: true })
  try {
    say(...head)
    /** @param {string} cases */
    const wanted = (cases) => ({
      server: postgres.url,
      cases: Number(cases),
      seed: values.seed,
      home,
      say: (/** @type {import('./database/run.mjs').Line} */ line) => say(rowOf(line)),
    })
    if (measures('database')) for (const cases of values.cases.split(',')) await measureNode(wanted(cases))
    if (measures('criminal')) say('', await measureCriminal(wanted(values.criminal)))
  } finally {
    await postgres.stop()
  }
}
