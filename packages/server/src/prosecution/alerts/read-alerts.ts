import type { AlertCount, AlertList, AlertsQuery, CaseAlerts } from '@setu/records/api'
import { sql } from 'kysely'
import type { Work } from '../../platform/index.ts'
import type { CriminalRef } from '../addresses.ts'
import { tasksIn } from '../criminal-cases/criminal-store.ts'
import { alertsOfCase, listedAlerts, ownAlert } from './alert-store.ts'

const aPage = 50

/** Given, and still with its cause; of several marks of one clock the latest, which says all that the others do. */
const stands = sql`a.given_at is not null and a.dropped_on is null and a.until_on is null and not a.overtaken`

const standings = {
  waiting: sql`${stands} and a.answered_at is null`,
  answered: sql`${stands} and a.answered_at is not null`,
  ended: sql`a.given_at is not null and (a.dropped_on is not null or a.until_on is not null)`,
}

const fromCursor = (after: string | undefined) => {
  const found = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(after ?? '')
  return found === null ? sql`true` : sql`(a.due_on, a.id) < (${found[1]}::date, ${found[2]}::uuid)`
}

/** The alerts of one's offices, the latest first. */
export async function listAlerts(work: Work, { standing, kind, after }: AlertsQuery): Promise<AlertList> {
  const where = sql`${standings[standing]} and ${ownAlert} and ${fromCursor(after)}
    and ${kind === undefined ? sql`true` : sql`a.kind = ${kind}`}`
  const rows = await listedAlerts(work, where, aPage + 1)
  const items = rows.slice(0, aPage)
  const last = items.at(-1)
  work.counted(items.length)
  return { items, next: rows.length > aPage && last !== undefined ? `${last.on}_${last.id}` : null }
}

/** How many alerts of one's offices wait for an answer. */
export async function countAlerts(work: Work): Promise<AlertCount> {
  const { rows } = await sql<AlertCount>`
    select count(*)::int as waiting from (
      select 1 from criminal_alert a where ${standings.waiting} and ${ownAlert} limit 1000) w`.execute(
    work.db,
  )
  return rows[0] ?? { waiting: 0 }
}

/** What stalls in one case, and what lies ahead of it. */
export async function readCaseAlerts(work: Work, at: CriminalRef): Promise<CaseAlerts> {
  await tasksIn(work, at)
  const { rows } = await sql<Pick<CaseAlerts, 'found' | 'law' | 'unknown'>>`
    select p.found, p.law, p.unknown from criminal_plan p where p.org_id = ${at.org} and p.case_id = ${at.id}`.execute(
    work.db,
  )
  const [plan = { found: null, law: null, unknown: [] }] = rows
  const given = await alertsOfCase(work, at, true)
  work.counted(given.length)
  return { ...plan, given, ahead: await alertsOfCase(work, at, false) }
}
