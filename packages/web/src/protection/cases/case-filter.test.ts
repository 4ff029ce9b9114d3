import { expect, test } from 'vitest'
import { caseSearch } from '../searches.ts'
import { queryOf, savedOf, searchOfSaved } from './case-filter.ts'

test('an address keeps only what it understands', () => {
  expect(caseSearch({ state: 'followUp', due: 'overdue', mine: true, name: 'Rima', after: 'x' })).toEqual({
    state: 'followUp',
    due: 'overdue',
    mine: true,
  })
  expect(caseSearch({ state: 'lost', due: 3 })).toEqual({})
})

test('a saved filter comes back as it was', () => {
  const search = caseSearch({ state: 'active', district: 'BD4041', mine: true })
  expect(searchOfSaved(savedOf(search))).toEqual(search)
})

test('the node is asked in texts', () => {
  expect(queryOf(caseSearch({ mine: true, due: 'week' }))).toEqual({ mine: '1', due: 'week' })
})
