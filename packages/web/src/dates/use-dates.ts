import type { PartialDate, PlainDate } from '@setu/vocabulary'
import { useMemo } from 'react'
import { useSettings } from '../platform/settings.ts'
import { numberLocale } from '../words/language.ts'
import { useWords } from '../words/use-words.ts'
import * as spoken from './spoken-day.ts'

/** How this reader says days, moments, promises and numbers. */
export interface Dates {
  readonly today: PlainDate
  readonly number: (number: number) => string
  /** An amount that is kept in hundredths, as people write it. */
  readonly money: (hundredths: number) => string
  readonly written: (day: PlainDate) => string
  readonly partial: (date: PartialDate) => string
  readonly moment: (moment: Date) => string
  readonly hour: (moment: Date) => string
  readonly day: (day: PlainDate) => string
  readonly bangla: (day: PlainDate) => string
  readonly dueDay: (day: PlainDate) => spoken.SpokenDue
  readonly dueMoment: (moment: Date) => spoken.SpokenDue
}

export function useDates(): Dates {
  const say = useWords()
  const { language, digits } = useSettings()
  return useMemo(() => {
    const locale = numberLocale(language, digits)
    const now = new Date()
    const today = spoken.dayOf(now)
    const numbers = new Intl.NumberFormat(locale)
    const amounts = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    return {
      today,
      number: (number) => numbers.format(number),
      money: (hundredths) => amounts.format(hundredths / 100),
      written: (day) => spoken.writtenDay(day, locale),
      partial: (date) => spoken.writtenPartialDate(date, locale),
      moment: (moment) => spoken.writtenMoment(moment, locale),
      hour: (moment) => spoken.writtenHour(moment, locale),
      day: (day) => spoken.spokenDay(day, today, say, locale),
      bangla: (day) => spoken.writtenBanglaDay(day, say, locale),
      dueDay: (day) => spoken.spokenDueDay(day, today, say, locale),
      dueMoment: (moment) => spoken.spokenDueMoment(moment, now, say, locale),
    }
  }, [say, language, digits])
}
