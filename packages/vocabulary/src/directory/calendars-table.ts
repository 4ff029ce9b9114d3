import type { Weekday } from '../plain-date.ts'
import { bangladeshHolidays } from './bangladesh-holidays-table.ts'
import type { Calendar, Institution } from './calendar.ts'

const friday = 5
const saturday = 6
const sunday = 0
const thursday = 4

/** Weekends elsewhere, holidays not yet known. Countries that keep half days count only the full ones. */
const weekends: Readonly<Record<string, readonly Weekday[]>> = {
  AE: [saturday, sunday],
  AF: [thursday, friday],
  BH: [friday, saturday],
  IN: [saturday, sunday],
  IR: [friday],
  KG: [saturday, sunday],
  KW: [friday, saturday],
  KZ: [saturday, sunday],
  LK: [saturday, sunday],
  MM: [saturday, sunday],
  NP: [saturday],
  OM: [friday, saturday],
  PK: [saturday, sunday],
  QA: [friday, saturday],
  SA: [friday, saturday],
  TJ: [saturday, sunday],
  TM: [saturday, sunday],
  UZ: [saturday, sunday],
}

const version = '2026-01'
/** Of a later version than the others since 2024, the sources and the Saturdays worked were added to it. */
const versionOfBangladesh = '2026-11'
const institutions: readonly Institution[] = ['executive', 'court']

/**
 * The calendars an installation begins with; administrators correct them and every correction is a new
 * version. Court vacations are gazetted year by year and are not in them: `calendarGaps` says so.
 */
export const seedCalendars: readonly Calendar[] = [
  ...institutions.map((institution) => ({
    jurisdiction: 'BD',
    institution,
    version: versionOfBangladesh,
    weekend: [friday, saturday] as const,
    holidays: bangladeshHolidays,
  })),
  ...Object.entries(weekends).flatMap(([jurisdiction, weekend]) =>
    institutions.map((institution) => ({ jurisdiction, institution, version, weekend, holidays: [] })),
  ),
]
