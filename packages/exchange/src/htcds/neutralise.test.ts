import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../test/htcds-rows.ts'
import { runs } from '../../test/seed.ts'
import { mayBeRun, neutralise, restore } from './neutralise.ts'

const signs = [...'=+-@\t\r\n\0＝＋－＠']

test.each(signs)('a text that begins with %j gets an apostrophe', (sign) => {
  expect(neutralise(`${sign}SUM(A1)`)).toBe(`'${sign}SUM(A1)`)
})

test('spaces and apostrophes before a sign hide nothing', () => {
  expect([' =x', '\u00a0+x', "'=x", "''-x"].map(neutralise)).toEqual(["' =x", "'\u00a0+x", "''=x", "'''-x"])
})

test('a text that begins otherwise is left alone, whatever stands in it', () => {
  for (const text of ['', 'a=1', '1-2', 'রহিমা', "'tis", "O'Brien", '"=1"', '😀='])
    expect(neutralise(text)).toBe(text)
})

test('what was neutralised never begins with a sign, and comes back exactly', () => {
  const text = fc.oneof(anyText, fc.string({ unit: fc.constantFrom(...signs, "'", ' ', 'a') }))
  fc.assert(
    fc.property(text, (given) => {
      const written = neutralise(given)
      expect(restore(written)).toBe(given)
      expect(signs.some((sign) => written.startsWith(sign))).toBe(false)
      expect(mayBeRun(given)).toBe(written !== given)
    }),
    runs(2000),
  )
})
