import { daysBetween, type PartialDate, type PlainDate, parsePlainDate } from '@setu/vocabulary'
import type { WordId } from '../words/rooms.ts'
import type { Say } from '../words/use-words.ts'
import { banglaDay } from './bongabdo.ts'

const hour = 3_600_000

const banglaMonths = [
  'bangla-month.1',
  'bangla-month.2',
  'bangla-month.3',
  'bangla-month.4',
  'bangla-month.5',
  'bangla-month.6',
  'bangla-month.7',
  'bangla-month.8',
  'bangla-month.9',
  'bangla-month.10',
  'bangla-month.11',
  'bangla-month.12',
] as const satisfies readonly WordId[]

/** A day as the reader's own clock has it. */
export function dayOf(moment: Date): PlainDate {
  const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()]
  const day = parsePlainDate(parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-'))
  if (day === null) throw new RangeError('a moment outside the years 0001 to 9999')
  return day
}

function inGreenwich(day: PlainDate): Date {
  return new Date(`${day}T00:00:00Z`)
}

/** "12 Mar 2027" */
export function writtenDay(day: PlainDate, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(inGreenwich(day))
}

/** "2027", "Mar 2027" or "12 Mar 2027": only what is known. */
export function writtenPartialDate(date: PartialDate, locale: string): string {
  const whole = parsePlainDate(date)
  if (whole !== null) return writtenDay(whole, locale)
  const start = parsePlainDate(date.length === 4 ? `${date}-01-01` : `${date}-01`)
  if (start === null) return date
  const shown =
    date.length === 4 ? ({ year: 'numeric' } as const) : ({ year: 'numeric', month: 'short' } as const)
  return new Intl.DateTimeFormat(locale, { ...shown, timeZone: 'UTC' }).format(inGreenwich(start))
}

/** "12 Mar 2027, 14:05", by the reader's own clock. */
export function writtenMoment(moment: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(moment)
}

/** "14:05", by the reader's own clock. */
export function writtenHour(moment: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    moment,
  )
}

/** "30 Falgun 1433" */
export function writtenBanglaDay(day: PlainDate, say: Say, locale: string): string {
  const bangla = banglaDay(day)
  const plain = new Intl.NumberFormat(locale, { useGrouping: false })
  const month = banglaMonths[bangla.month - 1]
  return [plain.format(bangla.day), month ? say(month) : '', plain.format(bangla.year)].join(' ')
}

/** "today", "in 3 days", "yesterday": how people speak of a day near this one; further ones are written. */
export function spokenDay(day: PlainDate, today: PlainDate, say: Say, locale: string): string {
  const ahead = daysBetween(today, day)
  if (ahead === 0) return say('day.today')
  if (ahead === 1) return say('day.tomorrow')
  if (ahead === -1) return say('day.yesterday')
  if (ahead > 1 && ahead < 7) return say('day.ahead', { days: ahead })
  if (ahead < -1 && ahead > -7) return say('day.ago', { days: -ahead })
  return writtenDay(day, locale)
}

/** How a promise stands: kept in good time, due today, or late. */
export type Standing = 'ahead' | 'due' | 'late'

export interface SpokenDue {
  readonly standing: Standing
  readonly text: string
}

/** A promise counted in days: "2 days late", "today", "12 Mar 2027". */
export function spokenDueDay(day: PlainDate, today: PlainDate, say: Say, locale: string): SpokenDue {
  const ahead = daysBetween(today, day)
  if (ahead < 0) return { standing: 'late', text: say('due.days-late', { days: -ahead }) }
  return { standing: ahead === 0 ? 'due' : 'ahead', text: spokenDay(day, today, say, locale) }
}

/** A promise counted in hours, as an emergency referral's is; further away than two days it is a day. */
export function spokenDueMoment(moment: Date, now: Date, say: Say, locale: string): SpokenDue {
  const left = moment.getTime() - now.getTime()
  const hours = Math.floor(Math.abs(left) / hour)
  if (hours >= 48) return spokenDueDay(dayOf(moment), dayOf(now), say, locale)
  if (left < 0) {
    return { standing: 'late', text: hours === 0 ? say('due.just-late') : say('due.hours-late', { hours }) }
  }
  const text = hours === 0 ? say('due.within-hour') : say('due.hours-left', { hours })
  return { standing: dayOf(moment) === dayOf(now) ? 'due' : 'ahead', text }
}
