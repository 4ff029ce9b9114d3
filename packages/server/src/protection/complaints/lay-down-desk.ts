import { randomUUID } from 'node:crypto'
import type { ComplaintDesk, Written } from '@setu/records/api'
import type { ComplaintClocks, DaysAllowed } from '@setu/vocabulary'
import { sql } from 'kysely'
import { needRole, Problem, type Work } from '../../platform/index.ts'
import { clocksInForce } from './complaint-store.ts'

const allowed = (amount: number): DaysAllowed => ({ amount, unit: 'calendarDays' })

async function keepDays(work: Work, { days }: ComplaintDesk): Promise<void> {
  const before = await clocksInForce(work)
  const same = (['lookInto', 'answer', 'tell'] as const).every(
    (step) => before[step].unit === 'calendarDays' && before[step].amount === days[step],
  )
  if (same) return
  const version = `${work.today}-${randomUUID().slice(0, 8)}`
  const rules: ComplaintClocks = {
    version,
    lookInto: allowed(days.lookInto),
    answer: allowed(days.answer),
    tell: allowed(days.tell),
  }
  await sql`
    insert into rule_set (kind, version, valid_from, rules, made_by, made_at)
    values ('complaintClocks', ${version}, ${work.today}::date, ${JSON.stringify(rules)}::jsonb, ${work.actor.account}, now())`.execute(
    work.db,
  )
}

/** Lays down who hears complaints from now on, who does elsewhere, and how long each step may take. */
export async function layDownDesk(work: Work, given: ComplaintDesk): Promise<Written> {
  needRole(work, 'technicalAdministrator')
  const { org, account } = work.actor
  if (given.elsewhere === org)
    throw new Problem('bad-request', { fields: [{ field: 'elsewhere', problem: 'own-organisation' }] })
  await sql`delete from complaint_listener where org_id = ${org}`.execute(work.db)
  await sql`delete from complaint_elsewhere where org_id = ${org}`.execute(work.db)
  await sql`
    insert into complaint_listener (org_id, account_id, made_by, made_at)
    select ${org}::uuid, t.id, ${account}::uuid, now() + t.place * interval '1 microsecond'
    from unnest(${[...new Set(given.listeners)]}::uuid[]) with ordinality t (id, place)`.execute(work.db)
  if (given.elsewhere !== null)
    await sql`
      insert into complaint_elsewhere (org_id, to_org, made_by, made_at)
      values (${org}, ${given.elsewhere}, ${account}, now())`.execute(work.db)
  await keepDays(work, given)
  return { id: given.command, version: 1 }
}
