import { type ExportColumn, exportColumns, type HtcdsExport } from './export-columns.ts'
import { neutralise } from './neutralise.ts'
import type { HtcdsRow } from './row.ts'

const chunkCharacters = 64 * 1024
const byteOrderMark = '\ufeff'

/** Every cell is quoted, so that no program reads a comma, a semicolon or a line break as the end of one. */
function quote(text: string): string {
  return text === '' ? '' : `"${text.replaceAll('"', '""')}"`
}

function line(cells: readonly string[]): string {
  return `${cells.map(quote).join(',')}\r\n`
}

function rowLine(row: HtcdsRow, columns: readonly ExportColumn[]): string {
  return line(columns.map((column) => neutralise(column.read(row))))
}

/**
 * Writes cases as HTCDS CSV, a row at a time: no more than one chunk is ever held, however many rows come.
 *
 * Texts that a spreadsheet program might run get an apostrophe, which `readHtcds` takes off again. The mark at
 * the start makes Excel read Bangla as Bangla.
 */
export async function* writeHtcdsCsv(
  rows: AsyncIterable<HtcdsRow> | Iterable<HtcdsRow>,
  about: HtcdsExport,
): AsyncGenerator<Uint8Array, void, undefined> {
  const columns = exportColumns(about)
  const encoder = new TextEncoder()
  let text = byteOrderMark + line(columns.map(({ name }) => name))
  for await (const row of rows) {
    text += rowLine(row, columns)
    if (text.length < chunkCharacters) continue
    yield encoder.encode(text)
    text = ''
  }
  yield encoder.encode(text)
}
