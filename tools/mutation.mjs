import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { startPostgres } from './postgres.mjs'
import { withLock } from './setup/lock.mjs'
import { homeOf, installAside } from './setup/npm.mjs'
import { ownNpm } from './setup/own-node.mjs'

/**
 * Breaks the rules, the keys and the log in small ways, and says how often no test noticed. It takes hours for all of
 * them: name files to look at some.
 */
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** What people's safety hangs on most directly and what is code: the policies themselves are SQL, tried by the oracle. */
const looked = [
  'packages/vocabulary/src/transitions.ts',
  'packages/vocabulary/src/protection/{sharing,consent,referral-states,case-states}.ts',
  'packages/records/src/kit/{check,table,record}.ts',
  'packages/server/src/platform/keys/*.ts',
  'packages/server/src/platform/log/*.ts',
]

/** @param {readonly string[]} files */
function settings(files) {
  return {
    testRunner: 'vitest',
    vitest: { configFile: 'tools/mutation/vitest.config.mjs', related: false },
    mutate: [...files, '!**/*.test.ts'],
    coverageAnalysis: 'perTest',
    concurrency: 1,
    // The project's own settings stay as they are: Node runs the sources, and nothing is compiled.
    tsconfigFile: 'none.json',
    tempDirName: '.local/mutants',
    ignorePatterns: [
      '.local',
      'bench',
      'docs',
      'data',
      'keys',
      'packages/web/{src,journeys,public}',
      '**/dist',
    ],
    reporters: ['clear-text', 'json'],
    clearTextReporter: { allowColor: false, logTests: false },
    jsonReporter: { fileName: '.local/mutation.json' },
    thresholds: { high: 95, low: 85, break: 85 },
    timeoutMS: 60_000,
    allowEmpty: false,
  }
}

/**
 * The runner looks for tests by their names as vitest 4 joined them, with a space; vitest 5 joins them with an arrow.
 * Without this no test would run, and every mutant would seem to survive.
 *
 * @param {string} home
 */
function joinNamesAsVitestDoes(home) {
  const file = path.join(home, 'node_modules/@stryker-mutator/vitest-runner/dist/src/vitest-test-runner.js')
  const [before, after] = ['escapeRegExp(name))', "escapeRegExp(name).replaceAll(' ', '(?: > | )'))"]
  const text = readFileSync(file, 'utf8')
  if (text.includes(after)) return
  if (!text.includes(before)) throw new Error('another runner than the one that this was written for')
  writeFileSync(file, text.replace(before, after))
}

/** The runner takes the project's own vitest, or a test would meet two of them. */
async function prepare() {
  const npm = ownNpm(root)
  const home = homeOf(root, 'mutation')
  if (!existsSync(path.join(home, 'node_modules'))) {
    const fetch = (/** @type {import('./setup/lock.mjs').Watch} */ watch) =>
      installAside({ root, name: 'mutation', npm, flags: ['--legacy-peer-deps', '--ignore-scripts'], watch })
    await withLock(path.join(root, '.local/setup.lock'), fetch)
  }
  const own = path.join(home, 'node_modules/vitest')
  if (!existsSync(own)) symlinkSync(path.join(root, 'node_modules/vitest'), own)
  joinNamesAsVitestDoes(home)
  return path.join(home, 'node_modules/@stryker-mutator/core/bin/stryker.js')
}

const cli = await prepare()
const named = process.argv.slice(2)
const beside = named.map((one) => {
  const own = one.replace(/[.]ts$/, '.test.ts')
  return existsSync(path.join(root, own)) ? own : `${path.posix.dirname(one)}/*.test.ts`
})
const file = path.join(root, '.local/mutation.config.json')
mkdirSync(path.dirname(file), { recursive: true })
writeFileSync(file, JSON.stringify(settings(named.length > 0 ? named : looked)))
const postgres = await startPostgres()
try {
  const tests = beside.length > 0 ? { SETU_MUTATED: [...new Set(beside)].join(',') } : {}
  const env = { ...process.env, ...tests, SETU_TEST_POSTGRES: postgres.url }
  const child = spawn(process.execPath, [cli, 'run', file], { cwd: root, env, stdio: 'inherit' })
  process.exitCode = await new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)))
} finally {
  await postgres.stop()
}
