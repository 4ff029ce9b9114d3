import type { HtcdsFieldName } from '@setu/vocabulary'
import type { Cell, SheetRow } from '../spreadsheets/cell.ts'
import type { ColumnReport } from './columns.ts'
import { type FieldFacts, factsOf } from './fields.ts'
import type { Findings } from './findings.ts'
import { restore } from './neutralise.ts'
import { readValue } from './read-value.ts'
import { severalInForm, wordsInForm } from './repairs.ts'
import { codeSeparator, type HtcdsRow, type HtcdsValue } from './row.ts'
import { type Finding, read, textProblem, unreadable, type ValueRead, type ValueReading } from './value.ts'
import { readCheckbox } from './value-numbers.ts'

/** The columns that are read, sorted by what they hold. */
export interface ReadColumns {
  readonly fields: readonly { readonly report: ColumnReport; readonly facts: FieldFacts }[]
  readonly choices: ReadonlyMap<HtcdsFieldName, readonly ColumnReport[]>
  readonly own: readonly ColumnReport[]
}

/** Sorts the columns that are read from those that are left out. */
export function columnsToRead(reports: readonly ColumnReport[]): ReadColumns {
  const taken = reports.filter(({ verdict }) => verdict !== 'duplicate')
  const choices = new Map<HtcdsFieldName, ColumnReport[]>()
  for (const report of taken) {
    if (report.field === null || report.choice === null) continue
    choices.set(report.field, [...(choices.get(report.field) ?? []), report])
  }
  return {
    fields: taken.flatMap((report) =>
      report.field === null || report.choice !== null ? [] : [{ report, facts: factsOf(report.field) }],
    ),
    choices,
    own: taken.filter(({ own }) => own !== null),
  }
}

type Values = Partial<Record<HtcdsFieldName, HtcdsValue>>

/** Where a value stands, for whoever has to mend it. */
interface Place {
  readonly row: number
  readonly report: ColumnReport
}

function note(findings: Findings, { row, report }: Place, found: readonly Finding[]): void {
  for (const finding of found) findings.add(finding, { row, position: report.position, field: report.field })
}

function readFields(row: SheetRow, columns: ReadColumns, reading: ValueReading, findings: Findings): Values {
  const values: Values = {}
  const aside: { field: HtcdsFieldName; words: string }[] = []
  for (const { report, facts } of columns.fields) {
    const cell = row.cells.get(report.position)
    if (cell === undefined) continue
    const { value, findings: found, wordsAside } = readValue(cell, facts, reading)
    note(findings, { row: row.number, report }, found)
    if (value !== null && value.length > 0) values[facts.name] = value
    const keeper = wordsInForm[facts.name]?.words
    if (wordsAside !== undefined && keeper !== undefined) aside.push({ field: keeper, words: wordsAside })
  }
  for (const { field, words } of aside) {
    const there = values[field]
    values[field] = typeof there === 'string' ? `${words}\n${there}` : words
  }
  return values
}

/** Which of the choice columns of one field are ticked; null when none of them says anything. */
function ticked(row: SheetRow, reports: readonly ColumnReport[], findings: Findings): string[] | null {
  const codes: string[] = []
  let said = false
  for (const report of reports) {
    const cell = row.cells.get(report.position)
    if (cell === undefined) continue
    const mark = readMark(cell)
    if (mark === null) note(findings, { row: row.number, report }, [{ code: 'code.mark-invalid' }])
    else said = true
    if (mark === true && report.choice !== null) codes.push(report.choice)
  }
  return said ? codes : null
}

function readMark(cell: Cell): boolean | null {
  if (cell.kind === 'boolean') return cell.value
  if (cell.kind === 'number') return cell.value === 1 ? true : cell.value === 0 ? false : null
  if (cell.kind !== 'text') return null
  const { value } = readCheckbox(cell.text.trim())
  return value === null ? null : value === 'true'
}

function sameCodes(value: HtcdsValue, codes: readonly string[]): boolean {
  const given = typeof value === 'string' ? value.split(codeSeparator) : value
  return given.length === codes.length && given.every((code) => codes.includes(code))
}

function addChoices(values: Values, row: SheetRow, columns: ReadColumns, findings: Findings): void {
  for (const [field, reports] of columns.choices) {
    const codes = ticked(row, reports, findings)
    const [first] = reports
    if (codes === null || first === undefined) continue
    const whole = values[field]
    if (whole !== undefined) {
      if (!sameCodes(whole, codes))
        note(findings, { row: row.number, report: first }, [{ code: 'code.columns-disagree' }])
      continue
    }
    const chosen = valueOfChoices(factsOf(field), codes)
    note(findings, { row: row.number, report: first }, chosen.findings)
    if (chosen.value !== null) values[field] = chosen.value
  }
}

/** What ticked choices come to: one code, several where the standard or the survey form takes several, or none. */
function valueOfChoices(facts: FieldFacts, codes: readonly string[]): ValueRead {
  const [only] = codes
  if (only === undefined) return read(null)
  if (facts.multiple) return read(codes)
  if (codes.length === 1) return read(only)
  const about = { length: codes.length }
  return severalInForm.has(facts.name)
    ? read(codes, { code: 'code.several-kept', about })
    : unreadable('code.several', about)
}

function readOwn(row: SheetRow, columns: ReadColumns, reading: ValueReading, findings: Findings) {
  const ids: Partial<Record<string, string>> = {}
  for (const report of columns.own) {
    const cell = row.cells.get(report.position)
    if (cell === undefined || report.own === null) continue
    const text = cell.kind === 'text' ? cell.text : cell.kind === 'number' ? cell.raw : ''
    const problem = textProblem(text, reading)
    if (problem !== null) note(findings, { row: row.number, report }, problem.findings)
    else if (text !== '') ids[report.own] = reading.neutralised ? restore(text) : text
  }
  return ids
}

/** Reads one row; null when it holds nothing, or is so out of line that its cells belong to nobody knows what. */
export function readRow(
  row: SheetRow,
  columns: ReadColumns,
  reading: ValueReading,
  findings: Findings,
  width: number | undefined,
): HtcdsRow | null {
  if (width !== undefined && row.width !== undefined && isRagged(row, row.width, width)) {
    findings.add({ code: 'row.ragged', about: { length: row.width, most: width } }, { row: row.number })
    return null
  }
  const values = readFields(row, columns, reading, findings)
  addChoices(values, row, columns, findings)
  const ids = readOwn(row, columns, reading, findings)
  if (Object.keys(values).length === 0 && Object.keys(ids).length === 0) return null
  return Object.keys(ids).length === 0 ? { row: row.number, values } : { row: row.number, values, ids }
}

/** Spreadsheet programs leave blank cells behind the last one; a cell with something in it belongs somewhere. */
function isRagged({ cells }: SheetRow, length: number, width: number): boolean {
  return length < width || [...cells.keys()].some((position) => position >= width)
}

/** Merged cells among the rows of data: only the first of their rows would get the value. */
export function addMerged(
  merged: readonly { readonly firstRow: number; readonly firstColumn: number }[],
  lastHeaderRow: number,
  findings: Findings,
): void {
  for (const { firstRow, firstColumn } of merged) {
    if (firstRow <= lastHeaderRow) continue
    findings.add({ code: 'cell.merged' }, { row: firstRow, position: firstColumn })
  }
}
