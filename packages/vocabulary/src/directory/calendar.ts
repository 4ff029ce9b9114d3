import { addDays, addMonths, type PlainDate, type Weekday, weekdayOf } from '../plain-date.ts'

/** A day on which an institution does not work. */
export interface Holiday {
  readonly date: PlainDate
  readonly en: string
  readonly bn: string
  /** The day waits for the moon or for a gazette, and may still move. */
  readonly provisional?: true
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

function workdayTest({ weekend, holidays }: Calendar): (date: PlainDate) => boolean {
  const closed: ReadonlySet<PlainDate> = new Set(holidays.map(({ date }) => date))
  if (new Set(weekend).size === 7) throw new RangeError('a calendar without a working day')
  return (date) => !weekend.includes(weekdayOf(date)) && !closed.has(date)
}

/** Whether an institution works on a day. */
export function isWorkingDay(calendar: Calendar, date: PlainDate): boolean {
  return workdayTest(calendar)(date)
}

/**
 * The day on which so many working days have passed. The day one counts from is not counted itself; a
 * negative number counts backwards; nought gives the day itself, working or not.
 */
export function addWorkingDays(calendar: Calendar, from: PlainDate, days: number): PlainDate {
  if (!Number.isSafeInteger(days)) throw new RangeError(`not a number of days: ${days}`)
  const works = workdayTest(calendar)
  const step = days < 0 ? -1 : 1
  let date = from
  for (let left = Math.abs(days); left > 0; ) {
    date = addDays(date, step)
    if (works(date)) left -= 1
  }
  return date
}

/**
 * How many working days lie from one day to another: the exact opposite of adding them. Negative when the
 * second day is earlier.
 */
export function workingDaysBetween(calendar: Calendar, from: PlainDate, to: PlainDate): number {
  const works = workdayTest(calendar)
  const step = to < from ? -1 : 1
  let count = 0
  for (let date = from; date !== to; ) {
    date = addDays(date, step)
    if (works(date)) count += step
  }
  return count
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
