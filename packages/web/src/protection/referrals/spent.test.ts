import { expect, test } from 'vitest'
import { spentOf } from './spent.ts'

const began = new Date('2027-03-12T08:00:00Z')
const due = new Date('2027-03-12T10:00:00Z')

test('half of the time is half of the bar', () => {
  expect(spentOf(began, due, new Date('2027-03-12T09:00:00Z'))).toBe(0.5)
})

test('a late promise fills the bar and no more', () => {
  expect(spentOf(began, due, new Date('2027-03-13T09:00:00Z'))).toBe(1)
})

test('a promise of the same moment is due at once', () => {
  expect(spentOf(due, due, began)).toBe(1)
})
