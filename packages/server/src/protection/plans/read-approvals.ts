import type { ApprovalList, ApprovalSet, WaitingApproval, Written } from '@setu/records/api'
import type { Approvals } from '@setu/vocabulary'
import { sql } from 'kysely'
import { needRole, ruleInForce, type Work } from '../../platform/index.ts'
import { codeBeside } from '../cases/case-store.ts'
import { plansApproved } from './approvals.ts'

interface Row extends Omit<WaitingApproval, 'case'> {
  readonly org: string
  readonly caseId: string
  readonly code: string | null
}

/** Whether this person took the step after which somebody else is asked. */
const notMine = (work: Work, item: string, state: string) => sql`not exists (
  select 1 from record_step s where s.org_id = f.org_id and s.case_id = f.id and s.item_id = ${sql.ref(item)}
    and s.to_state = ${state} and (s.account_org, s.account_id) = (${work.actor.org}::uuid, ${work.actor.account}::uuid))`

const since = (item: string, state: string) => sql`(select max(s.at) from record_step s
  where s.org_id = f.org_id and s.case_id = f.id and s.item_id = ${sql.ref(item)} and s.to_state = ${state})`

/** What waits for a supervisor's word in the cases of the units that they supervise; nothing that they asked for themselves. */
async function waitingFor(work: Work): Promise<WaitingApproval[]> {
  const units = work.actor.units.filter(({ supervises }) => supervises).map(({ unit }) => unit)
  if (units.length === 0 || !work.actor.roles.includes('supervisor')) return []
  const { rows } = await sql<Row>`
    with f as materialized (select c.org_id, c.id, c.state from case_file c
      where c.owner_unit = any (${units}::uuid[]) and c.state not in ('closed', 'transferred'))
    select w.kind, w.org_id as org, w.id as "caseId", w.about, w.since, ${codeBeside(work, 'w.org_id', 'w.id')} as code from (
      select 'plan' as kind, f.org_id, f.id, p.id as about, ${since('p.id', 'agreed')} as since
        from f join service_plan p on p.org_id = f.org_id and p.case_id = f.id and p.state = 'agreed'
        where ${plansApproved(work)} and ${notMine(work, 'p.id', 'agreed')}
      union all
      select 'payment', f.org_id, f.id, p.id, ${since('p.id', 'asked')}
        from f join payment p on p.org_id = f.org_id and p.case_id = f.id and p.state = 'asked'
        where ${notMine(work, 'p.id', 'asked')}
      union all
      select 'closure', f.org_id, f.id, null::uuid, null::timestamptz
        from f join case_narrative n on n.org_id = f.org_id and n.case_id = f.id and n.closure_reason is not null
        where f.state in ('active', 'followUp') and not exists (select 1 from case_check k
          where k.org_id = f.org_id and k.case_id = f.id and k.requirement = 'supervisorAgreed')
    ) w order by w.since nulls last, w.id limit 200`.execute(work.db)
  return rows.map(({ org, caseId, code, ...row }) => ({
    ...row,
    case: { org, id: caseId, code: code ?? '-' },
  }))
}

/** What is approved here by somebody else than who asks, and what waits for that. */
export async function readApprovals(work: Work): Promise<ApprovalList> {
  const { rows } = await sql<{ plans: boolean }>`select ${plansApproved(work)} as plans`.execute(work.db)
  const waiting = await waitingFor(work)
  work.counted(waiting.length)
  return {
    rules: { servicePlan: rows[0]?.plans === true },
    mayChange: work.actor.roles.includes('technicalAdministrator'),
    waiting,
  }
}

/**
 * Lays down from today on what is approved in one's own organisation; what others laid down for theirs stays, those who
 * do so at the same moment too: one after the other, each at the time when it was their turn.
 */
export async function layDownApprovals(work: Work, given: ApprovalSet): Promise<Written> {
  needRole(work, 'technicalAdministrator')
  await sql`select pg_advisory_xact_lock(hashtextextended('approvals', 7307))`.execute(work.db)
  const before = await ruleInForce<Approvals>(work.db, 'approvals', work.today)
  const others = (before?.servicePlan ?? []).filter((org) => org !== work.actor.org)
  const version = `${work.today}-${work.freshId().slice(0, 8)}`
  const rules: Approvals = {
    version,
    servicePlan: given.servicePlan ? [...others, work.actor.org] : others,
  }
  await sql`
    insert into rule_set (kind, version, valid_from, rules, made_by, made_at)
    values ('approvals', ${version}, ${work.today}::date, ${JSON.stringify(rules)}::jsonb, ${work.actor.account}, clock_timestamp())`.execute(
    work.db,
  )
  return { id: given.command, version: 1 }
}
