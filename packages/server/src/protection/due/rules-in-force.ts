import {
  type Calendar,
  type CaseClocks,
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

async function rule<Rules>(work: Work, kind: string): Promise<Rules> {
  const { rows } = await sql<{ rules: Rules }>`
    select rules from rule_set where kind = ${kind} and valid_from <= ${work.today}::date
    order by valid_from desc, made_at desc limit 1`.execute(work.db)
  const [row] = rows
  if (!row) throw new TypeError(`no rules in force: ${kind}`)
  return row.rules
}

async function calendar(work: Work): Promise<Calendar> {
  const { rows } = await sql<Calendar>`
    select jurisdiction, institution, version, valid_from as "validFrom", weekend, holidays from working_calendar
    where jurisdiction = 'BD' and institution = 'executive' and valid_from <= ${work.today}::date
    order by valid_from desc, made_at desc limit 1`.execute(work.db)
  const [row] = rows
  if (!row) throw new TypeError('no working calendar in force')
  return row
}

/** What a new promise is made by. */
export async function rulesInForce(work: Work): Promise<RulesInForce> {
  return {
    levels: await rule<ServiceLevels>(work, 'serviceLevels'),
    clocks: await rule<CaseClocks>(work, 'caseClocks'),
    calendar: await calendar(work),
  }
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
