import { DatabaseRefusal, type Engine } from '../src/platform/index.ts'

export interface Tried {
  readonly rows: readonly Record<string, unknown>[]
  readonly count: number
  /** The SQLSTATE of a refusal, or `null` when the statement went through. */
  readonly refused: string | null
}

export type Try = (text: string, values?: readonly unknown[]) => Promise<Tried>

/**
 * Somebody who can send any statement over the node's own connection, under any of its roles and with any text
 * for a session: what a hole in our own code would allow. Each statement is tried by itself; all is rolled back.
 */
export async function intrude<Result>(
  engine: Engine,
  role: string,
  session: string | null,
  run: (attempt: Try) => Promise<Result>,
): Promise<Result> {
  const connection = await engine.connect()
  try {
    await connection.script(`begin; set local role ${role}; set local statement_timeout = 0`)
    if (session !== null) await connection.query(`select set_config('setu.session', $1, true)`, [session])
    return await run(async (text, values = []) => {
      await connection.script('savepoint attempt')
      try {
        const { rows, count } = await connection.query(text, values)
        await connection.script('release savepoint attempt')
        return { rows, count, refused: null }
      } catch (error) {
        if (!(error instanceof DatabaseRefusal)) throw error
        await connection.script('rollback to savepoint attempt')
        return { rows: [], count: 0, refused: error.sqlState }
      }
    })
  } finally {
    await connection.script('rollback')
    connection.release(false)
  }
}

/** All tables of ours, as the catalogue has them: a new one is met without anybody naming it. */
export async function tablesOf(owner: Engine): Promise<string[]> {
  const connection = await owner.connect()
  try {
    const { rows } = await connection.query(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm', 'f') order by 1`,
      [],
    )
    return rows.map((row) => String(row['name']))
  } finally {
    connection.release(false)
  }
}

const anyValue: readonly (readonly [type: RegExp, value: string])[] = [
  [/\[\]$/, `'{}'`],
  [/^uuid$/, 'gen_random_uuid()'],
  [/^(integer|bigint|smallint|numeric)/, '1'],
  [/^xid8$/, `'1'`],
  [/^boolean$/, 'false'],
  [/^jsonb?$/, `'{}'`],
  [/^bytea$/, String.raw`'\x00'`],
  [/^(timestamp|date)/, 'now()'],
  [/^text/, `'x'`],
]

/** A row in every table that has none yet, so that "nothing comes back" means that something was held back. */
export async function fillEveryTable(owner: Engine): Promise<void> {
  const tables = await tablesOf(owner)
  const connection = await owner.connect()
  try {
    for (const table of tables) {
      const { rows: some } = await connection.query(`select 1 from "${table}" limit 1`, [])
      if (some.length > 0) continue
      const { rows: bounds } = await connection.query(
        `select conname as name from pg_constraint where conrelid = $1::regclass and contype in ('c', 'f')`,
        [`public.${table}`],
      )
      for (const { name } of bounds) {
        await connection.script(`alter table "${table}" drop constraint "${String(name)}"`)
      }
      const { rows: columns } = await connection.query(
        `select attname as name, format_type(atttypid, null) as type from pg_attribute
         where attrelid = $1::regclass and attnum > 0 and not attisdropped and attnotnull`,
        [`public.${table}`],
      )
      const names = columns.map(({ name }) => `"${String(name)}"`).join(', ')
      const values = columns.map(({ type }) => anyValue.find(([of]) => of.test(String(type)))?.[1] ?? 'null')
      await connection.script(`insert into "${table}" (${names}) values (${values.join(', ')})`)
    }
  } finally {
    connection.release(false)
  }
}
