import { readFileSync } from 'node:fs'
import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import {
  type Language,
  type PartialDate,
  type PlainDate,
  parsePartialDate,
  parsePlainDate,
} from '@setu/vocabulary'
import { expect, test } from 'vitest'
import { type Digits, numberLocale } from '../words/language.ts'
import type { Say } from '../words/use-words.ts'
import {
  spokenDay,
  spokenDueDay,
  spokenDueMoment,
  writtenBanglaDay,
  writtenDay,
  writtenPartialDate,
} from './spoken-day.ts'

function speaking(
  language: Language,
  digits: Digits = 'latin',
): { readonly say: Say; readonly locale: string } {
  const file = new URL(`../words/shell.${language}.json`, import.meta.url)
  const locale = numberLocale(language, digits)
  const i18n = setupI18n()
  i18n.setMessagesCompiler(compileMessage)
  i18n.loadAndActivate({
    locale: language,
    locales: locale,
    messages: JSON.parse(readFileSync(file, 'utf8')),
  })
  return { say: (id, values) => i18n._(id, values), locale }
}

function day(text: string): PlainDate {
  const date = parsePlainDate(text)
  if (date === null) throw new TypeError(text)
  return date
}

function partial(text: string): PartialDate {
  const date = parsePartialDate(text)
  if (date === null) throw new TypeError(text)
  return date
}

const today = day('2027-03-12')
const english = speaking('en')
const bangla = speaking('bn')
const ownDigits = speaking('bn', 'own')

test('days near today are spoken, others written', () => {
  const spoken = (text: string) => spokenDay(day(text), today, english.say, english.locale)
  expect(spoken('2027-03-12')).toBe('today')
  expect(spoken('2027-03-13')).toBe('tomorrow')
  expect(spoken('2027-03-15')).toBe('in 3 days')
  expect(spoken('2027-03-10')).toBe('2 days ago')
  expect(spoken('2027-04-12')).toBe('12 Apr 2027')
})

test('Bangla digits are written only where they were chosen', () => {
  expect(writtenDay(today, bangla.locale)).toBe('12 মার্চ, 2027')
  expect(writtenDay(today, ownDigits.locale)).toBe('১২ মার্চ, ২০২৭')
  expect(spokenDay(day('2027-03-15'), today, bangla.say, bangla.locale)).toBe('3 দিন পরে')
  expect(spokenDay(day('2027-03-15'), today, ownDigits.say, ownDigits.locale)).toBe('৩ দিন পরে')
})

test('the other calendar names the same day', () => {
  expect(writtenBanglaDay(day('2027-04-14'), english.say, english.locale)).toBe('1 Boishakh 1434')
  expect(writtenBanglaDay(day('2027-02-21'), ownDigits.say, ownDigits.locale)).toBe('৮ ফাল্গুন ১৪৩৩')
})

test('only as much of a date is written as somebody knows', () => {
  expect(writtenPartialDate(partial('2009'), english.locale)).toBe('2009')
  expect(writtenPartialDate(partial('2009-08'), english.locale)).toBe('Aug 2009')
  expect(writtenPartialDate(partial('2009-08-04'), english.locale)).toBe('4 Aug 2009')
})

test('a promise counted in days says how late it is', () => {
  const due = (text: string) => spokenDueDay(day(text), today, english.say, english.locale)
  expect(due('2027-03-11')).toEqual({ standing: 'late', text: '1 day late' })
  expect(due('2027-03-12')).toEqual({ standing: 'due', text: 'today' })
  expect(due('2027-03-13')).toEqual({ standing: 'ahead', text: 'tomorrow' })
})

test('an emergency counts in hours until it is two days old', () => {
  const now = new Date('2027-03-12T10:00:00')
  const due = (text: string) => spokenDueMoment(new Date(text), now, english.say, english.locale)
  expect(due('2027-03-12T10:40:00')).toEqual({ standing: 'due', text: 'within the hour' })
  expect(due('2027-03-12T12:30:00')).toEqual({ standing: 'due', text: '2 hours left' })
  expect(due('2027-03-13T12:30:00')).toEqual({ standing: 'ahead', text: '26 hours left' })
  expect(due('2027-03-12T09:59:00')).toEqual({ standing: 'late', text: 'just late' })
  expect(due('2027-03-12T07:00:00')).toEqual({ standing: 'late', text: '3 hours late' })
  expect(due('2027-03-10T09:00:00')).toEqual({ standing: 'late', text: '2 days late' })
})
