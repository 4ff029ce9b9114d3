import { expect, test } from 'vitest'
import { newestOfEach, nextVersion, sortedHolidays, vacationDays } from './calendar-version.ts'

test('a version is named after the day it was made', () => {
  expect(nextVersion('2026-01', '2027-03-12')).toBe('2027-03-12')
})

test('a second version of one day, and a third, have names of their own', () => {
  expect(nextVersion('2027-03-12', '2027-03-12')).toBe('2027-03-12.2')
  expect(nextVersion('2027-03-12.2', '2027-03-12')).toBe('2027-03-12.3')
})

test('holidays come in order', () => {
  expect(sortedHolidays([{ date: '2027-12-16' }, { date: '2027-02-21' }]).map(({ date }) => date)).toEqual([
    '2027-02-21',
    '2027-12-16',
  ])
})

test('of each calendar the version in force last is shown', () => {
  const version = (institution: string, validFrom: string) => ({ jurisdiction: 'BD', institution, validFrom })
  const calendars = [
    version('court', '2026-01-01'),
    version('executive', '2026-01-01'),
    version('executive', '2027-03-12'),
  ]
  expect(newestOfEach(calendars)).toEqual([
    version('court', '2026-01-01'),
    version('executive', '2027-03-12'),
  ])
})

test('a vacation of a court is every day of it, over the end of a year, and none when it ends before it begins', () => {
  const days = vacationDays({ date: '2026-12-30', en: 'Winter vacation' }, '2027-01-02')
  expect(days.map(({ date }) => date)).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02'])
  expect(vacationDays({ date: '2026-12-30' }, '2026-12-01')).toEqual([])
  expect(vacationDays({ date: '2026-12-30' }, '2099-01-01')).toHaveLength(92)
})
