import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  comparePlainDates,
  daysBetween,
  parsePlainDate,
  plainDate,
  weekdayOf,
} from './plain-date.ts'

describe('a plain date', () => {
  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '0000-01-01', '2026-01-01T00:00:00Z', ''])(
    'is not %j',
    (text) => expect(parsePlainDate(text)).toBeNull(),
  )

  test.each(['2024-02-29', '1971-12-16', '0001-01-01', '9999-12-31'])('is %s', (text) =>
    expect(parsePlainDate(text)).toBe(text),
  )

  test('falls on the weekday people remember', () => {
    expect(weekdayOf(plainDate('1971-12-16'))).toBe(4)
    expect(weekdayOf(plainDate('2026-01-04'))).toBe(0)
  })

  test('moves by days and back', () => {
    expect(addDays(plainDate('2024-02-28'), 1)).toBe('2024-02-29')
    expect(addDays(plainDate('2026-01-01'), -1)).toBe('2025-12-31')
    fc.assert(
      fc.property(fc.integer({ min: -300_000, max: 300_000 }), (days) => {
        const from = plainDate('2026-01-01')
        expect(daysBetween(from, addDays(from, days))).toBe(days)
      }),
    )
  })

  test('moves by months, to the last day where a month is shorter', () => {
    expect(addMonths(plainDate('2026-01-31'), 1)).toBe('2026-02-28')
    expect(addMonths(plainDate('2026-11-30'), 3)).toBe('2027-02-28')
    expect(addMonths(plainDate('2026-03-15'), -3)).toBe('2025-12-15')
  })

  test('stands in order', () => {
    const days = ['2026-03-01', '2025-12-31', '2026-02-28'].map(plainDate)
    expect(days.toSorted(comparePlainDates)).toEqual(['2025-12-31', '2026-02-28', '2026-03-01'])
    expect(comparePlainDates(plainDate('2026-03-01'), plainDate('2026-03-01'))).toBe(0)
  })
})
