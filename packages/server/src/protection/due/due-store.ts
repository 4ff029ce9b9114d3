import type { DutyKind, TaskKind, TimeAllowed } from '@setu/vocabulary'
import { sql } from 'kysely'
import type { Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { momentAfter, type RulesInForce, workingDaysOf } from './rules-in-force.ts'

/** A promise to be made: what, about which case and record, by when, and who holds it. */
export interface Promised {
  readonly org: string
  readonly caseId: string
  readonly about?: string
  readonly kind: TaskKind
  readonly holder: { readonly org: string; readonly unit: string; readonly account: string | null }
}

interface Made extends Promised {
  readonly rule: string
  readonly calendar: string | null
  readonly workingDays: number | null
  readonly from: Date
  readonly due: Date
}

async function add(work: Work, made: readonly Made[]): Promise<void> {
  const rows = made.map(
    ({ org, caseId, about = null, kind, holder, rule, calendar, workingDays, from, due }) => ({
      org_id: org,
      id: work.freshId(),
      case_id: caseId,
      about_id: about,
      kind,
      rule_version: rule,
      calendar_version: calendar,
      working_days: workingDays,
      began_at: from,
      due_at: due,
      holder_org: holder.org,
      unit_id: holder.unit,
      account_id: holder.account,
    }),
  )
  await sql`
    insert into due_item (org_id, id, case_id, about_id, kind, rule_version, calendar_version, working_days,
      began_at, due_at, holder_org, unit_id, account_id)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (org_id uuid, id uuid, case_id uuid,
      about_id uuid, kind text, rule_version text, calendar_version text, working_days integer, began_at timestamptz, due_at timestamptz,
      holder_org uuid, unit_id uuid, account_id uuid)`.execute(work.db)
}

/** A promise and the time that a rule allows for it. */
export interface ByRule extends Promised {
  readonly allowed: TimeAllowed
  readonly version: string
  readonly from?: Date
}

/** Makes promises by rule; each row keeps the versions of the rule and of the calendar that made it. */
export async function promiseAll(
  work: Work,
  rules: RulesInForce,
  promised: readonly ByRule[],
): Promise<Date[]> {
  if (promised.length === 0) return []
  const made = promised.map(({ allowed, version, from = work.now, ...what }) => ({
    ...what,
    rule: version,
    ...workingDaysOf(allowed, rules.calendar),
    from,
    due: momentAfter(allowed, from, rules.calendar),
  }))
  await add(work, made)
  return made.map(({ due }) => due)
}

/** Makes a promise for a moment that a person chose, or that follows from what they wrote. */
export function promiseFor(work: Work, promised: Promised, due: Date, rule = 'person'): Promise<void> {
  return add(work, [{ ...promised, rule, calendar: null, workingDays: null, from: work.now, due }])
}

/** Marks promises about a record as kept. */
export async function settle(
  work: Work,
  about: string,
  kinds: readonly (TaskKind | DutyKind)[],
): Promise<void> {
  await sql`
    update due_item set done_at = ${work.now.toISOString()}
    where about_id = ${about} and kind = any (${[...kinds]}::text[]) and done_at is null and cancelled_at is null`.execute(
    work.db,
  )
}

/** Marks promises of a case as kept. */
export async function settleCase(work: Work, caseId: string, kinds: readonly TaskKind[]): Promise<void> {
  await sql`
    update due_item set done_at = ${work.now.toISOString()}
    where case_id = ${caseId} and about_id is null and kind = any (${[...kinds]}::text[])
      and done_at is null and cancelled_at is null`.execute(work.db)
}

/** Whether a case has an open promise of one of these kinds. */
export async function hasOpen(work: Work, file: CaseRef, kinds: readonly TaskKind[]): Promise<boolean> {
  const { rows } = await sql`
    select 1 from due_item where org_id = ${file.org} and case_id = ${file.id} and about_id is null
      and kind = any (${[...kinds]}::text[]) and done_at is null and cancelled_at is null limit 1`.execute(
    work.db,
  )
  return rows.length > 0
}

/** Brings an open promise of a case forward, where it is due later than a time allowed from now. */
export async function bringForward(
  work: Work,
  rules: RulesInForce,
  file: CaseRef,
  kind: TaskKind,
  allowed: TimeAllowed,
): Promise<void> {
  const due = momentAfter(allowed, work.now, rules.calendar)
  const { rows } = await sql<Promised['holder']>`
    update due_item set cancelled_at = ${work.now.toISOString()}
    where org_id = ${file.org} and case_id = ${file.id} and about_id is null and kind = ${kind}
      and done_at is null and cancelled_at is null and due_at > ${due.toISOString()}::timestamptz
    returning holder_org as org, unit_id as unit, account_id as account`.execute(work.db)
  const version = rules.clocks.version
  await promiseAll(
    work,
    rules,
    rows.map((holder) => ({ org: file.org, caseId: file.id, kind, holder, allowed, version })),
  )
}

/** Takes promises back that nobody can keep any more: the referral was recalled, the case is closed. */
export async function cancelAbout(work: Work, about: string): Promise<void> {
  await sql`
    update due_item set cancelled_at = ${work.now.toISOString()}
    where about_id = ${about} and done_at is null and cancelled_at is null`.execute(work.db)
}

/** Takes back some open promises of a case that are about none of its records. */
export async function cancelOpen(work: Work, file: CaseRef, kinds: readonly TaskKind[]): Promise<void> {
  await sql`
    update due_item set cancelled_at = ${work.now.toISOString()}
    where org_id = ${file.org} and case_id = ${file.id} and about_id is null and kind = any (${[...kinds]}::text[])
      and done_at is null and cancelled_at is null`.execute(work.db)
}

export async function cancelCase(work: Work, caseId: string): Promise<void> {
  await sql`
    update due_item set cancelled_at = ${work.now.toISOString()}
    where case_id = ${caseId} and done_at is null and cancelled_at is null`.execute(work.db)
}

/**
 * Hands the open promises and tasks of a case from one person to another, or back to the unit, where they stand as
 * nobody's until its supervisor gives them to somebody. Answers how many promises there were.
 */
export async function handOver(work: Work, file: CaseRef, from: string, to: string | null): Promise<number> {
  const { numAffectedRows } = await sql`
    update due_item set account_id = ${to}::uuid
    where org_id = ${file.org} and case_id = ${file.id} and account_id = ${from} and done_at is null
      and cancelled_at is null`.execute(work.db)
  await sql`
    update case_task set account = ${to}::uuid, version = version + 1
    where org_id = ${file.org} and case_id = ${file.id} and account = ${from} and done_on is null`.execute(
    work.db,
  )
  return Number(numAffectedRows ?? 0n)
}
