import { expect, test } from 'vitest'
import { readAs, undecided } from './read-as.ts'

test('a file nobody decided about is read as it says itself', () => {
  expect(readAs(undecided)).toEqual({})
})

test('columns are put to fields or left out, by their letters', () => {
  expect(readAs({ columns: { C: 'spl_Type', D: '' }, days: null })).toEqual({ columns: 'C:spl_Type,D:' })
})

test('which way round days are written can be said', () => {
  expect(readAs({ columns: {}, days: 'day-first' })).toEqual({ days: 'day-first' })
})
