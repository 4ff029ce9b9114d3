import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FolderInUse, lockFolder } from './folder-lock.ts'

/** A process of its own that takes a folder, works in it, and says how it went. */
const program = `
  import { writeSync } from 'node:fs'
  import { lockFolder } from '${new URL('folder-lock.ts', import.meta.url).href}'
  import { pgliteEngine } from '${new URL('pglite-engine.ts', import.meta.url).href}'
  const begun = performance.now()
  try {
    await lockFolder(process.argv[1])
  } catch (error) {
    writeSync(1, error.name + ' ' + (performance.now() - begun) + '\\n')
    process.exit(3)
  }
  const engine = await pgliteEngine(process.argv[1] + '/database')
  const connection = await engine.connect()
  await connection.script('create table if not exists kept (n integer primary key)')
  const [{ most }] = await connection.script('select coalesce(max(n), 0) as most from kept')
  writeSync(1, 'serving\\n')
  for (let n = most + 1; ; n++) {
    await connection.query('insert into kept (n) values ($1)', [n])
    writeSync(1, 'kept ' + n + '\\n')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
`

interface Second {
  readonly child: ChildProcess
  readonly lines: AsyncIterator<string>
}

let home: string
let children: ChildProcess[]

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'setu-lock-'))
  children = []
})

afterEach(async () => {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  rmSync(home, { recursive: true, force: true })
})

function startOn(folder: string): Second {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() }
}

async function until(process: Second, wanted: RegExp): Promise<string> {
  for (;;) {
    const { value, done } = await process.lines.next()
    if (done === true) throw new Error(`the process ended before it said ${String(wanted)}`)
    if (wanted.test(value)) return value
  }
}

async function killed(process: Second): Promise<void> {
  process.child.kill('SIGKILL')
  await once(process.child, 'exit')
}

describe('the lock of a data folder', () => {
  test('turns a second process away within two seconds, five times, and leaves the first unharmed', async () => {
    const first = startOn(home)
    await until(first, /^serving$/)
    for (let round = 0; round < 5; round++) {
      const second = startOn(home)
      const ended = once(second.child, 'exit')
      const [name, waited] = (await until(second, /./)).split(' ')
      expect(name).toBe('FolderInUse')
      expect(Number(waited)).toBeLessThan(2000)
      expect((await ended)[0]).toBe(3)
      await until(first, /^kept/)
    }
    const last = Number((await until(first, /^kept/)).slice(5))
    await killed(first)

    const next = startOn(home)
    await until(next, /^serving$/)
    expect(Number((await until(next, /^kept/)).slice(5))).toBeGreaterThan(last)
  })

  test('is taken over from a process that was killed', async () => {
    for (let round = 0; round < 3; round++) {
      const process = startOn(home)
      await until(process, /^kept/)
      await killed(process)
      expect(readdirSync(home)).toContain('setu.lock')
    }
    const unlock = await lockFolder(home)
    unlock()
    expect(readdirSync(home)).not.toContain('setu.lock')
  })

  test('goes to just one of many that come at once, dead lock or none', async () => {
    const dead = startOn(home)
    await until(dead, /^serving$/)
    await killed(dead)
    for (let round = 0; round < 20; round++) {
      const tried = await Promise.allSettled(Array.from({ length: 12 }, () => lockFolder(home)))
      const won = tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
      expect(won).toHaveLength(1)
      for (const one of tried) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(FolderInUse)
      won[0]?.()
    }
  })

  test('holds for a folder that lies too deep for the name of a socket', async () => {
    const deep = join(
      home,
      'a-rather-long-name-of-a-folder'.repeat(3),
      'and-another-one-inside-of-it'.repeat(3),
    )
    mkdirSync(deep, { recursive: true })
    const first = startOn(deep)
    await until(first, /^serving$/)
    await expect(lockFolder(deep)).rejects.toThrow(FolderInUse)
    await killed(first)
    const unlock = await lockFolder(deep)
    await expect(lockFolder(deep)).rejects.toThrow(FolderInUse)
    unlock()
  })
})
