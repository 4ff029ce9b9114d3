import { randomUUID } from 'node:crypto'
import { type AlertPlan, alertPlan, type CaseHead, type CaseHistory, plainDate } from '@setu/vocabulary'
import { sql } from 'kysely'
import {
  type Clock,
  DatabaseRefusal,
  type Db,
  dayOf,
  type Engine,
  inTransaction,
  type Work,
} from '../../platform/index.ts'
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

/** The plan of a case; null where something in it cannot be reckoned, which must hold up no other case and no writing. */
function planOf(row: HistoryRow, basis: BasisOfDay) {
  try {
    const head = { ...row, offenceOn: row.offenceOn === null ? null : plainDate(row.offenceOn) }
    return planRow(alertPlan(head, row, basis), basis.nameFor(row.jurisdiction), basis)
  } catch {
    return null
  }
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

/** Reckons the alerts of a case anew, in the transaction that wrote something of it; where that fails it is left to the clock. */
export async function reckonAlerts(work: Work, at: CriminalRef): Promise<void> {
  const [row] = await historiesOf(work.db, [at])
  // Whoever ended their own work on it can no longer read it; nothing that the clocks rest on was written.
  if (row === undefined) return
  const plan = planOf(row, await basisFor(work))
  if (plan === null) return
  await sql`
    select criminal_plan_keep(${at.org}, ${at.id}, ${JSON.stringify(plan)}::jsonb, ${work.today}::date)`.execute(
    work.db,
  )
}

/** Whoever writes one of so many cases waits until all of them are reckoned. */
const batch = 100

/** For how long one visit of the clock reckons, so that what is due is given meanwhile; the next goes on. */
const aVisit = 45_000

/**
 * Cases of which something was written past us, or whose law, calendar or rules have become others; without those that were
 * put aside under the very same.
 */
async function staleCases(db: Db, names: readonly (readonly [string, string])[]): Promise<CriminalRef[]> {
  const plans = sql`
    select p.org_id as org, p.case_id as id from criminal_plan p join criminal_case c on c.org_id = p.org_id and c.id = p.case_id
      left join unnest(${names.map(([country]) => country)}::text[], ${names.map(([, name]) => name)}::text[]) as n (country, name)
        on n.country = c.jurisdiction
    where p.aside is distinct from n.name`
  const { rows } = await sql<CriminalRef>`
    ${plans} and p.stale order by p.org_id, p.case_id limit ${batch} for update of p skip locked`.execute(db)
  if (rows.length > 0) return rows
  const { rows: others } = await sql<CriminalRef>`
    ${plans} and p.basis is distinct from n.name limit ${batch} for update of p skip locked`.execute(db)
  if (others.length > 0) return others
  const { rows: unplanned } = await sql<CriminalRef>`
    select c.org_id as org, c.id from criminal_case c
    where not exists (select 1 from criminal_plan p where p.org_id = c.org_id and p.case_id = c.id) limit ${batch}`.execute(
    db,
  )
  return unplanned
}

interface Planned {
  readonly org: string
  readonly case: string
  readonly basis: string
}

/** Lays plans down, all or none; `false` where the database does not take what one of them says. */
async function put(db: Db, plans: readonly Planned[], today: string): Promise<boolean> {
  await sql`savepoint plans`.execute(db)
  try {
    await sql`select criminal_plan_put(${JSON.stringify(plans)}::jsonb, ${today}::date)`.execute(db)
    return true
  } catch (error) {
    if (!(error instanceof DatabaseRefusal && /^2[23]/.test(error.sqlState))) throw error
    await sql`rollback to savepoint plans`.execute(db)
    return false
  }
}

/** Lays plans down, and answers those that could not be. */
async function putMany(db: Db, plans: readonly Planned[], today: string): Promise<Planned[]> {
  if (await put(db, plans, today)) return []
  const refused: Planned[] = []
  for (const plan of plans) if (!(await put(db, [plan], today))) refused.push(plan)
  return refused
}

const told = (db: Db, action: string, status: number, count: number) =>
  sql`insert into audit_event (id, request_id, action, method, status, count)
    values (${randomUUID()}, ${randomUUID()}, ${action}, 'JOB', ${status}, ${count})`.execute(db)

async function putAside(db: Db, cases: readonly Planned[]): Promise<void> {
  if (cases.length === 0) return
  const named = cases.map(({ org, case: id, basis }) => ({ org, case: id, basis }))
  await sql`select criminal_plan_aside(${JSON.stringify(named)}::jsonb)`.execute(db)
  await told(db, 'criminal.alertsSetAside', 500, cases.length)
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
    const all = rows.map((row) => {
      const plan = planOf(row, basis)
      return {
        ...plan,
        org: row.org,
        case: row.id,
        basis: basis.nameFor(row.jurisdiction),
        made: plan !== null,
      }
    })
    const refused = await putMany(
      db,
      all.filter(({ made }) => made),
      today,
    )
    await putAside(db, [...all.filter(({ made }) => !made), ...refused])
    await told(db, 'criminal.alertsReckoned', 200, cases.length)
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

/** How many cases are put aside, since their alerts cannot be reckoned as they are written. */
export async function countAside(engine: Engine): Promise<number> {
  return inTransaction(engine, { role: 'setu_clock' }, async (db) => {
    const { rows } = await sql<{ aside: number }>`
      select count(*)::int as aside from criminal_plan p where p.aside is not null`.execute(db)
    return rows[0]?.aside ?? 0
  })
}
