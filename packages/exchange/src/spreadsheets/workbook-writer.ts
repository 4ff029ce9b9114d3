import type { PlainDate } from '@setu/vocabulary'
import { Zip, ZipDeflate } from 'fflate'
import { columnLetters } from './cell.ts'
import { escapeWorkbookText, sheetEnd, sheetStart, workbookParts } from './workbook-parts.ts'

/** One sheet to be written: rows of texts and numbers, blank ones left out of the file. */
export interface SheetToWrite {
  readonly name: string
  readonly frozenRows: number
  readonly rows: AsyncIterable<readonly (string | number)[]> | Iterable<readonly (string | number)[]>
}

/** How a workbook is written. */
export interface WorkbookToWrite {
  readonly day: PlainDate
  readonly sheets: readonly SheetToWrite[]
  /** Texts marked as typed, so that no program runs them when somebody edits the cell. */
  mayBeRun(text: string): boolean
}

const chunkCharacters = 64 * 1024

function rowXml(
  cells: readonly (string | number)[],
  number: number,
  mayBeRun: (text: string) => boolean,
): string {
  const written = cells.map((text, position) => {
    if (typeof text === 'number') return `<c r="${columnLetters(position)}${number}"><v>${text}</v></c>`
    if (text === '') return ''
    const style = mayBeRun(text) ? 2 : 1
    const xml = escapeWorkbookText(text)
    return `<c r="${columnLetters(position)}${number}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xml}</t></is></c>`
  })
  return `<row r="${number}">${written.join('')}</row>`
}

async function* sheetXml(sheet: SheetToWrite, mayBeRun: (text: string) => boolean): AsyncGenerator<string> {
  let text = sheetStart(sheet.frozenRows)
  let number = 0
  for await (const cells of sheet.rows) {
    number += 1
    text += rowXml(cells, number, mayBeRun)
    if (text.length < chunkCharacters) continue
    yield text
    text = ''
  }
  yield text + sheetEnd
}

/** The archive's clock is the day of the export at noon, so the same cases give the same bytes. */
function noonOf(day: PlainDate): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date, 12)
}

/** Opens an archive whose bytes are taken out after every push, so that none pile up inside. */
function openZip(day: PlainDate) {
  const waiting: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error
    waiting.push(bytes)
  })
  return {
    addPart(path: string): (text: string, last: boolean) => Uint8Array[] {
      const part = new ZipDeflate(path, { level: 6 })
      part.mtime = noonOf(day)
      zip.add(part)
      const encoder = new TextEncoder()
      return (text, last) => {
        part.push(encoder.encode(text), last)
        return waiting.splice(0)
      }
    },
    end(): Uint8Array[] {
      zip.end()
      return waiting.splice(0)
    },
  }
}

/** Writes an Excel workbook of texts as a stream: rows are asked for as bytes are taken, and none are kept. */
export async function* writeWorkbook({
  day,
  sheets,
  mayBeRun,
}: WorkbookToWrite): AsyncGenerator<Uint8Array, void, undefined> {
  const zip = openZip(day)
  for (const [path, xml] of Object.entries(workbookParts(sheets.map(({ name }) => name)))) {
    yield* zip.addPart(path)(xml, true)
  }
  for (const [index, sheet] of sheets.entries()) {
    const push = zip.addPart(`xl/worksheets/sheet${index + 1}.xml`)
    for await (const text of sheetXml(sheet, mayBeRun)) yield* push(text, false)
    yield* push('', true)
  }
  yield* zip.end()
}
