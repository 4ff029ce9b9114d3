import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type KeyFile,
  keyFileText,
  keysOf,
  keysOfFile,
  marksOn,
  nodeKeyOfFile,
  openKeyFile,
  parseKeyFile,
} from './key-file.ts'
import { lastingMarks, markKeyOf, nodeKeyFrom, ringOf } from './node-key.ts'

const [one, two, three] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2), Buffer.alloc(32, 3)]
const line = (secret: Buffer): string => `${secret.toString('base64')}\n`

describe('the lines of a key file', () => {
  test('are its keys, the one that wraps first, and what its marks began with', () => {
    const text = `${line(one)}\n  ${line(two)}mark known device ${line(three)}mark passkey user ${line(two)}\r\n`
    expect(parseKeyFile(text)).toEqual({
      secrets: [one, two],
      marks: { 'known device': three, 'passkey user': two },
    })
  })

  test('are written as they are read', () => {
    const file: KeyFile = { secrets: [one, two], marks: { 'passkey user': three, 'known device': two } }
    const text = keyFileText(file)
    expect(text).toBe(
      `${line(one)}${line(two)}mark known device ${line(two)}mark passkey user ${line(three)}`,
    )
    expect(parseKeyFile(text)).toEqual(file)
    expect(keyFileText({ secrets: [one], marks: {} })).toBe(line(one))
  })

  test.each([
    ['nothing', ''],
    ['marks alone', `mark known device ${line(one)}`],
    ['a mark of another kind', `${line(one)}mark other ${line(two)}`],
    ['a mark with something before it', `${line(one)}a mark known device ${line(two)}`],
    ['a mark with something behind it', `${line(one)}mark known device ${line(two).trim()}=\n`],
    ['a key with something before it', `x${line(one)}`],
    ['a key with something behind it', `${line(one).trim()}x\n`],
    ['one line that is no key', `${line(one)}no key\n`],
  ])('are none with %s', (_, text) => expect(parseKeyFile(text)).toBeNull())
})

describe('marks under a key that is put before another', () => {
  test('go on as they began', () => {
    expect(lastingMarks).toEqual(['known device', 'passkey user', 'accused'])
    expect(marksOn({ secrets: [one], marks: { 'known device': three } })).toEqual({
      'known device': three,
      'passkey user': markKeyOf(one, 'passkey user'),
      accused: markKeyOf(one, 'accused'),
    })
    const [first] = keysOf({ secrets: [two], marks: marksOn({ secrets: [one], marks: {} }) })
    expect(first?.mark('a text', 'known device')).toEqual(nodeKeyFrom(one).mark('a text', 'known device'))
    expect(first?.mark('a text', 'other')).toEqual(nodeKeyFrom(two).mark('a text', 'other'))
  })
})

describe('several node keys as one', () => {
  const [first, second, third] = [one, two, three].map((secret) => nodeKeyFrom(secret))
  if (!first || !second || !third) throw new TypeError('no keys')

  test('wrap and mark with the first, and each opens its own, whatever stands before it', () => {
    const ring = ringOf(first, [second, first, third])
    expect([ring.id, ring.ids]).toEqual([first.id, [first.id, second.id, third.id]])
    expect(ring.still()).toBe(ring)
    expect(first.still()).toBe(first)
    expect(first.ids).toEqual([first.id])
    for (const key of [first, second, third])
      expect(Buffer.from(ring.unwrap(key.wrap(Buffer.from('s'), 'p'), 'p')).toString()).toBe('s')
    expect(Buffer.from(first.unwrap(ring.wrap(Buffer.from('s'), 'p'), 'p')).toString()).toBe('s')
    expect(ring.mark('a', 'p')).toEqual(first.mark('a', 'p'))
    const stranger = nodeKeyFrom(Buffer.alloc(32, 9))
    expect(() => ring.unwrap(stranger.wrap(Buffer.from('s'), 'p'), 'p')).toThrow(Error)
    expect(() => nodeKeyFrom(Buffer.alloc(33))).toThrow('a node key has 32 bytes')
  })
})

describe('a key file', () => {
  let home: string
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'setu-key-file-'))
  })
  afterEach(() => rmSync(home, { recursive: true, force: true }))

  test('is read beside a data folder that is not there yet, and never from inside it', () => {
    const [file, data] = [join(home, 'node.key'), join(home, 'data')]
    expect(keysOfFile(file, data)).toBe('missing')
    expect(openKeyFile(file, data, true)).toMatchObject({ path: file })
    const keys = keysOfFile(file, data)
    expect(keys).toHaveLength(1)
    expect(parseKeyFile(readFileSync(file, 'utf8'))?.secrets[0]).toHaveLength(32)
    expect(openKeyFile(join(data, 'node.key'), data, true)).toBe('inside-data')
    expect(openKeyFile(data, data, true), 'nor is the folder itself a key').toBe('inside-data')
    writeFileSync(file, 'no key')
    expect(keysOfFile(file, data)).toBe('not-a-key')
  })

  test('may lie above the data folder, or beside it under a name of dots', () => {
    const data = join(home, 'deep', 'data')
    mkdirSync(data, { recursive: true })
    expect(typeof openKeyFile(join(home, 'node.key'), data, true)).toBe('object')
    expect(typeof openKeyFile(join(home, 'deep', '..keys', 'node.key'), data, true)).toBe('object')
  })

  test('that is exchanged while the node runs is taken up, and what stood there before still opens', () => {
    const [file, data] = [join(home, 'node.key'), join(home, 'data')]
    const key = nodeKeyOfFile(file, data, true)
    if (typeof key === 'string') throw new TypeError(key)
    writeFileSync(file, line(one))
    const wrapped = key.wrap(Buffer.from('s'), 'p')
    const mark = nodeKeyFrom(one).mark('a', 'known device')
    expect(key.mark('a', 'known device')).toEqual(mark)
    expect(key.ids[0]).toBe(nodeKeyFrom(one).id)
    writeFileSync(
      file,
      `${line(two)}mark known device ${markKeyOf(one, 'known device').toString('base64')}\n`,
    )
    expect(key.id).toBe(nodeKeyFrom(two).id)
    expect(key.ids).toContain(nodeKeyFrom(one).id)
    expect(Buffer.from(key.unwrap(wrapped, 'p')).toString()).toBe('s')
    expect(key.mark('a', 'known device')).toEqual(mark)
    // As long as the one before, in the same place, and a moment later than any clock of files has ticked.
    writeFileSync(file, line(one))
    utimesSync(file, 1_900_000_000, 1_900_000_000)
    expect(key.id).toBe(nodeKeyFrom(one).id)
    writeFileSync(file, line(two))
    utimesSync(file, 1_900_000_000, 1_900_000_000.001)
    expect(key.id).toBe(nodeKeyFrom(two).id)
    // A file without a key in it is somebody's slip: the keys that were there go on.
    writeFileSync(file, '\n')
    expect(key.id).toBe(nodeKeyFrom(two).id)
    expect(Buffer.from(key.unwrap(wrapped, 'p')).toString()).toBe('s')
  })
})
