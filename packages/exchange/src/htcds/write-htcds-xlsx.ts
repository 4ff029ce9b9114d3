import { htcdsVersion } from '@setu/vocabulary'
import { writeWorkbook } from '../spreadsheets/workbook-writer.ts'
import { type ExportColumn, exportColumns, type HtcdsExport } from './export-columns.ts'
import { mayBeRun } from './neutralise.ts'
import type { HtcdsRow } from './row.ts'

async function* caseRows(
  rows: AsyncIterable<HtcdsRow> | Iterable<HtcdsRow>,
  columns: readonly ExportColumn[],
  counted: { rows: number },
): AsyncGenerator<readonly string[]> {
  yield columns.map(({ name }) => name)
  yield columns.map(({ label }) => label)
  for await (const row of rows) {
    counted.rows += 1
    yield columns.map((column) => column.read(row))
  }
}

/** Written after the cases, so that it can say how many there are. */
function* aboutRows(
  { exportedOn, tool }: HtcdsExport,
  counted: { readonly rows: number },
): Generator<readonly string[]> {
  yield ['standard', 'Human Trafficking Case Data Standard (IOM), CC BY 4.0; not endorsed by IOM', 'মানদণ্ড']
  yield ['codelist_version', htcdsVersion, 'কোড-তালিকার সংস্করণ']
  yield ['exporting_tool', tool, 'যে প্রোগ্রাম থেকে']
  yield ['exported_on', exportedOn, 'যে দিন']
  yield ['rows', String(counted.rows), 'সারির সংখ্যা']
}

/**
 * Writes cases as an HTCDS workbook, a row at a time: no more than one chunk is ever held.
 *
 * The first sheet is laid out as IOM's template, machine names above labels, except that no row is hidden;
 * the second says what the file is. Texts keep their exact letters; those a program might run are marked as
 * typed.
 */
export function writeHtcdsXlsx(
  rows: AsyncIterable<HtcdsRow> | Iterable<HtcdsRow>,
  about: HtcdsExport,
): AsyncGenerator<Uint8Array, void, undefined> {
  const counted = { rows: 0 }
  return writeWorkbook({
    day: about.exportedOn,
    mayBeRun,
    sheets: [
      { name: 'Cases', frozenRows: 2, rows: caseRows(rows, exportColumns(about), counted) },
      { name: 'About', frozenRows: 0, rows: aboutRows(about, counted) },
    ],
  })
}
