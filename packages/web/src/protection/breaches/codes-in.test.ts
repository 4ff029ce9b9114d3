import { expect, test } from 'vitest'
import { codesIn } from './codes-in.ts'

test('codes are found however they are parted, each once', () => {
  expect(codesIn('K4T-9WX, A2B-3CD;K4T-9WX\n E5F-6GH')).toEqual(['K4T-9WX', 'A2B-3CD', 'E5F-6GH'])
  expect(codesIn('  ')).toEqual([])
  expect(codesIn(null)).toEqual([])
})
