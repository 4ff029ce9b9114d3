import { countries } from '@setu/vocabulary/places'
import { describe, expect, test } from 'vitest'
import { reference, templates, unavailable } from '../../test/reference.ts'
import { filledRow } from '../../test/template-rows.ts'
import { fillTemplate, unzipParts } from '../../test/workbooks.ts'
import { parseCountry } from './countries.ts'
import { readHtcds } from './read-htcds.ts'

const fifty = Array.from({ length: 50 }, (_, at) => filledRow(at))

describe.skipIf(unavailable)(`IOM’s Excel templates${unavailable}`, () => {
  describe.each(Object.entries(templates))('the template: %s', (kind, path) => {
    const filled = () =>
      fillTemplate(
        reference(path),
        fifty.map(({ cells }) => cells),
      )

    test('gives the fifty people that were typed into it', async () => {
      const reading = await readHtcds(filled())
      expect(reading.problems).toEqual([])
      expect(reading.rows.map(({ values }) => values)).toEqual(fifty.map(({ values }) => values))
      expect(reading.rows.map(({ row }) => row)).toEqual(fifty.map((_, at) => at + 3))
      expect(reading.format).toBe(kind === 'plain' ? 'excel-template' : 'excel-template-single-select')
    })

    test('has every disagreement between name, label and standard reported', async () => {
      const { disagreements } = await readHtcds(filled())
      const found = disagreements
        .filter((one) => one.kind !== 'asked-otherwise')
        .map((one) => [one.letters, one.kind, one.candidates[0], one.chosen, one.by])
      expect(found).toEqual([
        ['N', 'name-against-label', 'prs_MailingCity', 'prs_MailingStreet', 'rule'],
        ['O', 'name-against-label', 'prs_MailingCountry', 'prs_MailingCity', 'rule'],
        ['Q', 'name-against-label', 'prs_MailingStreet', 'prs_MailingPostalCode', 'rule'],
        ['R', 'name-against-label', 'prs_MailingPostalCode', 'prs_MailingCountry', 'rule'],
        [
          'T',
          'name-misspelt',
          'vic_TraffickingStatusDecisionMakingOrg',
          'vic_TraffickingStatusDecisionMakingOrg',
          'rule',
        ],
        ['AJ', 'name-missing', 'cas_ReasonForOutgoingReferral', 'cas_ReasonForOutgoingReferral', 'rule'],
      ])
    })

    test('leaves the row numbers of column A alone, without a word', async () => {
      const { columns, counts } = await readHtcds(filled())
      expect(columns[0]).toMatchObject({ letters: 'A', field: null, verdict: 'unknown', rule: 'row-numbers' })
      expect(counts).toEqual({ errors: 0, warnings: 0 })
      expect(columns).toHaveLength(39)
    })

    test('counts, column by column, how many labels became codes', async () => {
      const { columns } = await readHtcds(filled())
      expect(columns.find(({ letters }) => letters === 'W')?.notes).toEqual({ 'code.by-label': 50 })
      expect(columns.find(({ letters }) => letters === 'R')?.notes).toEqual({ 'country.rewritten': 50 })
      expect(columns.find(({ letters }) => letters === 'B')?.notes).toEqual({})
    })

    test('filled by a program that goes by the hidden names is told by where its countries stand', async () => {
      const rows = fifty.map((_, at) => ({
        N: 'Dhaka',
        O: at % 2 === 0 ? 'BD' : 'IND',
        Q: `Road ${at}`,
        R: '1207',
      }))
      const reading = await readHtcds(fillTemplate(reference(path), rows))
      expect(reading.counts.errors).toBe(0)
      expect(reading.rows[1]?.values).toEqual({
        prs_MailingCity: 'Dhaka',
        prs_MailingCountry: 'IN',
        prs_MailingStreet: 'Road 1',
        prs_MailingPostalCode: '1207',
      })
      expect(reading.disagreements.filter(({ by }) => by === 'values').map(({ letters }) => letters)).toEqual(
        ['N', 'O', 'Q', 'R'],
      )
    })

    test('left empty is refused, though its thousand rows are numbered', async () => {
      const reading = await readHtcds(reference(path))
      expect(reading).toMatchObject({ refused: true, rows: [], problems: [{ code: 'rows.none' }] })
    })

    test('lets a person decide otherwise about a column', async () => {
      const reading = await readHtcds(filled(), { choices: { N: null, T: 'cas_CaseOwner' } })
      expect(reading.rows[0]?.values).not.toHaveProperty('prs_MailingStreet')
      expect(reading.disagreements.filter(({ by }) => by === 'person').map(({ letters }) => letters)).toEqual(
        ['N', 'T'],
      )
      expect(reading.problems.map(({ code, column }) => [code, column])).toEqual([['column.duplicate', 'T']])
    })
  })

  test('every country the template offers is understood, under its name and its code', () => {
    const parts = unzipParts(reference(templates.singleSelect))
    const texts = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(
      ([, text = '']) => text.replaceAll('&amp;', '&'),
    )
    const offered = texts.slice(texts.indexOf('Afghanistan') - 1)
    expect(offered).toContain('Bolivia (Plurinational State of)')
    for (const { alpha2, alpha3 } of countries) {
      expect([parseCountry(alpha2), parseCountry(alpha3)]).toEqual([alpha2, alpha2])
    }
    const cells = [
      ...(parts['xl/worksheets/sheet3.xml'] ?? '').matchAll(/<c r="([DE])(\d+)"[^>]*><v>(\d+)<\/v>/g),
    ]
    const text = (column: string, row: string) => {
      const cell = cells.find(([, letter, number]) => letter === column && number === row)
      return texts[Number(cell?.[3])] ?? ''
    }
    const rows = cells
      .filter(([, letter, row]) => letter === 'D' && Number(row) > 3)
      .map(([, , row = '']) => row)
    expect(rows).toHaveLength(249)
    for (const row of rows) expect([row, parseCountry(text('E', row))]).toEqual([row, text('D', row)])
  })

  test('the description of the survey form is told from its answers', async () => {
    const reading = await readHtcds(reference('htcds/htcds_xlsform.xlsx'))
    expect(reading.problems).toMatchObject([{ code: 'header.sideways' }])
  })

  test.each([
    ['htcds/htcds-v2.0-fields.csv', 'header.sideways'],
    ['htcds/htcds-v2.0-codelists.csv', 'header.sideways'],
    ['htcds/htcds-codelist-history.csv', 'header.sideways'],
    ['htcds/htcds-v2.0-fields.json', 'file.not-a-spreadsheet'],
    ['htcds/htcds_xlsform.xml', 'file.not-a-spreadsheet'],
    ['htcds/HTCDS Field Standards 2.0.ods', 'file.open-document'],
  ])('%s holds no cases, and is refused: %s', async (path, code) => {
    const reading = await readHtcds(reference(path))
    expect(reading).toMatchObject({ refused: true, rows: [], problems: [{ code, weight: 'refusal' }] })
  })
})
