import type { calendarAdd, Written } from '@setu/records/api'
import type { Institution } from '@setu/vocabulary'
import { placeOf } from '@setu/vocabulary/places'
import type { z } from 'zod'
import { needRole, Problem, tellCalendarChanged, type Work } from '../../platform/index.ts'
import { insertCalendar } from './calendar-store.ts'

const institutions: readonly Institution[] = ['executive', 'court']

function check({ jurisdiction, institution }: z.infer<typeof calendarAdd>): void {
  const fields = [
    ...(placeOf(jurisdiction)?.kind === 'country'
      ? []
      : [{ field: 'jurisdiction', problem: 'unknown-place' }]),
    ...(institutions.some((known) => known === institution)
      ? []
      : [{ field: 'institution', problem: 'unknown' }]),
  ]
  if (fields.length > 0) throw new Problem('bad-request', { fields })
}

/**
 * Writes a new version of a working calendar; the one before it is kept, since days were counted by it. What
 * is still open is counted again in the same transaction by whoever listens.
 */
export async function addCalendar(work: Work, given: z.infer<typeof calendarAdd>): Promise<Written> {
  needRole(work, 'technicalAdministrator')
  check(given)
  const versions = await insertCalendar(work.db, given, work.actor.account)
  const { jurisdiction, institution, version } = given
  await tellCalendarChanged(work, { jurisdiction, institution, version })
  return { id: given.command, version: versions }
}
