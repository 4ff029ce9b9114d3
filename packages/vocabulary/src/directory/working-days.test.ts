import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PlainDate, parsePlainDate, plainDate, type Weekday } from '../plain-date.ts'
import {
  addWorkingDays,
  type Calendar,
  calendarGaps,
  type Holiday,
  isSettled,
  isWorkingDay,
  workingDaysBetween,
} from './calendar.ts'
import { seedCalendars } from './calendars-table.ts'

const seed = Number(process.env['SETU_SEED'] ?? 20_261_123)

/** Counts as a clerk does with a wall calendar: one square after another, crossing out what is closed. */
function onTheWall(calendar: Calendar, from: string, limit: number): string {
  const notes = Map.groupBy(calendar.holidays, ({ date }): string => date)
  const square = new Date(`${from}T12:00:00Z`)
  let left = Math.abs(limit)
  while (left > 0) {
    square.setUTCDate(square.getUTCDate() + Math.sign(limit))
    const day = square.toISOString().slice(0, 10)
    const noted = notes.get(day) ?? []
    const crossedOut =
      calendar.weekend.some((weekday) => weekday === square.getUTCDay()) ||
      noted.some((note) => note.worked !== true)
    if (noted.some((note) => note.worked === true) || !crossedOut) left -= 1
  }
  return square.toISOString().slice(0, 10)
}

const day = fc
  .integer({ min: 0, max: 2900 })
  .map((count) => plainDate(new Date(Date.UTC(2022, 0, 1 + count)).toISOString().slice(0, 10)))
const invented: fc.Arbitrary<Calendar> = fc
  .record({
    jurisdiction: fc.constant('BD'),
    institution: fc.constantFrom('executive' as const, 'court' as const),
    version: fc.constant('invented'),
    weekend: fc.subarray<Weekday>([0, 1, 2, 3, 4, 5, 6], { maxLength: 3 }),
    holidays: fc.uniqueArray(
      fc.record({ date: day, kind: fc.constantFrom('closed', 'closed', 'closed', 'worked') }),
      { maxLength: 60, selector: ({ date }) => date },
    ),
  })
  .map(({ holidays, ...calendar }) => ({
    ...calendar,
    holidays: holidays.map(
      ({ date, kind }): Holiday => ({
        date,
        en: 'x',
        bn: 'x',
        ...(kind === 'worked' ? { worked: true } : {}),
      }),
    ),
  }))

test('ten thousand limits, from any day by any calendar, end on the day a clerk would count on the wall', () => {
  fc.assert(
    fc.property(
      fc.oneof(invented, fc.constantFrom(...seedCalendars)),
      day,
      fc.integer({ min: -220, max: 220 }),
      (calendar, from, limit) => {
        const to = addWorkingDays(calendar, from, limit)
        expect(to).toBe(onTheWall(calendar, from, limit))
        expect(workingDaysBetween(calendar, from, to)).toBe(limit)
      },
    ),
    { numRuns: 10_000, seed },
  )
}, 120_000)

describe('the limits of the Act of 2012, counted with the holidays of Bangladesh', () => {
  const of = (institution: string) => {
    const found = seedCalendars.find((one) => one.jurisdiction === 'BD' && one.institution === institution)
    if (found === undefined) throw new TypeError('no calendar')
    return found
  }
  const executive = of('executive')
  const court = of('court')

  test.each([
    ['2024-07-14', '2024-12-02', '2024-11-27', '2025-01-15'],
    ['2025-01-05', '2025-05-21', '2025-05-18', '2025-07-10'],
    ['2025-03-02', '2025-07-24', '2025-07-21', '2025-09-07'],
    ['2026-02-01', '2026-06-25', '2026-06-22', '2026-08-09'],
  ] as const)(
    'a case lodged on %s: investigated by %s, longer time asked for by %s, given to %s',
    (lodged, ends, asked, extended) => {
      const end = addWorkingDays(executive, plainDate(lodged), 90)
      expect(end).toBe(ends)
      expect(addWorkingDays(executive, end, -3)).toBe(asked)
      expect(addWorkingDays(executive, plainDate(lodged), 87)).toBe(asked)
      expect(addWorkingDays(executive, end, 30)).toBe(extended)
    },
  )

  test.each([
    ['2024-01-01', '2024-10-14', '2024-10-28'],
    ['2025-01-05', '2025-10-07', '2025-10-21'],
    ['2026-01-04', '2026-10-05', '2026-10-19'],
  ] as const)(
    'a charge framed on %s: tried by %s, told to the High Court Division by %s',
    (framed, ends, told) => {
      const end = addWorkingDays(court, plainDate(framed), 180)
      expect(end).toBe(ends)
      expect(addWorkingDays(court, end, 10)).toBe(told)
    },
  )

  test('two Saturdays in May 2025 were worked for two days at Eid, and count', () => {
    expect(isWorkingDay(executive, plainDate('2025-05-17'))).toBe(true)
    expect(isWorkingDay(court, plainDate('2025-05-24'))).toBe(true)
    expect(isWorkingDay(executive, plainDate('2025-05-31'))).toBe(false)
    expect(addWorkingDays(executive, plainDate('2025-05-15'), 1)).toBe('2025-05-17')
  })

  test('each holiday of three years says what it rests on, and those of the moon wait to be confirmed', () => {
    for (const year of ['2024', '2025', '2026']) {
      const days = executive.holidays.filter(({ date }) => date.startsWith(year))
      expect(days.length).toBeGreaterThanOrEqual(24)
      for (const { date, source = '' } of days) expect([date, source.length > 20]).toEqual([date, true])
      const moon = days.filter(({ en }) => /^(Eid-ul|Shab|Jumatul|Ashura)/.test(en))
      expect(moon.length).toBeGreaterThanOrEqual(10)
      expect(moon.filter(({ provisional }) => !provisional)).toEqual([])
    }
  })

  test('a limit is settled only where no day of it waits for the moon and each year of it is known', () => {
    const settled = (from: string, to: string) => isSettled(executive, plainDate(from), plainDate(to))
    expect(settled('2025-10-05', '2025-12-28')).toBe(true)
    expect(settled('2025-01-05', '2025-05-04')).toBe(false)
    expect(settled('2027-11-01', '2028-01-10')).toBe(false)
  })
})

describe('calendars of other countries', () => {
  test('say that only their weekend is known, and every court that its vacations are not', () => {
    for (const calendar of seedCalendars) {
      const holidays = calendar.jurisdiction === 'BD' ? [] : ['holidays']
      const vacations = calendar.institution === 'court' ? ['vacations'] : []
      expect(calendarGaps(calendar)).toEqual([...holidays, ...vacations])
    }
    const [court] = seedCalendars.filter(({ institution }) => institution === 'court')
    const winter: Holiday = { date: plainDate('2026-12-01'), en: 'x', bn: 'x', vacation: true }
    expect(court && calendarGaps({ ...court, holidays: [winter] })).toEqual([])
  })

  test.each([
    ['IN', [6, 0]],
    ['NP', [6]],
    ['PK', [6, 0]],
    ['LK', [6, 0]],
    ['MM', [6, 0]],
    ['AF', [4, 5]],
    ['IR', [5]],
    ['AE', [6, 0]],
    ['SA', [5, 6]],
    ['KW', [5, 6]],
    ['QA', [5, 6]],
    ['BH', [5, 6]],
    ['OM', [5, 6]],
    ['KZ', [6, 0]],
    ['UZ', [6, 0]],
  ])('%s rests on its own weekend, in offices and in courts', (country, weekend) => {
    const found = seedCalendars.filter(({ jurisdiction }) => jurisdiction === country)
    expect(found.map((one) => one.weekend)).toEqual([weekend, weekend])
  })
})

test('every day of every calendar is a day', () => {
  const days: readonly PlainDate[] = seedCalendars.flatMap(({ holidays }) => holidays.map(({ date }) => date))
  expect(days.filter((date) => parsePlainDate(date) === null)).toEqual([])
})
