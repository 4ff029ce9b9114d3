import type { Cell, MergedBlock, SheetRow } from '../spreadsheets/cell.ts'
import { type Container, containerOf } from '../spreadsheets/container.ts'
import { readDelimited } from '../spreadsheets/delimited.ts'
import { FileProblem } from '../spreadsheets/file-problem.ts'
import { decodePlainText } from '../spreadsheets/plain-text.ts'
import { openWorkbook, type Sheet } from '../spreadsheets/workbook.ts'
import { findHeader, type Header, looksLikeHeader, namesRunDown, scoreHead } from './header.ts'
import type { HtcdsLimits } from './limits.ts'
import type { HtcdsProblemCode } from './problems.ts'

/** The rows of the one sheet that holds the columns of the standard. */
export interface Table {
  readonly container: Container
  readonly sheetNames: readonly string[]
  readonly header: Header
  readonly rows: readonly SheetRow[]
  /** Columns that hold something without being named; true where it is nothing but whole numbers. */
  readonly strays: ReadonlyMap<number, boolean>
  readonly merged: readonly MergedBlock[]
}

/** A file refused for a reason of the standard's, or of the container's. */
function refuse(
  code: HtcdsProblemCode,
  about: Readonly<Record<string, number>> = {},
): FileProblem<HtcdsProblemCode> {
  return new FileProblem<HtcdsProblemCode>(code, about)
}

const headRows = 12

async function takeHead(sheet: Sheet): Promise<SheetRow[]> {
  const head: SheetRow[] = []
  for await (const row of sheet.rows()) {
    head.push(row)
    if (head.length === headRows) break
  }
  return head
}

function refuseWithoutHeader(heads: readonly (readonly SheetRow[])[]): FileProblem<HtcdsProblemCode> {
  if (heads.every((head) => head.length === 0)) return refuse('file.empty')
  if (heads.length > 1) return refuse('sheet.not-found', { sheets: heads.length })
  return refuse(heads.some(looksLikeHeader) ? 'columns.all-unknown' : 'header.not-found')
}

function isWholeNumber(cell: Cell): boolean {
  return cell.kind === 'number'
    ? Number.isInteger(cell.value)
    : cell.kind === 'text' && /^\d{1,7}$/.test(cell.text)
}

/** Keeps the rows that hold something in a named column, and remembers which unnamed columns hold something. */
function collectRows(header: Header, limits: HtcdsLimits) {
  const named = new Set([...(header.names?.cells.keys() ?? []), ...(header.labels?.cells.keys() ?? [])])
  const width = (header.names ?? header.labels)?.width ?? Number.POSITIVE_INFINITY
  const rows: SheetRow[] = []
  const strays = new Map<number, boolean>()
  return {
    rows,
    strays,
    add(row: SheetRow) {
      if (row.number <= header.lastRow) return
      let kept = false
      for (const [position, cell] of row.cells) {
        if (named.has(position)) kept = true
        else if (position < width) strays.set(position, (strays.get(position) ?? true) && isWholeNumber(cell))
      }
      if (kept && rows.length === limits.rows) throw refuse('rows.too-many', { most: limits.rows })
      if (kept) rows.push(row)
    },
  }
}

function refuseMergedHeader(header: Header, merged: readonly MergedBlock[]): void {
  const first = header.names?.number ?? header.lastRow
  const block = merged.find(({ firstRow, lastRow }) => firstRow <= header.lastRow && lastRow >= first)
  if (block !== undefined) throw refuse('header.merged', { position: block.firstColumn })
}

async function readWorkbookTable(bytes: Uint8Array, limits: HtcdsLimits): Promise<Table> {
  const { sheets } = await openWorkbook(bytes, limits)
  const heads: SheetRow[][] = []
  for (const sheet of sheets) heads.push(await takeHead(sheet))
  const scores = heads.map(scoreHead)
  const best = scores.indexOf(Math.max(...scores))
  const [sheet, head] = [sheets[best], heads[best]]
  const header = head === undefined ? null : findHeader(head)
  if (sheet === undefined || head === undefined || header === null) throw refuseWithoutHeader(heads)
  if (namesRunDown(head)) throw refuse('header.sideways')

  const collected = collectRows(header, limits)
  const rows = sheet.rows()
  let next = await rows.next()
  for (; !next.done; next = await rows.next()) collected.add(next.value)
  refuseMergedHeader(header, next.value)
  return {
    container: 'xlsx',
    sheetNames: sheets.map(({ name }) => name),
    header,
    ...collected,
    merged: next.value,
  }
}

function readDelimitedTable(bytes: Uint8Array, limits: HtcdsLimits): Table {
  const most = {
    rows: limits.rows + headRows,
    columns: limits.columns,
    rowCharacters: limits.columns * limits.cellCharacters,
  }
  const { rows, more } = readDelimited(decodePlainText(bytes), most, scoreHead)
  const head = rows.slice(0, headRows)
  const header = findHeader(head)
  if (header === null) throw refuseWithoutHeader([head])
  if (namesRunDown(head)) throw refuse('header.sideways')
  if (more) throw refuse('rows.too-many', { most: limits.rows })
  const collected = collectRows(header, limits)
  for (const row of rows) collected.add(row)
  return { container: 'csv', sheetNames: [], header, ...collected, merged: [] }
}

/** Opens a file and finds in it the sheet, the header and the rows of HTCDS. */
export async function readTable(bytes: Uint8Array, limits: HtcdsLimits): Promise<Table> {
  if (bytes.length > limits.fileBytes) {
    throw refuse('file.too-large', { most: Math.floor(limits.fileBytes / (1024 * 1024)) })
  }
  return containerOf(bytes) === 'xlsx' ? readWorkbookTable(bytes, limits) : readDelimitedTable(bytes, limits)
}
