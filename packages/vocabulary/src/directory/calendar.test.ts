import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, plainDate } from '../plain-date.ts'
import { addWorkingDays, type Calendar, isWorkingDay, lastDayOf, workingDaysBetween } from './calendar.ts'
import { seedCalendars } from './calendars-table.ts'

const bare: Calendar = {
  jurisdiction: 'BD',
  institution: 'executive',
  version: 'test',
  weekend: [5, 6],
  holidays: [],
}
const victoryDay = { date: plainDate('2026-12-16'), en: 'Victory Day', bn: 'বিজয় দিবস' }
const december: Calendar = { ...bare, holidays: [victoryDay] }
const sunday = plainDate('2026-01-04')

describe('working days', () => {
  test.each([
    [10, 14],
    [30, 42],
    [90, 126],
    [180, 252],
  ])('%i working days are %i days where only Friday and Saturday are free', (working, calendar) => {
    expect(daysBetween(sunday, addWorkingDays(bare, sunday, working))).toBe(calendar)
  })

  test('the day one counts from is not counted', () => {
    expect(addWorkingDays(bare, sunday, 1)).toBe('2026-01-05')
    expect(addWorkingDays(bare, sunday, 0)).toBe(sunday)
  })

  test('the weekend is stepped over', () => {
    expect(addWorkingDays(bare, plainDate('2026-01-08'), 1)).toBe('2026-01-11')
    expect(addWorkingDays(bare, plainDate('2026-01-09'), 1)).toBe('2026-01-11')
  })

  test('a holiday lengthens a time limit by a day', () => {
    const monday = plainDate('2026-12-14')
    expect(addWorkingDays(bare, monday, 2)).toBe('2026-12-16')
    expect(addWorkingDays(december, monday, 2)).toBe('2026-12-17')
    expect(isWorkingDay(december, victoryDay.date)).toBe(false)
  })

  test('three working days before a time limit ends are counted back', () => {
    expect(addWorkingDays(december, plainDate('2026-12-20'), -3)).toBe('2026-12-14')
  })

  test('counting undoes adding, forwards and backwards', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: -200, max: 200 }), (start, days) => {
        const from = addDays(sunday, start)
        const to = addWorkingDays(december, from, days)
        expect(workingDaysBetween(december, from, to)).toBe(days)
        if (days !== 0) expect(isWorkingDay(december, to)).toBe(true)
      }),
    )
  })

  test('a calendar that never works is refused, not waited for', () => {
    expect(() => addWorkingDays({ ...bare, weekend: [0, 1, 2, 3, 4, 5, 6] }, sunday, 1)).toThrow(RangeError)
  })

  test('a time allowed in days ends on a day of its own kind', () => {
    expect(lastDayOf({ amount: 7, unit: 'calendarDays' }, sunday, bare)).toBe('2026-01-11')
    expect(lastDayOf({ amount: 7, unit: 'workingDays' }, sunday, bare)).toBe('2026-01-13')
    expect(lastDayOf({ amount: 1, unit: 'calendarMonths' }, plainDate('2026-01-31'), bare)).toBe('2026-02-28')
  })
})

describe('the calendars Setu begins with', () => {
  const ofBangladesh = seedCalendars.filter(({ jurisdiction }) => jurisdiction === 'BD')

  test('are one for each country and sort of institution', () => {
    const keys = seedCalendars.map(({ jurisdiction, institution }) => `${jurisdiction} ${institution}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(ofBangladesh.map(({ institution }) => institution)).toEqual(['executive', 'court'])
  })

  test.each(ofBangladesh)(
    'give the $institution of Bangladesh its weekend and its fixed holidays',
    (calendar) => {
      expect(calendar.weekend).toEqual([5, 6])
      for (const year of [2025, 2026, 2027]) {
        for (const day of ['02-21', '03-26', '04-14', '05-01', '12-16', '12-25']) {
          const holiday = calendar.holidays.find(({ date }) => date === `${year}-${day}`)
          expect(holiday).toBeDefined()
          expect(holiday?.provisional).toBeUndefined()
        }
      }
    },
  )

  test.each(ofBangladesh)('mark the moon’s days of the $institution as not yet certain', ({ holidays }) => {
    const eids = holidays.filter(({ en }) => en.startsWith('Eid-ul'))
    expect(eids.length).toBeGreaterThanOrEqual(9)
    expect(eids.every(({ provisional }) => provisional)).toBe(true)
  })

  test.each(ofBangladesh)(
    'name each holiday of the $institution in both languages, in order',
    ({ holidays }) => {
      expect(holidays.map(({ date }) => date)).toEqual(holidays.map(({ date }) => date).toSorted())
      expect(new Set(holidays.map(({ date, en }) => date + en)).size).toBe(holidays.length)
      for (const { bn } of holidays) expect(bn).toMatch(/^[\p{Script=Bengali} ]+$/u)
    },
  )
})
