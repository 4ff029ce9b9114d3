import { describe, expect, expectTypeOf, test } from 'vitest'
import { type CodeList, type CodeOf, codesOf, defineCodes, isCode, labelOf, offered } from './codes.ts'
import * as vocabulary from './index.ts'

function isList(value: unknown): value is CodeList {
  return typeof value === 'object' && value !== null && 'entries' in value && 'scheme' in value
}

const lists = Object.entries<unknown>({ ...vocabulary }).filter((pair): pair is [string, CodeList] =>
  isList(pair[1]),
)

describe('every code list', () => {
  test('is found here', () => {
    expect(lists.length).toBeGreaterThanOrEqual(15)
    expect(new Set(lists.map(([, { scheme }]) => scheme)).size).toBe(lists.length)
  })

  test.each(lists)(
    '%s says each code once, in signs that every form and file can carry',
    (_, { entries }) => {
      const codes = entries.map(({ code }) => code)
      expect(new Set(codes).size).toBe(codes.length)
      for (const code of codes) expect(code).toMatch(/^[A-Za-z0-9_+-]+$/)
    },
  )

  test.each(lists)('%s has English words, and Bangla in Bangla script', (_, { entries }) => {
    for (const { en, bn } of entries) {
      expect(en.trim()).not.toBe('')
      expect(en).not.toMatch(/\p{Script=Bengali}/u)
      expect(bn).toMatch(/\p{Script=Bengali}/u)
      expect(bn).not.toMatch(/[A-Za-z]/)
      expect(bn).toBe(bn.normalize('NFC'))
      expect(bn).not.toContain('ভিকটিম')
    }
  })

  test.each(lists)('%s shows no two codes under one label', (_, { entries }) => {
    expect(new Set(entries.map(({ en }) => en)).size).toBe(entries.length)
    expect(new Set(entries.map(({ bn }) => bn)).size).toBe(entries.length)
  })
})

describe('a code list', () => {
  const fruits = defineCodes('test:fruit', '1', [
    { code: 'mango', en: 'Mango', bn: 'আম' },
    { code: 'date', en: 'Date', bn: 'খেজুর', retired: true },
  ])

  test('knows its codes as a type', () => {
    expectTypeOf<CodeOf<typeof fruits>>().toEqualTypeOf<'mango' | 'date'>()
    expect(codesOf(fruits)).toEqual(['mango', 'date'])
  })

  test('keeps a retired code readable and offers it no more', () => {
    expect(labelOf(fruits, 'date', 'bn')).toBe('খেজুর')
    expect(offered(fruits).map(({ code }) => code)).toEqual(['mango'])
  })

  test('knows its own codes from others', () => {
    expect(isCode(fruits, 'mango')).toBe(true)
    expect(isCode(fruits, 'Mango')).toBe(false)
    expect(isCode(fruits, undefined)).toBe(false)
  })

  test('refuses to be empty, or to say a code twice', () => {
    expect(() => defineCodes('test:none', '1', [])).toThrow('no codes')
    const twice = { code: 'mango', en: 'Mango', bn: 'আম' }
    expect(() => defineCodes('test:twice', '1', [twice, twice])).toThrow('twice')
  })
})
