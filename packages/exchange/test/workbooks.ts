import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { columnLetters, parseAddress } from '../src/spreadsheets/cell.ts'
import {
  escapeWorkbookText,
  sheetEnd,
  sheetStart,
  workbookParts,
} from '../src/spreadsheets/workbook-parts.ts'

/** A cell for a test workbook: a text, a number, a calendar day as a day number, or XML of the test's own. */
export type TestCell = string | number | { readonly serial: number } | { readonly xml: string } | null

function cellXml(cell: TestCell, address: string, dayStyle: number): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`
  if (typeof cell === 'string') {
    return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escapeWorkbookText(cell)}</t></is></c>`
  }
  return 'xml' in cell
    ? cell.xml.replaceAll('$', address)
    : `<c r="${address}" s="${dayStyle}"><v>${cell.serial}</v></c>`
}

/** One row of a sheet as XML. */
function rowXml(cells: readonly TestCell[], number: number, dayStyle = 3): string {
  const written = cells.map((cell, at) => cellXml(cell, `${columnLetters(at)}${number}`, dayStyle))
  return `<row r="${number}">${written.join('')}</row>`
}

/** The parts of a workbook with these sheets, for a test to spoil before it zips them. Style 3 shows days. */
export function testParts(
  sheets: Readonly<Record<string, readonly (readonly TestCell[])[]>>,
  after = '',
): Record<string, string> {
  const parts: Record<string, string> = { ...workbookParts(Object.keys(sheets)) }
  for (const [index, rows] of Object.values(sheets).entries()) {
    const body = rows.map((row, at) => rowXml(row, at + 1)).join('')
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      sheetStart(0) + body + sheetEnd.replace('</worksheet>', `${after}</worksheet>`)
  }
  parts['xl/styles.xml'] = (parts['xl/styles.xml'] ?? '').replace(
    '</cellXfs>',
    '<xf numFmtId="14"/></cellXfs>',
  )
  return parts
}

/** Zips the parts of a workbook. */
export function zipParts(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])))
}

/** A workbook of one sheet. */
export function workbookOf(rows: readonly (readonly TestCell[])[], after = ''): Uint8Array {
  return zipParts(testParts({ Cases: rows }, after))
}

/** Everything that stands in a workbook, by the path of its part. */
export function unzipParts(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]))
}

/**
 * Fills one of IOM's templates as somebody would: row 3 and below get cells by their column letters, the row
 * numbers in column A stay, and nothing else in the file is touched.
 */
export function fillTemplate(
  template: Uint8Array,
  rows: readonly Readonly<Record<string, TestCell>>[],
): Uint8Array {
  const parts = unzipParts(template)
  const path = 'xl/worksheets/sheet1.xml'
  let sheet = parts[path] ?? ''
  for (const [index, cells] of rows.entries()) {
    const number = index + 3
    const written = Object.entries(cells)
      .toSorted(([first], [second]) => position(first) - position(second))
      .map(([letters, cell]) => cellXml(cell, `${letters}${number}`, dayStyleOf(parts)))
    const row = `<row r="${number}"><c r="A${number}"><v>${index + 1}</v></c>${written.join('')}</row>`
    sheet = sheet.replace(new RegExp(`<row r="${number}"[^>]*>.*?</row>`), () => row)
  }
  return zipParts({ ...parts, [path]: sheet })
}

function position(letters: string): number {
  return parseAddress(`${letters}1`)?.column ?? 0
}

/** The first style of the template that shows days (number format 14). */
function dayStyleOf(parts: Readonly<Record<string, string>>): number {
  const [, styles = ''] = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(parts['xl/styles.xml'] ?? '') ?? []
  return [...styles.matchAll(/<xf [^>]*numFmtId="(\d+)"/g)].findIndex(([, format]) => format === '14')
}
