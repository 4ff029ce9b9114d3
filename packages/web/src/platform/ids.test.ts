import { parseId } from '@setu/vocabulary'
import { expect, test } from 'vitest'
import { newId } from './ids.ts'

test('a thousand drawn names are all names, and all different', () => {
  const names = Array.from({ length: 1000 }, newId)
  expect(names.every((name) => parseId(name) !== null)).toBe(true)
  expect(new Set(names).size).toBe(1000)
})
