import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createConnection } from 'node:net'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { startPostgres } from '../postgres.mjs'
import { birthOf } from '../setup/processes.mjs'
import { findServer } from './find.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const noServer = findServer(path.resolve(here, '../..')) === null

describe.skipIf(noServer)('a throw-away server', () => {
  test('answers, comes back after a crash, and leaves nothing when it is stopped', async () => {
    const server = await startPostgres()
    expect(await answers(server.url)).toBe(true)

    server.crash()
    const again = await server.restart()
    expect(again.url).toBe(server.url)
    expect(again.pid).not.toBe(server.pid)
    expect(await answers(again.url)).toBe(true)

    await server.stop()
    expect(birthOf(again.pid)).toBeNull()
    expect(existsSync(path.dirname(server.data))).toBe(false)
  })

  test('ends with the process that asked for it, however that ends', async () => {
    const script = `
    const { startPostgres } = await import(${JSON.stringify(path.join(here, '../postgres.mjs'))})
    console.log(JSON.stringify(await startPostgres()))
    setInterval(() => {}, 1000)`
    const asker = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = await once(createInterface({ input: asker.stdout }), 'line')
    const { pid, data } = JSON.parse(line)
    expect(birthOf(pid)).not.toBeNull()

    asker.kill('SIGKILL')
    await expect
      .poll(() => birthOf(pid) === null && !existsSync(path.dirname(data)), { timeout: 20_000 })
      .toBe(true)
  })
})

/** @param {string} url */
function answers(url) {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    const socket = createConnection(Number(port), hostname, () => {
      socket.destroy()
      resolve(true)
    }).on('error', () => resolve(false))
  })
}
