import { expect, test } from 'vitest'
import { nothingPressed, type Pressed, pressedOnceMore, wantsToLeave } from './leave-keys.ts'

function leavesAfter(...presses: readonly (readonly [key: string, at: number, repeat?: boolean])[]): boolean {
  const row = presses
    .map(([key, at, repeat = false]): Pressed => ({ key, at, repeat }))
    .reduce(pressedOnceMore, nothingPressed)
  return wantsToLeave(row)
}

test.each(['Escape', 'Shift'])('three quick presses of %s leave', (key) => {
  expect(leavesAfter([key, 0], [key, 400], [key, 900])).toBe(true)
  expect(leavesAfter([key, 0], [key, 400])).toBe(false)
})

test('slow presses do not leave, but the last three quick ones do', () => {
  expect(leavesAfter(['Escape', 0], ['Escape', 1000], ['Escape', 2000])).toBe(false)
  expect(leavesAfter(['Escape', 0], ['Escape', 2000], ['Escape', 2500], ['Escape', 3000])).toBe(true)
})

test('writing capital letters does not leave', () => {
  expect(leavesAfter(['Shift', 0], ['S', 100], ['Shift', 200], ['E', 300], ['Shift', 400], ['T', 500])).toBe(
    false,
  )
})

test('a key held down is one press', () => {
  expect(leavesAfter(['Shift', 0], ['Shift', 30, true], ['Shift', 60, true], ['Shift', 90, true])).toBe(false)
})

test('the two keys are not counted together', () => {
  expect(leavesAfter(['Shift', 0], ['Escape', 100], ['Shift', 200])).toBe(false)
})
