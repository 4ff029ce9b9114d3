import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, cpSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { canRun } from './account.mjs'

/**
 * @typedef {import('./account.mjs').Account} Account
 * @typedef {{ home: string, bin: string, account: Account | null, durable: boolean, password: string }} Cluster
 * @typedef {{ pid: number, port: number, ended: Promise<void>, isOver: () => boolean }} Running
 */

const forgetful = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  timezone: 'UTC',
  jit: 'off',
}

/**
 * Makes a fresh cluster. A durable one writes through to the disk and keeps checksums, for tests that
 * pull the plug; any other is as quick as it can be.
 *
 * @param {{ home: string, bin: string, account: Account | null, durable: boolean }} what
 * @returns {Cluster}
 */
export function makeCluster({ home, bin: installed, account, durable }) {
  chmodSync(home, 0o711)
  const password = randomBytes(16).toString('hex')
  const cluster = { home, bin: reachable(installed, home, account), account, durable, password }
  const secret = path.join(home, 'password')
  writeFileSync(secret, password, { mode: 0o600 })
  if (account) chownSync(secret, account.uid, account.gid)

  const basic = ['-U', 'postgres', '--encoding=UTF8', '--auth=scram-sha-256', `--pwfile=${secret}`]
  const options = [...basic, durable ? '--data-checksums' : '--no-sync']
  const data = dataOf(cluster)
  execFileSync('install', ['-d', '-m', '700', ...owner(account), data])
  try {
    initialise(cluster, [...options, '--locale=C.UTF-8'])
  } catch {
    initialise(cluster, [...options, '--no-locale'])
  }
  rmSync(secret)
  return cluster
}

/**
 * Starts the server of a cluster and waits until it answers. Another process may take the port first,
 * or a killed server's memory may not be free yet: both are tried again.
 *
 * @param {Cluster} cluster
 * @param {number} [port] the one it had before, when it is started again
 * @returns {Promise<Running>}
 */
export async function startServer(cluster, port) {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const running = launch(cluster, port ?? (await freePort()))
    if (await answers(cluster, running)) return running
    await pause(250)
  }
  throw new Error(`PostgreSQL did not start:\n${readFileSync(logOf(cluster), 'utf8').slice(-2000)}`)
}

/**
 * @param {Cluster} cluster
 * @returns {string}
 */
export function dataOf({ home }) {
  return path.join(home, 'data')
}

/**
 * @param {Cluster} cluster
 * @param {readonly string[]} options
 */
function initialise(cluster, options) {
  rmSync(path.join(dataOf(cluster), 'PG_VERSION'), { force: true })
  execFileSync(path.join(cluster.bin, 'initdb'), ['-D', dataOf(cluster), ...options], {
    ...cluster.account,
    cwd: cluster.home,
    env: environment(),
    stdio: 'pipe',
  })
}

/**
 * @param {Cluster} cluster
 * @param {number} port
 * @returns {Running}
 */
function launch(cluster, port) {
  const chosen = { ...settings, ...(cluster.durable ? {} : forgetful), port: String(port) }
  const flags = Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openSync(logOf(cluster), 'a')
  const child = spawn(path.join(cluster.bin, 'postgres'), ['-D', dataOf(cluster), ...flags], {
    ...cluster.account,
    cwd: cluster.home,
    env: environment(),
    stdio: ['ignore', log, log],
  })
  let over = false
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    const finish = () => {
      over = true
      resolve()
    }
    child.on('exit', finish).on('error', finish)
  })
  return { pid: child.pid ?? 0, port, ended, isOver: () => over }
}

/**
 * @param {Cluster} cluster
 * @param {Running} running
 */
async function answers(cluster, { pid, isOver }) {
  while (!isOver()) {
    const [owner, , , , , , , state] = pidFile(cluster)
    if (owner === String(pid) && state === 'ready') return true
    await pause(25)
  }
  return false
}

/** @param {Cluster} cluster */
function pidFile(cluster) {
  try {
    const text = readFileSync(path.join(dataOf(cluster), 'postmaster.pid'), 'utf8')
    return text.split('\n').map((line) => line.trim())
  } catch {
    return []
  }
}

/** @param {Cluster} cluster */
function logOf({ home }) {
  return path.join(home, 'log')
}

/**
 * The programs, copied when they lie where the server's account may not look.
 *
 * @param {string} bin
 * @param {string} home
 * @param {Account | null} account
 */
function reachable(bin, home, account) {
  if (canRun(home, account, path.join(bin, 'postgres'), ['--version'])) return bin
  const copy = path.join(home, 'server')
  cpSync(path.dirname(bin), copy, { recursive: true, verbatimSymlinks: true })
  return path.join(copy, path.basename(bin))
}

/** @param {Account | null} account */
function owner(account) {
  return account ? ['-o', String(account.uid), '-g', String(account.gid)] : []
}

/** @returns {NodeJS.ProcessEnv} */
function environment() {
  return { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
