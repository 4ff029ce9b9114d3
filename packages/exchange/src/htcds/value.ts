import type { PlainDate } from '@setu/vocabulary'
import type { Cell } from '../spreadsheets/cell.ts'
import { dayOfSerial } from '../spreadsheets/workbook-days.ts'
import { tidy } from './column-names.ts'
import type { FieldFacts } from './fields.ts'
import type { HtcdsProblemCode } from './problems.ts'
import type { HtcdsValue } from './row.ts'

/** How the cells of one file are to be read. */
export interface ValueReading {
  /** The file is one of ours: texts come back exactly as they were written. */
  readonly exact: boolean
  /** The file is CSV, so our own apostrophes before signs are taken off. */
  readonly neutralised: boolean
  /** The file comes from the published survey form. */
  readonly surveyForm: boolean
  /** Days after this one lie in the future. Null asks nothing. */
  readonly today: PlainDate | null
  /** How people write 03/04/2020; null when nobody said, and then such a day is refused. */
  readonly slashedDays: 'day-first' | 'month-first' | null
  readonly cellCharacters: number
}

/** Something found while reading one value. */
export interface Finding {
  readonly code: HtcdsProblemCode
  readonly about?: Readonly<Record<string, number>>
}

/** What a cell came to. A value with an error is no value. */
export interface ValueRead {
  readonly value: HtcdsValue | null
  readonly findings: readonly Finding[]
  /** Words that were no code and go to the field that keeps them. */
  readonly wordsAside?: string
}

/** A value read without remark. */
export function read(value: HtcdsValue | null, ...findings: readonly Finding[]): ValueRead {
  return { value, findings }
}

/** A value that cannot be read, and why. */
export function unreadable(code: HtcdsProblemCode, about: Readonly<Record<string, number>> = {}): ValueRead {
  return { value: null, findings: [{ code, about }] }
}

/** Turns Bangla digits into the ASCII ones that dates, counts and phone numbers are kept in. */
export function asciiDigits(text: string): string {
  return text.replaceAll(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - 0x9e6))
}

const controls = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/

/** Why a text cannot be kept; null when it can. */
export function textProblem(text: string, reading: ValueReading): ValueRead | null {
  const { length } = text
  if (length > reading.cellCharacters)
    return unreadable('cell.too-long', { length, most: reading.cellCharacters })
  if (text.includes('\0') || !text.isWellFormed()) return unreadable('cell.nul', { length })
  if (!reading.exact && controls.test(text)) return unreadable('cell.control-characters', { length })
  return null
}

/** The digits of a number as a person would have typed them, or null where the program has lost some. */
function typedDigits({ value, raw }: Extract<Cell, { kind: 'number' }>): string | null {
  if (Number.isInteger(value)) return Math.abs(value) < 1e15 ? String(value) : null
  const text = String(value)
  return text.includes('e') ? raw : text
}

/** What the cell says as text, whatever it was typed as; or why it says nothing that can be used. */
export function cellText(cell: Cell, facts: FieldFacts, reading: ValueReading): string | ValueRead {
  switch (cell.kind) {
    case 'error':
      return unreadable('cell.formula-error')
    case 'uncalculated':
      return unreadable('cell.uncalculated')
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE'
    case 'number': {
      if (cell.day === null) return unreadable('date.invalid')
      if (cell.day !== undefined && facts.kind !== 'count') return cell.day
      return typedDigits(cell) ?? unreadable('number.digits-lost')
    }
    case 'text': {
      const problem = textProblem(cell.text, reading)
      return problem ?? (reading.exact ? cell.text : tidy(cell.text))
    }
  }
}

/** A bare number in a column of days that could be a day a workbook forgot to format. */
export function looksLikeSerial(cell: Cell): boolean {
  return (
    cell.kind === 'number' &&
    cell.day === undefined &&
    cell.value > 2100 &&
    dayOfSerial(cell.value, false) !== null
  )
}
