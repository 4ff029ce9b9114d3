import type { RecordType } from '@setu/records'
import { expect, test } from 'vitest'
import { faultOf, faultsIn } from './faults.ts'

const label = { en: 'x', bn: 'ক' }

const about: RecordType = {
  name: 'about',
  table: 'about',
  of: 'case',
  part: 'facts',
  label,
  many: false,
  fields: {
    called: { kind: 'text', most: 5, required: true, reach: 'agency', label },
    born: { kind: 'partialDate', reach: 'agency', label },
    children: { kind: 'number', least: 0, most: 20, reach: 'agency', label },
    reached: { kind: 'phone', reach: 'agency', label },
  },
  sections: { all: { label, asks: ['called', 'born', 'children', 'reached'] } },
  list: [],
}

const keys = ['called', 'born', 'children', 'reached']

test('an optional question may be skipped, a required one is named', () => {
  expect(faultsIn(about, keys, {})).toEqual([{ field: 'called', fault: 'missing' }])
  expect(faultsIn(about, keys, { called: 'Rima', born: null })).toEqual([])
})

test('every slip is named, in the order of the questions', () => {
  const answers = { called: 'Rokeya', born: '2009-13', children: 21, reached: '017' }
  expect(faultsIn(about, keys, answers)).toEqual([
    { field: 'called', fault: 'too-long' },
    { field: 'born', fault: 'not-a-date' },
    { field: 'children', fault: 'out-of-range' },
    { field: 'reached', fault: 'not-a-phone' },
  ])
})

test('a number of people has no fractions', () => {
  const field = about.fields['children']
  if (field === undefined) throw new TypeError('children')
  expect(faultOf(field, 1.5)).toBe('not-a-number')
  expect(faultOf(field, 'two')).toBe('not-a-number')
  expect(faultOf(field, 2)).toBeNull()
})
