import type { PlainDate } from '@setu/vocabulary'
import { csvTable } from '../csv-table.ts'
import { mayBeRun } from '../htcds/neutralise.ts'
import { writeWorkbook } from '../spreadsheets/workbook-writer.ts'

/** What a table is called when it is sent, by how it is written. */
export const tableTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** A table of words and numbers, with what has to be known to read it above its columns. */
export interface PlainTable {
  readonly sheet: string
  readonly notes: readonly string[]
  readonly heads: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

/** Such a table as CSV: notes first, one a line. */
export function writeTableCsv({ notes, heads, rows }: PlainTable): Uint8Array {
  const lines = [...notes.map((note) => [note]), heads, ...rows.map((row) => row.map(String))]
  return new TextEncoder().encode(csvTable(lines))
}

/** Such a table as a workbook in which numbers are numbers. */
export function writeTableXlsx(
  { sheet, notes, heads, rows }: PlainTable,
  day: PlainDate,
): AsyncGenerator<Uint8Array, void, undefined> {
  return writeWorkbook({
    day,
    mayBeRun,
    sheets: [
      { name: sheet, frozenRows: notes.length + 1, rows: [...notes.map((note) => [note]), heads, ...rows] },
    ],
  })
}
