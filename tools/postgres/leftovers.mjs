import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { replace } from '../setup/lock.mjs'
import { birthOf, isAlive } from '../setup/processes.mjs'

/** @typedef {import('../setup/processes.mjs').Process} Process */

const prefix = 'setu-postgres-'
const abandoned = 10 * 60 * 1000

/**
 * A folder for one throw-away server, with a note of the process that looks after it.
 *
 * @param {string} folder
 * @returns {string}
 */
export function newHome(folder) {
  const home = mkdtempSync(path.join(folder, prefix))
  note(home, [])
  return home
}

/**
 * Writes down which processes belong to a home, so that a later run can clear up after a killed one.
 *
 * @param {string} home
 * @param {readonly number[]} servers
 */
export function note(home, servers) {
  const known = (/** @type {number} */ pid) => ({ pid, born: birthOf(pid) ?? 'gone' })
  replace(path.join(home, 'processes.json'), JSON.stringify([process.pid, ...servers].map(known)))
}

/**
 * Stops servers and removes folders whose keeper was killed. Only folders of our own account count:
 * anybody may write into a folder for temporary files.
 *
 * @param {string} folder
 */
export function sweep(folder) {
  for (const name of readdirSync(folder).filter((each) => each.startsWith(prefix))) {
    const home = path.join(folder, name)
    const found = lstatSync(home, { throwIfNoEntry: false })
    if (!found?.isDirectory() || found.uid !== process.getuid?.()) continue

    const [keeper, ...servers] = processesOf(home)
    if (keeper ? isAlive(keeper) : Date.now() - found.mtimeMs < abandoned) continue
    for (const { pid } of servers.filter(isAlive)) process.kill(pid, 'SIGKILL')
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
}

/**
 * @param {string} home
 * @returns {Process[]}
 */
function processesOf(home) {
  const file = path.join(home, 'processes.json')
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  } catch {
    return []
  }
}
