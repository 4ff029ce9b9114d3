import { randomBytes } from 'node:crypto'
import type { CriminalOpen, CriminalOpened } from '@setu/records/api'
import { caseCodeFrom } from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type Work, wrongField } from '../../platform/index.ts'
import { reckonAlerts } from '../alerts/reckon-alerts.ts'
import { criminalHolder, needKnown, sealedParts } from './criminal-store.ts'

/** Writes a criminal case down for one's own unit, which investigates it, and makes the keys of its sealed parts. */
export async function openCriminalCase(work: Work, given: CriminalOpen): Promise<CriminalOpened> {
  const { command: _, ...facts } = given
  await needKnown(work, facts)
  if (given.reportedOn > work.today) throw wrongField('reportedOn', 'in-the-future')
  if (given.offenceOn !== null && given.offenceOn > given.reportedOn)
    throw wrongField('offenceOn', 'after-report')
  const code = caseCodeFrom(randomBytes(8))
  const { rows } = await sql<{ said: string | null }>`
    select criminal_begin(${JSON.stringify({ ...facts, code })}::jsonb) as said`.execute(work.db)
  if (rows[0]?.said === 'there') throw new Problem('exists-already')
  if (rows[0]?.said !== 'begun') throw new Problem('not-for-you')
  const at = { org: work.actor.org, id: given.id }
  await work.vault.prepare(
    sealedParts.map((part) => criminalHolder(at, part)),
    given.unit,
  )
  await reckonAlerts(work, at)
  return { ...at, code, version: 1 }
}
