import { randomUUID } from 'node:crypto'
import { csvOf, csvRow } from '@setu/exchange/test/csv'
import { workbookOf } from '@setu/exchange/test/workbooks'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countRows, type Files, openFiles } from '../../../test/files.ts'
import { openWorld, type World } from '../../../test/world.ts'

const canary = 'CNRY-Rahima'
const good = { prs_FirstName: canary, prs_Gender: 'Feminine' }
const names = Object.keys(good)
const bytes = (text: string) => new TextEncoder().encode(text)
const ids = { setu_org: randomUUID(), setu_case: randomUUID(), setu_codelist_version: 'HTCDS 2.0' }

/** A workbook that is cut off, and one that defines entities of its own. */
const workbook = workbookOf([names, [canary, 'Feminine']])

const badFiles: readonly [string, string, () => Uint8Array][] = [
  ['nothing at all', 'file.empty', () => new Uint8Array(0)],
  ['a picture', 'file.not-a-spreadsheet', () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0)],
  [
    'an old workbook',
    'file.old-excel',
    () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0),
  ],
  ['a workbook cut short', 'zip.damaged', () => workbook.slice(0, workbook.length - 200)],
  ['letters of Latin-1', 'file.encoding', () => Uint8Array.from([...bytes('prs_FirstName\nJos'), 0xe9, 10])],
  ['an open quotation mark', 'csv.quotes', () => bytes(`prs_FirstName,prs_Title\n"${canary},x\nSalma,y\n`)],
  [
    'columns of something else',
    'columns.all-unknown',
    () =>
      csvOf([
        ['colour', 'shape'],
        ['red', 'round'],
      ]),
  ],
  ['a header and no rows', 'rows.none', () => csvOf([names])],
  [
    'a header of merged cells',
    'header.merged',
    () => workbookOf([names, [canary, 'Feminine']], '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'),
  ],
  [
    'a field given twice',
    'column.duplicate',
    () =>
      csvOf([
        ['prs_FirstName', 'prs_FirstName'],
        [canary, 'Salma'],
      ]),
  ],
  [
    'a label of several fields',
    'column.undecided',
    () =>
      csvOf([
        ['First Name', 'Gender', 'Type'],
        [canary, 'Feminine', 'x'],
      ]),
  ],
  ['a cell too many', 'row.ragged', () => csvOf([names, [canary, 'Feminine', 'x']])],
  ['a code of no list', 'code.unknown', () => csvRow({ ...good, prs_MaritalStatus: canary })],
  ['two codes for one', 'code.several', () => csvRow({ ...good, cas_Status: 'Active;Closed' })],
  ['a day of no calendar', 'date.invalid', () => csvRow({ ...good, prs_Birthdate: '2007-02-29' })],
  ['a day that can be two', 'date.ambiguous', () => csvRow({ ...good, prs_Birthdate: '03/04/2001' })],
  ['a birth in the future', 'date.future', () => csvRow({ ...good, prs_Birthdate: '2099' })],
  ['too many children', 'number.too-large', () => csvRow({ ...good, prs_NumberOfChildren: '400' })],
  ['words for a phone number', 'phone.invalid', () => csvRow({ ...good, prs_MobilePhone: canary })],
  ['an address without a host', 'email.invalid', () => csvRow({ ...good, prs_Email: `${canary}@` })],
  ['a country of no list', 'country.unknown', () => csvRow({ ...good, prs_MailingCountry: canary })],
  ['a NUL in a name', 'cell.nul', () => csvRow({ ...good, prs_SecondName: 'a\0b' })],
  ['a name of 201 letters', 'cell.too-long', () => csvRow({ ...good, prs_SecondName: 'x'.repeat(201) })],
  [
    'a bell in a file of ours',
    'cell.control-characters',
    () => csvRow({ ...good, ...ids, prs_Title: 'a\u0007b' }),
  ],
  [
    'code lists of the future',
    'version.unknown',
    () => csvRow({ ...good, ...ids, setu_codelist_version: 'HTCDS 9.0' }),
  ],
  [
    'a case that stands there twice',
    'case.repeated',
    () =>
      csvOf([
        [...names, ...Object.keys(ids)],
        [canary, 'Feminine', ...Object.values(ids)],
        [canary, 'Masculine', ...Object.values(ids)],
      ]),
  ],
]

describe.each(['pglite', 'postgres'] as const)('a file that is not right, on %s', (kind) => {
  let world: World
  let files: Files
  let before: Readonly<Record<string, number>>

  beforeAll(async () => {
    world = await openWorld(kind)
    files = await openFiles(world.node)
    before = await countRows(world.owner)
  }, 120_000)
  afterAll(async () => {
    await files.close()
    await world.close()
  })

  test.each(badFiles)('%s: %s, said in both languages, and nothing is stored', async (_, code, file) => {
    const { asha } = world.people
    const { status, body } = await files.preview(asha.cookie, file())
    expect(status).toBe(200)
    expect(body).toMatchObject({ id: null, ready: false, cases: 0 })
    const found = body.problems.find((problem) => problem.code === code)
    expect(found?.weight).toMatch(/^(error|refusal)$/)
    expect(found?.message.en).toMatch(/[a-z]{3}/)
    expect(found?.message.bn).toMatch(/[ঀ-৿]{3}/)
    expect(body.problemCount).toBeGreaterThanOrEqual(body.problems.length)
    expect(JSON.stringify(body)).not.toContain(canary)
    const tried = await files.bringIn(asha.cookie, { preview: randomUUID(), unit: asha.unit })
    expect(tried).toMatchObject({ status: 404, body: { code: 'import-expired' } })
    expect(await countRows(world.owner)).toEqual(before)
  })

  test('of which a column has to be chosen can be read once somebody has chosen', async () => {
    const { asha } = world.people
    const file = csvOf([
      ['First Name', 'Gender', 'Type'],
      ['Rahima', 'Feminine', 'Education'],
    ])
    const { body } = await files.preview(asha.cookie, file)
    expect(body.columns[2]).toMatchObject({ position: 'C', candidates: ['org_Type', 'hte_Type', 'spl_Type'] })
    const chosen = await files.preview(asha.cookie, file, '?columns=C:spl_Type')
    expect(chosen.body).toMatchObject({ ready: true, cases: 1 })
    const left = await files.preview(asha.cookie, file, '?columns=C:')
    expect(left.body).toMatchObject({ ready: true, cases: 1 })
    expect((await files.preview(asha.cookie, file, '?columns=C:spl_Nonsense')).status).toBe(400)
    expect((await files.preview(asha.cookie, file, '?columns=__proto__:x')).status).toBe(400)
  })

  test('of which days can be read two ways is read as its people write them', async () => {
    const { asha } = world.people
    const file = csvRow({ ...good, prs_Birthdate: '03/04/2001' })
    expect((await files.preview(asha.cookie, file, '?days=day-first')).body).toMatchObject({ ready: true })
  })

  test('with thousands of mistakes has five hundred listed and all counted', async () => {
    const rows = Array.from({ length: 2000 }, () => [canary, 'Blue'])
    const { body } = await files.preview(world.people.asha.cookie, csvOf([names, ...rows]))
    expect(body.problems).toHaveLength(500)
    expect(body.problemCount).toBe(2000)
  })

  test('beyond twenty megabytes is turned away at the door', async () => {
    const large = new Uint8Array(20 * 1024 * 1024 + 1)
    const { status, body } = await files.preview(world.people.asha.cookie, large)
    expect([status, body.code]).toEqual([413, 'body-too-large'])
  })
})
