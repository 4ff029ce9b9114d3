import type { Cell, SheetRow } from '../spreadsheets/cell.ts'
import { fieldsLabelled, readColumnName, tidy } from './column-names.ts'
import { ownPrefix, versionColumn, versionLabel } from './row.ts'

/** Where a sheet's columns are named. A file may have machine names, visible labels, or both. */
export interface Header {
  readonly names: SheetRow | null
  readonly labels: SheetRow | null
  /** Everything after this row is data. */
  readonly lastRow: number
  /** The machine names hold our own column of versions: the file is one of ours. */
  readonly own: boolean
}

/** The text of a cell of the header. */
export function headerText(cell: Cell | undefined): string {
  return cell?.kind === 'text' ? tidy(cell.text) : ''
}

function texts(row: SheetRow): string[] {
  return [...row.cells.values()].map(headerText).filter((text) => text !== '')
}

function countNames(row: SheetRow): number {
  return texts(row).filter((text) => {
    const name = readColumnName(text)
    return name !== null && name.kind !== 'survey-tool'
  }).length
}

function countLabels(row: SheetRow): number {
  return texts(row).filter((text) => fieldsLabelled(text).length > 0).length
}

/** Half of what stands in the row are labels of the standard, so it is no row about a person. */
function isLabelRow(row: SheetRow | undefined): row is SheetRow {
  if (row === undefined) return false
  const labels = countLabels(row)
  return labels > 0 && labels * 2 >= row.cells.size
}

function isOwnLabelRow(names: SheetRow, row: SheetRow): boolean {
  const position = [...names.cells].find(([, cell]) => headerText(cell) === versionColumn)?.[0]
  return position !== undefined && headerText(row.cells.get(position)) === versionLabel
}

function belowNames(names: SheetRow, next: SheetRow | undefined): Header {
  const own = texts(names).includes(versionColumn)
  const follows = next !== undefined && next.number === names.number + 1
  const labelled = follows && (own ? isOwnLabelRow(names, next) : isLabelRow(next))
  return { names, labels: labelled ? next : null, lastRow: labelled ? next.number : names.number, own }
}

/** Finds where the columns are named among the first rows of a sheet; null when nowhere. */
export function findHeader(head: readonly SheetRow[]): Header | null {
  const own = head.findIndex((row) => texts(row).includes(versionColumn))
  const ownNames = head[own]
  if (ownNames !== undefined) return belowNames(ownNames, head[own + 1])
  let best = 0
  let found: Header | null = null
  for (const [index, row] of head.entries()) {
    const names = countNames(row)
    if (names > best) {
      best = names
      found = belowNames(row, head[index + 1])
    }
  }
  if (found !== null) return found
  const labels = head.find((row) => isLabelRow(row))
  return labels === undefined ? null : { names: null, labels, lastRow: labels.number, own: false }
}

/** How many columns of the standard a header names: the measure by which sheets and delimiters are chosen. */
export function scoreHead(head: readonly SheetRow[]): number {
  const header = findHeader(head)
  if (header === null) return 0
  return header.names === null
    ? countLabels(header.labels ?? { number: 0, cells: new Map() })
    : countNames(header.names)
}

/** Whether the first rows look like names of columns that are simply not ours, and not like data. */
export function looksLikeHeader(head: readonly SheetRow[]): boolean {
  const [first] = head
  if (first === undefined) return false
  const words = texts(first)
  return (
    words.length === first.cells.size && words.every((text) => !/\d/.test(text) || text.startsWith(ownPrefix))
  )
}

/** The names stand below one another: somebody chose the description of a form instead of its answers. */
export function namesRunDown(head: readonly SheetRow[]): boolean {
  const counts = head.map(countNames)
  return Math.max(0, ...counts) <= 2 && counts.filter((count) => count > 0).length >= 4
}
