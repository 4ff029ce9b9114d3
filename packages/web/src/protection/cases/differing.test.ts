import { expect, test } from 'vitest'
import { differing } from './differing.ts'

test('only what two people answered differently is asked about', () => {
  const mine = { children: 2, sex: 'female', education: null, exploitation: ['forcedLabour'] }
  const theirs = { children: 3, sex: 'female', education: '', exploitation: ['forcedLabour'], language: 'bn' }
  expect(differing(mine, theirs)).toEqual(['children'])
})

test('an answer that was taken out is a difference', () => {
  expect(differing({ children: null }, { children: 1 })).toEqual(['children'])
})
