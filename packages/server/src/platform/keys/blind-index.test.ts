import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { tokenOf } from './blind-index.ts'

const key = randomBytes(32)
const here = { node: 'node-a', org: 'org-a' }

describe('a blind index', () => {
  test.each([
    ['mobile', '+880 1712-345678', '+8801712345678'],
    ['identityNumber', '1990 1234 5678 90123', '19901234567890123'],
    ['name', 'Rahima  KHATUN', 'rahima khatun'],
    ['name', 'ﬁona', 'Fiona'],
    ['name', 'রহিমা খাতুন', ' রহিমা  খাতুন '],
  ] as const)('finds a %s however it was typed: %s', (field, one, other) => {
    expect(tokenOf(key, here, field, one)).toEqual(tokenOf(key, here, field, other))
  })

  test('tells vowels and conjuncts of Bangla apart', () => {
    expect(tokenOf(key, here, 'name', 'রহিমা')).not.toEqual(tokenOf(key, here, 'name', 'রহমা'))
    expect(tokenOf(key, here, 'name', 'শক্তি')).not.toEqual(tokenOf(key, here, 'name', 'শকতি'))
  })

  test('never gives one organisation, node, field or key the token of another', () => {
    const tokens = [
      tokenOf(key, here, 'name', '1712345678'),
      tokenOf(key, here, 'mobile', '1712345678'),
      tokenOf(key, { ...here, org: 'org-b' }, 'name', '1712345678'),
      tokenOf(key, { ...here, node: 'node-b' }, 'name', '1712345678'),
      tokenOf(randomBytes(32), here, 'name', '1712345678'),
    ]
    expect(new Set(tokens.map((token) => token.toString('hex'))).size).toBe(tokens.length)
    expect(tokens.every((token) => token.length === 16)).toBe(true)
  })
})
