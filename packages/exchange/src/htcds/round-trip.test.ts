import { type PlainDate, parsePlainDate } from '@setu/vocabulary'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyRow } from '../../test/htcds-rows.ts'
import { runs } from '../../test/seed.ts'
import { factsOf } from './fields.ts'
import { readHtcds } from './read-htcds.ts'
import type { HtcdsRow } from './row.ts'
import { writeHtcdsCsv } from './write-htcds-csv.ts'
import { writeHtcdsXlsx } from './write-htcds-xlsx.ts'

function plainDay(text: string): PlainDate {
  const day = parsePlainDate(text)
  if (day === null) throw new TypeError('not a day')
  return day
}

const about = { exportedOn: plainDay('2026-11-22'), tool: 'Setu 0.1.0' }

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return new Uint8Array(Buffer.concat(parts))
}

/** What a row holds, apart from where it stood in a file. */
function content({ values, ids = {} }: HtcdsRow) {
  return { values: { ...values }, ids: { ...ids } }
}

describe.each([
  ['CSV', writeHtcdsCsv],
  ['workbook', writeHtcdsXlsx],
] as const)('a %s of ours', (_, write) => {
  test('gives back every field and every text exactly as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: 6 }), async (rows) => {
        const reading = await readHtcds(await collect(write(rows, about)))
        expect(reading.counts.errors).toBe(0)
        expect(reading.rows.map(content)).toEqual(rows.map(content))
      }),
      runs(150),
    )
  })

  test('gives back two industries that a survey form asked for', async () => {
    const rows: HtcdsRow[] = [
      { row: 0, values: { vic_ForcedLabourIndustry: ['F_Construction', 'P_Education'] } },
      { row: 0, values: { vic_ForcedLabourIndustry: 'F_Construction' } },
    ]
    const reading = await readHtcds(await collect(write(rows, about)))
    expect(reading.rows.map(({ values }) => values)).toEqual(rows.map(({ values }) => values))
    expect(reading.counts).toEqual({ errors: 0, warnings: 0 })
  })

  test('says of which version its code lists are, and is known by it', async () => {
    const reading = await readHtcds(
      await collect(write([{ row: 0, values: { prs_Gender: 'Feminine' } }], about)),
    )
    expect(reading).toMatchObject({ format: 'setu', version: '2.0', refused: false })
    expect(reading.columns.filter(({ verdict }) => verdict === 'ours').map(({ own }) => own)).toEqual([
      'org',
      'case',
      'person',
      'codelist_version',
    ])
  })

  test('may carry fewer fields and other columns of ours', async () => {
    const row: HtcdsRow = {
      row: 0,
      values: { prs_FirstName: '=Rahima', prs_Gender: 'Feminine' },
      ids: { referral: '-1' },
    }
    const file = await collect(write([row], { ...about, fields: ['prs_FirstName'], ids: ['referral'] }))
    const reading = await readHtcds(file)
    expect(reading.rows.map(content)).toEqual([
      { values: { prs_FirstName: '=Rahima' }, ids: { referral: '-1' } },
    ])
  })

  test('refuses to write what no file can hold', async () => {
    const values = [
      { prs_FirstName: 'a\0b' },
      { prs_FirstName: '\ud800' },
      { prs_FirstName: 'x'.repeat(32_768) },
    ]
    for (const value of values) {
      await expect(collect(write([{ row: 0, values: value }], about))).rejects.toThrow(RangeError)
    }
    const list = { vic_RecruitmentWebsitesAndApps: ['a;b'] }
    await expect(collect(write([{ row: 0, values: list }], about))).rejects.toThrow(RangeError)
  })
})

test('a label typed into a file of ours is still understood', async () => {
  const file = new TextDecoder().decode(
    await collect(writeHtcdsCsv([{ row: 0, values: { prs_Gender: 'Feminine' } }], about)),
  )
  const reading = await readHtcds(new TextEncoder().encode(file.replace('"Feminine"', '" non-conforming "')))
  expect(reading.rows[0]?.values).toEqual({ prs_Gender: 'NonConforming' })
  expect(factsOf('prs_Gender').multiple).toBe(false)
})
