import { addDays, parsePlainDate } from '@setu/vocabulary'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText } from '../../test/htcds-rows.ts'
import { runs } from '../../test/seed.ts'
import { columnLetters, parseAddress } from './cell.ts'
import { crc32 } from './crc32.ts'
import { dayOfSerial, showsDay } from './workbook-days.ts'
import { escapeWorkbookText } from './workbook-parts.ts'
import { readWholeXml, unescapeWorkbookText } from './xml.ts'

describe('a day number of a workbook', () => {
  test('counts from 1900 and believes in a day that never was', () => {
    expect([1, 59, 60, 61, 36_526, 45_678.75, 2_958_465].map((serial) => dayOfSerial(serial, false))).toEqual(
      ['1900-01-01', '1900-02-28', null, '1900-03-01', '2000-01-01', '2025-01-21', '9999-12-31'],
    )
    expect([0, -1, 2_958_466, Number.NaN].map((serial) => dayOfSerial(serial, false))).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  test('may count from 1904 instead, 1,462 lower for the same day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1462, max: 2_958_465 }), (serial) => {
        expect(dayOfSerial(serial - 1462, true)).toBe(dayOfSerial(serial, false))
      }),
      runs(500),
    )
    expect(dayOfSerial(0, true)).toBe('1904-01-01')
  })

  test('goes up by one a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 62, max: 73_050 }), (serial) => {
        const day = parsePlainDate(dayOfSerial(serial - 1, false) ?? '')
        expect(day === null ? null : addDays(day, 1)).toBe(dayOfSerial(serial, false))
      }),
      runs(500),
    )
  })

  test.each([
    ['dd/mm/yyyy', true],
    ['[$-409]d\\-mmm\\-yy;@', true],
    ['yyyy', true],
    ['mmmm', true],
    ['h:mm', false],
    ['mm:ss', false],
    ['0.00', false],
    ['#,##0 "days"', false],
    ['[Red]0', false],
    ['General', false],
    ['@', false],
  ])('is shown as a day by the format %s: %s', (format, day) => {
    expect(showsDay(164, format)).toBe(day)
  })

  test('is shown as a day by the formats every workbook has, times of day aside', () => {
    expect([0, 1, 14, 15, 20, 21, 22, 45, 49].map((id) => showsDay(id, undefined))).toEqual([
      false,
      false,
      true,
      true,
      false,
      false,
      true,
      false,
      false,
    ])
  })
})

test('a column is known by letters, and the letters by a column', () => {
  expect([0, 25, 26, 701, 702, 16_383].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD'])
  for (let column = 0; column < 2000; column += 1) {
    expect(parseAddress(`${columnLetters(column)}7`)).toEqual({ column, row: 7 })
  }
  expect(['', 'A', '1', 'A0', 'a1', 'ABCD1', 'A1:B2'].map(parseAddress)).toEqual(Array(7).fill(null))
})

test('the checksum is the one that ZIP archives carry', () => {
  const bytes = new TextEncoder().encode('123456789')
  expect(crc32(bytes)).toBe(0xcbf43926)
  expect(crc32(bytes.subarray(4), crc32(bytes.subarray(0, 4)))).toBe(0xcbf43926)
  expect(crc32(new Uint8Array(0))).toBe(0)
})

test('any text comes back from the XML of a workbook, in however many pieces it is read', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, fc.integer({ min: 1, max: 7 }), async (text, piece) => {
      const xml = new TextEncoder().encode(`<t>${escapeWorkbookText(text)}</t>`)
      async function* pieces() {
        for (let at = 0; at < xml.length; at += piece) yield xml.subarray(at, at + piece)
      }
      let read = ''
      await readWholeXml(pieces(), {
        open() {},
        close() {},
        text(part) {
          read += part
        },
      })
      expect(unescapeWorkbookText(read)).toBe(text)
    }),
    runs(500),
  )
})
