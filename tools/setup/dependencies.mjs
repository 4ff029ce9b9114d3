import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { cleanInstall } from './npm.mjs'
import { ownNpm } from './own-node.mjs'
import { hashOf, stampOf } from './stamps.mjs'

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[] }} Entry */

const installed = 'node_modules/.package-lock.json'

/**
 * Whether `node_modules` is what the lockfile says.
 *
 * @param {string} root
 * @returns {boolean}
 */
export function dependenciesAreReady(root) {
  return existsSync(path.join(root, installed)) && stampOf(root, 'dependencies').says(wanted(root))
}

/**
 * Installs what the lockfile names. A developer's own `npm install` that ended with the same packages
 * is left alone.
 *
 * @param {string} root
 * @param {import('./lock.mjs').Watch} watch
 */
export async function prepareDependencies(root, watch) {
  if (dependenciesAreReady(root)) return
  if (!isWhatTheLockSays(root)) {
    console.error('setu: installing the packages of the lockfile')
    const done = await cleanInstall(ownNpm(root), { cwd: root, watch })
    if (!done) throw new Error('the packages could not be installed; is the network reachable?')
  }
  stampOf(root, 'dependencies').write(wanted(root))
}

/** @param {string} root */
function wanted(root) {
  const packages = readdirSync(path.join(root, 'packages')).map((name) => `packages/${name}/package.json`)
  return hashOf(root, ['package.json', 'package-lock.json', '.npmrc', installed, ...packages])
}

/** @param {string} root */
function isWhatTheLockSays(root) {
  if (!existsSync(path.join(root, installed))) return false
  const inLock = entriesOf(path.join(root, 'package-lock.json'))
  const onDisk = entriesOf(path.join(root, installed))
  return (
    [...onDisk.keys()].every((name) => inLock.has(name)) &&
    [...inLock].every(([name, entry]) => agrees(entry, onDisk.get(name)))
  )
}

/**
 * @param {Entry} wantedEntry
 * @param {Entry | undefined} found
 */
function agrees(wantedEntry, found) {
  if (!found) return wantedEntry.optional === true || isForAnother(wantedEntry)
  return found.version === wantedEntry.version && found.integrity === wantedEntry.integrity
}

/** @param {Entry} entry */
function isForAnother({ os, cpu }) {
  const leavesOut = (/** @type {string[] | undefined} */ list, /** @type {string} */ ours) =>
    list !== undefined && !list.includes(ours)
  return leavesOut(os, process.platform) || leavesOut(cpu, process.arch)
}

/**
 * @param {string} file
 * @returns {Map<string, Entry>}
 */
function entriesOf(file) {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'))
  return new Map(Object.entries(packages).filter(([name]) => name !== ''))
}
