import type { Branded } from './ids.ts'
import { addDays, addMonths, type PlainDate, parsePlainDate } from './plain-date.ts'

/** As much of a day as somebody knows: a year, a month of a year, or the day itself. */
export type PartialDate = Branded<'PartialDate'>

/** Reads a year (YYYY), a month (YYYY-MM) or a day (YYYY-MM-DD); null when it is none of them. */
export function parsePartialDate(text: string): PartialDate | null {
  return firstDay(text) === null ? null : (text as PartialDate)
}

function firstDay(text: string): PlainDate | null {
  if (/^\d{4}$/.test(text)) return parsePlainDate(`${text}-01-01`)
  if (/^\d{4}-\d{2}$/.test(text)) return parsePlainDate(`${text}-01`)
  return parsePlainDate(text)
}

/** The earliest and the latest day a partly known day can be. */
export function dayBounds(date: PartialDate): { readonly earliest: PlainDate; readonly latest: PlainDate } {
  const earliest = firstDay(date)
  if (earliest === null) throw new TypeError('not a partial date')
  if (date.length === 10) return { earliest, latest: earliest }

  return { earliest, latest: addDays(addMonths(earliest, date.length === 4 ? 12 : 1), -1) }
}

/** The youngest and the oldest, in completed years, that somebody can be. Null is not known. */
export interface AgeBounds {
  readonly youngest: number | null
  readonly oldest: number | null
}

/** Nobody knows this person's age, and nothing may be concluded from it. */
export const ageUnknown: AgeBounds = { youngest: null, oldest: null }

function completedYears(born: PlainDate, on: PlainDate): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4))
  return on.slice(5) < born.slice(5) ? years - 1 : years
}

/**
 * How old somebody can be on a given day.
 *
 * A person born on 29 February completes a year on 1 March of a common year, so a child stays a child one
 * day longer, never shorter. A birth that lies after the day asked about is a mistake and gives no age.
 */
export function ageOn(born: PartialDate | null, on: PlainDate): AgeBounds {
  if (born === null) return ageUnknown
  const { earliest, latest } = dayBounds(born)
  if (earliest > on) return ageUnknown
  return { youngest: latest > on ? 0 : completedYears(latest, on), oldest: completedYears(earliest, on) }
}

/** A child is anyone below this age. Palermo Protocol, article 3(d); Children Act 2013 (Bangladesh). */
export const adultAge = 18

/** Whether somebody is treated as a child: in doubt they are, until the youngest they can be is adult. */
export function treatAsChild({ youngest }: AgeBounds): boolean {
  return youngest === null || youngest < adultAge
}
