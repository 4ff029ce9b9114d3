import { daysBetween, type PlainDate, parsePlainDate } from '@setu/vocabulary'

/** A day of the Bangla calendar; months count from Boishakh (1) to Choitro (12). */
export interface BanglaDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

const newRuleSince = 1426

function leap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Falgun lies wholly in the Gregorian year after the one in which the Bangla year began. */
function monthLengths(year: number): number[] {
  const longFalgun = leap(year + 594)
  return year >= newRuleSince
    ? [31, 31, 31, 31, 31, 31, 30, 30, 30, 30, longFalgun ? 30 : 29, 30]
    : [31, 31, 31, 31, 31, 30, 30, 30, 30, 30, longFalgun ? 31 : 30, 30]
}

function newYear(year: number): PlainDate {
  const day = parsePlainDate(`${String(year + 593).padStart(4, '0')}-04-14`)
  if (day === null) throw new RangeError('a day outside the years of the Bangla calendar')
  return day
}

/**
 * The day of the Bangla calendar as Bangladesh counts it: Boishakh begins on 14 April. From 1426 the first
 * six months have 31 days, so that 21 February is 8 Falgun and 16 December is 1 Poush; before that, five.
 * West Bengal counts otherwise.
 */
export function banglaDay(date: PlainDate): BanglaDay {
  const gregorian = Number(date.slice(0, 4))
  const year = date.slice(5) >= '04-14' ? gregorian - 593 : gregorian - 594
  let left = daysBetween(newYear(year), date)
  const lengths = monthLengths(year)
  const month = lengths.findIndex((length) => {
    if (left < length) return true
    left -= length
    return false
  })
  return { year, month: month + 1, day: left + 1 }
}
