import { describe, expect, test } from 'vitest'
import { cookieIn, freshCookie, handleHash, handleOf } from './token.ts'

describe('a session’s cookie', () => {
  test('is drawn anew each time, from 32 bytes', () => {
    const drawn = new Set(Array.from({ length: 200 }, freshCookie))
    expect(drawn.size).toBe(200)
    for (const cookie of drawn) expect(Buffer.from(cookie, 'base64url').length).toBe(32)
  })

  test('gives the same database handle each time, and another cookie another', () => {
    const cookie = freshCookie()
    expect(handleOf(cookie)).toBe(handleOf(cookie))
    expect(handleOf(cookie)).toMatch(/^[0-9a-f]{64}$/)
    expect(handleOf(freshCookie())).not.toBe(handleOf(cookie))
  })

  test('cannot be read from its handle, nor the handle from what the database keeps', () => {
    const cookie = freshCookie()
    const handle = handleOf(cookie)
    expect(handle).not.toContain(Buffer.from(cookie, 'base64url').toString('hex'))
    expect(handleHash(handle).toString('hex')).not.toBe(handle)
    expect(handleHash(handle).length).toBe(32)
  })

  test('is found among others by its whole name', () => {
    const cookie = freshCookie()
    expect(cookieIn(`a=b; setu=${cookie}; c=d`, 'setu')).toBe(cookie)
    expect(cookieIn(`xsetu=${cookie}`, 'setu')).toBeNull()
    expect(cookieIn(undefined, 'setu')).toBeNull()
  })

  test.each(['', 'short', `${'a'.repeat(42)}'`, 'a'.repeat(44)])(
    'of the wrong shape is no cookie: %s',
    (value) => {
      expect(cookieIn(`setu=${value}`, 'setu')).toBeNull()
    },
  )
})
