import { Secret, TOTP } from 'otpauth'

const seconds = 30

function totpOf(secret: Uint8Array, label: string): TOTP {
  return new TOTP({
    issuer: 'Setu',
    label,
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
    algorithm: 'SHA1',
    digits: 6,
    period: seconds,
  })
}

/** A secret for an app that makes codes: 160 bits, as RFC 4226 advises. */
export function freshTotpSecret(): Uint8Array {
  return new Uint8Array(new Secret({ size: 20 }).buffer)
}

/** The secret as letters to type, and as an address for a picture to scan. */
export function totpToShow(secret: Uint8Array, label: string) {
  const totp = totpOf(secret, label)
  return { secret: totp.secret.base32, uri: totp.toString() }
}

/** Digits as they are typed, Bangla ones too, without what stands between them. */
function digitsOf(typed: string): string {
  return typed
    .normalize('NFKC')
    .replaceAll(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - '০'.charCodeAt(0)))
    .replaceAll(/[\s-]/g, '')
}

/**
 * The half minute that a code belongs to, so that it can be kept and the code never be used again; `null` for a
 * code of no half minute near this one. Phones go wrong by a little, so the ones before and after count too.
 */
export function totpStep(secret: Uint8Array, typed: string, now: Date): number | null {
  const token = digitsOf(typed)
  if (!/^\d{6}$/.test(token)) return null
  const timestamp = now.getTime()
  const delta = totpOf(secret, '').validate({ token, timestamp, window: 1 })
  return delta === null ? null : Math.floor(timestamp / 1000 / seconds) + delta
}
