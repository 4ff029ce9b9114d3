import { randomUUID } from 'node:crypto'
import { officeFits } from '@setu/vocabulary'
import { type RawBuilder, sql } from 'kysely'
import { type Clock, type Db, dayOf, type Engine, inTransaction } from '../../platform/index.ts'

const batch = 20_000

/** Who may work at which task; told to the database as pairs. */
const fits = Object.entries(officeFits).flatMap(([task, { roles }]) => roles.map((role) => ({ task, role })))

interface Told {
  readonly given: number
  readonly units: string[]
}

/** Tells the offices of what was marked, each once. */
const telling = (tasks: RawBuilder<unknown>, escalated: boolean, now: string) => sql`
  told as (
    insert into criminal_alert_told (org_id, alert_id, office_id, escalated, case_id, at)
    select m.org_id, m.id, o.id, ${escalated}::boolean, m.case_id, ${now}::timestamptz from marked m
      join criminal_office o on o.org_id = m.org_id and o.case_id = m.case_id and o.until_on is null and o.task = any (${tasks})
    on conflict do nothing returning org_id, office_id)
  select (select count(*)::int from marked) as given, coalesce((select array_agg(distinct o.unit_id || ' ' || o.task)
    from told t join criminal_office o on o.org_id = t.org_id and o.id = t.office_id), '{}') as units`

async function give(db: Db, now: Date): Promise<Told> {
  const [at, today] = [now.toISOString(), dayOf(now)]
  const { rows } = await sql<Told>`
    with due as (
      select a.org_id, a.id, a.case_id, a.kind, a.since, a.subject, a.due_on from criminal_alert a
      where a.given_at is null and a.due_on <= ${today}::date order by a.due_on limit ${batch} for update skip locked),
    ranked as (
      select d.org_id, d.id, lead(d.due_on) over (partition by d.org_id, d.case_id, d.kind, d.since, d.subject order by d.due_on)
        > d.due_on as overtaken from due d),
    marked as (
      update criminal_alert a set given_at = ${at}::timestamptz, escalates_on = ${today}::date + a.answer_within,
        overtaken = coalesce(d.overtaken, false)
      from ranked d where a.org_id = d.org_id and a.id = d.id returning a.org_id, a.id, a.case_id, a.tasks),
    passed as (
      update criminal_alert a set overtaken = true
      from (select d.org_id, d.case_id, d.kind, d.since, d.subject, max(d.due_on) as due_on from due d group by 1, 2, 3, 4, 5) d
      where a.org_id = d.org_id and a.case_id = d.case_id and a.kind = d.kind and a.since = d.since and a.subject = d.subject
        and a.given_at is not null and not a.overtaken and a.due_on < d.due_on),
    ${telling(sql`m.tasks`, false, at)}`.execute(db)
  return rows[0] ?? { given: 0, units: [] }
}

async function escalate(db: Db, now: Date): Promise<Told> {
  const [at, today] = [now.toISOString(), dayOf(now)]
  const { rows } = await sql<Told>`
    with due as (
      select a.org_id, a.id from criminal_alert a
      where a.given_at is not null and a.answered_at is null and a.escalated_at is null and a.until_on is null
        and a.dropped_on is null and not a.overtaken and a.escalates_on <= ${today}::date
      order by a.escalates_on limit ${batch} for update skip locked),
    marked as (
      update criminal_alert a set escalated_at = ${at}::timestamptz
      from due d where a.org_id = d.org_id and a.id = d.id returning a.org_id, a.id, a.case_id, a.escalates),
    ${telling(sql`m.escalates`, true, at)}`.execute(db)
  return rows[0] ?? { given: 0, units: [] }
}

/** One word to each person of the offices that were told, however many alerts there are. */
async function notify(db: Db, { units }: Told, now: Date): Promise<void> {
  if (units.length === 0) return
  const pairs = units.map((one) => one.split(' '))
  await sql`
    insert into notice (org_id, id, account_id, kind, about, made_at)
    select t.org_id, gen_random_uuid(), t.account_id, 'criminalAlerts', '{}', ${now.toISOString()}::timestamptz
    from (select distinct m.org_id, m.account_id
      from unnest(${pairs.map(([unit]) => unit)}::uuid[], ${pairs.map(([, task]) => task)}::text[]) as u (unit, task)
        join unit_member m on m.unit_id = u.unit
        join account a on a.org_id = m.org_id and a.id = m.account_id and a.disabled_at is null
        join account_role r on r.org_id = m.org_id and r.account_id = m.account_id
        join unnest(${fits.map(({ task }) => task)}::text[], ${fits.map(({ role }) => role)}::text[]) as f (task, role)
          on f.task = u.task and f.role = r.role) t`.execute(db)
}

async function some(
  engine: Engine,
  now: Date,
  act: (db: Db, now: Date) => Promise<Told>,
  action: string,
): Promise<number> {
  return inTransaction(engine, { role: 'setu_clock', timeoutMs: 60_000 }, async (db) => {
    const told = await act(db, now)
    if (told.given === 0) return 0
    await notify(db, told, now)
    await sql`
      insert into audit_event (id, request_id, action, method, status, count)
      values (${randomUUID()}, ${randomUUID()}, ${action}, 'JOB', 200, ${told.given})`.execute(db)
    return told.given
  })
}

/**
 * Gives the alerts whose day has come, and takes those that nobody answered to who answers for the whole. Marking and
 * telling are one transaction, so that each is given once, whoever else sweeps at the same time and wherever one dies.
 */
export async function giveAlerts(engine: Engine, clock: Clock): Promise<number> {
  let all = 0
  for (let given = 1; given > 0; all += given)
    given = await some(engine, clock(), give, 'criminal.alertsGiven')
  for (let raised = 1; raised > 0; all += raised)
    raised = await some(engine, clock(), escalate, 'criminal.alertsEscalated')
  return all
}
