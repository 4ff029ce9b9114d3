import type { FieldFacts } from './fields.ts'
import { asciiDigits, read, unreadable, type ValueRead } from './value.ts'

interface Bounds {
  readonly least: number
  readonly most: number
}

function boundsOf({ kind, most }: FieldFacts): Bounds {
  if (kind === 'longitude') return { least: -180, most: 180 }
  if (kind === 'latitude') return { least: -90, most: 90 }
  return { least: 0, most }
}

/** The one spelling of a decimal number: no plus, no leading or trailing zeros, no minus before zero. */
function canonical(text: string): string | null {
  const [, sign, whole, decimals = ''] = /^([+-]?)(\d{1,15})(?:\.(\d{1,15}))?$/.exec(text) ?? []
  if (whole === undefined) return null
  const units = whole.replace(/^0+(?=\d)/, '')
  const rest = decimals.replace(/0+$/, '')
  const size = rest === '' ? units : `${units}.${rest}`
  return sign === '-' && size !== '0' ? `-${size}` : size
}

/** Reads a count or a coordinate. */
export function readNumber(text: string, facts: FieldFacts): ValueRead {
  const number = canonical(asciiDigits(text))
  if (number === null) return unreadable('number.invalid', { length: text.length })
  const { least, most } = boundsOf(facts)
  if (Number(number) < least) return unreadable('number.too-small', { least })
  if (Number(number) > most) return unreadable('number.too-large', { most })
  if (facts.kind === 'count' && number.includes('.')) return unreadable('number.not-whole')
  return read(number)
}

const yes = new Set(['true', 'yes', 'y', '1', 'হ্যাঁ', 'সত্য'])
const no = new Set(['false', 'no', 'n', '0', 'না', 'মিথ্যা'])

/** Reads a box that is ticked or not. */
export function readCheckbox(text: string): ValueRead {
  const word = asciiDigits(text).toLowerCase().normalize('NFC')
  if (yes.has(word)) return read('true')
  return no.has(word) ? read('false') : unreadable('checkbox.invalid', { length: text.length })
}
