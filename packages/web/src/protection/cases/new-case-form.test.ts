import { type PlainDate, parsePlainDate } from '@setu/vocabulary'
import { expect, test } from 'vitest'
import { type NewCase, openingOf } from './new-case-form.ts'

function day(text: string): PlainDate {
  const date = parsePlainDate(text)
  if (date === null) throw new TypeError(text)
  return date
}

const names = { id: 'case', notice: 'notice', consents: { services: 's', storeIdentity: 'i', contact: 'c' } }
const today = day('2027-03-12')
const until = day('2028-03-12')

const nothing: NewCase = {
  unit: 'unit',
  urgency: 'standard',
  conflict: 'none',
  records: { personIdentity: {}, personContact: {}, caseFacts: {}, caseNarrative: {} },
  rightsTold: false,
  means: 'readAloud',
  understood: false,
  consents: { services: null, storeIdentity: null, contact: null },
  medium: 'spoken',
  guardianAgreed: null,
  language: 'bn',
}

test('a case can be opened for somebody who has not said anything yet', () => {
  expect(openingOf(nothing, names, today, until)).toEqual({
    id: 'case',
    unit: 'unit',
    urgency: 'standard',
    conflict: 'none',
  })
})

test('only what was answered travels', () => {
  const form = {
    ...nothing,
    records: { ...nothing.records, caseFacts: { sex: 'female', ageBand: null, language: '' } },
  }
  expect(openingOf(form, names, today, until).facts).toEqual({ sex: 'female' })
})

test('not now is no consent, and no consent is sent for it', () => {
  const form: NewCase = {
    ...nothing,
    consents: { services: 'given', storeIdentity: 'refused', contact: null },
  }
  const { consents } = openingOf(form, names, today, until)
  expect(consents?.answers.map(({ purpose, answer }) => [purpose, answer])).toEqual([
    ['services', 'given'],
    ['storeIdentity', 'refused'],
  ])
})
