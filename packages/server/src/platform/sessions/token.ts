import { createHash, hkdfSync, randomBytes } from 'node:crypto'

/** What the browser's cookie holds: 32 random bytes. */
export function freshCookie(): string {
  return randomBytes(32).toString('base64url')
}

/** What a request comes in with: the handle for the database, and the key to what travels with the session. */
export interface Pass {
  readonly handle: string
  readonly vaultKey: Buffer
}

/**
 * Two values come from the cookie. The database handle is the only one that reaches SQL; the vault key never
 * leaves the process. Neither tells the other, nor the cookie.
 */
export function handleOf(cookie: string): string {
  return Buffer.from(hkdfSync('sha256', cookie, '', 'setu1|database handle', 32)).toString('hex')
}

export function passOf(cookie: string): Pass {
  const vaultKey = Buffer.from(hkdfSync('sha256', cookie, '', 'setu1|vault key', 32))
  return { handle: handleOf(cookie), vaultKey }
}

export function handleHash(handle: string): Buffer {
  return createHash('sha256').update(handle, 'utf8').digest()
}

const cookieShape = /^[A-Za-z0-9_-]{43}$/

/** The session's cookie out of a request's header; `null` when there is none of the right shape. */
export function cookieIn(header: string | undefined, name: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) {
      const value = pair.slice(at + 1).trim()
      return cookieShape.test(value) ? value : null
    }
  }
  return null
}
