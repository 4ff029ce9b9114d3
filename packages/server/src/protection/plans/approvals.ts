import { type RawBuilder, sql } from 'kysely'
import type { Work } from '../../platform/index.ts'

/** Whether a supervisor of one's organisation approves service plans before services begin, as laid down for today. */
export function plansApproved(work: Work): RawBuilder<boolean> {
  return sql`coalesce((
    select rules -> 'servicePlan' @> to_jsonb(${work.actor.org}::text) from rule_set
    where kind = 'approvals' and valid_from <= ${work.today}::date
    order by valid_from desc, made_at desc limit 1), false)`
}

/** Somebody who supervises a unit and is not whoever asks. */
export async function supervisorOf(work: Work, unit: string): Promise<string | null> {
  const { rows } = await sql<{ account: string }>`
    select m.account_id as account from unit_member m
    join account_role r on r.org_id = m.org_id and r.account_id = m.account_id and r.role = 'supervisor'
    where m.org_id = ${work.actor.org} and m.unit_id = ${unit} and m.supervises and m.account_id <> ${work.actor.account}
    order by m.account_id limit 1`.execute(work.db)
  return rows[0]?.account ?? null
}

/** Whether plans are approved here, as an answer: who would approve one. */
export async function approverOf(work: Work, unit: string): Promise<string | null> {
  const { rows } = await sql<{ approves: boolean }>`select ${plansApproved(work)} as approves`.execute(
    work.db,
  )
  return rows[0]?.approves === true ? supervisorOf(work, unit) : null
}
