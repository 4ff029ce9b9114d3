import type { Field, RecordType } from '@setu/records'
import { checkFor } from '@setu/records/check'
import { type CodeList, fromHtcds, spokenLanguages } from '@setu/vocabulary'
import { parseLanguage } from '../languages.ts'
import type { HtcdsProblemCode } from '../problems.ts'
import type { HtcdsValue } from '../row.ts'

/** Numbers as people write them, however small: never with an exponent. */
function plainNumber(value: number): string {
  const text = String(value)
  const [, sign = '', whole, rest = '', power] = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text) ?? []
  return whole === undefined ? text : `${sign}0.${'0'.repeat(Number(power) - 1)}${whole}${rest}`
}

const webTags = new Map(
  spokenLanguages.entries
    .filter(({ code }) => code.length === 2)
    .map(({ code }) => [parseLanguage(code), code]),
)

function textOut(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function codeOut(list: CodeList, code: unknown): string | null {
  return list.entries.find((entry) => entry.code === code)?.htcds ?? null
}

/** Several codes of ours may share one word of the standard; it stands there once. */
function codesOut(list: CodeList, codes: unknown): string[] {
  const given: readonly unknown[] = Array.isArray(codes) ? codes : []
  return [...new Set(given.flatMap((code) => codeOut(list, code) ?? []))]
}

/** What a value of ours is in a file; null where there is nothing to write. */
export function valueOut(field: Field, value: unknown): HtcdsValue | null {
  switch (field.kind) {
    case 'number':
      return typeof value === 'number' ? plainNumber(value) : null
    case 'yesNo':
      return typeof value === 'boolean' ? String(value) : null
    case 'code':
      return codeOut(field.from, value)
    case 'codes':
      return listOut(codesOut(field.from, value))
    case 'countries':
      return listOut(Array.isArray(value) ? value.map(String) : [])
    case 'language': {
      const tag = textOut(value)
      return tag === null ? null : (parseLanguage(tag) ?? tag)
    }
    default:
      return textOut(value)
  }
}

function listOut(codes: readonly string[]): HtcdsValue | null {
  return codes.length === 0 ? null : codes
}

export function listed(value: HtcdsValue): readonly string[] {
  return typeof value === 'string' ? [value] : value
}

/** What a value of a file is with us; `null` where our codes have no word for it. */
export function valueIn(field: Field, value: HtcdsValue): unknown {
  const [first = ''] = listed(value)
  switch (field.kind) {
    case 'number':
      return Number(first)
    case 'yesNo':
      return first === 'true'
    case 'code':
      return fromHtcds(field.from, first)
    case 'codes':
      return [...new Set(listed(value).flatMap((code) => fromHtcds(field.from, code) ?? []))]
    case 'countries':
      return [...listed(value)]
    case 'language':
      return webTags.get(first) ?? first
    default:
      return first
  }
}

/** Why a value cannot be kept; null when it can. */
export interface Refused {
  readonly code: HtcdsProblemCode
  readonly about: Readonly<Record<string, number>>
}

const refusals: Partial<Record<Field['kind'], HtcdsProblemCode>> = {
  phone: 'phone.invalid',
  email: 'email.invalid',
  day: 'date.invalid',
  partialDate: 'date.invalid',
  country: 'country.unknown',
  countries: 'country.unknown',
  language: 'language.unknown',
}

function refusedText(value: unknown, most: number, says: string): Refused {
  const length = String(value).length
  if (length > most) return { code: 'cell.too-long', about: { length, most } }
  return { code: says === 'lone-surrogate' ? 'cell.nul' : 'cell.control-characters', about: { length } }
}

function refusedNumber(value: unknown, { least, most }: Extract<Field, { kind: 'number' }>): Refused {
  const number = Number(value)
  if (number < least) return { code: 'number.too-small', about: { least } }
  return number > most
    ? { code: 'number.too-large', about: { most } }
    : { code: 'number.not-whole', about: {} }
}

/** Holds a value against its declaration, as every other way into a record does. */
export function refusedBy(record: RecordType, key: string, value: unknown): Refused | null {
  const field = record.fields[key]
  const result = checkFor(record).shape[key]?.safeParse(value)
  if (field === undefined || result === undefined) throw new RangeError('not a field of the record')
  if (result.success) return null
  if (field.kind === 'text') return refusedText(value, field.most, result.error.issues[0]?.message ?? '')
  if (field.kind === 'number') return refusedNumber(value, field)
  return { code: refusals[field.kind] ?? 'code.unknown', about: {} }
}
