import { expect, test } from 'vitest'
import { freshRecoveryCodes, looksLikeRecovery, recoveryHash } from './recovery-code.ts'

test('there are ten, each of four groups that can be read from paper, and no two alike', () => {
  const codes = freshRecoveryCodes()
  expect(codes).toHaveLength(10)
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) expect(code).toMatch(/^([a-hj-km-np-z02-9]{4}-){3}[a-hj-km-np-z02-9]{4}$/)
})

test('one is the same however it was typed, and another is another', () => {
  const [one = '', other = ''] = freshRecoveryCodes()
  const spaced = ` ${one.toUpperCase().replaceAll('-', ' ')} `
  expect(recoveryHash(spaced)).toEqual(recoveryHash(one))
  expect(recoveryHash(other)).not.toEqual(recoveryHash(one))
  expect(looksLikeRecovery(spaced)).toBe(true)
})

test('what an app shows is none', () => {
  expect(looksLikeRecovery('123 456')).toBe(false)
})
