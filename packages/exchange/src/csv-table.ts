import { neutralise } from './htcds/neutralise.ts'

/** A cell between quotes that no spreadsheet takes for a formula. */
function cell(text: string): string {
  return `"${neutralise(text).replaceAll('"', '""')}"`
}

/** Rows of words as a table that a spreadsheet opens, Bangla included. */
export function csvTable(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}
