import { expect, test } from 'vitest'
import { beyond, lowered } from './ratchet.mjs'
import { linesIn } from './sizes.mjs'

test('a count may fall and stay, and not rise', () => {
  expect(beyond({ unused: 2 }, { unused: 2 })).toEqual([])
  expect(beyond({ unused: 2 }, { unused: 1 })).toEqual([])
  expect(beyond({ unused: 2 }, { unused: 3 })).toEqual(['3 unused, where there may be 2'])
})

test('a count nobody keeps may only be nought', () => {
  expect(beyond({}, { unused: 1 })).toHaveLength(1)
  expect(beyond({}, { unused: 0 })).toEqual([])
})

test('what became fewer is kept from then on', () => {
  expect(lowered({ unused: 2, assertions: 1 }, { unused: 1, assertions: 1 })).toEqual({ unused: 1 })
  expect(lowered({ unused: 2 }, { unused: 2 })).toBeNull()
})

test('a file has as many lines with a last line break as without', () => {
  expect([linesIn(''), linesIn('one'), linesIn('one\n'), linesIn('one\ntwo'), linesIn('one\n\n')]).toEqual([
    0, 1, 1, 2, 2,
  ])
})
