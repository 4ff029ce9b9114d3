import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startPostgres } from '../tools/postgres.mjs'
import { measureNode } from './database/run.mjs'
import { head, record, rowOf, webLines } from './report.mjs'
import { measureWeb } from './web/run.mjs'

/**
 * Measures Setu on this machine: a node on PostgreSQL that writes through, with policies on, beside bare SQL in
 * the same run; then the first load of the web application. `--cases 300` measures fewer, `--only database` or
 * `--only web` one half, `--seed` draws other cases. Nothing is written unless `--record` asks for it.
 */
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '300,200000' },
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
  if (values.only !== 'web') await measureDatabase()
  if (values.only !== 'database') say('', ...webLines(await measureWeb(home)))
  if (values.record) record(root, values.seed, said)
} finally {
  rmSync(home, { recursive: true, force: true })
}

async function measureDatabase() {
  const postgres = await startPostgres({ durable: true })
  try {
    say(...head)
    for (const cases of values.cases.split(',').map(Number)) {
      const wanted = { server: postgres.url, cases, seed: values.seed, home }
      await measureNode({ ...wanted, say: (line) => say(rowOf(line)) })
    }
  } finally {
    await postgres.stop()
  }
}
