import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { constants } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium } from './chromium.mjs'
import { keeper, startPostgres } from './postgres.mjs'
import { withLock } from './setup/lock.mjs'
import { prepareWebApp } from './setup/web-app.mjs'
import { tally, tallyLine } from './test-tally.mjs'

/**
 * Runs the tests with all they need: a PostgreSQL server, a browser, the built web app, a seed. What
 * stands behind the command goes to vitest. The last line says how many passed, failed and were skipped.
 */
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const results = path.join(root, `.local/test-results-${process.pid}.json`)
const [deep, rest] = [
  process.argv.includes('--deep'),
  process.argv.slice(2).filter((word) => word !== '--deep'),
]

const seed = process.env['SETU_SEED'] ?? String(randomInt(2 ** 31))
console.log(`Seed ${seed}; SETU_SEED=${seed} repeats this run.`)

/** @type {NodeJS.Signals | null} */
let interrupted = null
let stopTests = () => {}
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    interrupted = signal
    stopTests()
  })
}

const found = await test().catch((/** @type {Error} */ error) => {
  console.error(`setu: ${error.message}`)
  return tally(null, false)
})
console.log(tallyLine(found))
if (interrupted) process.exit(128 + constants.signals[interrupted])
process.exit(found.failed === 0 ? 0 : 1)

async function test() {
  const webApp = mayUseBrowser(rest) ? await buildWebApp() : true
  const postgres = await startPostgres()
  try {
    const wentWell = await runVitest(postgres.url)
    const counted = tally(readResults(), wentWell)
    return webApp ? counted : { ...counted, failed: counted.failed + 1 }
  } finally {
    rmSync(results, { force: true })
    await postgres.stop()
  }
}

/** A web app that cannot be built is one failure; what needs no browser is tested all the same. */
async function buildWebApp() {
  try {
    await withLock(path.join(root, '.local/setup.lock'), (watch) => prepareWebApp(root, watch))
    return true
  } catch (error) {
    console.error(`setu: ${error instanceof Error ? error.message : String(error)}`)
    return false
  }
}

/**
 * Vitest leads a process group of its own, so that whatever the tests started ends with it.
 *
 * @param {string} postgres
 * @returns {Promise<boolean>}
 */
function runVitest(postgres) {
  if (interrupted) return Promise.resolve(false)
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`]
  const child = spawn(process.execPath, [vitest, 'run', '--root', root, ...reports, ...rest], {
    cwd: root,
    env: {
      ...process.env,
      PATH: `${path.join(root, '.local/bin')}${path.delimiter}${process.env['PATH'] ?? ''}`,
      SETU_TEST_POSTGRES: postgres,
      SETU_POSTGRES_KEEPER: keeper,
      SETU_CHROMIUM: findChromium(root) ?? '',
      SETU_SEED: seed,
      // The tests start some two hundred processes of ours, each of which would read all its sources anew.
      NODE_COMPILE_CACHE: path.join(root, '.local/compile-cache'),
      ...(deep ? { SETU_DEEP: '1' } : {}),
    },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  })
  const group = -(child.pid ?? Number.NaN)
  stopTests = () => {
    signalTo(group, 'SIGINT')
    setTimeout(() => signalTo(group, 'SIGKILL'), 5000).unref()
  }
  return new Promise((resolve) => {
    child.on('error', () => resolve(false))
    child.on('exit', (code) => {
      signalTo(group, 'SIGKILL')
      resolve(code === 0)
    })
  })
}

/**
 * @param {number} group
 * @param {NodeJS.Signals} signal
 */
function signalTo(group, signal) {
  try {
    process.kill(group, signal)
  } catch {
    // The group has ended already.
  }
}

/**
 * Without a path every test runs, the journeys too; with one, most runs need no built web app.
 *
 * @param {readonly string[]} words
 */
function mayUseBrowser(words) {
  const paths = words.filter((word) => !word.startsWith('-'))
  return paths.length === 0 || paths.some((word) => /web|journey/.test(word))
}

function readResults() {
  try {
    return JSON.parse(readFileSync(results, 'utf8'))
  } catch {
    return null
  }
}
