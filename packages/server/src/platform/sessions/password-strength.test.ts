import { describe, expect, test } from 'vitest'
import { weakPassword } from './password-strength.ts'

describe('a weak password', () => {
  test.each([
    ['too short', 'river-boat'],
    ['one letter over and over', 'aaaaaaaaaaaaaaaa'],
    ['a few letters over and over', 'aB1$aB1$aB1$aB1$'],
    ['what everybody tries', 'Password12345'],
    ['the same with signs for letters', 'P@ssw0rd2026!'],
    ['the country and a year', 'Bangladesh2026'],
    ['a row of keys', 'qwertyuiop12'],
    ['two things that everybody tries', 'iloveyou123456'],
    ['a count', '123456789012'],
    ['one’s own name and a count', 'shirin123456'],
    ['the person’s own sign-in name', 'shirin.akter1'],
    ['the person’s own names', 'ShirinAkter99'],
    ['the person’s own names, turned about', 'akter_shirin_2026'],
  ])('is %s', async (_, password) => {
    expect(await weakPassword(password, ['shirin.akter', 'Shirin Akter'])).toBe(true)
  })

  test.each([
    'seven boats on the Padma',
    'নদীর ধারে সাতটি নৌকা',
    'Tr0ub4dor&3-horse',
    'ten kites over the paddy',
    'kX9#vq2!Lm7z',
  ])('is not %s', async (password) => {
    expect(await weakPassword(password, ['shirin.akter', 'Shirin Akter'])).toBe(false)
  })

  test('however long it is, is looked at in no time that anybody would notice', async () => {
    for (const long of ['ab'.repeat(100), 'aB1$'.repeat(50), 'লাল'.repeat(66), '20'.repeat(100)])
      expect(await weakPassword(long, []), long.slice(0, 8)).toBe(true)
  })
})
