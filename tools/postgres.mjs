import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/**
 * @typedef {{ url: string, pid: number, data: string }} Address
 * @typedef {Address & { crash: () => void, restart: () => Promise<Address>, stop: () => Promise<void> }} Postgres
 */

export const keeper = fileURLToPath(new URL('postgres/keeper.mjs', import.meta.url))

/**
 * Starts a throw-away PostgreSQL server on 127.0.0.1. It ends with `stop`, or with the process that
 * started it, whatever ends that.
 *
 * @param {{ durable?: boolean }} [options] durable: with fsync and checksums, for crash tests and measurements
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({ durable = false } = {}) {
  const child = spawn(process.execPath, [keeper, ...(durable ? ['--durable'] : [])], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  })
  const ended = new Promise((resolve) => child.on('exit', resolve))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()

  /** @returns {Promise<Address>} */
  const nextAddress = async () => {
    const { value } = await lines.next()
    if (typeof value !== 'string') throw new Error('PostgreSQL could not be started')
    return JSON.parse(value)
  }
  const stop = async () => {
    child.stdin.end()
    await ended
  }
  const address = await nextAddress()
  return {
    ...address,
    crash: () => void child.stdin.write('crash\n'),
    restart: () => {
      child.stdin.write('restart\n')
      return nextAddress()
    },
    stop,
  }
}
