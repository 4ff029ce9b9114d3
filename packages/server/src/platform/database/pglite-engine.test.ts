import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Connection, Engine } from './engine.ts'
import { pgliteEngine } from './pglite-engine.ts'

describe('the embedded database', () => {
  let engine: Engine

  async function held<Result>(run: (connection: Connection) => Promise<Result>): Promise<Result> {
    const connection = await engine.connect()
    let spoilt = true
    try {
      const result = await run(connection)
      spoilt = false
      return result
    } finally {
      connection.release(spoilt)
    }
  }

  beforeAll(async () => {
    engine = await pgliteEngine(null)
    await held((connection) => connection.script('create table page (id integer primary key, words text)'))
  })
  afterAll(() => engine.close())

  test('asked the same thing again with other values, answers by those', async () => {
    const answers = await held(async (connection) => {
      const ask = async (id: number) =>
        (await connection.query('select $1::int + 1 as next', [id])).rows[0]?.['next']
      return [await ask(1), await ask(41), await ask(-1)]
    })
    expect(answers).toEqual([2, 42, 0])
  })

  test('says how many rows a change touched, each time it is made', async () => {
    const counts = await held(async (connection) => {
      const add = (id: number) => connection.query('insert into page (id, words) values ($1, $2)', [id, 'a'])
      const change = (id: number) => connection.query('update page set words = $2 where id <= $1', [id, null])
      return [await add(1), await add(2), await change(1), await change(2), await change(0)].map(
        ({ count }) => count,
      )
    })
    expect(counts).toEqual([1, 1, 1, 2, 0])
  })

  test('goes on after a refusal, and after the session was cleaned', async () => {
    const refused = await held((connection) =>
      connection.query('insert into page (id, words) values ($1, $2)', [1, 'again']),
    ).catch((error: unknown) => error)
    expect(refused).toMatchObject({ sqlState: '23505', constraint: 'page_pkey' })
    const { count } = await held((connection) =>
      connection.query('insert into page (id, words) values ($1, $2)', [3, 'b']),
    )
    expect(count).toBe(1)
  })

  test('reads a table that was changed since it was read', async () => {
    const read = () => held((connection) => connection.query('select * from page where id = $1', [3]))
    expect((await read()).rows).toEqual([{ id: 3, words: 'b' }])
    await held((connection) => connection.query('alter table page add column read boolean', []))
    expect((await read()).rows).toEqual([{ id: 3, words: 'b', read: null }])
  })

  test('keeps no more statements ready than it has room for', async () => {
    const names = await held(async (connection) => {
      for (let at = 0; at < 520; at += 1) await connection.query(`select ${at} as number where $1`, [true])
      return (await connection.query('select count(*)::int as ready from pg_prepared_statements', [])).rows
    })
    expect(names).toEqual([{ ready: 500 }])
  })

  test('can be told what time it is, and goes by its own clock again', async () => {
    const year = () =>
      held((connection) => connection.query('select extract(year from now())::int as year', []))
    engine.tellTime?.(new Date('2021-06-01T06:00:00Z'))
    expect((await year()).rows).toEqual([{ year: 2021 }])
    engine.tellTime?.(null)
    expect((await year()).rows).toEqual([{ year: new Date().getUTCFullYear() }])
  })

  test('is told another time while an alarm of its own is set, and has nothing to say of it', async () => {
    const travels = `
      const { pgliteEngine } = await import('${import.meta.resolve('./pglite-engine.ts')}')
      const engine = await pgliteEngine(null)
      const connection = await engine.connect()
      await connection.script('create table page (id integer)')
      engine.tellTime(new Date('2021-06-01T06:00:00Z'))
      const end = Date.now() + 1500
      while (Date.now() < end) {
        await connection.script('begin; set local statement_timeout = 300; insert into page values (1); commit')
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      connection.release(false)
      await engine.close()`
    const { stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', travels])
    expect(stderr).toBe('')
  })
})
