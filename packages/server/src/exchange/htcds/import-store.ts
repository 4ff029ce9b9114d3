import { randomBytes } from 'node:crypto'
import { caseCodeFrom } from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'

type Values = Readonly<Record<string, unknown>>

/** JSON has no bytes; PostgreSQL reads them from hexadecimal digits. */
function plain(value: unknown): unknown {
  return Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value
}

/** Adds many rows to a table in one statement. All of them name the same columns. */
export async function insertRows(work: Work, table: string, rows: readonly Values[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = sql.join(Object.keys(first).map((name) => sql.id(name)))
  const json = JSON.stringify(
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]))),
  )
  await sql`
    insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${json}::json)`.execute(work.db)
}

/** Gives each of some cases a code of its own; a code that is taken is drawn again. */
export async function giveCodes(work: Work, cases: readonly string[]): Promise<void> {
  let left = [...cases]
  for (let tries = 0; left.length > 0 && tries < 20; tries++) {
    const codes = left.map(() => caseCodeFrom(randomBytes(8)))
    const { numAffectedRows } = await sql`
      insert into case_code (org_id, case_id, holder_org, code, made_at)
      select ${work.actor.org}, t.case_id, ${work.actor.org}, t.code, ${work.now.toISOString()}
      from unnest(${left}::uuid[], ${codes}::text[]) as t (case_id, code)
      on conflict do nothing`.execute(work.db)
    if (numAffectedRows === BigInt(left.length)) return
    left = await withoutCode(work, left)
  }
  if (left.length > 0) throw new Problem('busy')
}

async function withoutCode(work: Work, cases: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ case_id: string }>`
    select case_id from case_code where org_id = ${work.actor.org} and holder_org = ${work.actor.org}
      and case_id = any (${[...cases]}::uuid[])`.execute(work.db)
  const given = new Set(rows.map(({ case_id }) => case_id))
  return cases.filter((id) => !given.has(id))
}

/** A whole file may take longer than anything else that is asked of the database, in this transaction alone. */
export async function allowLonger(work: Work): Promise<void> {
  await sql`select set_config('statement_timeout', '120s', true)`.execute(work.db)
}

/** Imports of one organisation take turns, so that the same file cannot come in twice at once. */
export async function takeTurns(work: Work): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${work.actor.org}, 7304))`.execute(work.db)
}
