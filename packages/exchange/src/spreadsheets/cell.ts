/** One cell as the file holds it, before anybody asks what it means. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  /** `day` is the calendar day, when the cell is formatted as one; null when no such day exists. */
  | { readonly kind: 'number'; readonly value: number; readonly raw: string; readonly day?: string | null }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** A formula that ended in an error such as #REF!. */
  | { readonly kind: 'error' }
  /** A formula whose value was never worked out and saved. */
  | { readonly kind: 'uncalculated' }

/** One row of a sheet; cells by their position, the first being 0. Blank cells are absent. */
export interface SheetRow {
  /** As a spreadsheet program numbers it: the first is 1. */
  readonly number: number
  readonly cells: ReadonlyMap<number, Cell>
  /** How many cells the row has in the file, blank ones too. Only CSV knows. */
  readonly width?: number
}

/** A block of cells shown as one, by row number and column position, both ends in it. */
export interface MergedBlock {
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
  readonly lastColumn: number
}

/** The letters by which people know a column: 0 is A, 26 is AA. */
export function columnLetters(position: number): string {
  const before = Math.floor(position / 26) - 1
  return (before < 0 ? '' : columnLetters(before)) + String.fromCharCode(65 + (position % 26))
}

/** Reads a cell's address such as `AB12`; null when it is none. */
export function parseAddress(address: string): { readonly column: number; readonly row: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(address) ?? []
  if (letters === undefined || digits === undefined) return null
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return { column: column - 1, row: Number(digits) }
}
