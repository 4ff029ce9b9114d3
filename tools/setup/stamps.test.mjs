import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashOf, stampOf } from './stamps.mjs'

let root = ''
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'setu stamps '))
  mkdirSync(path.join(root, 'source/deep'), { recursive: true })
  writeFileSync(path.join(root, 'source/one.ts'), 'one')
  writeFileSync(path.join(root, 'source/deep/two.ts'), 'two')
})
afterEach(() => rmSync(root, { recursive: true }))

describe('the hash of a folder', () => {
  test('stays when a file is written again with the same words', () => {
    const before = hashOf(root, ['source'])
    writeFileSync(path.join(root, 'source/one.ts'), 'one')
    expect(hashOf(root, ['source'])).toBe(before)
  })

  test('changes with a word, a name, and a file that goes', () => {
    const hashes = new Set([hashOf(root, ['source'])])
    writeFileSync(path.join(root, 'source/one.ts'), 'One')
    hashes.add(hashOf(root, ['source']))
    writeFileSync(path.join(root, 'source/three.ts'), '')
    hashes.add(hashOf(root, ['source']))
    rmSync(path.join(root, 'source/deep'), { recursive: true })
    hashes.add(hashOf(root, ['source']))
    expect(hashes.size).toBe(4)
  })

  test('does not see what is left out, and takes a missing file for missing', () => {
    const without = (/** @type {string} */ file) => file.endsWith('/deep')
    const before = hashOf(root, ['source', 'gone'], without)
    writeFileSync(path.join(root, 'source/deep/two.ts'), 'other')
    expect(hashOf(root, ['source', 'gone'], without)).toBe(before)
  })
})

test('a stamp knows the hash it was given and no other', () => {
  const stamp = stampOf(root, 'web-app')
  expect(stamp.says('a')).toBe(false)
  stamp.write('a')
  expect(stamp.says('a')).toBe(true)
  expect(stampOf(root, 'web-app').says('b')).toBe(false)
})
