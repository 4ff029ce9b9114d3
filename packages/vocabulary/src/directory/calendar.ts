import { addDays, addMonths, daysBetween, type PlainDate, plainDate, type Weekday } from '../plain-date.ts'

/** A day on which an institution does not work, or one of its weekend on which it did. */
export interface Holiday {
  readonly date: PlainDate
  readonly en: string
  readonly bn: string
  /** The day waits for the moon or for a gazette, and may still move. */
  readonly provisional?: true
  /** The other way round: a day of the weekend that was worked, mostly for a day given free elsewhere. */
  readonly worked?: true
  /** A day of the court's vacation rather than a holiday of everybody. */
  readonly vacation?: true
  /** What the day rests on: a gazette, a notification, a newspaper that printed it. */
  readonly source?: string
}

/** The days on which one sort of institution of one country works. */
export interface Calendar {
  /** ISO 3166-1 alpha-2. */
  readonly jurisdiction: string
  readonly institution: Institution
  /** Stored beside every day counted with it, so that a later change can be told from a mistake. */
  readonly version: string
  readonly weekend: readonly Weekday[]
  readonly holidays: readonly Holiday[]
}

/** The sorts of institutions that keep calendars of their own. */
export type Institution = 'executive' | 'court'

// Limits of half a year are counted for a whole country at once: days are counted as numbers, not as texts.
const epoch = plainDate('1970-01-01')
const weekdayOfEpoch = 4

const tests = new WeakMap<Calendar, (count: number) => boolean>()

function workdayTest(calendar: Calendar): (count: number) => boolean {
  const known = tests.get(calendar)
  if (known !== undefined) return known
  const { weekend, holidays } = calendar
  if (new Set(weekend).size === 7) throw new RangeError('a calendar without a working day')
  const rests: ReadonlySet<number> = new Set(weekend)
  const counts = (which: readonly Holiday[]): ReadonlySet<number> =>
    new Set(which.map(({ date }) => daysBetween(epoch, date)))
  const closed = counts(holidays.filter(({ worked }) => !worked))
  const open = counts(holidays.filter(({ worked }) => worked))
  const works = (count: number) => {
    const weekday = (((count + weekdayOfEpoch) % 7) + 7) % 7
    return open.has(count) || (!rests.has(weekday) && !closed.has(count))
  }
  tests.set(calendar, works)
  return works
}

/** Whether an institution works on a day. */
export function isWorkingDay(calendar: Calendar, date: PlainDate): boolean {
  return workdayTest(calendar)(daysBetween(epoch, date))
}

/**
 * The day on which so many working days have passed. The day one counts from is not counted itself; a
 * negative number counts backwards; nought gives the day itself, working or not.
 */
export function addWorkingDays(calendar: Calendar, from: PlainDate, days: number): PlainDate {
  if (!Number.isSafeInteger(days)) throw new RangeError(`not a number of days: ${days}`)
  const works = workdayTest(calendar)
  const step = days < 0 ? -1 : 1
  const start = daysBetween(epoch, from)
  let count = start
  for (let left = Math.abs(days); left > 0; ) {
    count += step
    if (works(count)) left -= 1
  }
  return addDays(from, count - start)
}

/**
 * How many working days lie from one day to another: the exact opposite of adding them. Negative when the
 * second day is earlier.
 */
export function workingDaysBetween(calendar: Calendar, from: PlainDate, to: PlainDate): number {
  const works = workdayTest(calendar)
  const step = to < from ? -1 : 1
  const end = daysBetween(epoch, to)
  let worked = 0
  for (let count = daysBetween(epoch, from); count !== end; ) {
    count += step
    if (works(count)) worked += step
  }
  return worked
}

/** What a calendar is known not to know. */
export type CalendarGap = 'holidays' | 'vacations'

/**
 * What is missing in a calendar, so that a day counted with it is not taken for more than it is: all holidays
 * where only the weekend is known, or the vacations of a court.
 */
export function calendarGaps({
  institution,
  holidays,
}: {
  readonly institution: string
  readonly holidays: readonly { readonly date: string; readonly vacation?: boolean | undefined }[]
}): readonly CalendarGap[] {
  return [
    ...(holidays.length === 0 ? (['holidays'] as const) : []),
    ...(institution === 'court' && !holidays.some(({ vacation }) => vacation)
      ? (['vacations'] as const)
      : []),
  ]
}

/**
 * Whether every day from one to another is settled: its year is in the calendar, with the vacations where it is a court's,
 * and none of its holidays still waits for the moon or a gazette.
 */
export function isSettled({ institution, holidays }: Calendar, from: PlainDate, to: PlainDate): boolean {
  const years = (which: readonly Holiday[]) => new Set(which.map(({ date }) => date.slice(0, 4)))
  const known = years(holidays)
  const rested = institution === 'court' ? years(holidays.filter(({ vacation }) => vacation)) : known
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    if (!known.has(String(year)) || !rested.has(String(year))) return false
  }
  return !holidays.some(({ date, provisional }) => provisional && from < date && date <= to)
}

/** A time allowed in hours. It runs through nights and holidays, from the moment itself. */
export interface HoursAllowed {
  readonly amount: number
  readonly unit: 'hours'
}

/** A time allowed in days or months. It ends with the last moment of the day it names. */
export interface DaysAllowed {
  readonly amount: number
  readonly unit: 'calendarDays' | 'workingDays' | 'calendarMonths'
}

/** How long something may take. */
export type TimeAllowed = HoursAllowed | DaysAllowed

/** The last day of a time allowed in days, counted by a calendar from a day. */
export function lastDayOf(allowed: DaysAllowed, from: PlainDate, calendar: Calendar): PlainDate {
  switch (allowed.unit) {
    case 'calendarDays':
      return addDays(from, allowed.amount)
    case 'calendarMonths':
      return addMonths(from, allowed.amount)
    case 'workingDays':
      return addWorkingDays(calendar, from, allowed.amount)
  }
}
