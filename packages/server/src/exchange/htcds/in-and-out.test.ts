import { randomUUID } from 'node:crypto'
import process from 'node:process'
import { type HtcdsRow, readHtcds, writeHtcdsCsv } from '@setu/exchange'
import { fullRow } from '@setu/exchange/test/full-rows'
import { reference, templates, unavailable } from '@setu/exchange/test/reference'
import { filledRow } from '@setu/exchange/test/template-rows'
import { fillTemplate } from '@setu/exchange/test/workbooks'
import { plainDate } from '@setu/vocabulary'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../../test/client.ts'
import { countRows, type Files, openFiles } from '../../../test/files.ts'
import { enginesInTurn } from '../../../test/seed.ts'
import { openWorld, type Person, type World } from '../../../test/world.ts'

const about = { exportedOn: plainDate('2026-11-22'), tool: 'a test' }

async function fileOf(rows: readonly HtcdsRow[]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of writeHtcdsCsv(rows, about)) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}

async function valuesIn(file: Uint8Array) {
  const { rows, problems, refused } = await readHtcds(file)
  expect([refused, problems]).toEqual([false, []])
  return rows.map(({ values }) => values)
}

describe.each(enginesInTurn)('files in and out on %s', (kind) => {
  let world: World
  let files: Files

  beforeAll(async () => {
    world = await openWorld(kind)
    files = await openFiles(world.node)
  }, 120_000)
  afterAll(async () => {
    await files.close()
    await world.close()
  })

  async function bringIn(person: Person, file: Uint8Array, through = files): Promise<number> {
    const { body } = await through.preview(person.cookie, file)
    expect(body).toMatchObject({ ready: true, notices: [{ en: expect.stringContaining('Consents') }] })
    const answer = await through.bringIn(person.cookie, { preview: body.id, unit: person.unit })
    expect(answer).toMatchObject({ status: 201, body: { org: person.org, unit: person.unit } })
    return answer.body.cases ?? 0
  }

  /** Takes out what a person has here and brings it into an empty node, and takes it out again there. */
  async function outInAndOut(person: Person, name: 'asha' | 'officer' | 'nadia') {
    const first = await files.export(person.cookie)
    const other = await openWorld(kind)
    const there = await openFiles(other.node)
    try {
      await bringIn(other.people[name], first.bytes, there)
      const second = await there.export(other.people[name].cookie)
      const again = await there.preview(other.people[name].cookie, first.bytes)
      return { first: first.bytes, second: second.bytes, again: again.body }
    } finally {
      await there.close()
      await other.close()
    }
  }

  describe.skipIf(unavailable)(`IOM’s template with fifty people${unavailable}`, () => {
    const fifty = Array.from({ length: 50 }, (_, at) => filledRow(at))
    const filled = () =>
      fillTemplate(
        reference(templates.plain),
        fifty.map(({ cells }) => cells),
      )

    test('is looked through: fifty cases, every disagreement with the standard, nothing stored', async () => {
      const before = await countRows(world.owner)
      const { body } = await files.preview(world.people.officer.cookie, filled())
      expect(body).toMatchObject({
        ready: true,
        rows: 50,
        cases: 50,
        format: 'excel-template',
        problemCount: 0,
      })
      const disagreeing = body.columns.filter(({ message }) => message !== null)
      expect(disagreeing.map(({ position }) => position)).toEqual(['N', 'O', 'Q', 'R', 'T', 'AJ'])
      for (const { message } of disagreeing) expect(message?.bn).toMatch(/[ঀ-৿]/)
      expect(await countRows(world.owner)).toEqual(before)
    })

    test('comes in whole and goes out again as it was typed', async () => {
      const { officer } = world.people
      expect(await bringIn(officer, filled())).toBe(50)
      const { bytes } = await files.export(officer.cookie)
      expect(await valuesIn(bytes)).toEqual(fifty.map(({ values }) => values))
      const workbook = await files.export(officer.cookie, 'xlsx')
      expect(await valuesIn(workbook.bytes)).toEqual(fifty.map(({ values }) => values))
    })

    test('makes cases like any other: a lead, a code, a line on the timeline, and no consent', async () => {
      const { officer } = world.people
      const [made] = await rowsOf(
        world.owner,
        `select count(*)::int as cases, count(distinct k.code)::int as codes,
           count(*) filter (where c.imported and c.state = 'followUp' and c.version = 1)::int as marked,
           count(*) filter (where s.account_id = $2 and s.lead and s.conflict = 'none')::int as led,
           count(*) filter (where e.kind = 'caseImported')::int as told
         from case_file c join case_code k on k.case_id = c.id join case_assignment s on s.case_id = c.id
         join case_event e on e.case_id = c.id where c.owner_unit = $1`,
        [officer.unit, officer.account],
      )
      expect(made).toEqual({ cases: 50, codes: 50, marked: 50, led: 50, told: 50 })
      const [none] = await rowsOf(
        world.owner,
        `select (select count(*) from consent)::int as consents,
           (select count(*) from case_origin where file_consent)::int as ticked,
           (select count(*) from due_item d join case_file c on c.id = d.case_id where c.owner_unit = $1)::int as due`,
        [officer.unit],
      )
      expect(none).toEqual({ consents: 0, ticked: 25, due: 0 })
    })

    test('leaves no name in clear in any table', async () => {
      const tables = await rowsOf(
        world.owner,
        `select tablename as name from pg_tables where schemaname = 'public'`,
      )
      for (const { name } of tables) {
        const [row] = await rowsOf(
          world.owner,
          `select count(*)::int as found from "${String(name)}" t where t::text ~ 'রহিমা|Salma|খাতুন|8801710000'`,
        )
        expect([name, row?.['found']]).toEqual([name, 0])
      }
    })
  })

  test('three hundred cases with every field filled go out and come in letter for letter', async () => {
    const { asha } = world.people
    const rows = Array.from({ length: 300 }, (_, at) => fullRow(at))
    expect(await bringIn(asha, await fileOf(rows))).toBe(300)
    const { first, second, again } = await outInAndOut(asha, 'asha')
    expect(await valuesIn(first)).toEqual(rows.map(({ values }) => values))
    expect(await valuesIn(second)).toEqual(rows.map(({ values }) => values))
    expect(again).toMatchObject({ ready: false, id: null, cases: 0, here: { same: 300, differs: 0 } })
  }, 240_000)

  test('a file of ours is known again here, and what has changed since is told and never overwritten', async () => {
    const { nadia } = world.people
    await bringIn(nadia, await fileOf([0, 1, 2].map((at) => fullRow(at))))
    const { bytes } = await files.export(nadia.cookie)
    const reading = await readHtcds(bytes)
    const [first, second, third] = reading.rows
    if (!first || !second || !third) throw new Error('three rows')
    const { prs_FirstName: _, ...rest } = second.values
    const stranger = { ...third, ids: { ...third.ids, case: randomUUID(), org: randomUUID() } }
    const file = await ours([first, { ...second, values: { ...rest, prs_Gender: 'Masculine' } }, stranger])
    const { body } = await files.preview(nadia.cookie, file)
    expect(body).toMatchObject({ ready: true, rows: 3, cases: 1, here: { same: 1, differs: 1 } })
    const told = body.problems.map(({ code, row, field }) => [code, row, field])
    expect(told).toEqual([
      ['case.here-same', 2, null],
      ['case.here-differs', 3, expect.stringMatching(/prs_FirstName.*prs_Gender|prs_Gender.*prs_FirstName/)],
    ])
    expect(JSON.stringify(body.problems)).not.toContain(String(second.values.prs_FirstName))
    await files.bringIn(nadia.cookie, { preview: body.id, unit: nadia.unit })
    const after = await readHtcds((await files.export(nadia.cookie)).bytes)
    expect(after.rows).toHaveLength(4)
    expect(after.rows.find(({ ids }) => ids?.['case'] === second.ids?.['case'])?.values).toEqual(
      second.values,
    )
  })

  test('a file of another agency that says the same twice makes two cases', async () => {
    const { officer } = world.people
    const twice = await fileOf([fullRow(7), fullRow(7)])
    const { body } = await files.preview(officer.cookie, twice)
    expect(body).toMatchObject({ ready: true, cases: 2 })
  })

  test.skipIf(process.env['SETU_DEEP'] !== '1')(
    'five thousand cases come in, go out, and come in elsewhere',
    async () => {
      const deep = await openWorld(kind)
      const through = await openFiles(deep.node)
      try {
        const { asha } = deep.people
        const rows = Array.from({ length: 5000 }, (_, at) => fullRow(at))
        expect(await bringIn(asha, await fileOf(rows), through)).toBe(5000)
        const { bytes } = await through.export(asha.cookie)
        expect(await valuesIn(bytes)).toEqual(rows.map(({ values }) => values))
        const again = await through.preview(asha.cookie, bytes)
        expect(again.body).toMatchObject({ ready: false, here: { same: 5000, differs: 0 } })
      } finally {
        await through.close()
        await deep.close()
      }
    },
    1_800_000,
  )
})

/** A file of ours with our own columns beside. */
async function ours(rows: readonly HtcdsRow[]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const ids = [...new Set(rows.flatMap((row) => Object.keys(row.ids ?? {})))]
  for await (const chunk of writeHtcdsCsv(rows, { ...about, ids })) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}
