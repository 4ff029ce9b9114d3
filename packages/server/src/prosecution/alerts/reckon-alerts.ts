import { randomUUID } from 'node:crypto'
import { type AlertPlan, alertPlan, type CaseHead, type CaseHistory, plainDate } from '@setu/vocabulary'
import { sql } from 'kysely'
import { type Clock, type Db, dayOf, type Engine, inTransaction, type Work } from '../../platform/index.ts'
import type { CriminalRef } from '../addresses.ts'
import { type BasisOfDay, basisOn } from './plan-basis.ts'

interface HistoryRow extends CaseHead, CaseHistory {
  readonly org: string
  readonly id: string
}

/** What was written down of some cases, as far as their clocks ask: no name, and no word of an order. */
async function historiesOf(db: Db, cases: readonly CriminalRef[]): Promise<readonly HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    select c.org_id as org, c.id, c.jurisdiction, c.matter, c.offence_on as "offenceOn",
      coalesce((select json_agg(json_build_object('accused', s.accused_id, 'offence', s.offence_id, 'to', s.to_code, 'on', s.taken_on)
          order by s.taken_on, s.at, s.place, s.id) from criminal_step s
        where s.org_id = c.org_id and s.case_id = c.id and s.about = 'stage' and s.offence_id is not null), '[]'::json) as steps,
      coalesce((select json_agg(f.id) from accused_offence f
        where f.org_id = c.org_id and f.case_id = c.id and f.compensation is not null), '[]'::json) as compensated,
      coalesce((select json_agg(json_build_object('day', h.held_on, 'putOff', h.why, 'summoned', coalesce((
            select json_agg(json_build_object('witness', w.place::text, 'came', w.day_code <> 'summoned') order by w.place)
            from hearing_witness w where w.org_id = h.org_id and w.hearing_id = h.id), '[]'::json))
          order by h.held_on, h.at, h.id) from hearing h
        where h.org_id = c.org_id and h.case_id = c.id and h.standing <> 'set'), '[]'::json) as hearings,
      coalesce((select json_agg(json_build_object('kind', f.kind, 'on', f.happened_on, 'accused', f.accused_id) order by f.happened_on)
        from criminal_fact f where f.org_id = c.org_id and f.case_id = c.id and f.taken_back_at is null), '[]'::json) as facts,
      coalesce((select json_agg(json_build_object('country', r.to_country, 'sent', s.taken_on, 'answered', (select t.taken_on
            from assistance_step t where t.org_id = s.org_id and t.request_id = s.request_id and t.at > s.at order by t.at limit 1))
          order by s.taken_on, s.at) from assistance_step s join assistance_request r on r.org_id = s.org_id and r.id = s.request_id
        where s.org_id = c.org_id and s.case_id = c.id and s.to_code = 'sent'), '[]'::json) as requests
    from unnest(${cases.map(({ org }) => org)}::uuid[], ${cases.map(({ id }) => id)}::uuid[]) as g (org, id)
      join criminal_case c on c.org_id = g.org and c.id = g.id`.execute(db)
  return rows
}

/** A plan as the database takes it: what waits for its day, and what would have been given. */
function planRow(plan: AlertPlan, basis: string, { rules }: BasisOfDay) {
  const { found, law, unknown, alerts } = plan
  return {
    basis,
    found,
    law,
    unknown,
    rules: rules.version,
    escalates: rules.escalatesTo,
    within: rules.answerWithin,
    alerts: alerts.map((alert) => ({
      ...alert,
      subject: alert.subject ?? '',
      tasks: rules.to[alert.kind],
      // What was over before anybody was told of it is of no use to anybody.
      waits: alert.until === null,
    })),
  }
}

function planOf(row: HistoryRow, basis: BasisOfDay) {
  const head = { ...row, offenceOn: row.offenceOn === null ? null : plainDate(row.offenceOn) }
  return planRow(alertPlan(head, row, basis), basis.nameFor(row.jurisdiction), basis)
}

const read = new WeakMap<Work, Promise<BasisOfDay>>()

/** What a plan is made by; asked for once in a transaction. */
function basisFor(work: Work): Promise<BasisOfDay> {
  const before = read.get(work)
  if (before !== undefined) return before
  const basis = basisOn(work.db, work.today)
  read.set(work, basis)
  return basis
}

/** Reckons the alerts of a case anew, in the transaction that wrote something of it. */
export async function reckonAlerts(work: Work, at: CriminalRef): Promise<void> {
  const [row] = await historiesOf(work.db, [at])
  // Whoever ended their own work on it can no longer read it; nothing that the clocks rest on was written.
  if (row === undefined) return
  const plan = planOf(row, await basisFor(work))
  await sql`
    select criminal_plan_keep(${at.org}, ${at.id}, ${JSON.stringify(plan)}::jsonb, ${work.today}::date)`.execute(
    work.db,
  )
}

const batch = 500

/** For how long one visit of the clock reckons, so that what is due is given meanwhile; the next goes on. */
const aVisit = 45_000

/** Cases of which something was written past us, or whose law, calendar or rules have become others. */
async function staleCases(db: Db, names: readonly (readonly [string, string])[]): Promise<CriminalRef[]> {
  const { rows } = await sql<CriminalRef>`
    select p.org_id as org, p.case_id as id from criminal_plan p where p.stale
    order by p.org_id, p.case_id limit ${batch} for update skip locked`.execute(db)
  if (rows.length > 0) return rows
  const { rows: others } = await sql<CriminalRef>`
    select p.org_id as org, p.case_id as id from criminal_plan p join criminal_case c on c.org_id = p.org_id and c.id = p.case_id
      left join unnest(${names.map(([country]) => country)}::text[], ${names.map(([, name]) => name)}::text[]) as n (country, name)
        on n.country = c.jurisdiction
    where p.basis is distinct from n.name limit ${batch} for update of p skip locked`.execute(db)
  if (others.length > 0) return others
  const { rows: unplanned } = await sql<CriminalRef>`
    select c.org_id as org, c.id from criminal_case c
    where not exists (select 1 from criminal_plan p where p.org_id = c.org_id and p.case_id = c.id) limit ${batch}`.execute(
    db,
  )
  return unplanned
}

async function reckonSome(engine: Engine, now: Date): Promise<number> {
  return inTransaction(engine, { role: 'setu_clock', timeoutMs: 60_000 }, async (db) => {
    const today = dayOf(now)
    const basis = await basisOn(db, today)
    const { rows: countries } = await sql<{ jurisdiction: string }>`
      select distinct jurisdiction from criminal_case`.execute(db)
    const names = countries.map(({ jurisdiction: one }) => [one, basis.nameFor(one)] as const)
    const cases = await staleCases(db, names)
    if (cases.length === 0) return 0
    const rows = await historiesOf(db, cases)
    const named = new Map(names)
    const plans = rows.map((row) => ({
      org: row.org,
      case: row.id,
      ...planOf(row, basis),
      basis: named.get(row.jurisdiction),
    }))
    await sql`select criminal_plan_put(${JSON.stringify(plans)}::jsonb, ${today}::date)`.execute(db)
    await sql`
      insert into audit_event (id, request_id, action, method, status, count)
      values (${randomUUID()}, ${randomUUID()}, 'criminal.alertsReckoned', 'JOB', 200, ${cases.length})`.execute(
      db,
    )
    return cases.length
  })
}

/** Reckons anew what a new law, a new calendar or new rules made stale: in batches, each whole or not at all. */
export async function reckonStale(engine: Engine, clock: Clock): Promise<number> {
  const ends = performance.now() + aVisit
  let all = 0
  for (let some = batch; some > 0 && performance.now() < ends; all += some)
    some = await reckonSome(engine, clock())
  return all
}
