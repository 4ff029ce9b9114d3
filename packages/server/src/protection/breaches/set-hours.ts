import { randomUUID } from 'node:crypto'
import type { BreachHoursSet, Written } from '@setu/records/api'
import type { BreachClocks, HoursAllowed } from '@setu/vocabulary'
import { sql } from 'kysely'
import { needRole, type Work } from '../../platform/index.ts'

const allowed = (amount: number | null): HoursAllowed | null =>
  amount === null ? null : { amount, unit: 'hours' }

/** Lays down how long each step may take from today on; what stood open without an end gets one. */
export async function setHours(work: Work, given: BreachHoursSet): Promise<Written> {
  needRole(work, 'technicalAdministrator')
  const { assess, regulator, partner, survivor } = given
  const version = `${work.today}-${randomUUID().slice(0, 8)}`
  const rules: BreachClocks = {
    version,
    assess: allowed(assess),
    regulator: allowed(regulator),
    partner: allowed(partner),
    survivor: allowed(survivor),
  }
  await sql`
    insert into rule_set (kind, version, valid_from, rules, made_by, made_at)
    values ('breachClocks', ${version}, ${work.today}::date, ${JSON.stringify(rules)}::jsonb, ${work.actor.account}, now())`.execute(
    work.db,
  )
  const { rows } = await sql<{ n: number }>`
    select breach_hours_set(${regulator}::integer, ${partner}::integer, ${version}::text) as n`.execute(
    work.db,
  )
  work.counted(rows[0]?.n ?? 0)
  return { id: given.command, version: 1 }
}
