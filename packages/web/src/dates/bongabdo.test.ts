import { addDays, type PlainDate, parsePlainDate } from '@setu/vocabulary'
import { expect, test } from 'vitest'
import { type BanglaDay, banglaDay } from './bongabdo.ts'

function day(text: string): PlainDate {
  const date = parsePlainDate(text)
  if (date === null) throw new TypeError(text)
  return date
}

test.each<[string, BanglaDay]>([
  ['2026-04-14', { year: 1433, month: 1, day: 1 }],
  ['2026-04-13', { year: 1432, month: 12, day: 30 }],
  ['2026-02-21', { year: 1432, month: 11, day: 8 }],
  ['2026-03-26', { year: 1432, month: 12, day: 12 }],
  ['2026-12-16', { year: 1433, month: 9, day: 1 }],
  ['2024-02-21', { year: 1430, month: 11, day: 8 }],
  ['2024-02-29', { year: 1430, month: 11, day: 16 }],
  ['2024-03-26', { year: 1430, month: 12, day: 12 }],
])('national days fall on their Bangla dates: %s', (gregorian, bangla) => {
  expect(banglaDay(day(gregorian))).toEqual(bangla)
})

test('before 1426 the Language Day was 9 Falgun', () => {
  expect(banglaDay(day('2015-02-21'))).toEqual({ year: 1421, month: 11, day: 9 })
  expect(banglaDay(day('1971-03-26'))).toEqual({ year: 1377, month: 12, day: 12 })
})

test('no day is skipped or counted twice over forty years', () => {
  let before = banglaDay(day('2000-04-14'))
  for (let ahead = 1; ahead < 40 * 365; ahead++) {
    const next = banglaDay(addDays(day('2000-04-14'), ahead))
    const follows =
      (next.month === before.month && next.day === before.day + 1) ||
      (next.day === 1 && next.month === (before.month % 12) + 1 && before.day >= 29)
    expect(follows, `${JSON.stringify(before)} then ${JSON.stringify(next)}`).toBe(true)
    before = next
  }
})
