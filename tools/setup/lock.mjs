import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { birthOf, isAlive } from './processes.mjs'

/** @typedef {import('./processes.mjs').Process} Process */
/** @typedef {(pid: number) => void} Watch names one more process that must end before another may take over */

/**
 * Does some work while no other process of this checkout does the like. A lock whose processes have
 * all ended, the installers they started included, is taken over.
 *
 * @template Result
 * @param {string} file
 * @param {(watch: Watch) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withLock(file, work) {
  mkdirSync(path.dirname(file), { recursive: true })
  const holders = [processOf(process.pid)]
  await take(file, holders)
  try {
    return await work((pid) => {
      holders.push(processOf(pid))
      replace(file, JSON.stringify(holders))
    })
  } finally {
    rmSync(file, { force: true })
  }
}

/**
 * Writes a file so that a reader sees the old text or the new, never half of it.
 *
 * @param {string} file
 * @param {string} text
 * @param {number} [mode]
 */
export function replace(file, text, mode = 0o644) {
  mkdirSync(path.dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, text, { mode })
  renameSync(draft, file)
}

/**
 * @param {string} file
 * @param {readonly Process[]} holders
 */
async function take(file, holders) {
  let told = false
  while (!claim(file, holders)) {
    const seen = read(file)
    const alive = parse(seen).find(isAlive)
    if (!alive) {
      clear(file, seen)
      continue
    }
    if (!told) console.error(`setu: waiting for another set-up of this folder (process ${alive.pid})`)
    told = true
    await pause(300)
  }
}

/**
 * @param {string} file
 * @param {readonly Process[]} holders
 */
function claim(file, holders) {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(holders))
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/**
 * Takes a stale lock away. Two may try: whoever moved a lock that is not the stale one puts it back.
 *
 * @param {string} file
 * @param {string} stale
 */
function clear(file, stale) {
  const aside = `${file}.stale.${process.pid}`
  try {
    renameSync(file, aside)
    if (read(aside) !== stale) linkSync(aside, file)
  } catch {
    // Another process was quicker; the next turn of the loop looks again.
  } finally {
    rmSync(aside, { force: true })
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/**
 * @param {string} text
 * @returns {Process[]}
 */
function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return []
  }
}

/**
 * @param {number} pid
 * @returns {Process}
 */
function processOf(pid) {
  return { pid, born: birthOf(pid) ?? 'unknown' }
}
