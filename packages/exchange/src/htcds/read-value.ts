import type { Cell } from '../spreadsheets/cell.ts'
import { tidy } from './column-names.ts'
import type { FieldFacts } from './fields.ts'
import { restore } from './neutralise.ts'
import { cellText, read, type ValueRead, type ValueReading } from './value.ts'
import { readCodes } from './value-codes.ts'
import { readEmail, readPhone } from './value-contacts.ts'
import { readDay } from './value-days.ts'
import { readCheckbox, readNumber } from './value-numbers.ts'

function readKind(text: string, cell: Cell, facts: FieldFacts, reading: ValueReading): ValueRead {
  switch (facts.kind) {
    case 'text':
      return read(text)
    case 'day':
      return readDay(tidy(text), cell, facts, reading)
    case 'checkbox':
      return readCheckbox(tidy(text))
    case 'count':
    case 'longitude':
    case 'latitude':
      return readNumber(tidy(text), facts)
    case 'code':
    case 'country':
    case 'language':
      return readCodes(text, facts, reading)
    case 'phone':
      return reading.exact ? read(text) : readPhone(text, cell)
    case 'email':
      return reading.exact ? read(text) : readEmail(text)
  }
}

/** Reads one cell as a value of a field. A cell of nothing but white space holds no value. */
export function readValue(cell: Cell, facts: FieldFacts, reading: ValueReading): ValueRead {
  const text = cellText(cell, facts, reading)
  if (typeof text !== 'string') return text
  if (text === '') return read(null)
  return readKind(reading.neutralised ? restore(text) : text, cell, facts, reading)
}
