import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openNode } from '../../../test/world.ts'
import { copyLine, wholeLines } from './copy-text.ts'
import { type CopiedTable, DatabaseRefusal } from './engine.ts'

const things: CopiedTable = {
  name: 'thing',
  columns: [
    { name: 'id', type: 'integer' },
    { name: 'words', type: 'text' },
    { name: 'yes', type: 'boolean' },
    { name: 'bytes', type: 'bytea' },
    { name: 'about', type: 'jsonb' },
    { name: 'list', type: 'text[]' },
    { name: 'day', type: 'date' },
    { name: 'moment', type: 'timestamp with time zone' },
  ],
  order: ['id'],
}

const awkward = 'ট্যাব\tএবং\\উল্টো দাগ\nনতুন লাইন\r\v\f\b, "উদ্ধৃতি", {ক,খ}, \\N'

async function text(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all).toString('utf8')
}

async function* givenAs(...lines: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const line of lines) yield Buffer.from(line, 'utf8')
}

describe.each(['pglite', 'postgres'] as const)('the database on %s', (kind) => {
  let opened: Opened

  beforeAll(async () => {
    opened = await openNode(kind)
    const connection = await opened.owner.connect()
    await connection.script(`create table thing (id integer primary key, words text, yes boolean, bytes bytea,
      about jsonb, list text[], day date, moment timestamptz)`)
    connection.release(false)
  })

  afterAll(() => opened.close())

  test('gives days, moments, numbers and bytes back alike', async () => {
    const connection = await opened.node.engine.connect()
    const { rows } = await connection.query(
      `select date '2026-02-28' as day, timestamptz '2026-02-28 23:30:00+06' as moment, 7::bigint as whole, 1.5::numeric as part,
         '\\x00ff'::bytea as bytes, '{"a": [1, null]}'::jsonb as json, array['ক', null, 'b,c'] as list, null::text as none, $1::text as given`,
      ['দেওয়া'],
    )
    connection.release(false)
    expect(rows).toEqual([
      {
        day: '2026-02-28',
        moment: '2026-02-28T17:30:00.000Z',
        whole: 7,
        part: 1.5,
        bytes: Buffer.from([0, 255]),
        json: { a: [1, null] },
        list: ['ক', null, 'b,c'],
        none: null,
        given: 'দেওয়া',
      },
    ])
  })

  test('answers the rows of every statement of a script', async () => {
    const connection = await opened.node.engine.connect()
    expect(await connection.script('begin; select 1 as one; select 2 as two; commit')).toEqual([
      { one: 1 },
      { two: 2 },
    ])
    connection.release(false)
  })

  test('refuses with the code and the constraint, never with the value', async () => {
    const connection = await opened.owner.connect()
    await connection.query('insert into thing (id, words) values (900, $1)', [
      'a name that is nobody’s business',
    ])
    const refusal = await connection
      .query('insert into thing (id, words) values (900, $1)', ['Rahima'])
      .catch((error: unknown) => error)
    connection.release(true)
    expect(refusal).toBeInstanceOf(DatabaseRefusal)
    expect(refusal).toMatchObject({ sqlState: '23505', constraint: 'thing_pkey' })
    expect(String(refusal) + JSON.stringify(refusal)).not.toMatch(/Rahima|900/)
  })

  test('never gives a spoilt connection to the next who asks', async () => {
    const first = await opened.node.engine.connect()
    await first.script('begin; set role setu_app')
    await first.script('set setu.session = "leaked"')
    await first.query('select 1/0', []).catch(() => undefined)
    first.release(true)
    for (let time = 0; time < 8; time++) {
      const next = await opened.node.engine.connect()
      const [row] = await next.script(
        "select current_user <> session_user as inside, current_setting('setu.session', true) as session",
      )
      next.release(false)
      expect(row).toMatchObject({ inside: false })
      expect(row?.['session'] ?? '').toBe('')
    }
  })

  test('copies rows in as COPY text and out again, letter by letter', async () => {
    const lines = [
      copyLine([
        '1',
        awkward,
        't',
        '\\x00ff10',
        '{"খ": null}',
        '{ক,NULL,"b,c"}',
        '2026-02-28',
        '2026-02-28 17:30:00.123456+00',
      ]),
      copyLine(['2', '', 'f', '\\x', '[]', '{}', null, null]),
      copyLine(['3', null, null, null, null, null, null, null]),
    ]
    const connection = await opened.owner.connect()
    await connection.script("begin; delete from thing; set local timezone = 'UTC'")
    await connection.copyIn(things, givenAs(lines.join('').slice(0, 25), lines.join('').slice(25)))
    const { rows } = await connection.query('select words, bytes, list from thing where id = 1', [])
    expect(rows).toEqual([{ words: awkward, bytes: Buffer.from([0, 255, 16]), list: ['ক', null, 'b,c'] }])
    expect(await text(connection.copyOut(things))).toBe(lines.join(''))
    await connection.script('rollback')
    connection.release(false)
  })

  test('says so when rows that come in are not what the table holds', async () => {
    const connection = await opened.owner.connect()
    await connection.script('begin')
    const refused = connection.copyIn(things, givenAs('not a number\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\n'))
    await expect(refused).rejects.toMatchObject({ sqlState: '22P02' })
    connection.release(true)
    const next = await opened.owner.connect()
    expect(await next.script('select 1 as one')).toEqual([{ one: 1 }])
    next.release(false)
  })
})

test('batches of COPY text end with a line, whatever the pieces were', async () => {
  const all = Array.from({ length: 500 }, (_, at) => `${at}\t${'ক'.repeat(at % 17)}\n`).join('')
  const bytes = Buffer.from(all, 'utf8')
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7)
  }
  const batches: string[] = []
  for await (const batch of wholeLines(pieces(), 300)) batches.push(batch.toString('utf8'))
  expect(batches.join('')).toBe(all)
  expect(batches.length).toBeGreaterThan(10)
  expect(batches.every((batch) => batch.endsWith('\n'))).toBe(true)
})
