import { Zip, ZipDeflate, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { csvOf } from '../../test/csv.ts'
import { type TestCell, testParts, workbookOf, zipParts } from '../../test/workbooks.ts'
import { type HtcdsProblemCode, tellHtcdsProblem } from './problems.ts'
import { readHtcds } from './read-htcds.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const names = ['prs_FirstName', 'prs_Gender']

/** Every file in the old compound format begins so. */
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const utf16 = (text: string) => [...text].flatMap((letter) => [letter.charCodeAt(0), 0])

function zipOfZeros(megabytes: number): Uint8Array {
  const chunks: Uint8Array[] = []
  const zip = new Zip((_, chunk) => chunks.push(chunk))
  const part = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 9 })
  zip.add(part)
  const zeros = new Uint8Array(1024 * 1024)
  for (let at = 0; at < megabytes; at += 1) part.push(zeros, at === megabytes - 1)
  zip.end()
  return new Uint8Array(Buffer.concat(chunks))
}

/** Changes four bytes in the central directory's entry of a part. */
function forge(zip: Uint8Array, part: string, offset: number, change: (value: number) => number): Uint8Array {
  const forged = Buffer.from(zip)
  const name = Buffer.from(part)
  const at = forged.lastIndexOf(name) - 46 + offset
  forged.writeUInt32LE(change(forged.readUInt32LE(at)) >>> 0, at)
  return new Uint8Array(forged)
}

const sheet = 'xl/worksheets/sheet1.xml'
const workbook = workbookOf([names, ['Rahima', 'Feminine']])
const sizeAt = 24
const checksumAt = 16

function spoilt(path: string, text: (part: string) => string): Uint8Array {
  const parts = testParts({ Cases: [names, ['Rahima', 'Feminine']] })
  return zipParts({ ...parts, [path]: text(parts[path] ?? '') })
}

const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`
const tooMany = Array.from({ length: 20_001 }, () => ['Rahima'])

/** The kinds of file of which nothing is read. */
const refusedFiles: readonly [string, HtcdsProblemCode, () => Uint8Array][] = [
  ['an empty file', 'file.empty', () => bytes('')],
  ['a file of blank lines', 'file.empty', () => bytes('\ufeff \r\n\r\n')],
  ['a workbook with an empty sheet', 'file.empty', () => workbookOf([])],
  ['a file of 21 MB', 'file.too-large', () => new Uint8Array(21 * 1024 * 1024)],
  ['a PDF', 'file.not-a-spreadsheet', () => bytes('%PDF-1.7\n')],
  ['a photograph', 'file.not-a-spreadsheet', () => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70)],
  [
    'a web page named .xls',
    'file.not-a-spreadsheet',
    () => bytes('<html><table><tr><td>prs_Gender</td></tr></table>'),
  ],
  ['JSON', 'file.not-a-spreadsheet', () => bytes('[{"prs_Gender":"Feminine"}]')],
  [
    'a ZIP of something else',
    'file.not-a-spreadsheet',
    () => zipParts({ 'word/document.xml': '<w/>', '[Content_Types].xml': '<Types/>' }),
  ],
  ['a workbook of Excel 97', 'file.old-excel', () => Uint8Array.from([...compound, ...utf16('Workbook')])],
  [
    'a workbook with a password',
    'file.encrypted',
    () => Uint8Array.from([...compound, ...utf16('EncryptedPackage')]),
  ],
  [
    'a binary workbook',
    'file.binary-excel',
    () => zipParts({ 'xl/workbook.bin': '', '[Content_Types].xml': '<Types/>' }),
  ],
  [
    'an OpenDocument sheet',
    'file.open-document',
    () => zipParts({ mimetype: 'application/vnd.oasis', 'content.xml': '<o/>' }),
  ],
  [
    'a workbook with macros',
    'file.macros',
    () => zipParts({ ...testParts({ Cases: [names] }), 'xl/vbaProject.bin': 'x' }),
  ],
  [
    'a workbook that may hold macros',
    'file.macros',
    () => spoilt('[Content_Types].xml', (part) => part.replace('sheet.main', 'sheet.macroEnabled.main')),
  ],
  ['a workbook cut short', 'zip.damaged', () => workbook.subarray(0, workbook.length - 40)],
  ['a workbook cut to its first bytes', 'zip.damaged', () => workbook.subarray(0, 60)],
  [
    'a part with a wrong checksum',
    'zip.checksum',
    () => forge(workbook, sheet, checksumAt, (value) => value ^ 1),
  ],
  [
    'a part longer than it says',
    'zip.size-forged',
    () => forge(workbook, sheet, sizeAt, (value) => value - 20),
  ],
  [
    'a part shorter than it says',
    'zip.size-forged',
    () => forge(workbook, sheet, sizeAt, (value) => value + 20),
  ],
  ['200 MB of zeros in 195 KB (IN-08)', 'zip.too-large', () => zipOfZeros(200)],
  [
    'blanks that claim to be few',
    'zip.size-forged',
    () => forge(workbookOfBlanks(), sheet, sizeAt, () => 900_000),
  ],
  [
    'a thousand parts',
    'zip.too-many-entries',
    () => zipParts(Object.fromEntries(tooMany.slice(0, 1000).map((_, at) => [`${at}`, '']))),
  ],
  ['XML that does not close', 'workbook.damaged', () => spoilt(sheet, (part) => part.slice(0, -20))],
  [
    'XML that is not UTF-8',
    'workbook.damaged',
    () => zipSync({ ...encoded(testParts({ Cases: [names] })), [sheet]: Uint8Array.of(60, 255, 254) }),
  ],
  ['a workbook without its index', 'workbook.damaged', () => spoilt('xl/workbook.xml', () => '<workbook/>')],
  [
    'entities that multiply',
    'workbook.entities',
    () => spoilt(sheet, (part) => part.replace('<worksheet', `${bomb}<worksheet`)),
  ],
  [
    'a sheet with other things in it',
    'sheet.not-found',
    () => zipParts(testParts({ A: [['Total', 'Sum']], B: [['x', 'y']] })),
  ],
  [
    'data without a header',
    'header.not-found',
    () =>
      csvOf([
        ['Rahima', '2001-05-04', '12'],
        ['Salma', '1999', '3'],
      ]),
  ],
  [
    'columns that are none of the standard',
    'columns.all-unknown',
    () =>
      csvOf([
        ['colour', 'shape'],
        ['red', 'round'],
      ]),
  ],
  [
    'a header of merged cells',
    'header.merged',
    () => workbookOf([names, ['Rahima', 'Feminine']], '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'),
  ],
  [
    'field names below one another',
    'header.sideways',
    () => csvOf(['prs_FirstName', 'prs_Gender', 'prs_Title', 'cas_Status'].map((name) => ['text', name])),
  ],
  ['a header and nothing else', 'rows.none', () => csvOf([names])],
  ['20,001 rows of CSV', 'rows.too-many', () => csvOf([['prs_FirstName'], ...tooMany])],
  ['20,001 rows of a workbook', 'rows.too-many', () => workbookOf([['prs_FirstName'], ...tooMany])],
  [
    'a column beyond the five hundredth',
    'columns.too-many',
    () => workbookOf([[...names, ...Array<TestCell>(500).fill('x')]]),
  ],
  [
    'a line of nothing but commas',
    'columns.too-many',
    () => bytes(`prs_FirstName\n${','.repeat(2_000_000)}\n`),
  ],
  [
    'a quotation mark that is never closed',
    'csv.quotes',
    () => bytes('prs_FirstName,prs_Title\n"Rahima,x\nSalma,y\n'),
  ],
  ['a quotation mark amid a cell', 'csv.quotes', () => bytes('prs_FirstName,prs_Title\nRa"hima,x\n')],
  [
    'letters of Latin-1',
    'file.encoding',
    () => Uint8Array.from([...bytes('prs_FirstName\r\nRahima\r\nJos'), 0xe9, 13, 10]),
  ],
  [
    'UTF-16 cut in half',
    'file.encoding',
    () => Uint8Array.from([0xff, 0xfe, ...utf16('prs_FirstName\nRahima'), 0x3d, 0xd8]),
  ],
]

function encoded(parts: Readonly<Record<string, string>>): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, bytes(text)]))
}

/** A sheet with 20 MB of blanks behind it. */
function workbookOfBlanks(): Uint8Array {
  const parts = testParts({ Cases: [names] })
  return zipParts({ ...parts, [sheet]: `${parts[sheet]}${' '.repeat(20 * 1024 * 1024)}` })
}

describe('a file of which nothing is read', () => {
  test.each(refusedFiles)('%s: %s', async (_, code, file) => {
    const reading = await readHtcds(file())
    expect(reading.problems).toMatchObject([{ code, weight: 'refusal' }])
    expect(reading).toMatchObject({ refused: true, rows: [], counts: { errors: 1 } })
  })

  test('names the line that is not UTF-8, the row whose quotation mark stays open, and the merged column', async () => {
    const told = async (name: string) => {
      const file = refusedFiles.find(([known]) => known === name)?.[2]() ?? new Uint8Array(0)
      const [problem] = (await readHtcds(file)).problems
      return problem === undefined ? '' : tellHtcdsProblem(problem, 'en')
    }
    expect(await told('letters of Latin-1')).toContain('Line 3 ')
    expect(await told('a quotation mark amid a cell')).toContain('Row 2:')
    expect(await told('a header of merged cells')).toContain('column A')
    expect(await told('a file of 21 MB')).toContain('20 MB')
    expect(await told('20,001 rows of CSV')).toContain('20000 rows')
  })
})
