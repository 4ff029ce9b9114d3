import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'

/** @typedef {{ pid: number, born: string }} Process */
/** @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, silent?: boolean, onStart?: (pid: number) => void }} RunOptions */

/**
 * When a process was born, so that a number given again to another process is not taken for it.
 *
 * @param {number} pid
 * @returns {string | null} null when no such process lives
 */
export function birthOf(pid) {
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null
    }
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return null
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`
  } catch {
    return null
  }
}

/**
 * @param {Process} process
 * @returns {boolean}
 */
export function isAlive({ pid, born }) {
  return birthOf(pid) === born
}

/**
 * Runs a command to its end and hands signals on to it. Its output goes to standard error, so that
 * standard output stays with the result; a quiet command speaks only when it fails, a silent one never.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<boolean>} whether it went well
 */
export function run(command, args, { cwd, env = process.env, quiet = false, silent = false, onStart } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: quiet || silent ? ['ignore', 'pipe', 'pipe'] : ['ignore', 2, 2],
    })
    if (child.pid !== undefined) onStart?.(child.pid)

    /** @type {Buffer[]} */
    const said = []
    child.stdout?.on('data', (chunk) => said.push(chunk))
    child.stderr?.on('data', (chunk) => said.push(chunk))

    /** @param {NodeJS.Signals} signal */
    const passOn = (signal) => {
      child.kill(signal)
      interrupted = signal
    }
    /** @type {NodeJS.Signals | null} */
    let interrupted = null
    process.on('SIGINT', passOn).on('SIGTERM', passOn)
    const settle = () => process.off('SIGINT', passOn).off('SIGTERM', passOn)

    child.on('error', () => {
      settle()
      resolve(false)
    })
    child.on('close', (code) => {
      settle()
      if (interrupted) return reject(new Interrupted(interrupted))
      if (code !== 0 && quiet) process.stderr.write(Buffer.concat(said))
      resolve(code === 0)
    })
  })
}

/** Someone asked the work to stop. */
export class Interrupted extends Error {
  /** @param {NodeJS.Signals} signal */
  constructor(signal) {
    super(`stopped by ${signal}`)
    this.exitCode = 128 + (constants.signals[signal] ?? 15)
  }
}
