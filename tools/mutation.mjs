import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { groups } from './mutation/groups.mjs'
import { report } from './mutation/results.mjs'
import { tryPolicies } from './mutation/try-policies.mjs'
import { trySources } from './mutation/try-sources.mjs'
import { startPostgres } from './postgres.mjs'
import { withLock } from './setup/lock.mjs'
import { homeOf, installAside } from './setup/npm.mjs'
import { ownNpm } from './setup/own-node.mjs'

/**
 * Breaks the rules, the keys and the log in small ways, one at a time, and says how often no test noticed.
 *
 *     npm run mutation                         all groups
 *     npm run mutation -- keys log             some of them: rules, keys, log, policies
 *     npm run mutation -- keys --sample 300    so many changes drawn at random; --seed has the same again
 *     npm run mutation -- keys --minutes 30     no longer than that
 *     npm run mutation -- keys --again         only what was not noticed the last time
 *     npm run mutation -- keys --survived      of that, only what was tried and survived
 *     npm run mutation -- keys --untried       of that, only what was never tried: so samples add up
 *     npm run mutation -- log --quick          with the tests alone that need no database; --again goes on with the others
 *     npm run mutation -- policies --quick     with the checks alone that go about all tables and people
 *     npm run mutation -- keys --only <file>   one source of a group
 */
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '20261122' },
    minutes: { type: 'string', default: '1000' },
    again: { type: 'boolean', default: false },
    untried: { type: 'boolean', default: false },
    survived: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
  },
})

async function prepare() {
  const npm = ownNpm(root)
  const home = homeOf(root, 'mutation')
  if (!existsSync(path.join(home, 'node_modules'))) {
    const fetch = (/** @type {import('./setup/lock.mjs').Watch} */ watch) =>
      installAside({ root, name: 'mutation', npm, flags: ['--ignore-scripts'], watch })
    await withLock(path.join(root, '.local/setup.lock'), fetch)
  }
  return home
}

const home = await prepare()
const { sample, seed, minutes, again, untried, survived, quick, only } = values
const postgres = await startPostgres()
try {
  const env = { ...process.env, SETU_TEST_POSTGRES: postgres.url, SETU_SEED: seed }
  const how = {
    root,
    home,
    env,
    sample: sample === undefined ? null : Number(sample),
    seed: Number(seed),
    minutes: Number(minutes),
    again,
    untried,
    survived,
    quick,
    only,
  }
  const asked = (/** @type {string} */ name) => positionals.length === 0 || positionals.includes(name)
  const shares = []
  for (const group of groups.filter(({ name }) => asked(name)))
    shares.push(report(group.name, await trySources(group, how)))
  if (asked('policies')) shares.push(report('policies', await tryPolicies({ ...how, url: postgres.url })))
  process.exitCode = shares.every((share) => share >= 0.85) ? 0 : 1
} finally {
  await postgres.stop()
}
