import type { CalendarView, calendarAdd } from '@setu/records/api'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../../platform/index.ts'

/** Every version of every working calendar, as each came into force. */
export async function calendars(db: Db): Promise<CalendarView[]> {
  const { rows } = await sql<CalendarView>`
    select jurisdiction, institution, version, valid_from as "validFrom", weekend, holidays from working_calendar
    order by jurisdiction collate "C", institution collate "C", valid_from, made_at, version collate "C"`.execute(
    db,
  )
  return rows
}

/** Adds a version and answers how many there are now of this calendar. */
export async function insertCalendar(
  db: Db,
  given: z.infer<typeof calendarAdd>,
  by: string,
): Promise<number> {
  const { jurisdiction, institution, version, validFrom, weekend, holidays } = given
  const days = holidays.toSorted((first, second) => (first.date < second.date ? -1 : 1))
  await sql`
    insert into working_calendar (jurisdiction, institution, version, valid_from, weekend, holidays, made_by, made_at)
    values (${jurisdiction}, ${institution}, ${version}, ${validFrom}::date, ${[...new Set(weekend)]}::integer[],
      ${JSON.stringify(days)}::jsonb, ${by}, now())`.execute(db)
  const { rows } = await sql<{ versions: number }>`
    select count(*) as versions from working_calendar
    where jurisdiction = ${jurisdiction} and institution = ${institution}`.execute(db)
  return rows[0]?.versions ?? 1
}

/** A set of rules as it was written down, with the day from which it holds. */
export interface RuleSet {
  readonly kind: string
  readonly version: string
  readonly validFrom: string
  readonly rules: unknown
}

export async function ruleSets(db: Db): Promise<RuleSet[]> {
  const { rows } = await sql<RuleSet>`
    select kind, version, valid_from as "validFrom", rules from rule_set
    order by kind collate "C", valid_from, made_at, version collate "C"`.execute(db)
  return rows
}
