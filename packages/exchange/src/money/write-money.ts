import type { PlainDate } from '@setu/vocabulary'
import { mayBeRun, neutralise } from '../htcds/neutralise.ts'
import { writeWorkbook } from '../spreadsheets/workbook-writer.ts'

/** A payment as the finance office has it: by the code of the case, and without a name. */
export interface MoneyLine {
  readonly code: string
  readonly unit: string
  readonly kind: string
  readonly state: string
  readonly line: string
  readonly donor: string
  readonly asked: string
  readonly paid: string
  readonly currency: string
  /** In the smallest unit of the currency, a hundredth; a counter entry is less than nought. */
  readonly amount: number
  readonly counter: boolean
}

const columns = [
  ['case', 'Case code', 'কেস কোড'],
  ['unit', 'Unit', 'ইউনিট'],
  ['kind', 'What for', 'কী জন্য'],
  ['state', 'How it stands', 'অবস্থা'],
  ['line', 'Budget line', 'বাজেট খাত'],
  ['donor', 'Programme or donor', 'কর্মসূচি বা দাতা'],
  ['asked_on', 'Asked on', 'চাওয়ার তারিখ'],
  ['paid_on', 'Paid on', 'পরিশোধের তারিখ'],
  ['counter_entry', 'Counter entry', 'পাল্টা ভুক্তি'],
  ['currency', 'Currency', 'মুদ্রা'],
  ['amount', 'Amount', 'অঙ্ক'],
] as const

/** An amount with its hundredths, to the last of them: never by way of a fraction. */
export function decimalOf(hundredths: number): string {
  const whole = Math.abs(hundredths)
  const sign = hundredths < 0 ? '-' : ''
  return `${sign}${Math.trunc(whole / 100)}.${String(whole % 100).padStart(2, '0')}`
}

function textsOf(row: MoneyLine): string[] {
  const { code, unit, kind, state, line, donor, asked, paid, counter, currency } = row
  return [code, unit, kind, state, line, donor, asked, paid, counter ? 'yes' : 'no', currency]
}

const quoted = (text: string): string => (text === '' ? '' : `"${text.replaceAll('"', '""')}"`)

/** Payments as CSV. Texts that a program might run get an apostrophe; amounts are numbers. */
export function* writeMoneyCsv(rows: readonly MoneyLine[]): Generator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder()
  yield encoder.encode(`\ufeff${columns.map(([name]) => quoted(name)).join(',')}\r\n`)
  for (const row of rows) {
    const cells = [...textsOf(row).map((text) => quoted(neutralise(text))), decimalOf(row.amount)]
    yield encoder.encode(`${cells.join(',')}\r\n`)
  }
}

function* sheetRows(rows: readonly MoneyLine[]): Generator<readonly (string | number)[]> {
  yield columns.map(([name]) => name)
  yield columns.map(([, en, bn]) => `${en} / ${bn}`)
  for (const row of rows) yield [...textsOf(row), Number(decimalOf(row.amount))]
}

/** Payments as a workbook in which amounts can be added up. */
export function writeMoneyXlsx(
  rows: readonly MoneyLine[],
  day: PlainDate,
): AsyncGenerator<Uint8Array, void, undefined> {
  return writeWorkbook({
    day,
    mayBeRun,
    sheets: [{ name: 'Payments', frozenRows: 2, rows: sheetRows(rows) }],
  })
}
