import type { CaseList, CaseQuery, CaseSummary } from '@setu/records/api'
import { type CaseState, parseCaseCode, type Urgency } from '@setu/vocabulary'
import { type RawBuilder, sql } from 'kysely'
import { officeName } from '../../directory/index.ts'
import type { Work } from '../../platform/index.ts'
import { type CaseRelation, codeBeside } from './case-store.ts'
import type { CaseRef } from './record-store.ts'

export interface SummaryRow {
  readonly org: string
  readonly id: string
  readonly version: number
  readonly closedOn: string | null
  readonly code: string | null
  readonly state: CaseState
  readonly urgency: Urgency
  readonly relation: CaseRelation
  readonly unit: string
  readonly unitEn: string
  readonly unitBn: string
  readonly lead: string | null
  readonly leadName: string | null
  readonly openedOn: string
  readonly changed: string
  readonly ageBand: string | null
  readonly sex: string | null
  readonly exploitation: string[] | null
  readonly homeDistrict: string | null
  readonly dueKind: string | null
  readonly dueAt: string | null
}

/**
 * The page is chosen first, by an index and the list of cases that the person has; what stands beside each
 * case is joined to the chosen few only, so that a policy is asked fifty times and not for every row.
 */
function select(work: Work, chosen: RawBuilder<unknown>) {
  return sql<SummaryRow>`
    with page as materialized (${chosen})
    select c.org_id as org, c.id, c.version, c.closed_on as "closedOn", ${codeBeside(work, 'c.org_id', 'c.id')} as code, c.state, c.urgency, case_relation(c.org_id, c.id) as relation,
      c.owner_unit as unit, ${officeName('u', 'o', 'en')} as "unitEn", ${officeName('u', 'o', 'bn')} as "unitBn", s.account_id as lead, a.name as "leadName",
      c.opened_on as "openedOn", c.changed_at as changed, f.age_band as "ageBand", f.sex, f.exploitation,
      f.home_district as "homeDistrict", d.kind as "dueKind", d.due_at as "dueAt"
    from page c
    left join unit u on u.org_id = c.owner_org and u.id = c.owner_unit
    left join organisation o on o.id = u.org_id
    left join case_facts f on f.org_id = c.org_id and f.case_id = c.id
    left join lateral (select account_id from case_assignment s
      where s.org_id = c.org_id and s.case_id = c.id and s.lead and s.ended_at is null limit 1) s on true
    left join account a on a.org_id = ${work.actor.org} and a.id = s.account_id
    left join lateral (select kind, due_at from due_item d
      where d.org_id = c.org_id and d.case_id = c.id and d.done_at is null and d.cancelled_at is null
      order by d.due_at limit 1) d on true
    order by c.changed_at desc, c.id desc`
}

export function summaryOf(row: SummaryRow): CaseSummary {
  return {
    org: row.org,
    id: row.id,
    code: row.code ?? '',
    state: row.state,
    urgency: row.urgency,
    relation: row.relation,
    ownerUnit: { id: row.unit, name: { en: row.unitEn, bn: row.unitBn } },
    lead: row.lead === null || row.leadName === null ? null : { id: row.lead, name: row.leadName },
    openedOn: row.openedOn,
    changed: row.changed,
    ageBand: row.ageBand,
    sex: row.sex,
    exploitation: row.exploitation ?? [],
    homeDistrict: row.homeDistrict,
    nextDue: row.dueKind === null || row.dueAt === null ? null : { kind: row.dueKind, at: row.dueAt },
  }
}

function dueBefore(work: Work, due: 'overdue' | 'week'): RawBuilder<unknown> {
  const until = due === 'overdue' ? work.now : new Date(work.now.getTime() + 7 * 86_400_000)
  return sql`exists (select 1 from due_item d where d.org_id = c.org_id and d.case_id = c.id
    and d.done_at is null and d.cancelled_at is null and d.due_at < ${until.toISOString()}::timestamptz)`
}

function conditions(work: Work, query: CaseQuery): RawBuilder<unknown>[] {
  const asked: RawBuilder<unknown>[] = [sql`true`]
  if (query.state) asked.push(sql`c.state = ${query.state}`)
  if (query.unit) asked.push(sql`c.owner_unit = ${query.unit}::uuid`)
  if (query.mine) {
    asked.push(sql`c.id = any ((select array_agg(s.case_id) from case_assignment s
      where s.account_id = ${work.actor.account} and s.ended_at is null)::uuid[])`)
  }
  if (query.district) {
    asked.push(sql`exists (select 1 from case_facts f where f.org_id = c.org_id and f.case_id = c.id
      and f.home_district = ${query.district})`)
  }
  if (query.due) asked.push(dueBefore(work, query.due))
  if (query.code !== undefined) {
    const code = parseCaseCode(query.code)
    asked.push(sql`c.id = any ((select array_agg(k.case_id) from case_code k
      where k.holder_org = ${work.actor.org} and k.code = ${code ?? ''})::uuid[])`)
  }
  const [at, id] = (query.after ?? '').split('|')
  if (at && id) asked.push(sql`(c.changed_at, c.id) < (${at}::timestamptz, ${id}::uuid)`)
  return asked
}

/** The units all of whose cases a person may see: those they supervise, or every one that they guard the data of. */
function watchedUnits(work: Work): RawBuilder<unknown> | null {
  const { org, roles, units } = work.actor
  if (roles.includes('dataProtectionOfficer')) return sql`(select id from unit where org_id = ${org})`
  const supervised = units.filter(({ supervises }) => supervises).map(({ unit }) => unit)
  return supervised.length === 0 ? null : sql`unnest(${supervised}::uuid[])`
}

/**
 * A page, found through the indexes: one's own cases by their ids, and the last changed of each watched unit. This
 * only says where to look; what may be seen is for the policies to say.
 */
function pageOf(work: Work, query: CaseQuery, most: number): RawBuilder<unknown> {
  const where = sql.join(conditions(work, query), sql` and `)
  const order = sql`order by c.changed_at desc, c.id desc limit ${most}`
  if (query.code !== undefined) return sql`select * from case_file c where ${where} ${order}`
  const own = sql`
    select * from case_file c
    where c.id = any ((select array_agg(m.case_id) from actor_cases() m)::uuid[]) and ${where}`
  const units = watchedUnits(work)
  if (units === null) return sql`${own} ${order}`
  return sql`
    select c.* from (
      ${own} union
      select w.* from ${units} as u (id)
      cross join lateral (select * from case_file c where c.owner_unit = u.id and ${where} ${order}) w
    ) c ${order}`
}

/** The cases that a person may see, the last changed first, a page at a time. */
export async function listCases(work: Work, query: CaseQuery): Promise<CaseList> {
  const limit = query.limit ?? 50
  const { rows } = await select(work, pageOf(work, query, limit + 1)).execute(work.db)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  work.counted(page.length)
  return {
    items: page.map(summaryOf),
    next: rows.length > limit && last ? `${last.changed}|${last.id}` : null,
  }
}

/** Summaries of some cases by their ids. */
export async function summariesOf(work: Work, files: readonly CaseRef[]): Promise<SummaryRow[]> {
  if (files.length === 0) return []
  const { rows } = await select(
    work,
    sql`
    select * from case_file c where c.id = any (${files.map(({ id }) => id)}::uuid[])
      and c.org_id = any (${files.map(({ org }) => org)}::uuid[])`,
  ).execute(work.db)
  return rows
}
