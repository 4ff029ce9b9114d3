import { CsvError, parse } from 'csv-parse/sync'
import type { Cell, SheetRow } from './cell.ts'
import { FileProblem } from './file-problem.ts'

/** The marks that may stand between two cells. Excel writes a semicolon where the comma is for decimals. */
const delimiters = [',', ';', '\t'] as const

/** How large a CSV file may be. */
export interface DelimitedLimits {
  /** Rows read at most, those of the header included. */
  readonly rows: number
  readonly columns: number
  /** The characters a whole row may have. */
  readonly rowCharacters: number
}

const headRows = 12

function parseRecords(text: string, delimiter: string, limits: DelimitedLimits, rows: number): string[][] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      to: rows,
      max_record_size: limits.rowCharacters,
    })
  } catch (error) {
    if (error instanceof CsvError)
      throw new FileProblem('csv.quotes', { row: Number(error['records'] ?? 0) + 1 })
    throw error
  }
}

/** A file of nothing but delimiters would unpack to one array of millions. */
function refuseWideLines(text: string, delimiter: string, limits: DelimitedLimits): void {
  const most = limits.rowCharacters / 10
  let inLine = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (character === '\n' || character === '\r') inLine = 0
    else if (character === delimiter) inLine += 1
    if (inLine > most) throw new FileProblem('columns.too-many', { most: limits.columns })
  }
}

function toRow(record: readonly string[], index: number): SheetRow {
  const cells = new Map<number, Cell>()
  for (const [position, text] of record.entries()) {
    if (text !== '') cells.set(position, { kind: 'text', text })
  }
  return { number: index + 1, cells, width: record.length }
}

/** The rows of a CSV file. */
export interface Delimited {
  readonly delimiter: string
  readonly rows: readonly SheetRow[]
  /** The file goes on after the rows that were read. */
  readonly more: boolean
}

/**
 * Reads a CSV file (RFC 4180).
 *
 * The delimiter is the one under which `score` likes the first rows best: a title or an address may hold
 * more commas than the header has semicolons, so they are not merely counted.
 */
export function readDelimited(
  text: string,
  limits: DelimitedLimits,
  score: (head: readonly SheetRow[]) => number,
): Delimited {
  const tried = delimiters.map((delimiter) => {
    refuseWideLines(text, delimiter, limits)
    try {
      return { delimiter, score: score(parseRecords(text, delimiter, limits, headRows).map(toRow)) }
    } catch (error) {
      if (error instanceof FileProblem) return { delimiter, score: -1 }
      throw error
    }
  })
  const best = tried.reduce((first, second) => (second.score > first.score ? second : first))
  const records = parseRecords(text, best.delimiter, limits, limits.rows + 1)
  const rows = records.map(toRow)
  for (const row of rows) {
    for (const position of row.cells.keys()) {
      if (position >= limits.columns) throw new FileProblem('columns.too-many', { most: limits.columns })
    }
  }
  return {
    delimiter: best.delimiter,
    rows: rows.filter((row) => row.cells.size > 0),
    more: records.length > limits.rows,
  }
}
