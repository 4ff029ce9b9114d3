import { type PartialDate, parsePartialDate } from '@setu/vocabulary'
import type { Cell } from '../spreadsheets/cell.ts'
import type { FieldFacts } from './fields.ts'
import { asciiDigits, looksLikeSerial, read, unreadable, type ValueRead, type ValueReading } from './value.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function monthNamed(name: string): string | null {
  const index = months.indexOf(name.slice(0, 3).toLowerCase())
  return index === -1 ? null : String(index + 1).padStart(2, '0')
}

function joinDay(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

type Spelled = { readonly day: string } | 'ambiguous' | null

function slashed(first: string, second: string, year: string, reading: ValueReading): Spelled {
  const dayFirst = Number(second) <= 12
  const monthFirst = Number(first) <= 12
  const order = reading.slashedDays
  if (dayFirst && monthFirst && Number(first) !== Number(second) && order === null) return 'ambiguous'
  const useDayFirst = dayFirst && (!monthFirst || order !== 'month-first')
  return { day: useDayFirst ? joinDay(year, second, first) : joinDay(year, first, second) }
}

/** Every way of writing a day that has one meaning; the two of 03/04/2020 are told apart only by the caller. */
function spellOut(text: string, reading: ValueReading): Spelled {
  const moment = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}/.exec(text)
  if (moment?.[1] !== undefined) return { day: moment[1] }
  const [, year, month, day] = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(text) ?? []
  if (year !== undefined && month !== undefined && day !== undefined)
    return { day: joinDay(year, month, day) }
  const [, first, second, last] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  if (first !== undefined && second !== undefined && last !== undefined)
    return slashed(first, second, last, reading)
  const named = /^(?:(\d{1,2})[ -])?([a-z]{3,9})\.?,?[ -](\d{4})$/i.exec(text)
  const number = named?.[2] === undefined ? null : monthNamed(named[2])
  if (number === null || named?.[3] === undefined) return null
  return { day: named[1] === undefined ? `${named[3]}-${number}` : joinDay(named[3], number, named[1]) }
}

function judge(date: PartialDate, facts: FieldFacts, reading: ValueReading, rewritten: boolean): ValueRead {
  const year = Number(date.slice(0, 4))
  if (year < 1900 || year > 2100) return unreadable('date.out-of-range')
  const { today } = reading
  if (!facts.mayBeFuture && today !== null && date > today.slice(0, date.length))
    return unreadable('date.future')
  return rewritten ? read(date, { code: 'date.rewritten' }) : read(date)
}

/** Reads a day, or as much of one as is known. */
export function readDay(text: string, cell: Cell, facts: FieldFacts, reading: ValueReading): ValueRead {
  if (looksLikeSerial(cell)) return unreadable('date.number')
  const written = asciiDigits(text)
  const plain = parsePartialDate(written)
  if (plain !== null) return judge(plain, facts, reading, written !== text)
  const spelled = spellOut(written, reading)
  if (spelled === 'ambiguous') return unreadable('date.ambiguous', { length: text.length })
  const date = spelled === null ? null : parsePartialDate(spelled.day)
  return date === null
    ? unreadable('date.invalid', { length: text.length })
    : judge(date, facts, reading, true)
}
