import { expect, test } from 'vitest'
import { freshTotpSecret, totpStep, totpToShow } from './totp.ts'

/** RFC 6238, appendix B: the secret of its SHA-1 row. Its codes have eight digits, of which an app shows the last six. */
const published = Buffer.from('12345678901234567890')

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
] as const)('at second %i the published code is right, and belongs to its half minute', (second, code) => {
  expect(totpStep(published, code, new Date(second * 1000))).toBe(Math.floor(second / 30))
})

test('a phone may be half a minute early or late, and no more; the code keeps the half minute it was made in', () => {
  const at = (second: number) => totpStep(published, '005924', new Date(second * 1000))
  const made = Math.floor(1_234_567_890 / 30)
  expect([at(1_234_567_890 - 30), at(1_234_567_890 + 30)]).toEqual([made, made])
  expect([at(1_234_567_890 - 60), at(1_234_567_890 + 60)]).toEqual([null, null])
})

test.each(['', '12345', '1234567', 'abcdef', '12345x'])('%j is no code', (typed) => {
  expect(totpStep(published, typed, new Date())).toBeNull()
})

test.each([' 005 924', '০০৫৯২৪'])('digits may be written as people write them: %s', (typed) => {
  expect(totpStep(published, typed, new Date(1_234_567_890_000))).not.toBeNull()
})

test('each secret is another, and is shown to an app under the name of the person’s account', () => {
  const secret = freshTotpSecret()
  expect(secret).toHaveLength(20)
  expect(freshTotpSecret()).not.toEqual(secret)
  const { secret: letters, uri } = totpToShow(secret, 'asha')
  expect(letters).toMatch(/^[A-Z2-7]{32}$/)
  expect(uri).toBe(`otpauth://totp/Setu:asha?issuer=Setu&secret=${letters}&algorithm=SHA1&digits=6&period=30`)
})
