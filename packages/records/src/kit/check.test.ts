import { defineCodes } from '@setu/vocabulary'
import { describe, expect, test } from 'vitest'
import { checkFor, storableText } from './check.ts'
import type { Field } from './field.ts'
import { defineRecord } from './record.ts'

const label = { en: 'Label', bn: 'লেবেল' }
const colours = defineCodes('test:colour', '1', [
  { code: 'red', en: 'Red', bn: 'লাল' },
  { code: 'green', en: 'Green', bn: 'সবুজ' },
])
const common = { reach: 'agency', label } as const

/** A field of each kind, with values at the edge of what it takes and beyond. */
const kinds: readonly (readonly [Field, taken: readonly unknown[], refused: readonly unknown[]])[] = [
  [
    { kind: 'text', most: 5, ...common },
    ['', '12345', 'a\tb', 'a\nb', 'a\rb', ' '],
    ['123456', 'a\u0000', '\u0008', '\u000b', '\u001f', '\u007f', '\ud800', 5],
  ],
  [
    { kind: 'phone', ...common },
    ['+8801700000000', '+12', '+123456789012345', '01700000000', '12', '999999999999999'],
    [
      '+0170000',
      '+1',
      '1',
      '+1234567890123456',
      '1234567890123456',
      '0170-000',
      ' 0170',
      'x0170',
      '0170x',
      '+12x',
      'x+12',
    ],
  ],
  [
    { kind: 'email', ...common },
    ['a@b.example', `${'a'.repeat(60)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.example`],
    [
      'a',
      `${'a'.repeat(60)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(10)}.example`,
    ],
  ],
  [{ kind: 'day', ...common }, ['2024-02-29'], ['2023-02-29', '2024-02', 'today']],
  [{ kind: 'partialDate', ...common }, ['2024', '2024-02', '2024-02-29'], ['2023-02-29', '24', '2024-13']],
  [
    { kind: 'moment', ...common },
    ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05+06:00'],
    ['2026-01-02T03:04:05', '2026-01-02', 0],
  ],
  [{ kind: 'number', least: 1, most: 3, ...common }, [1, 2, 3], [0, 4, 1.5, '2', Number.NaN]],
  [{ kind: 'number', least: 1, most: 3, decimals: true, ...common }, [1, 1.5, 3], [0.9, 3.1, '2']],
  [{ kind: 'yesNo', ...common }, [true, false], ['true', 0]],
  [{ kind: 'code', from: colours, ...common }, ['red', 'green'], ['blue', 'Red', '']],
  [
    { kind: 'codes', from: colours, ...common },
    [[], ['red'], ['green', 'red']],
    ['red', ['blue'], ['red', 'red']],
  ],
  [{ kind: 'language', ...common }, ['bn', 'rhg'], ['b', 'beng', 'BN', 'bn ', ' bn', 'bn-BD']],
  [{ kind: 'country', ...common }, ['BD'], ['B', 'BGD', 'bd', 'BD ', ' BD']],
  [
    { kind: 'countries', ...common },
    [[], ['BD', 'IN'], Array.from({ length: 20 }, (_, at) => `A${String.fromCharCode(65 + at)}`)],
    [['bd'], ['BD', 'BD'], Array.from({ length: 21 }, (_, at) => `A${String.fromCharCode(65 + at)}`)],
  ],
  [
    { kind: 'place', ...common },
    ['BD', 'BD4041', 'BD-13', 'BD0123456789AB'],
    ['B', 'bd4041', 'BD4041a', ' BD', 'BD ', 'BD0123456789ABC'],
  ],
  [
    { kind: 'link', to: 'organisation', ...common },
    ['3f2c8b1e-6a4d-4c7f-9b0a-2d5e8f1c7a64'],
    ['3f2c8b1e-6a4d-4c7f-9b0a-2d5e8f1c7a6', 'one'],
  ],
]

const sampleOf = (field: Field, name = 'sample') =>
  defineRecord({
    name,
    table: name,
    of: 'case',
    part: 'facts',
    many: false,
    label,
    list: [],
    sections: { all: { label, asks: ['value'] } },
    fields: { value: field },
  })

describe.each(kinds)('a field of the kind %o', (field, taken, refused) => {
  const check = checkFor(sampleOf(field))

  test('takes what it is for, to the last sign', () => {
    for (const value of taken)
      expect(check.safeParse({ value }), JSON.stringify(value)).toMatchObject({ success: true })
  })

  test('refuses everything beyond', () => {
    for (const value of refused)
      expect(check.safeParse({ value }), JSON.stringify(value)).toMatchObject({ success: false })
  })

  test('can be left empty, or left out, unless it is required', () => {
    expect(check.safeParse({ value: null }).success).toBe(true)
    expect(check.safeParse({}).success).toBe(true)
    const required = checkFor(sampleOf({ ...field, required: true }))
    expect(required.safeParse({ value: null }).success).toBe(false)
    expect(required.safeParse({}).success).toBe(false)
    expect(required.safeParse({ value: taken[0] }).success).toBe(true)
  })
})

describe('the check of a record', () => {
  test('is made once, and is described by its name and its label', () => {
    const record = sampleOf({ kind: 'yesNo', ...common })
    const check = checkFor(record)
    expect(checkFor(record)).toBe(check)
    expect(check.meta()).toMatchObject({ id: 'record.sample', title: 'Label' })
  })

  test('says what is wrong with a value in a word that a screen can translate', () => {
    const wordFor = (field: Field, value: unknown) =>
      checkFor(sampleOf(field)).safeParse({ value }).error?.issues[0]?.message
    expect(wordFor({ kind: 'text', most: 9, ...common }, '\ud800')).toBe('lone-surrogate')
    expect(wordFor({ kind: 'text', most: 9, ...common }, '\u0000')).toBe('control-character')
    expect(wordFor({ kind: 'link', to: 'organisation', ...common }, 'x')).toBe('not-an-id')
    expect(wordFor({ kind: 'day', ...common }, 'x')).toBe('not-a-day')
    expect(wordFor({ kind: 'partialDate', ...common }, 'x')).toBe('not-a-date')
    expect(wordFor({ kind: 'codes', from: colours, ...common }, ['red', 'red'])).toBe('twice')
    expect(wordFor({ kind: 'countries', ...common }, ['BD', 'BD'])).toBe('twice')
  })

  test('takes text of any script as it is', () => {
    expect(storableText(40).parse('রহিমা খাতুন 🌾')).toBe('রহিমা খাতুন 🌾')
  })
})
