import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openNode, testPostgres } from '../../../test/world.ts'

const program = fileURLToPath(new URL('../../../test/reminder-process.ts', import.meta.url))

const patience = 400_000

interface Ended {
  readonly signal: NodeJS.Signals | null
  readonly code: number | null
  readonly said: string
}

function run(...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said: Buffer[] = []
  child.stdout.on('data', (piece: Buffer) => said.push(piece))
  return new Promise((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, said: Buffer.concat(said).toString('utf8') }))
  })
}

/**
 * Notices and marks of each promise: in the future or not, reminders, marked, escalations, marked. A reminder is
 * there just when it is marked, and never twice, wherever the process before had died.
 */
const together = expect.stringMatching(/^[01]:(0:0|1:1):(0:0|1:1)$/)
const done = ['0:1:1:1:1', '0:1:1:0:0', '1:1:1:0:0', '1:0:0:0:0']

async function killEverywhere(where: string, statements: readonly number[]): Promise<number> {
  let kills = 0
  for (const at of statements) {
    const { signal, said } = await run(where, 'remind', String(at))
    if (signal === 'SIGKILL') kills += 1
    expect(JSON.parse(said)).toEqual([together, together, together, together])
  }
  for (const left of [[together, together, together, together], done, done]) {
    const { code, said } = await run(where, 'remind')
    expect(code).toBe(0)
    expect(JSON.parse(said)).toEqual(left)
  }
  return kills
}

describe('reminders of a process that is killed between two steps come exactly once', () => {
  let opened: Opened
  let url: string
  let home: string

  beforeAll(async () => {
    opened = await openNode('postgres')
    const connection = await opened.owner.connect()
    const [row] = await connection.script('select current_database() as name')
    connection.release(false)
    const address = new URL(testPostgres())
    address.pathname = `/${String(row?.['name'])}`
    url = address.href
    home = mkdtempSync(join(tmpdir(), 'setu-killed-'))
  })

  afterAll(async () => {
    await opened.close()
    rmSync(home, { recursive: true, force: true })
  })

  test(
    'on PostgreSQL, at every statement',
    async () => {
      expect((await run(url, 'fill')).code).toBe(0)
      const kills = await killEverywhere(
        url,
        Array.from({ length: 14 }, (_, at) => at + 1),
      )
      expect(kills).toBeGreaterThanOrEqual(9)
    },
    patience,
  )

  test(
    'on the embedded database, before and after each of what it writes',
    async () => {
      const folder = join(home, 'database')
      expect((await run(folder, 'fill')).code).toBe(0)
      const kills = await killEverywhere(folder, [5, 6, 7, 13])
      expect(kills).toBeGreaterThanOrEqual(3)
    },
    patience,
  )
})
