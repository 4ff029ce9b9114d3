import { describe, expect, test } from 'vitest'
import { faultsIn, suppressionsIn } from './habits.mjs'

describe('a floor without clock or chance', () => {
  /** @type {[string, string][]} */
  const faults = [
    ['the time of day', 'export const now = Date.now()'],
    ['a date of today', 'export const today = new Date()'],
    ['a date in words of today', 'export const today = Date()'],
    ['a throw of dice', 'export const dice = Math.random()'],
    ['an id drawn by the machine', 'export const id = crypto.randomUUID()'],
    ['bytes drawn by the machine', 'crypto.getRandomValues(new Uint8Array(8))'],
    ['a stop watch', 'export const begun = performance.now()'],
    ['the network', "export const page = fetch('https://example.org')"],
    ['the environment', "export const home = process.env['HOME']"],
  ]
  test.each(faults)('does not use %s', (_, text) => {
    expect(faultsIn(`// প্রথম সারি\n${text}\n`, 'place.ts').impure).toEqual(['place.ts:2'])
  })

  test('may count days from a date it was given', () => {
    const text = 'export const later = (day: string) => new Date(Date.parse(day) + Date.UTC(1970, 0, 2))'
    expect(faultsIn(text, 'place.ts').impure).toEqual([])
  })
})

test('a claim about a type is counted, unless it is constant or made while parsing', () => {
  const count = (/** @type {string} */ text) => faultsIn(text, 'place.tsx').claims.length
  expect(count('export const one = value as Name')).toBe(1)
  expect(count('export const one = value as unknown as Name')).toBe(2)
  expect(count('export const two = [1, 2] as const')).toBe(0)
  expect(count('export function parseName(text: string) { return text as Name }')).toBe(0)
  expect(count('export const parseName = (text: string) => text as Name')).toBe(0)
  expect(count('export function nameOf(text: string) { return text as Name }')).toBe(1)
})

test('the door to a database is known by its dialect', () => {
  const text = "import { PostgresDialect, sql } from 'kysely'\nimport { PGliteDialect as P } from 'kysely'\n"
  expect(faultsIn(text, 'place.ts').dialect).toEqual(['place.ts:1', 'place.ts:2'])
})

test('a gate is switched off with a reason or not at all', () => {
  const [off, ignore] = ['oxlint-disable-next-line', '@ts-expect-error']
  expect(suppressionsIn(`one\n// ${off} no-console -- a person reads this\n`)).toEqual([
    { line: 2, reason: true },
  ])
  expect(suppressionsIn(`// ${off} no-console`)).toEqual([{ line: 1, reason: false }])
  expect(suppressionsIn(`// ${ignore}: the driver's types are older`)).toEqual([{ line: 1, reason: true }])
  expect(suppressionsIn(`const words = 'about ${off}'`)).toEqual([])
})
