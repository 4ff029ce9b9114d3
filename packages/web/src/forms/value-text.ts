import type { Field } from '@setu/records'
import { parsePartialDate, parsePlainDate, spokenLanguages } from '@setu/vocabulary'
import { useMemo } from 'react'
import { useDates } from '../dates/use-dates.ts'
import { placeName } from '../directory/place-names.ts'
import { useLabels } from '../words/use-labels.ts'
import { useWords } from '../words/use-words.ts'

/** A kept value as people read it. */
export type ValueText = (field: Field, value: unknown) => string

/** Countries by their ISO code, as the reader's language calls them. */
export function countryName(code: string, language: string): string {
  return new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }).of(code) ?? code
}

export function useValueText(): ValueText {
  const say = useWords()
  const dates = useDates()
  const { language, code } = useLabels()

  return useMemo(() => {
    const one = (field: Field, value: string): string => {
      switch (field.kind) {
        case 'code':
        case 'codes':
          return code(field.from, value)
        case 'country':
        case 'countries':
          return countryName(value, language)
        case 'language':
          return code(spokenLanguages, value)
        case 'place':
          return placeName(value, language)
        case 'day': {
          const day = parsePlainDate(value)
          return day === null ? value : dates.written(day)
        }
        case 'partialDate': {
          const date = parsePartialDate(value)
          return date === null ? value : dates.partial(date)
        }
        case 'moment':
          return dates.moment(new Date(value))
        default:
          return value
      }
    }
    return (field, value) => {
      if (typeof value === 'boolean') return say(value ? 'form.yes' : 'form.no')
      if (typeof value === 'number') return field.kind === 'money' ? dates.money(value) : dates.number(value)
      if (typeof value === 'string') return one(field, value)
      if (Array.isArray(value)) return value.map((entry) => one(field, String(entry))).join(', ')
      return ''
    }
  }, [say, dates, language, code])
}
