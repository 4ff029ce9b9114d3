import { type RawBuilder, sql } from 'kysely'
import type { Work } from '../../platform/index.ts'

/** Whether a supervisor of one's organisation approves service plans before services begin, as laid down for today. */
export function plansApproved(work: Work): RawBuilder<boolean> {
  return sql`coalesce((
    select rules -> 'servicePlan' @> to_jsonb(${work.actor.org}::text) from rule_set
    where kind = 'approvals' and valid_from <= ${work.today}::date
    order by valid_from desc, made_at desc limit 1), false)`
}

/** The same as an answer, and who would approve: somebody who supervises the unit and is not whoever asks. */
export async function approverOf(work: Work, unit: string): Promise<string | null> {
  const { rows } = await sql<{ account: string | null; approves: boolean }>`
    select ${plansApproved(work)} as approves, (
      select m.account_id from unit_member m
      join account_role r on r.org_id = m.org_id and r.account_id = m.account_id and r.role = 'supervisor'
      where m.org_id = ${work.actor.org} and m.unit_id = ${unit} and m.supervises and m.account_id <> ${work.actor.account}
      order by m.account_id limit 1) as account`.execute(work.db)
  return rows[0]?.approves === true ? rows[0].account : null
}
