import { type PlainDate, parsePlainDate } from '@setu/vocabulary'
import { describe, expect, test } from 'vitest'
import { unzipParts } from '../../test/workbooks.ts'
import type { HtcdsRow } from './row.ts'
import { writeHtcdsCsv } from './write-htcds-csv.ts'
import { writeHtcdsXlsx } from './write-htcds-xlsx.ts'

const exportedOn: PlainDate | null = parsePlainDate('2026-11-22')
if (exportedOn === null) throw new TypeError('not a day')
const about = {
  exportedOn,
  tool: 'Setu 0.1.0',
  fields: ['prs_FirstName', 'cas_IncomingReferralDetails'] as const,
  ids: ['case'],
}

const dangerous: HtcdsRow = {
  row: 0,
  values: { prs_FirstName: '=cmd|x', cas_IncomingReferralDetails: '＋১ "then"' },
  ids: { case: '@1' },
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return new Uint8Array(Buffer.concat(parts))
}

async function written(rows: readonly HtcdsRow[]) {
  const csv = Buffer.from(await collect(writeHtcdsCsv(rows, about))).toString('utf8')
  return { csv, parts: unzipParts(await collect(writeHtcdsXlsx(rows, about))) }
}

/** How far a writer's source was read when each chunk came out, and how many rows had come out by then. */
async function readAhead(write: typeof writeHtcdsCsv, count: number) {
  let produced = 0
  function* source(): Generator<HtcdsRow> {
    for (; produced < count; produced += 1) {
      // Letters no packer can shorten, so that bytes come out as rows go in.
      const name = Array.from({ length: 40 }, (_, at) =>
        ((produced * 2_654_435_761 + at * 40_503) % 9973).toString(36),
      )
      yield { row: 0, values: { prs_FirstName: `${produced} ${name.join('')}` } }
    }
  }
  const progress: number[] = []
  let largest = 0
  for await (const chunk of write(source(), about)) {
    progress.push(produced)
    largest = Math.max(largest, chunk.length)
  }
  return { progress, largest, produced }
}

describe('an export', () => {
  test('as CSV holds no text that a program might run', async () => {
    const { csv } = await written([dangerous])
    expect(csv).toBe(
      '\ufeff"prs_FirstName","cas_IncomingReferralDetails","setu_case","setu_codelist_version"\r\n' +
        '"\'=cmd|x","\'＋১ ""then""","\'@1","HTCDS 2.0"\r\n',
    )
  })

  test('as a workbook keeps the exact letters, as typed text that is marked as such', async () => {
    const { parts } = await written([dangerous, { row: 0, values: { prs_FirstName: 'Rahima' } }])
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? ''
    expect(sheet).toContain('<c r="A3" s="2" t="inlineStr"><is><t xml:space="preserve">=cmd|x</t></is></c>')
    expect(sheet).toContain('<c r="A4" s="1" t="inlineStr"><is><t xml:space="preserve">Rahima</t></is></c>')
    expect(sheet).not.toContain('<f>')
    const styles = [...(parts['xl/styles.xml'] ?? '').matchAll(/<xf numFmtId="(\d+)"[^>]*xfId="0"[^>]*\/>/g)]
    expect(styles.map(([xf]) => xf.includes('quotePrefix="1"'))).toEqual([false, false, true])
  })

  test('as a workbook shows names above labels and hides neither', async () => {
    const { parts } = await written([])
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? ''
    expect([...sheet.matchAll(/preserve">([^<]*)</g)].map(([, text]) => text)).toEqual([
      'prs_FirstName',
      'cas_IncomingReferralDetails',
      'setu_case',
      'setu_codelist_version',
      'First Name',
      'Incoming Referral Details',
      'setu_case',
      'Code list version',
    ])
    expect(sheet).not.toContain('hidden')
  })

  test('as a workbook says on its second sheet what it is and how many cases it has', async () => {
    const { parts } = await written([dangerous, dangerous])
    const sheet = parts['xl/worksheets/sheet2.xml'] ?? ''
    for (const said of ['2.0', 'Setu 0.1.0', '2026-11-22', '>2<', 'not endorsed by IOM'])
      expect(sheet).toContain(said)
    expect(parts['xl/workbook.xml']).toContain('name="About"')
  })

  test('of the same cases on the same day gives the same bytes', async () => {
    for (const write of [writeHtcdsCsv, writeHtcdsXlsx]) {
      expect(await collect(write([dangerous], about))).toEqual(await collect(write([dangerous], about)))
    }
  })

  test('refuses a column that would not be known as ours', () => {
    for (const id of ['', 'Case', 'a b', 'codelist_version']) {
      expect(() => writeHtcdsXlsx([], { ...about, ids: [id] })).toThrow(RangeError)
    }
  })
})

describe.each([
  ['CSV', writeHtcdsCsv],
  ['workbook', writeHtcdsXlsx],
] as const)('a %s of 100,000 cases', (_, write) => {
  test('is written as it is taken: never more than a few hundred cases are ahead of what has come out', async () => {
    const { progress, largest, produced } = await readAhead(write, 100_000)
    expect(produced).toBe(100_000)
    const steps = progress.map((rows, at) => rows - (progress[at - 1] ?? 0))
    expect(Math.max(...steps)).toBeLessThan(2000)
    expect(progress.length).toBeGreaterThan(50)
    expect(largest).toBeLessThan(1024 * 1024)
  })

  test('asks for no case that nobody takes', async () => {
    let produced = 0
    function* endless(): Generator<HtcdsRow> {
      for (;;) {
        produced += 1
        yield { row: 0, values: { prs_FirstName: `Person ${produced}` } }
      }
    }
    const chunks = write(endless(), about)
    for (let taken = 0; taken < 12; taken += 1) expect((await chunks.next()).done).toBe(false)
    await chunks.return(undefined)
    const asked = produced
    expect(asked).toBeLessThan(100_000)
    expect((await chunks.next()).done).toBe(true)
    expect(produced).toBe(asked)
  })
})
