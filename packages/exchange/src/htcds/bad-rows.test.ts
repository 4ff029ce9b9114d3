import { type PlainDate, parsePlainDate } from '@setu/vocabulary'
import { describe, expect, test } from 'vitest'
import { csvOf, csvRow } from '../../test/csv.ts'
import { type TestCell, workbookOf } from '../../test/workbooks.ts'
import { type HtcdsProblemCode, htcdsProblems, tellHtcdsProblem } from './problems.ts'
import { type HtcdsReadOptions, readHtcds } from './read-htcds.ts'

const today: PlainDate | null = parsePlainDate('2026-11-22')
const options: HtcdsReadOptions = today === null ? {} : { today }
const good = { prs_FirstName: 'Rahima', prs_Gender: 'Feminine' }
const names = Object.keys(good)

const badRows: readonly [string, HtcdsProblemCode, Readonly<Record<string, string>>][] = [
  ['a code of no list', 'code.unknown', { prs_Gender: 'Blue' }],
  ['a code of an older version', 'code.unknown', { vic_MethodsOfControl: 'RestrictsMovement' }],
  ['two codes where one is taken', 'code.several', { cas_Status: 'Active;Closed' }],
  ['a day of no calendar', 'date.invalid', { prs_Birthdate: '2007-02-29' }],
  ['an age for a day', 'date.invalid', { prs_Birthdate: 'about 14' }],
  ['a day that can be two', 'date.ambiguous', { prs_Birthdate: '03/04/2001' }],
  ['a birth tomorrow', 'date.future', { prs_Birthdate: '2026-11-23' }],
  ['a referral next year', 'date.future', { cas_IncomingReferralDate: '2027' }],
  ['a year of four wrong digits', 'date.out-of-range', { prs_Birthdate: '1025-01-01' }],
  ['fewer children than none', 'number.too-small', { prs_NumberOfChildren: '-1' }],
  ['more children than anybody', 'number.too-large', { prs_NumberOfChildren: '400' }],
  ['an age beyond anybody’s', 'number.too-large', { vic_AgeWhenTrafficked: '1999' }],
  ['a longitude off the globe', 'number.too-large', { hte_Longitude: '180.5' }],
  ['half a child', 'number.not-whole', { prs_NumberOfChildren: '1.5' }],
  ['words for a number', 'number.invalid', { prs_NumberOfChildren: 'three' }],
  ['letters for a phone number', 'phone.invalid', { prs_MobilePhone: 'her uncle’s' }],
  ['two phone numbers', 'phone.invalid', { prs_MobilePhone: '01712345678, 01812345678' }],
  ['an address without a host', 'email.invalid', { prs_Email: 'rahima@' }],
  ['a country of no list', 'country.unknown', { prs_MailingCountry: 'Atlantis' }],
  ['a language of no list', 'language.unknown', { prs_PrimaryLanguage: 'qqq' }],
  ['a box neither ticked nor not', 'checkbox.invalid', { con_Consent: 'perhaps' }],
  ['a NUL', 'cell.nul', { prs_FirstName: 'Rah\0ima' }],
  ['control characters', 'cell.control-characters', { prs_FirstName: 'Rah\u0007ima' }],
  ['a cell of 10,001 letters', 'cell.too-long', { cco_CaseComment: 'x'.repeat(10_001) }],
]

const badCells: readonly [string, HtcdsProblemCode, string, TestCell][] = [
  [
    'a formula that failed',
    'cell.formula-error',
    'prs_FirstName',
    { xml: '<c r="$" t="e"><f>A9</f><v>#REF!</v></c>' },
  ],
  ['a formula never worked out', 'cell.uncalculated', 'prs_FirstName', { xml: '<c r="$"><f>A9</f></c>' }],
  ['a number too long for a number', 'number.digits-lost', 'prs_IdentityNumber', 1.9901234567890124e16],
  ['a day left as a number', 'date.number', 'prs_Birthdate', 36_526],
  ['the 29th of February 1900', 'date.invalid', 'prs_Birthdate', { serial: 60 }],
  [
    'half a character',
    'cell.nul',
    'prs_FirstName',
    { xml: '<c r="$" t="inlineStr"><is><t>a_xD800_b</t></is></c>' },
  ],
]

describe('a row with a mistake in it', () => {
  test.each(badRows)('%s: %s', async (_, code, cells) => {
    const reading = await readHtcds(csvRow({ ...cells, cas_CaseOwner: 'Worker' }), options)
    const [field] = Object.keys(cells)
    expect(reading.problems).toMatchObject([{ code, weight: 'error', row: 2, column: 'A', field }])
    expect(reading.rows).toEqual([{ row: 2, values: { cas_CaseOwner: 'Worker' } }])
    expect(reading.refused).toBe(false)
  })

  test.each(badCells)('%s: %s', async (_, code, field, cell) => {
    const reading = await readHtcds(
      workbookOf([
        [field, 'cas_CaseOwner'],
        [cell, 'Worker'],
      ]),
      options,
    )
    expect(reading.problems).toMatchObject([{ code, weight: 'error', row: 2, column: 'A', field }])
    expect(reading.rows).toEqual([{ row: 2, values: { cas_CaseOwner: 'Worker' } }])
  })

  test('a row with a cell too many or too few is set aside whole', async () => {
    const file = csvOf([names, ['Rahima', 'Feminine', 'x'], ['Salma'], ['Anjali', 'Feminine', '']])
    const reading = await readHtcds(file)
    expect(reading.problems).toMatchObject([
      { code: 'row.ragged', row: 2, about: { length: 3, most: 2 } },
      { code: 'row.ragged', row: 3, about: { length: 1, most: 2 } },
    ])
    expect(reading.rows).toEqual([{ row: 4, values: { prs_FirstName: 'Anjali', prs_Gender: 'Feminine' } }])
  })

  test('merged cells among the people are an error, since only the first of them would get the value', async () => {
    const rows = [names, ['Rahima', 'Feminine'], [null, 'Feminine']]
    const reading = await readHtcds(workbookOf(rows, '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>'))
    expect(reading.problems).toMatchObject([{ code: 'cell.merged', row: 2, column: 'A' }])
  })

  test('problems are listed up to a length and counted beyond it', async () => {
    const file = csvOf([['prs_Gender'], ...Array.from({ length: 30 }, () => ['Blue'])])
    const reading = await readHtcds(file, { limits: { problems: 10 } })
    expect(reading.problems).toHaveLength(10)
    expect(reading.counts).toEqual({ errors: 30, warnings: 0 })
  })

  test('nothing that is told of a file shows what a cell holds', async () => {
    const secret = 'CNRY-Rahima-01712345678'
    for (const [, , cells] of badRows) {
      const spoiltCells = Object.fromEntries(Object.entries(cells).map(([field]) => [field, secret]))
      const { problems, columns, disagreements } = await readHtcds(
        csvRow({ ...spoiltCells, ...good }),
        options,
      )
      const told = problems.flatMap((problem) => [
        tellHtcdsProblem(problem, 'en'),
        tellHtcdsProblem(problem, 'bn'),
      ])
      expect(JSON.stringify({ problems, columns, disagreements, told })).not.toContain('CNRY')
    }
  })
})

describe('a column with a mistake in it', () => {
  test('a field given twice waits for a person to choose', async () => {
    const file = csvOf([
      ['prs_FirstName', 'prs_FirstName'],
      ['Rahima', 'Salma'],
    ])
    expect((await readHtcds(file)).problems).toMatchObject([
      { code: 'column.duplicate', column: 'B', field: 'prs_FirstName' },
    ])
    const decided = await readHtcds(file, { choices: { A: null } })
    expect(decided).toMatchObject({ problems: [], rows: [{ values: { prs_FirstName: 'Salma' } }] })
  })

  test('a label that several fields carry waits for a person to choose', async () => {
    const file = csvOf([
      ['First Name', 'Gender', 'Type'],
      ['Rahima', 'Feminine', 'Education'],
    ])
    const reading = await readHtcds(file)
    expect(reading.problems).toMatchObject([{ code: 'column.undecided', column: 'C' }])
    expect(reading.disagreements).toMatchObject([
      {
        kind: 'label-of-several-fields',
        candidates: ['org_Type', 'hte_Type', 'spl_Type'],
        chosen: null,
        by: null,
      },
    ])
    const decided = await readHtcds(file, { choices: { C: 'spl_Type' } })
    expect(decided.rows[0]?.values).toEqual({
      prs_FirstName: 'Rahima',
      prs_Gender: 'Feminine',
      spl_Type: 'Education',
    })
    expect(decided.counts.errors).toBe(0)
  })

  test('a name against a label, of which no rule knows, waits for a person to choose', async () => {
    const file = csvOf([
      [...names, 'prs_Email'],
      ['First Name', 'Gender', 'Title'],
      ['Rahima', 'Feminine', 'x'],
    ])
    const reading = await readHtcds(file)
    expect(reading.problems).toMatchObject([{ code: 'column.undecided', column: 'C' }])
    expect(reading.rows[0]?.values).toEqual(good)
  })

  test('an unknown column is left out with a warning, and a version of ours unknown here is an error', async () => {
    const reading = await readHtcds(csvRow({ ...good, shoe_size: '38' }))
    expect(reading.problems).toMatchObject([{ code: 'column.unknown', weight: 'warning', column: 'C' }])
    const newer = await readHtcds(csvRow({ ...good, setu_codelist_version: 'HTCDS 9.0' }))
    expect(newer.problems).toMatchObject([{ code: 'version.unknown', weight: 'error' }])
  })
})

test('every problem is told in English and in Bangla, with its place', () => {
  for (const [code, { en, bn, weight }] of Object.entries(htcdsProblems)) {
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted()
    expect([code, places(bn)]).toEqual([code, places(en)])
    expect(bn).toMatch(/[\u0980-\u09ff]/)
    expect(['refusal', 'error', 'warning', 'note']).toContain(weight)
  }
})
