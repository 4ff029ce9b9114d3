import type { Cell } from '../spreadsheets/cell.ts'
import { asciiDigits, read, unreadable, type ValueRead } from './value.ts'

const international = /^\+[1-9]\d{5,14}$/
const bare = /^[1-9]\d{5,14}$/
const national = /^(?:0\d{5,14}|[1-9]\d{2,4})$/

/**
 * Reads a phone number. E.164, which the standard asks for, is kept; so is a number without a country code,
 * since the file does not say of which country it is and a caseworker knows.
 */
export function readPhone(text: string, cell: Cell): ValueRead {
  const digits = asciiDigits(text)
    .replaceAll(/[\s\u00a0().‐-–/-]/gu, '')
    .replace(/^00(?=[1-9])/, '+')
  const rewritten = digits === text ? [] : [{ code: 'phone.rewritten' } as const]
  if (international.test(digits)) return read(digits, ...rewritten)
  if (national.test(digits)) return read(digits, ...rewritten, { code: 'phone.national' })
  if (!bare.test(digits)) return unreadable('phone.invalid', { length: text.length })
  return cell.kind === 'number' ? read(digits, { code: 'phone.national' }) : read(digits, ...rewritten)
}

const email = /^[^\s@<>"(),;:\\[\]]{1,64}@(?:[^\s@<>"(),;:\\[\].]+\.)+[^\s@<>"(),;:\\[\].]{2,}$/u

/** Reads an e-mail address. */
export function readEmail(text: string): ValueRead {
  return email.test(text) && text.length <= 254
    ? read(text)
    : unreadable('email.invalid', { length: text.length })
}
