import { type Archive, type ArchiveLimits, openArchive } from './archive.ts'
import type { MergedBlock, SheetRow } from './cell.ts'
import { FileProblem } from './file-problem.ts'
import { readSharedTexts } from './shared-texts.ts'
import { showsDay } from './workbook-days.ts'
import { readSheetRows } from './worksheet.ts'
import { readWholeXml } from './xml.ts'

/** One sheet of a workbook. */
export interface Sheet {
  readonly name: string
  /** The rows that hold anything, from the top. Merged blocks are known once all rows are read. */
  rows(): AsyncGenerator<SheetRow, readonly MergedBlock[], undefined>
}

/** An Excel workbook opened for reading: values only, no formula is worked out and no macro looked at. */
export interface Workbook {
  readonly sheets: readonly Sheet[]
}

/** How large a workbook may be. */
export interface WorkbookLimits extends ArchiveLimits {
  readonly columns: number
  /** The characters that the texts of a workbook may have together. */
  readonly sharedCharacters: number
}

interface Index {
  readonly from1904: boolean
  readonly sheets: readonly { readonly name: string; readonly relation: string }[]
}

/** Tells what the archive is instead of a workbook we read, so that people know what to do. */
function refuseOthers({ names }: Archive): void {
  const has = (pattern: RegExp) => [...names].some((name) => pattern.test(name))
  if (has(/vbaProject\.bin$/i)) throw new FileProblem('file.macros')
  if (names.has('xl/workbook.bin')) throw new FileProblem('file.binary-excel')
  if (names.has('mimetype') && names.has('content.xml')) throw new FileProblem('file.open-document')
  if (!names.has('[Content_Types].xml') || !has(/^xl\//)) throw new FileProblem('file.not-a-spreadsheet')
}

async function refuseMacros(archive: Archive): Promise<void> {
  await readWholeXml(archive.read('[Content_Types].xml'), {
    open(_, { ContentType }) {
      if (ContentType !== undefined && /macroEnabled/i.test(ContentType)) throw new FileProblem('file.macros')
    },
    close() {},
  })
}

/** Where a part's relations lead, by their id and, for the parts a workbook has once, by their type. */
async function readRelations(archive: Archive): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>()
  await readWholeXml(archive.read('xl/_rels/workbook.xml.rels'), {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || Target === undefined || TargetMode === 'External') return
      const path = Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`
      if (Id !== undefined) targets.set(Id, path)
      if (Type !== undefined) targets.set(Type.slice(Type.lastIndexOf('/')), path)
    },
    close() {},
  })
  return targets
}

async function readIndex(archive: Archive): Promise<Index> {
  const sheets: { name: string; relation: string }[] = []
  let from1904 = false
  await readWholeXml(archive.read('xl/workbook.xml'), {
    open(element, attributes) {
      if (element === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '')
      if (element !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
      if (relation !== undefined) sheets.push({ name: attributes['name'] ?? '', relation })
    },
    close() {},
  })
  return { from1904, sheets }
}

/** For every cell style of the workbook, whether it shows a day. */
async function readDayStyles(archive: Archive, part: string | undefined): Promise<readonly boolean[]> {
  const formats = new Map<number, string>()
  const styles: boolean[] = []
  let inCells = false
  if (part === undefined || !archive.names.has(part)) return styles
  await readWholeXml(archive.read(part), {
    open(name, { numFmtId, formatCode }) {
      const id = Number(numFmtId ?? 0)
      if (name === 'numFmt' && formatCode !== undefined) formats.set(id, formatCode)
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) styles.push(showsDay(id, formats.get(id)))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

/** Opens an Excel workbook (.xlsx) held in memory. Hidden sheets are left out. */
export async function openWorkbook(bytes: Uint8Array, limits: WorkbookLimits): Promise<Workbook> {
  const archive = await openArchive(bytes, limits)
  refuseOthers(archive)
  await refuseMacros(archive)
  const relations = await readRelations(archive)
  const index = await readIndex(archive)
  const dayStyles = await readDayStyles(archive, relations.get('/styles'))
  const textsPart = relations.get('/sharedStrings')
  const texts =
    textsPart === undefined || !archive.names.has(textsPart)
      ? []
      : await readSharedTexts(archive.read(textsPart), limits.sharedCharacters)

  const sheets = index.sheets.flatMap(({ name, relation }) => {
    const part = relations.get(relation)
    if (part === undefined || !part.startsWith('xl/worksheets/')) return []
    const reading = { texts, dayStyles, from1904: index.from1904, columns: limits.columns }
    return [{ name, rows: () => readSheetRows(archive.read(part), reading) }]
  })
  if (sheets.length === 0) throw new FileProblem('workbook.damaged')
  return { sheets }
}
