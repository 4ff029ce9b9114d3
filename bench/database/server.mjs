import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))))

/** @typedef {{ origin: string, pid: number, lines: readonly string[], stop: () => Promise<void> }} Server */

/**
 * Starts a node as an operator would, in a process of its own, and waits until it answers.
 *
 * @param {Readonly<Record<string, string>>} settings its environment
 * @param {readonly string[]} [words] what stands behind `start`
 * @returns {Promise<Server>}
 */
export async function startNode(settings, words = []) {
  const port = await freePort()
  const child = spawn(process.execPath, ['packages/server/src/main.ts', 'start', ...words], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', LANG: 'C', PORT: String(port), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  /** @type {string[]} */
  const lines = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) =>
      lines.push(
        ...String(chunk)
          .split('\n')
          .filter((line) => line !== ''),
      ),
    )
  }
  const ended = new Promise((resolve) => child.on('exit', resolve))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  process.on('exit', () => child.kill('SIGKILL'))

  const origin = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) break
    if (lines.some((line) => line.includes('ready')) && (await answers(origin)))
      return { origin, pid: child.pid ?? 0, lines, stop }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  await stop()
  throw new Error(`the node did not start:\n${lines.join('\n')}`)
}

/** @param {string} origin */
async function answers(origin) {
  try {
    return (await fetch(`${origin}/api/node`)).ok
  } catch {
    return false
  }
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
