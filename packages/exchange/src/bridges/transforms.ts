import type { FieldKind } from '@setu/records'
import { ageBandOf, ageOn, type PlainDate, parsePartialDate, parsePlainDate } from '@setu/vocabulary'

/** What a field of another system holds. */
export type BridgeValue = string | number | boolean | readonly string[]

/** What a transformation may ask of the field it works for. */
export interface TransformField {
  readonly values?: Readonly<Record<string, string>>
  readonly other?: string
}

/** One way of saying a value of ours in the words of another system, and back. */
interface Transform {
  /** The kinds of our fields that it works for. */
  readonly kinds: readonly FieldKind[]
  /** The only way in which it can be used; null where it goes out and comes back. */
  readonly way: 'out' | 'in' | null
  /** Null where nothing can be written. */
  out(value: unknown, field: TransformField, today: PlainDate): BridgeValue | null
  /** Null where what stands there means nothing to us. */
  in(value: BridgeValue, field: TransformField): unknown
}

function textOf(value: BridgeValue): string | null {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : null
}

function listOf(value: BridgeValue): readonly string[] {
  if (typeof value === 'object') return value
  const text = textOf(value)
  return text === null ? [] : [text]
}

function codeOut(code: unknown, { values, other }: TransformField): string | null {
  if (typeof code !== 'string' || code === '') return null
  if (values === undefined) return code
  return (Object.hasOwn(values, code) ? values[code] : other) ?? null
}

function codeIn(code: string, { values }: TransformField): string | null {
  if (values === undefined) return code
  return Object.entries(values).find(([, theirs]) => theirs === code)?.[0] ?? null
}

function codesOut(value: unknown, field: TransformField): readonly string[] | null {
  const codes: readonly unknown[] = Array.isArray(value) ? value : []
  const out = [...new Set(codes.flatMap((code) => codeOut(code, field) ?? []))]
  return out.length === 0 ? null : out
}

function codesIn(value: BridgeValue, field: TransformField): readonly string[] | null {
  const codes = [...new Set(listOf(value).flatMap((code) => codeIn(code, field) ?? []))]
  return codes.length === 0 ? null : codes
}

const plainText = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null

function flagIn(value: BridgeValue): boolean | null {
  if (typeof value === 'boolean') return value
  if (value === 'true') return true
  return value === 'false' ? false : null
}

const coded = ['code', 'country', 'language', 'place'] as const satisfies readonly FieldKind[]
const texts = ['text', 'phone', 'email'] as const satisfies readonly FieldKind[]
const never = () => null

/** The ways in which a value may be told to another system: closed, so that a mapping can be read by anybody. */
export const transforms = {
  /** As it stands. */
  text: { kinds: texts, way: null, out: plainText, in: textOf },
  /** A code for a code. */
  code: {
    kinds: coded,
    way: null,
    out: codeOut,
    in: (value, field) => codeIn(textOf(value) ?? '', field),
  },
  /** Codes for codes; a field of theirs may gather several of ours. */
  codes: { kinds: ['codes', 'countries'], way: null, out: codesOut, in: codesIn },
  /** One code of ours among the codes of a list of theirs. */
  listed: {
    kinds: coded,
    way: null,
    out: (value, field) => {
      const code = codeOut(value, field)
      return code === null ? null : [code]
    },
    in: (value, field) => codesIn(value, field)?.[0] ?? null,
  },
  /** A code of ours as a box that is ticked or not. */
  tick: {
    kinds: coded,
    way: null,
    out: (value, field) => flagIn(codeOut(value, field) ?? ''),
    in: (value, field) => codeIn(String(flagIn(value)), field),
  },
  /** A box that is ticked or not. */
  flag: {
    kinds: ['yesNo'],
    way: null,
    out: (value) => (typeof value === 'boolean' ? value : null),
    in: flagIn,
  },
  number: {
    kinds: ['number'],
    way: null,
    out: (value) => (typeof value === 'number' ? value : null),
    in: (value) => {
      const number =
        typeof value === 'boolean' || typeof value === 'object' || value === '' ? Number.NaN : Number(value)
      return Number.isFinite(number) ? number : null
    },
  },
  /** A whole day. Part of one is not written: no day is made up. */
  day: {
    kinds: ['day', 'partialDate'],
    way: null,
    out: (value) => parsePlainDate(String(value)),
    in: (value) => parsePlainDate((textOf(value) ?? '').slice(0, 10)),
  },
  /** A day as far as it is known. */
  partDay: {
    kinds: ['partialDate'],
    way: null,
    out: plainText,
    in: (value) => {
      const text = textOf(value) ?? ''
      return parsePartialDate(text) === null ? null : text
    },
  },
  /** The completed years of today, where a whole birthday is known. */
  ageNow: {
    kinds: ['partialDate'],
    way: 'out',
    out: (value, _, today) => {
      const { youngest, oldest } = ageOn(parsePartialDate(String(value)), today)
      return youngest !== null && youngest === oldest ? youngest : null
    },
    in: never,
  },
  /** An age as one of our bands. */
  ageBand: {
    kinds: ['code'],
    way: 'in',
    out: never,
    in: (value) => {
      const age = typeof value === 'boolean' ? Number.NaN : Number(textOf(value) ?? Number.NaN)
      const whole = Number.isInteger(age) && age >= 0 && age <= 120
      return whole ? ageBandOf({ youngest: age, oldest: age }) : null
    },
  },
} as const satisfies Readonly<Record<string, Transform>>

/** One of the named ways in which a value is told to another system. */
export type TransformName = keyof typeof transforms

/** Whether a word names one of these ways. */
export function isTransform(word: unknown): word is TransformName {
  return typeof word === 'string' && Object.hasOwn(transforms, word)
}

/** One of the ways, by name. */
export function transformOf(name: TransformName): Transform {
  return transforms[name]
}
