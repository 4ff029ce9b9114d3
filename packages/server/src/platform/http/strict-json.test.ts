import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../../../test/seed.ts'
import { Problem } from '../problem.ts'
import { readJson } from './strict-json.ts'

function problemOf(bytes: Uint8Array): string {
  try {
    readJson(bytes)
    return 'none'
  } catch (error) {
    expect(error).toBeInstanceOf(Problem)
    const { code, details } = error as Problem
    expect(code).toBe('body-unreadable')
    return details.fields?.[0]?.problem ?? ''
  }
}

const text = (json: string): Uint8Array => Buffer.from(json, 'utf8')

describe('the reader of bodies', () => {
  test('reads what JSON can say, and reads it as the engine does', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (json) => {
        const value: unknown = JSON.parse(json)
        if (/"(__proto__|constructor|prototype)"/.test(json)) return
        expect(readJson(text(json))).toEqual(value)
      }),
      runs(400),
    )
  })

  test('never fails with anything but a refusal, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(problemOf(bytes)).toMatch(/^(none|not-utf-8|not-json|forbidden-key|key-twice)$/)
      }),
      runs(400),
    )
  })

  test.each([
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0xc0, 0xaf, 0x22]), 'not-utf-8'],
    ['half a character', Buffer.from([0x22, 0xe0, 0xa6, 0x22]), 'not-utf-8'],
    ['a byte-order mark', Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d]), 'not-json'],
    ['nothing', Buffer.alloc(0), 'not-json'],
    ['two values', text('{} {}'), 'not-json'],
    ['an open end', text('{"a":'), 'not-json'],
    ['a comment', text('{"a":1 /* why */}'), 'not-json'],
    ['__proto__', text('{"__proto__":{"admin":true}}'), 'forbidden-key'],
    ['__proto__ in other letters', text('{"a":[{"\\u005f_proto__":1}]}'), 'forbidden-key'],
    ['constructor', text('{"a":{"constructor":{"prototype":{}}}}'), 'forbidden-key'],
    ['a key said twice', text('{"a":1,"b":2,"a":3}'), 'key-twice'],
    ['a key said twice in other letters', text('{"a":1,"\\u0061":3}'), 'key-twice'],
    ['a key said twice, deep inside', text('[[{"b":{"a":{},"a":{}}}]]'), 'key-twice'],
  ])('refuses %s', (_what, bytes, problem) => {
    expect(problemOf(bytes)).toBe(problem)
  })

  test('takes 32 levels and no more', () => {
    const nested = (levels: number) => text('['.repeat(levels) + ']'.repeat(levels))
    expect(problemOf(nested(33))).toBe('none')
    expect(problemOf(nested(34))).toBe('too-deep')
    expect(problemOf(nested(120_000))).toMatch(/^(too-deep|not-json)$/)
    expect(problemOf(text(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`))).toBe('too-deep')
  })

  test('takes 5000 keys and no more, unless more were agreed on', () => {
    const keys = (count: number) =>
      text(JSON.stringify(Array.from({ length: count }, (_, at) => ({ [`k${at}`]: at }))))
    expect(problemOf(keys(5000))).toBe('none')
    expect(problemOf(keys(5001))).toBe('too-many-keys')
    expect(() => readJson(keys(5001), 6000)).not.toThrow(Problem)
  })
})
