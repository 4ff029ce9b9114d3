import { execFileSync, spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'

/** @typedef {{ uid: number, gid: number }} Account */

/**
 * The account the server runs as: ours, or `postgres` or `nobody` when we are root, whom PostgreSQL
 * refuses to serve.
 *
 * @returns {Account | null} null for our own
 */
export function serverAccount() {
  if (process.getuid?.() !== 0) return null
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => idOf(flag, name))
    if (uid !== undefined && gid !== undefined) return { uid, gid }
  }
  throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody')
}

/**
 * A folder for temporary files that the account may reach.
 *
 * @param {Account | null} account
 * @returns {string}
 */
export function temporaryFolder(account) {
  const folders = [tmpdir(), '/tmp', '/var/tmp']
  const reachable = folders.find((folder) => canRun('/', account, 'test', ['-x', folder, '-a', '-d', folder]))
  if (!reachable) throw new Error('no folder for temporary files that PostgreSQL could reach')
  return reachable
}

/**
 * @param {string} cwd
 * @param {Account | null} account
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {boolean}
 */
export function canRun(cwd, account, command, args) {
  return spawnSync(command, args, { cwd, ...account, stdio: 'ignore' }).status === 0
}

/**
 * @param {string} flag
 * @param {string} name
 */
function idOf(flag, name) {
  try {
    return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }))
  } catch {
    return undefined
  }
}
