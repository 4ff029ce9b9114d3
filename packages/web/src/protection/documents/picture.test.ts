import { expect, test } from 'vitest'
import { fitted } from './picture.ts'

test('a picture keeps its shape when it is made smaller, and is never made larger', () => {
  expect(fitted(4000, 3000, 2600)).toEqual([2600, 1950])
  expect(fitted(3000, 4000, 2600)).toEqual([1950, 2600])
  expect(fitted(60, 40, 2600)).toEqual([60, 40])
})
