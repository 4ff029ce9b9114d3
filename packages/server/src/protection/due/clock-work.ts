import { randomUUID } from 'node:crypto'
import type { Calendar, ServiceLevels, Urgency } from '@setu/vocabulary'
import { sql } from 'kysely'
import { type Clock, type Db, dayOf, type Engine, inTransaction, rulesThen } from '../../platform/index.ts'
import { momentAfter } from './rules-in-force.ts'

interface Waiting {
  readonly org: string
  readonly id: string
  readonly caseId: string
  readonly version: number
  readonly code: string
  readonly fromUnit: string
  readonly toUnit: string
  readonly urgency: Urgency
  readonly sent: string
  readonly sender: string
}

async function calendarInForce(db: Db, now: Date): Promise<Calendar> {
  const { rows } = await sql<Calendar>`
    select jurisdiction, institution, version, valid_from as "validFrom", weekend, holidays from working_calendar
    where jurisdiction = 'BD' and institution = 'executive' and valid_from <= ${dayOf(now)}::date
    order by valid_from desc, made_at desc limit 1`.execute(db)
  const [row] = rows
  if (!row) throw new TypeError('no working calendar in force')
  return row
}

async function expire(db: Db, now: Date, one: Waiting): Promise<void> {
  const at = now.toISOString()
  const { numAffectedRows } = await sql`
    update referral set state = 'expired', ended_at = ${at}, version = version + 1
    where org_id = ${one.org} and id = ${one.id} and version = ${one.version}`.execute(db)
  if (numAffectedRows !== 1n) return
  await sql`
    update due_item set cancelled_at = ${at}
    where about_id = ${one.id} and done_at is null and cancelled_at is null`.execute(db)
  await sql`delete from part_wrap where org_id = ${one.org} and through_id = ${one.id} and through = 'referral'`.execute(
    db,
  )
  await sql`
    insert into case_event (org_id, id, case_id, kind, part, happened_on, recorded_at, record_id, about)
    values (${one.org}, ${randomUUID()}, ${one.caseId}, 'referralExpired', 'status', ${dayOf(now)}::date, ${at}, ${one.id},
      ${JSON.stringify({ code: one.code })}::jsonb)`.execute(db)
  await sql`
    insert into notice (org_id, id, account_id, kind, about, made_at)
    select m.org_id, ${randomUUID()}, m.account_id, 'referralExpired',
      ${JSON.stringify({ org: one.org, referral: one.id, code: one.code })}::jsonb, ${at}
    from unit_member m where m.unit_id = ${one.fromUnit} and m.account_id = ${one.sender}`.execute(db)
}

/** Ends referrals that nobody answered in the time their urgency allows, and tells the sender, who can ask elsewhere. */
export async function expireReferrals(engine: Engine, clock: Clock): Promise<number> {
  const now = clock()
  return inTransaction(engine, { role: 'setu_clock' }, async (db) => {
    const levelsThen = await rulesThen<ServiceLevels>(db, 'serviceLevels')
    const calendar = await calendarInForce(db, now)
    const { rows } = await sql<Waiting>`
      select org_id as org, id, case_id as "caseId", version, code, from_unit as "fromUnit", to_unit as "toUnit", urgency,
        sent_at as sent, sender_account as sender
      from referral where state in ('sent', 'acknowledged') and sent_at < ${now.toISOString()}::timestamptz
      order by sent_at limit 500`.execute(db)
    const lapsed = rows.filter(({ sent, urgency }) => {
      const then = levelsThen(new Date(sent))
      if (then === null) throw new TypeError('no rules in force: serviceLevels')
      return momentAfter(then.levels[urgency].expire, new Date(sent), calendar) < now
    })
    for (const one of lapsed) await expire(db, now, one)
    return lapsed.length
  })
}

interface Counted {
  readonly org: string
  readonly id: string
  readonly began: string
  readonly amount: number
}

/** Counts open promises again when a new calendar has come into force; how many were counted goes into the log. */
export async function recountPromises(engine: Engine, clock: Clock): Promise<number> {
  const now = clock()
  return inTransaction(engine, { role: 'setu_clock' }, async (db) => {
    const calendar = await calendarInForce(db, now)
    const { rows } = await sql<Counted>`
      select org_id as org, id, began_at as began, working_days as amount from due_item
      where done_at is null and cancelled_at is null and working_days is not null
        and calendar_version <> ${calendar.version} limit 1000`.execute(db)
    for (const one of rows) {
      const allowed = { amount: one.amount, unit: 'workingDays' } as const
      const due = momentAfter(allowed, new Date(one.began), calendar)
      await sql`
        update due_item set due_at = ${due.toISOString()}, calendar_version = ${calendar.version}
        where org_id = ${one.org} and id = ${one.id}`.execute(db)
    }
    if (rows.length > 0) {
      await sql`
        insert into audit_event (id, request_id, action, method, status, count)
        values (${randomUUID()}, ${randomUUID()}, 'due.recounted', 'JOB', 200, ${rows.length})`.execute(db)
    }
    return rows.length
  })
}
