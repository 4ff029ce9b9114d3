import { type Cell, type MergedBlock, parseAddress, type SheetRow } from './cell.ts'
import { FileProblem } from './file-problem.ts'
import { dayOfSerial } from './workbook-days.ts'
import { readXml, unescapeWorkbookText, type XmlEvents } from './xml.ts'

/** What a sheet's cells need from the rest of the workbook. */
export interface SheetReading {
  readonly texts: readonly string[]
  /** For every cell style, whether it shows a day. */
  readonly dayStyles: readonly boolean[]
  readonly from1904: boolean
  readonly columns: number
}

/** A cell as its XML spells it, before its type is looked at. */
interface RawCell {
  readonly column: number
  readonly type: string
  readonly style: number
  value: string | null
  inline: string | null
  formula: boolean
}

function numberCell(raw: string, style: number, reading: SheetReading): Cell {
  const value = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(value)) throw new FileProblem('workbook.damaged')
  if (reading.dayStyles[style] !== true) return { kind: 'number', value, raw }
  return { kind: 'number', value, raw, day: dayOfSerial(value, reading.from1904) }
}

function sharedText(value: string, { texts }: SheetReading): string {
  const text = texts[Number(value)]
  if (text === undefined) throw new FileProblem('workbook.damaged')
  return text
}

/** What a cell holds, or null for a blank one. ECMA-376 part 1, 18.18.11. */
function parseCell(raw: RawCell, reading: SheetReading): Cell | null {
  const { type, value } = raw
  const inline = raw.inline === null ? null : unescapeWorkbookText(raw.inline)
  if (type === 'inlineStr') return textCell(inline)
  if (value === null) return raw.formula ? { kind: 'uncalculated' } : textCell(inline)
  switch (type) {
    case 's':
      return textCell(sharedText(value, reading))
    case 'b':
      return { kind: 'boolean', value: value.trim() === '1' || value.trim() === 'true' }
    case 'e':
      return { kind: 'error' }
    case 'str':
    case 'd':
      return textCell(unescapeWorkbookText(value))
    default:
      return numberCell(value, raw.style, reading)
  }
}

function textCell(text: string | null): Cell | null {
  return text === null || text === '' ? null : { kind: 'text', text }
}

function parseBlock(reference: string): MergedBlock {
  const [first = '', last = first] = reference.split(':')
  const from = parseAddress(first)
  const to = parseAddress(last)
  if (from === null || to === null) throw new FileProblem('workbook.damaged')
  return { firstRow: from.row, lastRow: to.row, firstColumn: from.column, lastColumn: to.column }
}

interface Collected {
  readonly rows: SheetRow[]
  readonly merged: MergedBlock[]
}

/** Listens to a sheet's XML and keeps the rows until they are handed on. */
function listenToSheet(reading: SheetReading, { rows, merged }: Collected): XmlEvents {
  let cells = new Map<number, Cell>()
  let rowNumber = 0
  let nextColumn = 0
  let cell: RawCell | null = null
  let into: 'value' | 'inline' | null = null
  let inReading = false

  const openRow = ({ r }: Readonly<Record<string, string>>) => {
    const number = r === undefined ? rowNumber + 1 : Number(r)
    if (!Number.isSafeInteger(number) || number <= rowNumber) throw new FileProblem('workbook.damaged')
    rowNumber = number
    nextColumn = 0
    cells = new Map()
  }
  const openCell = ({ r, t = 'n', s = '0' }: Readonly<Record<string, string>>) => {
    const address = r === undefined ? { column: nextColumn } : parseAddress(r)
    if (address === null) throw new FileProblem('workbook.damaged')
    nextColumn = address.column + 1
    cell = { column: address.column, type: t, style: Number(s), value: null, inline: null, formula: false }
  }
  const closeCell = () => {
    const held = cell === null ? null : parseCell(cell, reading)
    if (cell !== null && held !== null) {
      if (cell.column >= reading.columns) throw new FileProblem('columns.too-many', { most: reading.columns })
      cells.set(cell.column, held)
    }
    cell = null
  }

  return {
    open(name, attributes) {
      if (name === 'row') openRow(attributes)
      else if (name === 'c') openCell(attributes)
      else if (name === 'mergeCell') merged.push(parseBlock(attributes['ref'] ?? ''))
      else if (name === 'rPh') inReading = true
      else if (cell !== null && name === 'f') cell.formula = true
      else if (cell !== null && (name === 'v' || name === 't')) {
        into = name === 'v' ? 'value' : inReading ? null : 'inline'
        if (into !== null) cell[into] ??= ''
      }
    },
    close(name) {
      if (name === 'v' || name === 't') into = null
      else if (name === 'rPh') inReading = false
      else if (name === 'c') closeCell()
      else if (name === 'row' && cells.size > 0) rows.push({ number: rowNumber, cells })
    },
    text(part) {
      if (cell !== null && into !== null) cell[into] = (cell[into] ?? '') + part
    },
  }
}

/** The rows of a sheet that hold anything, as they are unpacked; at the end, its merged blocks. */
export async function* readSheetRows(
  chunks: AsyncIterable<Uint8Array>,
  reading: SheetReading,
): AsyncGenerator<SheetRow, readonly MergedBlock[], undefined> {
  const collected: Collected = { rows: [], merged: [] }
  for await (const _ of readXml(chunks, listenToSheet(reading, collected))) {
    yield* collected.rows.splice(0)
  }
  return collected.merged
}
