import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { nodeKeyOfFile, parseKeyFile } from './key-file.ts'
import { type NodeKey, nodeKeyFrom } from './node-key.ts'

let home: string
let data: string

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'setu-key-'))
  data = join(home, 'data')
  mkdirSync(data)
})

afterEach(() => rmSync(home, { recursive: true, force: true }))

function keyOf(file: string, make = true): NodeKey {
  const key = nodeKeyOfFile(file, data, make)
  if (typeof key === 'string') throw new Error(key)
  return key
}

describe('the node key’s file', () => {
  test('is made once, for its owner alone, and is the same key ever after', () => {
    const file = join(home, 'keys', 'node.key')
    const first = keyOf(file)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(join(home, 'keys')).mode & 0o777).toBe(0o700)
    expect(readdirSync(join(home, 'keys'))).toEqual(['node.key'])
    expect(keyOf(file).id).toBe(first.id)
    expect(keyOf(file, false).unwrap(first.wrap(Buffer.from('secret'), 'here'), 'here')).toEqual(
      Buffer.from('secret'),
    )
  })

  test('is not made for a database that has a key already', () => {
    expect(nodeKeyOfFile(join(home, 'keys', 'node.key'), data, false)).toBe('missing')
    expect(readdirSync(home)).toEqual(['data'])
  })

  test('must not lie in the data folder, by its own name or by a link', () => {
    expect(nodeKeyOfFile(join(data, 'node.key'), data, true)).toBe('inside-data')
    expect(nodeKeyOfFile(join(data, 'deep', 'node.key'), data, true)).toBe('inside-data')
    expect(nodeKeyOfFile(join(data, '..node.key'), data, true)).toBe('inside-data')
    symlinkSync(data, join(home, 'elsewhere'))
    expect(nodeKeyOfFile(join(home, 'elsewhere', 'node.key'), data, true)).toBe('inside-data')
    writeFileSync(join(data, 'hidden.key'), readFileSync(keyFile()), { mode: 0o600 })
    symlinkSync(join(data, 'hidden.key'), join(home, 'linked.key'))
    expect(nodeKeyOfFile(join(home, 'linked.key'), data, true)).toBe('inside-data')
  })

  test('may lie beside the data folder under a name that begins like it', () => {
    expect(typeof nodeKeyOfFile(join(home, 'data-keys', 'node.key'), data, true)).toBe('object')
  })

  test.each([0o640, 0o604, 0o660])('is refused when others may read it (%o)', (mode) => {
    const file = keyFile()
    chmodSync(file, mode)
    expect(nodeKeyOfFile(file, data, true)).toBe('open-to-others')
  })

  test('holds a second key that opens and does not wrap yet, and is read again when it changes', () => {
    const file = keyFile()
    const running = keyOf(file)
    const [one] = parseKeyFile(readFileSync(file, 'utf8'))?.secrets ?? []
    const two = Buffer.alloc(32, 2)
    if (one === undefined) throw new TypeError('no key')
    const lines = (...secrets: readonly Buffer[]) =>
      writeFileSync(file, secrets.map((secret) => `${secret.toString('base64')}\n`).join(''))
    lines(one, two)
    expect([running.id, running.ids.length]).toEqual([nodeKeyFrom(one).id, 2])
    expect(running.unwrap(nodeKeyFrom(two).wrap(Buffer.from('s'), 'p'), 'p')).toEqual(Buffer.from('s'))
    lines(two)
    expect(running.id).toBe(nodeKeyFrom(two).id)
    expect(running.unwrap(nodeKeyFrom(one).wrap(Buffer.from('s'), 'p'), 'p')).toEqual(Buffer.from('s'))
    writeFileSync(file, 'not a key')
    expect(running.still().id).toBe(nodeKeyFrom(two).id)
    rmSync(file)
    expect(running.still().id).toBe(nodeKeyFrom(two).id)
  })

  test.each(['', 'short', 'A'.repeat(44), 'not a key at all, and never was one, ok='])(
    'is refused when it holds no key: %j',
    (text) => {
      const file = join(home, 'node.key')
      writeFileSync(file, text, { mode: 0o600 })
      expect(nodeKeyOfFile(file, data, true)).toBe('not-a-key')
    },
  )

  function keyFile(): string {
    const file = join(home, 'keys', 'node.key')
    keyOf(file)
    return file
  }
})

describe('a node key', () => {
  const key = nodeKeyFrom(new Uint8Array(32).fill(7))

  test('opens what it wrapped, in its place only, and only as it was', () => {
    const wrapped = Buffer.from(key.wrap(Buffer.from('secret'), 'unit|a'))
    expect(key.unwrap(wrapped, 'unit|a')).toEqual(Buffer.from('secret'))
    expect(() => key.unwrap(wrapped, 'unit|b')).toThrow(Error)
    for (let at = 0; at < wrapped.length; at++) {
      const bent = Buffer.from(wrapped)
      bent.writeUInt8(bent.readUInt8(at) ^ 1, at)
      expect(() => key.unwrap(bent, 'unit|a')).toThrow(Error)
    }
  })

  test('opens nothing of another key, and its name does not tell it', () => {
    const other = nodeKeyFrom(new Uint8Array(32).fill(8))
    expect(() => other.unwrap(key.wrap(Buffer.from('secret'), 'unit|a'), 'unit|a')).toThrow(Error)
    expect([key.ids, other.ids]).toEqual([[key.id], [other.id]])
    expect(other.id).not.toBe(key.id)
    expect(key.id).not.toContain('0707')
  })

  test('has 32 bytes', () => {
    expect(() => nodeKeyFrom(new Uint8Array(31))).toThrow(RangeError)
  })
})
