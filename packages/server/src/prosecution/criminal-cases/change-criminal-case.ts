import type { CriminalChange, Written } from '@setu/records/api'
import { sql } from 'kysely'
import { Problem, type Work, wrongField } from '../../platform/index.ts'
import type { CriminalRef } from '../addresses.ts'
import { reckonAlerts } from '../alerts/reckon-alerts.ts'
import { needKnown, needToWrite, wrote } from './criminal-store.ts'

/** Corrects what a criminal case is known by and what it is about. What it was said to be about before is kept. */
export async function changeCriminalCase(
  work: Work,
  at: CriminalRef,
  given: CriminalChange,
): Promise<Written> {
  await needToWrite(work, at, 'status')
  await needKnown(work, given)
  const { rows: held } = await sql<{ version: number; reportedOn: string }>`
    select version, reported_on as "reportedOn" from criminal_case where org_id = ${at.org} and id = ${at.id}
    for no key update`.execute(work.db)
  const [before] = held
  if (before === undefined) throw new Problem('not-found')
  const { version, reportedOn } = before
  if (version !== given.base) throw new Problem('stale', { current: { version, values: {} } })
  if (given.offenceOn !== null && given.offenceOn > reportedOn) throw wrongField('offenceOn', 'after-report')
  wrote(work, at, 'status')
  await sql`
    update criminal_case set version = version + 1, matter = ${given.matter}, category = ${given.category},
      complainant = ${given.complainant}, district = ${given.district}, station_number = ${given.stationNumber},
      station_year = ${given.stationYear}, gr_number = ${given.grNumber}, tribunal_number = ${given.tribunalNumber},
      monitoring_number = ${given.monitoringNumber}, court_id = ${given.court}, offence_on = ${given.offenceOn},
      transnational = ${given.transnational}, destinations = ${given.destinations}::text[], measures = ${given.measures}::text[]
    where org_id = ${at.org} and id = ${at.id}`.execute(work.db)
  await reckonAlerts(work, at)
  return { id: at.id, version: version + 1 }
}
