import { countries } from '@setu/vocabulary/places'
import { type FieldFacts, fieldFacts } from '../src/htcds/fields.ts'
import type { HtcdsRow, HtcdsValue } from '../src/htcds/row.ts'

const words = ['রহিমা', '=1+1', 'Rahima “R”', '@SUM(A1)', 'two\nlines', "'quoted", ' blank before', '+৮৮০']

function pick<Item>(from: readonly Item[], at: number): Item {
  const item = from[at % from.length]
  if (item === undefined) throw new RangeError('nothing to pick from')
  return item
}

function day(at: number): string {
  return [
    `${1970 + (at % 40)}`,
    String((at % 12) + 1).padStart(2, '0'),
    String((at % 28) + 1).padStart(2, '0'),
  ]
    .slice(0, (at % 3) + 1)
    .join('-')
}

function oneOf(facts: FieldFacts, at: number): string {
  switch (facts.kind) {
    case 'day':
      return day(at)
    case 'checkbox':
      return at % 2 === 0 ? 'true' : 'false'
    case 'count':
      return String(at % 40)
    case 'longitude':
      return `${(at % 180) - 90}.${(at % 9) + 1}`
    case 'latitude':
      return `${(at % 90) - 45}.0${(at % 9) + 1}`
    case 'country':
      return pick(countries, at).alpha2
    case 'language':
      return pick(['ben', 'rhg', 'hin', 'inc', 'und', 'fra'], at)
    case 'phone':
      return at % 2 === 0 ? `+88017${10_000_000 + at}` : `017${10_000_000 + at}`
    case 'email':
      return `person${at}@example.org`
    case 'code':
      return pick(facts.codes, at).code
    default:
      return `${pick(words, at)} ${at}`
  }
}

function valueOf(facts: FieldFacts, at: number): HtcdsValue {
  if (!facts.multiple) return oneOf(facts, at)
  const several = [...new Set([oneOf(facts, at), oneOf(facts, at * 7 + 1)])]
  return facts.openList && at % 3 === 0 ? [...several, 'Bigo'] : several
}

/** A made-up case with something in every field of the standard, unlike the cases before and after it. */
export function fullRow(at: number): HtcdsRow {
  const filled = fieldFacts.filter((_, index) => (at + index) % 11 !== 0)
  return {
    row: 0,
    values: Object.fromEntries(filled.map((facts, index) => [facts.name, valueOf(facts, at + index)])),
  }
}
