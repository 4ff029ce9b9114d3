import type { ComplaintList, ComplaintView } from '@setu/records/api'
import { type ComplaintClocks, complaintClocks, type DaysAllowed } from '@setu/vocabulary'
import { sql } from 'kysely'
import { type Holder, Problem, ruleInForce, type Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { momentAfter, rulesInForce } from '../due/rules-in-force.ts'

const mostShown = 200

/** What opens and seals the words of a complaint; what is told to the person has a key of its own. */
export function keyOf({ org, id }: CaseRef, part: 'complaint' | 'complaintAnswer'): Holder {
  return { org, kind: 'complaint', id, caseId: null, part }
}

export const wordsPlace = (id: string) => ({ table: 'complaint', row: id, version: 1 })

export async function clocksInForce(work: Work): Promise<ComplaintClocks> {
  return (await ruleInForce<ComplaintClocks>(work.db, 'complaintClocks', work.today)) ?? complaintClocks
}

/** When a time allowed from now on is over. */
export async function overAt(work: Work, allowed: DaysAllowed): Promise<string> {
  return momentAfter(allowed, work.now, (await rulesInForce(work)).calendar).toISOString()
}

export interface ComplaintRow
  extends Omit<ComplaintView, 'from' | 'words' | 'answer' | 'about' | 'recorder' | 'code' | 'outcome'> {
  readonly fromEn: string
  readonly fromBn: string
  readonly about: string | null
  readonly recorder: string | null
  readonly recorderUnit: string | null
  readonly code: string | null
  readonly outcome: ComplaintView['outcome']
  readonly words: Buffer | null
  readonly answer: Buffer | null
}

/** The complaints that are this person's to hear, and those that they wrote down; with `one`, just that. */
export async function complaintRows(work: Work, one: CaseRef | null): Promise<ComplaintRow[]> {
  const me = work.actor.account
  const only = one === null ? sql`true` : sql`c.org_id = ${one.org} and c.id = ${one.id}`
  const { rows } = await sql<ComplaintRow>`
    select c.org_id as org, c.id, c.version, c.state, c.kind, c.recorded_at as "recordedAt", c.handler_account = ${me} as hears,
      c.recorded_by = ${me} as recorded, o.name_en as "fromEn", o.name_bn as "fromBn", p.about, p.recorder,
      c.recorder_unit as "recorderUnit", c.code, c.outcome, c.words, c.answer,
      (select min(d.due_at) from due_item d where d.org_id = c.org_id and d.about_id = c.id and d.done_at is null
        and d.cancelled_at is null) as due
    from complaint c join organisation o on o.id = c.org_id
    left join lateral complaint_people(c.org_id, c.id) p on true
    where ${only} order by (c.state = 'told'), c.recorded_at desc limit ${mostShown}`.execute(work.db)
  return rows
}

/** A complaint as this person may change it; for everybody else there is none. */
export async function heldComplaint(work: Work, at: CaseRef, base: number, as: 'hears' | 'recorded') {
  const [row] = await complaintRows(work, at)
  if (!row || !(row[as] || (as === 'recorded' && row.hears))) throw new Problem('not-found')
  if (row.version !== base)
    throw new Problem('stale', { current: { version: row.version, values: { state: row.state } } })
  return row
}

export async function colleaguesOf(work: Work): Promise<ComplaintList['colleagues']> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from account where org_id = ${work.actor.org} and disabled_at is null and id <> ${work.actor.account}
    order by name limit 500`.execute(work.db)
  return rows
}

export async function deskOf(work: Work): Promise<NonNullable<ComplaintList['desk']>> {
  const { rows } = await sql<{
    id: string
  }>`select account_id as id from complaint_listener order by made_at, account_id`.execute(work.db)
  const { rows: elsewhere } = await sql<{
    org: string
  }>`select to_org as org from complaint_elsewhere`.execute(work.db)
  return { listeners: rows.map(({ id }) => id), elsewhere: elsewhere[0]?.org ?? null }
}
