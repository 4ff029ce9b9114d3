import { expect, test } from 'vitest'
import { differing } from './differing.ts'

test('only what two people answered differently is asked about', () => {
  const mine = { children: 2, sex: 'female', education: null, exploitation: ['forcedLabour'] }
  const theirs = { children: 3, sex: 'female', education: '', exploitation: ['forcedLabour'], language: 'bn' }
  expect(differing(mine, theirs, { children: 1 })).toEqual(['children'])
})

test('an answer that was taken out is a difference', () => {
  expect(differing({ children: null }, { children: 1 }, {})).toEqual(['children'])
})

test('what nobody else touched since the form was begun is not asked about', () => {
  expect(differing({ children: 2 }, { children: 1 }, { children: 1 })).toEqual([])
})

test('what is sealed is always asked about, since nobody here can compare it', () => {
  expect(differing({ name: 'Rahima' }, {}, {}, ['name'])).toEqual(['name'])
})
