import type { Branded } from './ids.ts'

/**
 * What people say instead of a name: five random signs and a check sign, written `K4T-9WX`.
 *
 * It carries nothing of the person: no district, year or initials.
 */
export type CaseCode = Branded<'CaseCode'>

/** Left out are 0, O, 1, I, L, U and Z, which are misread by hand; 29 is prime, which the check needs. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXY'
const drawnSigns = 5

/**
 * The check sign makes the weighted sum a multiple of 29. All weights differ, so one misread sign and any
 * two exchanged signs always show.
 */
function checkSign(drawn: string): string {
  const sum = [...drawn].reduce((total, sign, place) => total + (place + 2) * alphabet.indexOf(sign), 0)
  return alphabet.charAt((alphabet.length - (sum % alphabet.length)) % alphabet.length)
}

/** Makes a case code from eight random bytes, which the caller draws from a secure source. */
export function caseCodeFrom(random: Uint8Array): CaseCode {
  if (random.length < 8) throw new RangeError('a case code needs eight random bytes')
  let rest = random.subarray(0, 8).reduce((number, byte) => number * 256n + BigInt(byte), 0n)
  let drawn = ''
  for (let place = 0; place < drawnSigns; place += 1) {
    drawn += alphabet.charAt(Number(rest % BigInt(alphabet.length)))
    rest /= BigInt(alphabet.length)
  }
  const code = drawn + checkSign(drawn)
  return `${code.slice(0, 3)}-${code.slice(3)}` as CaseCode
}

/**
 * Reads a case code as people write it: small letters, Bangla digits, with or without the hyphen.
 * Null when it is not one, or when the check sign shows that it was misread.
 */
export function parseCaseCode(text: string): CaseCode | null {
  const signs = text
    .replace(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - 0x09e6))
    .replace(/[\s\-‐‑–]/g, '')
    .toUpperCase()
  if (signs.length !== drawnSigns + 1 || [...signs].some((sign) => !alphabet.includes(sign))) return null
  if (checkSign(signs.slice(0, drawnSigns)) !== signs.charAt(drawnSigns)) return null
  return `${signs.slice(0, 3)}-${signs.slice(3)}` as CaseCode
}
