import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withLock } from './lock.mjs'
import { birthOf } from './processes.mjs'

let folder = ''
let lock = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'setu lock '))
  lock = path.join(folder, 'setup.lock')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('two set-ups of one folder work one after the other', async () => {
  let inside = 0
  let most = 0
  const work = async () => {
    inside += 1
    most = Math.max(most, inside)
    await new Promise((resolve) => setTimeout(resolve, 50))
    inside -= 1
  }
  await Promise.all([withLock(lock, work), withLock(lock, work), withLock(lock, work)])
  expect(most).toBe(1)
  expect(existsSync(lock)).toBe(false)
})

test('the lock of a process that ended is taken over, even when its number lives again', async () => {
  writeFileSync(lock, JSON.stringify([{ pid: process.pid, born: 'another time' }]))
  expect(await withLock(lock, () => Promise.resolve('done'))).toBe('done')
})

test('a lock nobody can read is taken over', async () => {
  writeFileSync(lock, '[{"pid"')
  expect(await withLock(lock, () => Promise.resolve('done'))).toBe('done')
})

test('an installer that outlives its set-up is waited for', async () => {
  const installer = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'])
  const pid = installer.pid ?? 0
  writeFileSync(lock, JSON.stringify([{ pid, born: birthOf(pid) }]))

  let begun = false
  const waiting = withLock(lock, () => {
    begun = true
    return Promise.resolve()
  })
  await new Promise((resolve) => setTimeout(resolve, 700))
  expect(begun).toBe(false)

  installer.kill('SIGKILL')
  await once(installer, 'exit')
  await waiting
  expect(begun).toBe(true)
})

test('the lock names the installers that run under it', async () => {
  await withLock(lock, (watch) => {
    watch(process.ppid)
    expect(JSON.parse(readFileSync(lock, 'utf8'))).toHaveLength(2)
    return Promise.resolve()
  })
})

test('a set-up that fails gives its lock back', async () => {
  await expect(withLock(lock, () => Promise.reject(new Error('no network')))).rejects.toThrow('no network')
  expect(existsSync(lock)).toBe(false)
})
