import {
  type Calendar,
  type CaseClocks,
  caseClocks,
  lastDayOf,
  type PlainDate,
  type ServiceLevels,
  type TimeAllowed,
} from '@setu/vocabulary'
import { sql } from 'kysely'
import { dayOf, type Work } from '../../platform/index.ts'

/** The rules and the calendar by which a promise is made today, each with its version. */
export interface RulesInForce {
  readonly levels: ServiceLevels
  readonly clocks: CaseClocks
  readonly calendar: Calendar
}

async function readRules(work: Work): Promise<RulesInForce> {
  const rule = (kind: string) => sql`(
    select rules from rule_set where kind = ${kind} and valid_from <= ${work.today}::date
    order by valid_from desc, made_at desc limit 1)`
  const { rows } = await sql<{ [Key in keyof RulesInForce]: RulesInForce[Key] | null }>`
    select ${rule('serviceLevels')} as levels, ${rule('caseClocks')} as clocks, (
      select json_build_object('jurisdiction', jurisdiction, 'institution', institution, 'version', version,
        'weekend', weekend, 'holidays', holidays)
      from working_calendar
      where jurisdiction = 'BD' and institution = 'executive' and valid_from <= ${work.today}::date
      order by valid_from desc, made_at desc limit 1) as calendar`.execute(work.db)
  const { levels = null, clocks = null, calendar = null } = rows[0] ?? {}
  if (levels === null || clocks === null || calendar === null) throw new TypeError('no rules in force')
  // Rules that were laid down before a clock was known say nothing of it; for that clock the first ones hold.
  return { levels, clocks: { ...caseClocks, ...clocks }, calendar }
}

const read = new WeakMap<Work, Promise<RulesInForce>>()

/** What a new promise is made by; asked for once in a transaction. */
export function rulesInForce(work: Work): Promise<RulesInForce> {
  const before = read.get(work)
  if (before !== undefined) return before
  const rules = readRules(work)
  read.set(work, rules)
  return rules
}

/** The end of a day as people here live it. */
export function endOf(day: PlainDate): Date {
  return new Date(`${day}T23:59:59+06:00`)
}

/** When a time allowed runs out: hours to the minute, days at the end of the last day. */
export function momentAfter(allowed: TimeAllowed, from: Date, calendarUsed: Calendar): Date {
  if (allowed.unit === 'hours') return new Date(from.getTime() + allowed.amount * 3_600_000)
  return endOf(lastDayOf(allowed, dayOf(from), calendarUsed))
}

/** By which calendar a time allowed is counted, and how many of its days; by none where it runs through all days. */
export function workingDaysOf({ amount, unit }: TimeAllowed, { version }: Calendar) {
  return unit === 'workingDays'
    ? { calendar: version, workingDays: amount }
    : { calendar: null, workingDays: null }
}
