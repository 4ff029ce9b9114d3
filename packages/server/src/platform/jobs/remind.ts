import { randomUUID } from 'node:crypto'
import { escalatesTo, quietDuties, type ReminderRules, reminders } from '@setu/vocabulary'
import { sql } from 'kysely'
import { type Clock, dayOf } from '../clock.ts'
import type { Db } from '../database/dialect.ts'
import type { Engine } from '../database/engine.ts'
import { inTransaction } from '../database/transaction.ts'
import { ruleInForce } from '../rule-in-force.ts'

const batch = 100

/** A promise that somebody is to be told about. */
interface DueItem {
  readonly org: string
  readonly id: string
  readonly caseId: string | null
  readonly about: string | null
  readonly kind: string
  readonly office: string
  readonly unit: string
  readonly account: string | null
  readonly overdue: boolean
}

/** Someone who may be told about a unit's promises. */
interface Colleague {
  readonly org: string
  readonly account: string
  readonly unit: string
  readonly focal: boolean
  readonly supervises: boolean
}

async function rulesInForce(db: Db, now: Date): Promise<ReminderRules> {
  return (await ruleInForce<ReminderRules>(db, 'reminders', dayOf(now))) ?? reminders
}

const columns = sql`d.org_id as org, d.id, d.case_id as "caseId", d.about_id as about, d.kind, d.holder_org as office, d.unit_id as unit, d.account_id as account`

async function toRemind(db: Db, now: Date, rules: ReminderRules): Promise<DueItem[]> {
  const at = now.toISOString()
  const { rows } = await sql<DueItem>`
    select ${columns}, d.due_at < ${at}::timestamptz as overdue
    from due_item d
    where d.done_at is null and d.cancelled_at is null and d.reminded_at is null
      and d.due_at <= ${at}::timestamptz + make_interval(hours => ${rules.remindBefore.amount}::int)
    order by d.due_at, d.id limit ${batch} for update skip locked`.execute(db)
  return rows
}

async function toEscalate(db: Db, now: Date, rules: ReminderRules): Promise<DueItem[]> {
  const at = now.toISOString()
  const { rows } = await sql<DueItem>`
    select ${columns}, true as overdue
    from due_item d
    where d.done_at is null and d.cancelled_at is null and d.escalated_at is null and d.due_at < ${at}::timestamptz
      and d.due_at + least(d.due_at - d.began_at, make_interval(hours => ${rules.escalateAtMost.amount}::int)) <= ${at}::timestamptz
    order by d.due_at, d.id limit ${batch} for update skip locked`.execute(db)
  return rows
}

/** The people of these units, and those who hold these promises, whose accounts are open. */
async function colleaguesOf(db: Db, items: readonly DueItem[]): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`
    select m.org_id as org, m.account_id as account, m.unit_id as unit, m.focal,
      m.supervises and exists (select 1 from account_role r
        where r.org_id = m.org_id and r.account_id = m.account_id and r.role = 'supervisor') as supervises
    from unit_member m join account a on a.org_id = m.org_id and a.id = m.account_id
    where a.disabled_at is null and (m.unit_id = any (${items.map(({ unit }) => unit)}::uuid[])
      or m.account_id = any (${items.flatMap(({ account }) => account ?? [])}::uuid[]))`.execute(db)
  return rows
}

/** Who is reminded: the holder; when nobody holds it, those who answer for the unit; at last those who supervise it. */
function remindedOf(item: DueItem, colleagues: readonly Colleague[]): Colleague[] {
  const holder = colleagues.find(({ account }) => account === item.account)
  if (holder) return [holder]
  if (quietDuties.includes(item.kind)) return []
  const here = colleagues.filter(({ unit }) => unit === item.unit)
  const focal = here.filter((one) => one.focal)
  return focal.length > 0 ? focal : here.filter((one) => one.supervises)
}

function supervisorsOf(item: DueItem, colleagues: readonly Colleague[]): Colleague[] {
  return colleagues.filter(({ unit, supervises }) => supervises && unit === item.unit)
}

/** Those whom a late duty of an office goes up to, by their role there. */
async function answeringFor(db: Db, items: readonly DueItem[]): Promise<Map<string, Colleague[]>> {
  const { rows } = await sql<{ org: string; account: string; role: string }>`
    select r.org_id as org, r.account_id as account, r.role from account_role r
    join account a on a.org_id = r.org_id and a.id = r.account_id
    where a.disabled_at is null and r.org_id = any (${items.map(({ office }) => office)}::uuid[])
      and r.role = any (${items.flatMap(({ kind }) => escalatesTo[kind] ?? [])}::text[])`.execute(db)
  const people = rows.map(({ role, ...one }) => ({ role, ...one, unit: '', focal: false, supervises: false }))
  return Map.groupBy(people, ({ org, role }) => `${org}|${role}`)
}

/** Who else may know of a quiet duty that is late: others who may do it, and nobody who supervises. */
async function deputiesFor(db: Db, items: readonly DueItem[]): Promise<Map<string, Colleague[]>> {
  const quiet = items.filter(({ kind }) => quietDuties.includes(kind)).flatMap(({ about }) => about ?? [])
  if (quiet.length === 0) return new Map()
  const { rows } = await sql<{ id: string; org: string; account: string }>`
    select id, org, account from complaint_deputies(${quiet}::uuid[])`.execute(db)
  const people = rows.map(({ id, ...one }) => ({ id, ...one, unit: '', focal: false, supervises: false }))
  return Map.groupBy(people, ({ id }) => id)
}

/** A duty goes up to whoever answers for it; where nobody does, and for all else, to those who supervise the unit. */
function escalatedTo(
  item: DueItem,
  above: ReadonlyMap<string, readonly Colleague[]>,
  colleagues: readonly Colleague[],
): readonly Colleague[] {
  if (quietDuties.includes(item.kind)) return above.get(item.about ?? '') ?? []
  const role = escalatesTo[item.kind]
  const others = above.get(`${item.office}|${role}`)?.filter(({ account }) => account !== item.account) ?? []
  return others.length > 0 ? others : supervisorsOf(item, colleagues)
}

interface Notice {
  readonly to: Colleague
  readonly kind: 'dueSoon' | 'overdue' | 'escalated'
  readonly item: DueItem
}

async function tell(db: Db, notices: readonly Notice[], now: Date): Promise<void> {
  if (notices.length === 0) return
  const about = notices.map(({ item: { org, id, kind, caseId } }) =>
    JSON.stringify({ org, due: id, kind, ...(caseId === null ? {} : { case: caseId }) }),
  )
  await sql`
    insert into notice (org_id, id, account_id, kind, about, made_at)
    select t.org, t.id, t.account, t.kind, t.about::jsonb, ${now.toISOString()}::timestamptz
    from unnest(${notices.map(({ to }) => to.org)}::uuid[], ${notices.map(() => randomUUID())}::uuid[],
      ${notices.map(({ to }) => to.account)}::uuid[], ${notices.map(({ kind }) => kind)}::text[], ${about}::text[])
      as t (org, id, account, kind, about)`.execute(db)
}

async function mark(
  db: Db,
  items: readonly DueItem[],
  column: 'reminded_at' | 'escalated_at',
  now: Date,
): Promise<void> {
  await sql`
    update due_item d set ${sql.ref(column)} = ${now.toISOString()}::timestamptz
    from unnest(${items.map(({ org }) => org)}::uuid[], ${items.map(({ id }) => id)}::uuid[]) as t (org, id)
    where d.org_id = t.org and d.id = t.id`.execute(db)
}

async function remindSome(engine: Engine, now: Date): Promise<number> {
  return inTransaction(engine, { role: 'setu_clock' }, async (db) => {
    const items = await toRemind(db, now, await rulesInForce(db, now))
    if (items.length === 0) return 0
    const colleagues = await colleaguesOf(db, items)
    const notices = items.flatMap((item) =>
      remindedOf(item, colleagues).map(
        (to): Notice => ({ to, kind: item.overdue ? 'overdue' : 'dueSoon', item }),
      ),
    )
    await tell(db, notices, now)
    await mark(db, items, 'reminded_at', now)
    return items.length
  })
}

async function escalateSome(engine: Engine, now: Date): Promise<number> {
  return inTransaction(engine, { role: 'setu_clock' }, async (db) => {
    const items = await toEscalate(db, now, await rulesInForce(db, now))
    if (items.length === 0) return 0
    const colleagues = await colleaguesOf(db, items)
    const above = new Map([...(await answeringFor(db, items)), ...(await deputiesFor(db, items))])
    const notices = items.flatMap((item) =>
      escalatedTo(item, above, colleagues).map((to): Notice => ({ to, kind: 'escalated', item })),
    )
    await tell(db, notices, now)
    await mark(db, items, 'escalated_at', now)
    return items.length
  })
}

/**
 * Reminds of what is due and escalates what was not kept. Each batch tells and marks in one transaction, so that
 * a process that dies in between leaves either both or neither, and nobody is told twice.
 */
export async function remind(engine: Engine, clock: Clock): Promise<void> {
  while ((await remindSome(engine, clock())) === batch);
  while ((await escalateSome(engine, clock())) === batch);
}
