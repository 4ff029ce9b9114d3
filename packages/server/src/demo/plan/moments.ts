import { addDays, type PlainDate, weekdayOf } from '@setu/vocabulary'
import { dayOf } from '../../platform/index.ts'
import type { Draws } from '../draws.ts'

export const hour = 3_600_000
export const day = 24 * hour

/** A moment of a day as clocks here show it. */
function clockOn(date: PlainDate, hours: number, minutes: number): Date {
  const two = (number: number): string => String(number).padStart(2, '0')
  return new Date(`${date}T${two(hours)}:${two(minutes)}:00+06:00`)
}

/** Friday and Saturday are free: what falls on them is done on the day before or after. */
export function workingDay(date: PlainDate): PlainDate {
  const weekday = weekdayOf(date)
  if (weekday === 5) return addDays(date, -1)
  return weekday === 6 ? addDays(date, 1) : date
}

/** Some moment of office hours on the day of this one, if it lies between two others, and else this one. */
export function inOfficeHours(draws: Draws, moment: Date, first: Date, last: Date): Date {
  const drawn = clockOn(workingDay(dayOf(moment)), draws.between(9, 16), draws.below(60))
  if (drawn > first && drawn < last) return drawn
  return moment < last ? moment : new Date(last.getTime() - draws.between(1, 50) * 1000)
}

export function later(moment: Date, milliseconds: number): Date {
  return new Date(moment.getTime() + milliseconds)
}

/**
 * Moments one after another from a first one, each so long after the one before; pressed together when the
 * last of them would come too late.
 */
export function series(first: Date, delays: readonly number[], last: Date): Date[] {
  const wanted = delays.reduce((sum, delay) => sum + delay, 0)
  const room = last.getTime() - first.getTime()
  const press = wanted > room ? (room * 0.95) / wanted : 1
  let at = first.getTime()
  return delays.map((delay) => {
    at += delay * press
    return new Date(at)
  })
}
