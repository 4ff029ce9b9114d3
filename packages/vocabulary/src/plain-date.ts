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
  const text = new Date(count * dayLength).toISOString().slice(0, 10)
  const date = parsePlainDate(text)
  if (date === null) throw new RangeError('a day outside the years 0001 to 9999')
  return date
}

/** Reads a day written YYYY-MM-DD; null when there is no such day. */
export function parsePlainDate(text: string): PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return null
  const moment = new Date(`${text}T00:00:00Z`)
  if (Number.isNaN(moment.getTime())) return null
  return moment.toISOString().slice(0, 10) === text ? (text as PlainDate) : null
}

/** The day so many days later, or earlier for a negative number. */
export function addDays(date: PlainDate, days: number): PlainDate {
  if (!Number.isSafeInteger(days)) throw new RangeError(`not a number of days: ${days}`)
  return fromCount(toCount(date) + days)
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
