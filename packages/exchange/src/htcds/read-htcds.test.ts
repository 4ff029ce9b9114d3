import { describe, expect, test } from 'vitest'
import { csvOf, csvRow } from '../../test/csv.ts'
import { testParts, workbookOf, zipParts } from '../../test/workbooks.ts'
import { readHtcds } from './read-htcds.ts'

const header = ['prs_FirstName', 'prs_MailingStreet', 'prs_Gender']
const person = ['রহিমা', 'House 3, Road 2; "Green" Lane\nDhaka', 'Feminine']
const values = { prs_FirstName: 'রহিমা', prs_MailingStreet: person[1], prs_Gender: 'Feminine' }

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const units = [0xfeff, ...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))]
  return Uint8Array.from(
    units.flatMap((unit) => (bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])),
  )
}

describe('a CSV file', () => {
  test.each([
    ['commas', ',', '\r\n'],
    ['semicolons', ';', '\r\n'],
    ['tabs', '\t', '\n'],
    ['the line breaks of old Macs', ',', '\r'],
  ])('may be written with %s', async (_, delimiter, newline) => {
    const reading = await readHtcds(csvOf([header, person], delimiter, newline))
    expect(reading.rows).toEqual([{ row: 2, values }])
    expect(reading.problems).toEqual([])
  })

  test('may begin with the mark of UTF-8, or be UTF-16 with its mark', async () => {
    const text = new TextDecoder().decode(csvOf([header, person], '\t'))
    for (const file of [new TextEncoder().encode(`\ufeff${text}`), utf16(text, false), utf16(text, true)]) {
      expect((await readHtcds(file)).rows).toEqual([{ row: 2, values }])
    }
  })

  test('saved from the template has its labels below its names', async () => {
    const labels = ['First Name', 'Mailing Street', 'Gender']
    const reading = await readHtcds(csvOf([header, labels, person]))
    expect(reading.rows).toEqual([{ row: 3, values }])
    expect(reading.columns.map(({ label, verdict }) => [label, verdict])).toEqual(
      labels.map((label) => [label, 'exact']),
    )
  })

  test('saved from the template may have its row numbers in front, which are no one’s', async () => {
    const rows = [
      ['', ...header],
      ['', 'First Name', 'Mailing Street', 'Gender'],
      ['1', ...person],
      ['2', '', '', ''],
    ]
    const reading = await readHtcds(csvOf(rows, ';'))
    expect(reading.rows).toEqual([{ row: 3, values }])
    expect(reading).toMatchObject({
      problems: [],
      columns: [{ letters: 'A', rule: 'row-numbers' }, {}, {}, {}],
    })
  })

  test('may have a title above its header, and blank lines', async () => {
    const reading = await readHtcds(
      csvOf([['Cases 2026', '', ''], ['', '', ''], header, ['', '', ''], person]),
    )
    expect(reading.rows).toEqual([{ row: 5, values }])
  })

  test('may spell its names in other letters, and one label in words of its own', async () => {
    const file = csvOf([
      ['PRS_FIRSTNAME', 'prs_Gender'],
      ['First Name', 'জেন্ডার'],
      ['Salma', 'Feminine'],
    ])
    const reading = await readHtcds(file)
    expect(reading.columns.map(({ rule }) => rule)).toEqual(['letter-case', null])
    expect(reading.disagreements).toMatchObject([
      { letters: 'B', kind: 'label-not-in-standard', chosen: 'prs_Gender', by: 'rule' },
    ])
    expect(reading.rows[0]?.values).toEqual({ prs_FirstName: 'Salma', prs_Gender: 'Feminine' })
  })
})

describe('a workbook', () => {
  test('may count its days from 1904', async () => {
    const rows = [['prs_Birthdate'], [{ serial: 35_064 }]]
    const parts = testParts({ Cases: rows })
    const later = {
      ...parts,
      'xl/workbook.xml': (parts['xl/workbook.xml'] ?? '').replace(
        '<sheets>',
        '<workbookPr date1904="1"/><sheets>',
      ),
    }
    expect((await readHtcds(zipParts(later))).rows[0]?.values).toEqual({ prs_Birthdate: '2000-01-01' })
    expect((await readHtcds(zipParts(parts))).rows[0]?.values).toEqual({ prs_Birthdate: '1995-12-31' })
  })

  test('gives numbers as people typed them, booleans as boxes, and what its formulas came to', async () => {
    const reading = await readHtcds(
      workbookOf([
        [
          'prs_MobilePhone',
          'prs_MailingPostalCode',
          'prs_NumberOfChildren',
          'con_Consent',
          'prs_FirstName',
          'hte_Longitude',
        ],
        [
          1712345678,
          1207,
          3,
          { xml: '<c r="$" t="b"><v>1</v></c>' },
          { xml: '<c r="$" t="str"><f>"Ra"&amp;"hima"</f><v>Rahima</v></c>' },
          { xml: '<c r="$"><v>90.412499999999994</v></c>' },
        ],
      ]),
    )
    expect(reading.rows[0]?.values).toEqual({
      prs_MobilePhone: '1712345678',
      prs_MailingPostalCode: '1207',
      prs_NumberOfChildren: '3',
      con_Consent: 'true',
      prs_FirstName: 'Rahima',
      hte_Longitude: '90.4125',
    })
  })

  test('may keep its texts in one place, in runs of different letters, with reading aids', async () => {
    const parts = testParts({
      Cases: [
        ['prs_FirstName', 'prs_Title'],
        [{ xml: '<c r="$" t="s"><v>0</v></c>' }, { xml: '<c r="$" t="s"><v>1</v></c>' }],
      ],
    })
    const file = zipParts({
      ...parts,
      'xl/sharedStrings.xml':
        '<x:sst xmlns:x="m"><x:si><x:r><x:t xml:space="preserve">Ra </x:t></x:r><x:r><x:t>hima</x:t></x:r></x:si><x:si><x:t>b_x000D_c</x:t><x:rPh><x:t>zz</x:t></x:rPh></x:si></x:sst>',
      'xl/_rels/workbook.xml.rels': (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
        '</Relationships>',
        '<Relationship Id="rId9" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>',
      ),
    })
    expect((await readHtcds(file)).rows[0]?.values).toEqual({ prs_FirstName: 'Ra hima', prs_Title: 'b\rc' })
  })

  test('may leave out the addresses of its cells', async () => {
    const parts = testParts({
      Cases: [
        ['prs_FirstName', 'prs_Title'],
        ['Rahima', 'x'],
      ],
    })
    const sheet = 'xl/worksheets/sheet1.xml'
    const file = zipParts({ ...parts, [sheet]: (parts[sheet] ?? '').replaceAll(/ r="[A-Z]*\d+"/g, '') })
    expect((await readHtcds(file)).rows).toEqual([
      { row: 2, values: { prs_FirstName: 'Rahima', prs_Title: 'x' } },
    ])
  })

  test('is read from the sheet that has the columns, wherever it stands; a hidden one is none', async () => {
    const cases = [
      ['prs_FirstName', 'prs_Gender'],
      ['Rahima', 'Feminine'],
    ]
    const parts = testParts({
      Notes: [['Gender', 'of people']],
      Cases: cases,
      Old: [...cases, ['Salma', 'Feminine']],
    })
    const hidden = (parts['xl/workbook.xml'] ?? '').replace('name="Old"', 'name="Old" state="hidden"')
    const reading = await readHtcds(zipParts({ ...parts, 'xl/workbook.xml': hidden }))
    expect(reading.rows).toEqual([{ row: 2, values: { prs_FirstName: 'Rahima', prs_Gender: 'Feminine' } }])
  })
})

describe('an import', () => {
  test('lets others have a turn while it reads', async () => {
    let pauses = 0
    const file = csvOf([['prs_FirstName'], ...Array.from({ length: 1000 }, (_, at) => [`Person ${at}`])])
    const reading = await readHtcds(file, {
      pause: async () => {
        pauses += 1
      },
    })
    expect(reading.rows).toHaveLength(1000)
    expect(pauses).toBe(4)
  })

  test('has no value for a cell of white space, and no row without a value', async () => {
    const reading = await readHtcds(csvOf([header, ['\u00a0 ', '', ' '], [' Salma\u00a0', '', '']]))
    expect(reading.rows).toEqual([{ row: 3, values: { prs_FirstName: 'Salma' } }])
  })

  test('takes no consent that a file does not carry', async () => {
    const reading = await readHtcds(csvRow({ prs_FirstName: 'Salma', con_Consent: '' }))
    expect(reading.rows[0]?.values).not.toHaveProperty('con_Consent')
  })
})
