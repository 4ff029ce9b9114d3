import type { Branded } from './ids.ts'

/**
 * A calendar day with no clock and no zone, as a court order or a travel document writes it.
 *
 * A `Date` made from such a text is midnight in Greenwich, which is another day elsewhere: days stay text
 * until something must count them.
 */
export type PlainDate = Branded<'PlainDate'>

const dayLength = 86_400_000

function toCount(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00Z`) / dayLength
}

function fromCount(count: number): PlainDate {
  return plainDate(new Date(count * dayLength).toISOString().slice(0, 10))
}

/** Reads a day written YYYY-MM-DD; null when there is no such day. */
export function parsePlainDate(text: string): PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return null
  const moment = new Date(`${text}T00:00:00Z`)
  if (Number.isNaN(moment.getTime())) return null
  return moment.toISOString().slice(0, 10) === text ? (text as PlainDate) : null
}

/** A day written in our own tables and tests; a mistake there is thrown, never carried on. */
export function plainDate(text: string): PlainDate {
  const date = parsePlainDate(text)
  if (date === null) throw new RangeError(`no such day: ${text}`)
  return date
}

/** The day so many days later, or earlier for a negative number. */
export function addDays(date: PlainDate, days: number): PlainDate {
  if (!Number.isSafeInteger(days)) throw new RangeError(`not a number of days: ${days}`)
  return fromCount(toCount(date) + days)
}

/** The same day of the month so many months later; the month's last day where it has no such day. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  if (!Number.isSafeInteger(months)) throw new RangeError(`not a number of months: ${months}`)
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month + months, 0))
  lastDay.setUTCDate(Math.min(day, lastDay.getUTCDate()))
  return plainDate(lastDay.toISOString().slice(0, 10))
}

/** How many days lie from one day to another; negative when the second is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toCount(to) - toCount(from)
}

/** Orders days: negative when the first is earlier, zero when they are the same. */
export function comparePlainDates(first: PlainDate, second: PlainDate): number {
  return first < second ? -1 : first > second ? 1 : 0
}

/** A day of the week, counted from Sunday (0) to Saturday (6). */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

/** The day of the week a day falls on. */
export function weekdayOf(date: PlainDate): Weekday {
  return new Date(`${date}T00:00:00Z`).getUTCDay() as Weekday
}
