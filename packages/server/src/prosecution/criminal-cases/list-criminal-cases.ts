import type { CasesQuery, CriminalCounted, CriminalList } from '@setu/records/api'
import { type CountedOffence, countCriminal } from '@setu/vocabulary'
import { sql } from 'kysely'
import type { Work } from '../../platform/index.ts'
import { standingsOf, summaryRows } from './criminal-store.ts'

const aPage = 50

const fromCursor = (after: string | undefined) => {
  const found = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(after ?? '')
  return found === null ? sql`true` : sql`(c.reported_on, c.id) < (${found[1]}::date, ${found[2]}::uuid)`
}

/** The number that stands on somebody's paper, in full: nobody looks through cases by parts of numbers. */
const numbered = (number: string | undefined) =>
  number === undefined
    ? sql`true`
    : sql`${number.trim().toUpperCase()} in (c.code, c.station_number::text, c.station_number || '/' || c.station_year,
        upper(c.gr_number), upper(c.tribunal_number), upper(c.monitoring_number))`

const standing = (wanted: CasesQuery['standing']) => {
  const open = sql`exists (select 1 from accused_offence f where f.org_id = c.org_id and f.case_id = c.id and f.outcome is null)`
  if (wanted === undefined) return sql`true`
  const anything = sql`exists (select 1 from accused_offence f where f.org_id = c.org_id and f.case_id = c.id)`
  return wanted === 'open' ? sql`(${open} or not ${anything})` : sql`(${anything} and not ${open})`
}

/** The criminal cases of one's offices, the latest first. */
export async function listCriminalCases(work: Work, query: CasesQuery): Promise<CriminalList> {
  const where = sql`${fromCursor(query.after)} and ${numbered(query.number)} and ${standing(query.standing)}`
  const rows = await summaryRows(work, where, aPage + 1)
  const page = rows.slice(0, aPage)
  const standings = await standingsOf(
    work,
    page.map(({ id }) => id),
  )
  work.counted(page.length)
  const last = page.at(-1)
  return {
    items: page.map((row) => ({ ...row, accused: standings.get(row.id) ?? [] })),
    next: rows.length > aPage && last !== undefined ? `${last.reportedOn}_${last.id}` : null,
  }
}

/** Counts cases and persons of one's offices. */
export async function countCriminalCases(work: Work): Promise<CriminalCounted> {
  const { rows } = await sql<CountedOffence>`
    select case_id as case, accused_id as accused, stage, outcome from accused_offence`.execute(work.db)
  const { rows: all } = await sql<{ cases: number }>`
    select count(*)::int as cases from criminal_case`.execute(work.db)
  const charged = new Set(rows.map((one) => one.case)).size
  return countCriminal(rows, (all[0]?.cases ?? charged) - charged)
}
