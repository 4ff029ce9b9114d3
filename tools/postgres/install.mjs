import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { aptInstall, mayUseApt } from '../setup/apt.mjs'
import { installAside } from '../setup/npm.mjs'
import { ownNpm } from '../setup/own-node.mjs'
import { findServer } from './find.mjs'

/**
 * @param {string} root
 * @returns {boolean}
 */
export function postgresIsReady(root) {
  return findServer(root) !== null
}

/**
 * Brings a PostgreSQL server for the tests: Debian's where we may install one, else npm's.
 *
 * @param {string} root
 * @param {import('../setup/lock.mjs').Watch} watch
 */
export async function preparePostgres(root, watch) {
  if (postgresIsReady(root)) return
  if (mayUseApt() && process.env['SETU_POSTGRES_BIN'] === undefined) {
    console.error('setu: installing PostgreSQL for the tests (apt-get install postgresql)')
    await withoutMainCluster(() => aptInstall('postgresql', watch))
    if (postgresIsReady(root)) return
  }
  console.error('setu: fetching PostgreSQL for the tests')
  await installAside({ root, name: 'postgres', npm: ownNpm(root), watch })
  if (!postgresIsReady(root)) {
    throw new Error('no PostgreSQL server for the tests; install PostgreSQL 15 to 18 and try again')
  }
}

/**
 * Debian starts a cluster of its own on installation. The tests have no use for one, so none is made.
 *
 * @param {() => Promise<unknown>} install
 */
async function withoutMainCluster(install) {
  const folder = '/etc/postgresql-common/createcluster.d'
  const file = path.join(folder, 'setu-tests.conf')
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, 'create_main_cluster = false\n')
  try {
    await install()
  } finally {
    rmSync(file, { force: true })
  }
}
