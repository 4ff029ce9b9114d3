import { countries } from '@setu/vocabulary/places'
import fc from 'fast-check'
import { type FieldFacts, fieldFacts } from '../src/htcds/fields.ts'
import type { HtcdsRow, HtcdsValue } from '../src/htcds/row.ts'

const tricky = [
  '=1+1',
  '+880',
  '-',
  '@SUM(A1)',
  "'=x",
  "''",
  "'",
  '\tx',
  '\r\n',
  '\n',
  'a\rb',
  ' = x',
  '＝１',
  '"',
  '""',
  ';',
  ',',
  '_x000D_',
  '_x0041\r',
  '_x005F_',
  '<b>&amp;</b>',
  ']]>',
  'রহিমা খাতুন',
  'ক্ষুদ্র\u200dঋণ',
  '👩‍👧',
  '\ufeff',
  '\u00a0a\u00a0',
  ' ',
  'Title',
  'prs_Gender',
  'TRUE',
  '0012',
  '1e5',
  '\u0001',
  '\ufffe',
  'n/a',
]

/** Any text a cell may hold: Bangla, emoji, quotes, line breaks, signs a program might run. Never NUL. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...tricky),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.string({ maxLength: 20 }),
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => parts.join('').replaceAll('\0', ''))
  .filter((text) => text !== '')

const day = fc
  .tuple(
    fc.integer({ min: 1900, max: 2026 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([year, month, date, known]) =>
    [String(year), String(month).padStart(2, '0'), String(date).padStart(2, '0')].slice(0, known).join('-'),
  )

function coordinate(most: number): fc.Arbitrary<string> {
  return fc
    .tuple(fc.boolean(), fc.integer({ min: 0, max: most - 1 }), fc.integer({ min: 0, max: 999_999 }))
    .map(([west, whole, rest]) => {
      const decimals = String(rest).padStart(6, '0').replace(/0+$/, '')
      const size = decimals === '' ? String(whole) : `${whole}.${decimals}`
      return west && size !== '0' ? `-${size}` : size
    })
}

function codes(facts: FieldFacts): fc.Arbitrary<string> {
  if (facts.kind === 'country') return fc.constantFrom(...countries.map(({ alpha2 }) => alpha2))
  const known = facts.codes.map(({ code }) => code)
  const added = anyText.filter((text) => !text.includes(';'))
  return facts.openList ? fc.oneof(fc.constantFrom(...known), added) : fc.constantFrom(...known)
}

function valueOf(facts: FieldFacts): fc.Arbitrary<HtcdsValue> {
  if (facts.multiple) return fc.uniqueArray(codes(facts), { minLength: 1, maxLength: 4 })
  switch (facts.kind) {
    case 'day':
      return day
    case 'checkbox':
      return fc.constantFrom('true', 'false')
    case 'count':
      return fc.integer({ min: 0, max: Math.min(facts.most, 40) }).map(String)
    case 'longitude':
      return coordinate(180)
    case 'latitude':
      return coordinate(90)
    case 'country':
    case 'code':
      return codes(facts)
    case 'language':
      return fc.constantFrom('ben', 'rhg', 'hin', 'inc', 'und', 'mya')
    default:
      return anyText
  }
}

/** What one row may hold, any field of the standard and our own ids beside. */
export const anyRow: fc.Arbitrary<HtcdsRow> = fc.record({
  row: fc.constant(0),
  values: fc.record(Object.fromEntries(fieldFacts.map((facts) => [facts.name, valueOf(facts)])), {
    requiredKeys: [],
  }),
  ids: fc.record({ org: anyText, case: anyText, person: anyText }, { requiredKeys: [] }),
})
