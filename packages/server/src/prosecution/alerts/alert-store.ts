import type { AlertList, AlertView } from '@setu/records/api'
import { type RawBuilder, sql } from 'kysely'
import type { Work } from '../../platform/index.ts'

/** The tasks that are told of an alert as it stands now. */
const toldTasks = sql`(a.tasks || case when a.escalated_at is null then '{}'::text[] else a.escalates end)`

/** An office of one's own was told of the alert and still works at it in the case. */
export const ownAlert = sql`exists (select 1 from criminal_office o where o.org_id = a.org_id and o.case_id = a.case_id
  and o.until_on is null and o.unit_id = any ((select actor_units())::uuid[]) and o.task = any ((select actor_criminal_tasks())::text[])
  and o.task = any ${toldTasks})`

const columns = sql`a.id, a.kind, a.mark, a.since, nullif(a.subject, '') as subject, a.due_on as on, a.until_on as until,
  a.dropped_on as dropped, a.law, a.calendar, a.rules, a.settled, a.tasks, a.given_at as given, a.escalated_at as escalated,
  coalesce((select json_agg(p.place order by p.place) from accused p where p.org_id = a.org_id and p.id = any (a.accused)), '[]'::json)
    as accused,
  coalesce((select json_agg(json_build_object('answer', s.answer, 'by', json_build_object('en', g.name_en, 'bn', g.name_bn), 'at', s.at)
      order by s.at, s.id) from criminal_alert_answer s join organisation g on g.id = s.account_org
    where s.org_id = a.org_id and s.alert_id = a.id), '[]'::json) as answers,
  a.given_at is not null and ${ownAlert} as "mayAnswer"`

/** Alerts with the case that each is of. */
export async function listedAlerts(
  work: Work,
  where: RawBuilder<unknown>,
  most: number,
): Promise<AlertList['items']> {
  const { rows } = await sql<AlertList['items'][number]>`
    select a.org_id as org, a.case_id as case, c.code, c.station_number as "stationNumber", c.station_year as "stationYear",
      c.tribunal_number as "tribunalNumber", ${columns}
    from (select a.* from criminal_alert a where ${where} order by a.due_on desc, a.id desc limit ${most}) a
      join criminal_case c on c.org_id = a.org_id and c.id = a.case_id
    order by a.due_on desc, a.id desc`.execute(work.db)
  return rows
}

/** The alerts of one case that were given, the latest first, or those that lie ahead, the next first. */
export async function alertsOfCase(
  work: Work,
  { org, id }: { readonly org: string; readonly id: string },
  given: boolean,
): Promise<AlertView[]> {
  const { rows } = await sql<AlertView>`
    select ${columns} from criminal_alert a
    where a.org_id = ${org} and a.case_id = ${id} and ${given ? sql`a.given_at is not null` : sql`a.given_at is null`}
    order by ${given ? sql`a.due_on desc` : sql`a.due_on`}, a.kind, a.mark limit 500`.execute(work.db)
  return rows
}
