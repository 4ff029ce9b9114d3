import type { Setting, TimeUnit } from '@setu/vocabulary'
import { useCallback } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

export const unitWords: Readonly<Record<TimeUnit, WordId>> = {
  hours: 'laid.hours',
  calendarDays: 'laid.days',
  workingDays: 'laid.working-days',
  calendarMonths: 'laid.months',
}

const amountWords: Readonly<Record<string, WordId>> = {
  hours: 'laid.of-hours',
  calendarDays: 'laid.of-days',
  workingDays: 'laid.of-working-days',
  calendarMonths: 'laid.of-months',
}

/** A number to call, as it stands in the rules. */
export interface HelpLine {
  readonly number: string
  readonly name: { readonly en: string; readonly bn: string }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const fieldIn = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined

/** The numbers to call that are laid down. */
export function linesIn(value: unknown): readonly HelpLine[] {
  if (!Array.isArray(value)) return []
  return value.map((one: unknown) => {
    const name = fieldIn(one, 'name')
    return {
      number: textOf(fieldIn(one, 'number')),
      name: { en: textOf(fieldIn(name, 'en')), bn: textOf(fieldIn(name, 'bn')) },
    }
  })
}

/** How long a time is, and in what it is counted. */
export function timeIn(value: unknown): { readonly amount: unknown; readonly unit: string } {
  return { amount: fieldIn(value, 'amount') ?? null, unit: textOf(fieldIn(value, 'unit')) }
}

/** What is laid down for a setting, in words. */
export function useSettingText(): (setting: Setting, value: unknown) => string {
  const say = useWords()
  const { name } = useLabels()
  const { number } = useDates()
  return useCallback(
    ({ kind }, value) => {
      if (kind === 'yesNo') return say(value === true ? 'laid.yes' : 'laid.no')
      if (kind === 'count') return number(typeof value === 'number' ? value : 0)
      if (kind === 'numbers')
        return linesIn(value)
          .map((line) => `${line.number} (${name(line.name)})`)
          .join(', ')
      const { amount, unit } = timeIn(value)
      if (amount === 0 && unit !== 'hours') return say('laid.same-day')
      const word = amountWords[unit]
      return word === undefined ? '' : say(word, { amount: typeof amount === 'number' ? amount : 0 })
    },
    [say, name, number],
  )
}
