import type { BreachHours, BreachSummary, BreachView } from '@setu/records/api'
import { type BreachClocks, breachClocks } from '@setu/vocabulary'
import { sql } from 'kysely'
import { type Holder, Problem, ruleInForce, type Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'

const mostShown = 200

/** What opens and seals the words of an incident: they belong to it, and to no case. */
export function wordsOf({ org, id }: CaseRef): Holder {
  return { org, kind: 'breach', id, caseId: null, part: 'breach' }
}

export const wordsPlace = (table: 'breach' | 'breach_step' | 'breach_telling', row: string) => ({
  table,
  row,
  version: 1,
})

/** How long each step may take today; what nobody wrote down is not known. */
export async function clocksInForce(work: Work): Promise<BreachClocks> {
  return (await ruleInForce<BreachClocks>(work.db, 'breachClocks', work.today)) ?? breachClocks
}

export function hoursOf({ assess, regulator, partner, survivor }: BreachClocks): BreachHours {
  return {
    assess: assess?.amount ?? null,
    regulator: regulator?.amount ?? null,
    partner: partner?.amount ?? null,
    survivor: survivor?.amount ?? null,
  }
}

/** When hours from a moment are over; nobody knows where nothing is laid down. */
export function endsAt(from: string, hours: number | null): string | null {
  return hours === null ? null : new Date(Date.parse(from) + hours * 3_600_000).toISOString()
}

interface Row extends Omit<BreachSummary, 'from'> {
  readonly fromEn: string
  readonly fromBn: string
}

const summary = (work: Work) => sql`b.org_id as org, b.id, b.version, b.state, b.what, b.data, b.risk,
  b.noticed_at as "noticedAt", b.opened_at as "openedAt", o.name_en as "fromEn", o.name_bn as "fromBn",
  b.opened_by = ${work.actor.account} as mine,
  b.org_id = ${work.actor.org} and (select actor_has('dataProtectionOfficer')) as "mayLead",
  (select count(*)::int from due_item d where d.org_id = b.org_id and d.done_at is null and d.cancelled_at is null
    and d.due_at < ${work.now.toISOString()}::timestamptz
    and (d.about_id = b.id or d.about_id in (select t.id from breach_telling t where t.org_id = b.org_id and t.breach_id = b.id))
  ) as late`

function summaryOf({ fromEn, fromBn, ...row }: Row): BreachSummary {
  return { ...row, from: { en: fromEn, bn: fromBn } }
}

/** The incidents that this person said, leads or was told of; what is open comes first. */
export async function breachRows(work: Work): Promise<BreachSummary[]> {
  const { rows } = await sql<Row>`
    select ${summary(work)} from breach b join organisation o on o.id = b.org_id
    order by (b.state = 'closed'), b.opened_at desc limit ${mostShown}`.execute(work.db)
  return rows.map(summaryOf)
}

interface WholeRow extends Row {
  readonly happenedOn: string | null
  readonly openedBy: string | null
  readonly unitIds: string[]
  readonly words: Buffer | null
  readonly reasons: BreachView['reasons']
  readonly assessment: Buffer | null
  readonly assessedAt: string | null
  readonly assessedBy: string | null
  readonly lessons: Buffer | null
  readonly closedAt: string | null
}

/** One incident as it is kept, with its words sealed. */
export async function breachRow(
  work: Work,
  { org, id }: CaseRef,
): Promise<(BreachSummary & Omit<WholeRow, keyof Row>) | null> {
  const { rows } = await sql<WholeRow>`
    select ${summary(work)}, b.happened_on as "happenedOn", a.name as "openedBy", b.units as "unitIds", b.words, b.reasons,
      b.assessment, b.assessed_at as "assessedAt", s.name as "assessedBy", b.lessons, b.closed_at as "closedAt"
    from breach b join organisation o on o.id = b.org_id
    left join account a on a.org_id = b.org_id and a.id = b.opened_by
    left join account s on s.org_id = b.org_id and s.id = b.assessed_by
    where b.org_id = ${org} and b.id = ${id}`.execute(work.db)
  const [row] = rows
  if (!row) return null
  const { fromEn, fromBn, ...kept } = row
  return { ...kept, from: { en: fromEn, bn: fromBn } }
}

/** The incident, for whoever leads what is done about it; for everybody else it is not there to be changed. */
export async function ledBreach(work: Work, at: CaseRef, base: number | null) {
  const row = await breachRow(work, at)
  if (row === null || !row.mayLead) throw new Problem('not-found')
  if (base !== null && row.version !== base)
    throw new Problem('stale', { current: { version: row.version, values: { state: row.state } } })
  if (row.state === 'closed') throw new Problem('step-not-possible')
  return row
}

export interface TellingRow {
  readonly id: string
  readonly version: number
  readonly whom: 'regulator' | 'partner' | 'survivor'
  readonly toOrg: string | null
  readonly toEn: string | null
  readonly toBn: string | null
  readonly code: string | null
  readonly due: string | null
  readonly toldAt: string | null
  readonly notNeeded: BreachView['tellings'][number]['notNeeded']
  readonly words: Buffer | null
}

export async function tellingRows(work: Work, { org, id }: CaseRef): Promise<TellingRow[]> {
  const { rows } = await sql<TellingRow>`
    select t.id, t.version, t.whom, t.to_org as "toOrg", o.name_en as "toEn", o.name_bn as "toBn", f.code, t.due_at as due,
      coalesce(t.told_at, s.done::timestamptz) as "toldAt", t.not_needed as "notNeeded", t.words
    from breach_telling t left join organisation o on o.id = t.to_org
    left join breach_survivors_told(${org}, ${id}) s on s.id = t.id
    left join lateral (select x.code from breach_files(${org}, ${id}) x where x.case_id = t.case_id limit 1) f on true
    where t.org_id = ${org} and t.breach_id = ${id} order by t.whom, t.made_at, t.id`.execute(work.db)
  return rows
}

export interface StepRow {
  readonly id: string
  readonly kind: string
  readonly person: string | null
  readonly at: string
  readonly words: Buffer | null
}

export async function stepRows(work: Work, { org, id }: CaseRef): Promise<StepRow[]> {
  const { rows } = await sql<StepRow>`
    select s.id, s.kind, a.name as person, s.at, s.words from breach_step s
    left join account a on a.org_id = s.org_id and a.id = s.account_id
    where s.org_id = ${org} and s.breach_id = ${id} order by s.at, s.id`.execute(work.db)
  return rows
}

export interface FileRow {
  readonly code: string
  readonly org: string | null
  readonly id: string | null
  readonly owner: string | null
}

/** Which cases it is about: for whoever leads also where they are kept. */
export async function fileRows(work: Work, { org, id }: CaseRef): Promise<FileRow[]> {
  const { rows } = await sql<FileRow>`
    select c.code, f.case_org as org, f.case_id as id, f.owner_org as owner from breach_case c
    left join breach_files(${org}, ${id}) f on f.code = c.code
    where c.org_id = ${org} and c.breach_id = ${id} order by c.code`.execute(work.db)
  return rows
}

export async function unitNames(work: Work, ids: readonly string[]): Promise<BreachView['units']> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string; en: string; bn: string }>`
    select id, name_en as en, name_bn as bn from unit where id = any (${[...ids]}::uuid[]) order by name_en`.execute(
    work.db,
  )
  return rows.map(({ id, en, bn }) => ({ id, name: { en, bn } }))
}

/** The people of one's own organisation, oneself first. */
export async function colleagues(work: Work): Promise<BreachView['colleagues']> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from account where org_id = ${work.actor.org} and disabled_at is null
    order by id <> ${work.actor.account}, name limit 500`.execute(work.db)
  return rows
}
