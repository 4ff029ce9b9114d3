import { parseId } from '@setu/vocabulary'
import { expect, test } from 'vitest'
import { drawsFrom } from './draws.ts'

test('the same seed draws the same, another seed draws otherwise', () => {
  const ten = (seed: string) => Array.from({ length: 10 }, drawsFrom(seed).id)
  expect(ten('river')).toEqual(ten('river'))
  expect(ten('river')).not.toEqual(ten('delta'))
})

test('a stream does not depend on what was drawn beside it', () => {
  const [quiet, busy] = [drawsFrom('river'), drawsFrom('river')]
  for (let times = 0; times < 100; times += 1) busy.below(7)
  expect(busy.stream('cases').id()).toBe(quiet.stream('cases').id())
})

test('ids are of the shape that everyone else makes', () => {
  const draws = drawsFrom('river')
  for (let times = 0; times < 200; times += 1) expect(parseId(draws.id())).not.toBeNull()
})

test('what weighs more is drawn more often, and what weighs nothing never', () => {
  const draws = drawsFrom('river')
  const drawn = Array.from({ length: 1000 }, () =>
    draws.weighed([
      ['rare', 1],
      ['common', 9],
      ['never', 0],
    ]),
  )
  const times = (word: string) => drawn.filter((one) => one === word).length
  expect(times('never')).toBe(0)
  expect(times('rare')).toBeGreaterThan(50)
  expect(times('rare')).toBeLessThan(150)
})

test('some are chosen once each and stay in their order', () => {
  const draws = drawsFrom('river')
  for (let times = 0; times < 50; times += 1) {
    const chosen = draws.some([1, 2, 3, 4, 5, 6], 3)
    expect(chosen).toHaveLength(3)
    expect(chosen).toEqual([...new Set(chosen)].toSorted((a, b) => a - b))
  }
})
