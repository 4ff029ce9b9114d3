import { expect, test } from 'vitest'
import { parseId } from './ids.ts'

test('the name of a record is a random UUID in lower case', () => {
  expect(parseId('3f2b8c1e-9a4d-4c6b-8e2f-0123456789ab')).toBe('3f2b8c1e-9a4d-4c6b-8e2f-0123456789ab')
})

test.each([
  '3F2B8C1E-9A4D-4C6B-8E2F-0123456789AB',
  '3f2b8c1e-9a4d-1c6b-8e2f-0123456789ab',
  '3f2b8c1e-9a4d-4c6b-7e2f-0123456789ab',
  '3f2b8c1e9a4d4c6b8e2f0123456789ab',
  '3f2b8c1e-9a4d-4c6b-8e2f-0123456789ab\n',
  '',
])('the name of a record is not %j', (text) => expect(parseId(text)).toBeNull())
