import { addWorkingDays, type Calendar, isSettled, lastDayOf } from '../directory/calendar.ts'
import { type PlainDate, parsePlainDate } from '../plain-date.ts'
import { type LawLimit, type LawLimitKind, type LawOffence, type LawText, lawName } from './law.ts'

/** Which law the day of an offence chooses; never a guess. */
export type LawChoice =
  | {
      readonly found: 'one'
      readonly law: LawText
      /** Whether it is known how the law stands today. */
      readonly sure: boolean
    }
  /** None that is known held on that day. */
  | { readonly found: 'none' }
  /** More than one held, or it is not known from which day one of them holds. */
  | { readonly found: 'unclear'; readonly laws: readonly LawText[] }

/** The laws of a country that may have held on a day. */
function mayHold(laws: readonly LawText[], jurisdiction: string, day: string): readonly LawText[] {
  return laws.filter(
    (law) =>
      law.jurisdiction === jurisdiction &&
      (law.validFrom === null || law.validFrom <= day) &&
      (law.validTo === null || day <= law.validTo),
  )
}

/** The code under which an offence stands whose law is none of those known here; the law is then named in words. */
export const otherLawCode = 'OTHER'

/**
 * The laws of a country under which an offence of a day can be charged, the law against trafficking first; all that are
 * known where the day is not.
 */
export function lawsToCharge(
  laws: readonly LawText[],
  jurisdiction: string,
  offenceDay: string | null,
): readonly LawText[] {
  const theirs =
    offenceDay === null
      ? laws.filter((law) => law.jurisdiction === jurisdiction)
      : mayHold(laws, jurisdiction, offenceDay)
  return theirs
    .filter(({ offences }) => offences.length > 0)
    .toSorted((one, other) => other.scope.localeCompare(one.scope))
}

const numberOf = (section: string): string => section.split(/[ (,]/, 1)[0] ?? section

/**
 * Whether a section can be charged under a law: the law has it, or a part of it, as far as its sections are known. Under a law
 * of which a section is not known, any may be meant.
 */
export function isChargeable({ offences }: LawText, section: string): boolean {
  return offences.some((one) => one.section === null || numberOf(one.section) === numberOf(section))
}

/** The offence of a law that a charge means: that very section, else the one of which it is a part, where there is just one. */
export function offenceCharged({ offences }: LawText, section: string): LawOffence | null {
  const exact = offences.find((one) => one.section === section)
  if (exact !== undefined) return exact
  const [whole, ...more] = offences.filter((one) => one.section === numberOf(section))
  return whole === undefined || more.length > 0 ? null : whole
}

function onlyOne(holding: readonly LawText[]): LawChoice {
  const [law, ...more] = holding
  if (law === undefined) return { found: 'none' }
  if (more.length > 0 || law.validFrom === null) return { found: 'unclear', laws: holding }
  return { found: 'one', law, sure: law.status !== 'statusUnknown' }
}

/** The law against trafficking that holds for an offence of a day. */
export function lawOf(laws: readonly LawText[], jurisdiction: string, offenceDay: PlainDate): LawChoice {
  return onlyOne(mayHold(laws, jurisdiction, offenceDay).filter(({ scope }) => scope === 'trafficking'))
}

/** The edition under which an offence of a day is charged in a country, where the charge names a law by its code alone. */
export function editionCharged(
  laws: readonly LawText[],
  code: string,
  { jurisdiction, day }: { readonly jurisdiction: string; readonly day: string },
): LawChoice {
  return onlyOne(mayHold(laws, jurisdiction, day).filter((law) => law.code === code))
}

/** Pairs of laws of which an offence could fall under both: somebody has to end one of them. */
export function overlapsOf(laws: readonly LawText[]): readonly (readonly [LawText, LawText])[] {
  const defining = laws.filter(({ scope }) => scope === 'trafficking')
  return defining.flatMap((first, at) =>
    defining.slice(at + 1).flatMap((second): [LawText, LawText][] => {
      const apart =
        first.jurisdiction !== second.jurisdiction ||
        (first.validTo !== null && second.validFrom !== null && first.validTo < second.validFrom) ||
        (second.validTo !== null && first.validFrom !== null && second.validTo < first.validFrom)
      return apart ? [] : [[first, second]]
    }),
  )
}

/** The last day of a time limit, with everything that made it; or why there is none. */
export type LimitDay =
  | {
      readonly found: 'day'
      readonly day: PlainDate
      readonly law: string
      /** Null where every day counts. */
      readonly calendar: string | null
      /** No day of it still waits for the moon or for a gazette. */
      readonly settled: boolean
    }
  /** The law lays none down, or it is not known which: no day is ever put in its place. */
  | { readonly found: 'notConfigured' }
  | { readonly found: 'noCalendar' }

type CalendarOf = (institution: LawLimit['institution']) => Calendar | null

function limitOf(law: LawText, kind: LawLimitKind): (LawLimit & { readonly amount: number }) | null {
  const limit = law.limits.find((one) => one.kind === kind)
  return limit === undefined || limit.amount === null ? null : { ...limit, amount: limit.amount }
}

/**
 * When a time limit of a law ends, counted from the day that starts it. The day by which more time must be asked
 * for is counted back from the end of the investigation, and so needs both to be known.
 */
export function limitDay(
  law: LawText,
  kind: LawLimitKind,
  from: PlainDate,
  calendarOf: CalendarOf,
): LimitDay {
  const limit = limitOf(law, kind)
  if (limit === null) return { found: 'notConfigured' }
  const calendar = calendarOf(limit.institution)
  if (calendar === null) return { found: 'noCalendar' }
  const counted = limit.unit === 'workingDays'
  if (kind === 'extensionRequest') {
    const end = limitDay(law, 'investigation', from, calendarOf)
    if (end.found !== 'day') return end
    const day = counted
      ? addWorkingDays(calendar, end.day, -limit.amount)
      : lastDayOf({ amount: -limit.amount, unit: limit.unit }, end.day, calendar)
    return { ...end, day }
  }
  const day = lastDayOf({ amount: limit.amount, unit: limit.unit }, from, calendar)
  return {
    found: 'day',
    day,
    law: lawName(law),
    calendar: counted ? calendar.version : null,
    settled: !counted || isSettled(calendar, from, day),
  }
}

/** The laws that hold for an offence of a day, one choice for each country, in the order of its code. */
export function lawsOn(
  laws: readonly LawText[],
  day: string,
): readonly { readonly jurisdiction: string; readonly choice: LawChoice }[] {
  const date = parsePlainDate(day)
  if (date === null) return []
  return [...new Set(laws.map(({ jurisdiction }) => jurisdiction))]
    .sort()
    .map((jurisdiction) => ({ jurisdiction, choice: lawOf(laws, jurisdiction, date) }))
}
