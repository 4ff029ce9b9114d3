import { randomBytes } from 'node:crypto'
import type { CriminalOpen, CriminalOpened } from '@setu/records/api'
import { caseCodeFrom, criminalPrefix } from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type Work, wrongField } from '../../platform/index.ts'
import { reckonAlerts } from '../alerts/reckon-alerts.ts'
import { criminalHolder, needKnown, sealedParts, wrote } from './criminal-store.ts'

/** How often another code is drawn when one is another case's already; there are some hundred millions of them. */
const mostDraws = 8

/** The code of a criminal case: its first letters tell it from the code of somebody who was harmed. */
const drawnCode = (): string => `${criminalPrefix}${caseCodeFrom(randomBytes(8))}`

/** Writes a criminal case down for one's own unit, which investigates it, and makes the keys of its sealed parts. */
export async function openCriminalCase(
  work: Work,
  given: CriminalOpen,
  draw: () => string = drawnCode,
): Promise<CriminalOpened> {
  const { command: _, ...facts } = given
  await needKnown(work, facts)
  if (given.reportedOn > work.today) throw wrongField('reportedOn', 'in-the-future')
  if (given.offenceOn !== null && given.offenceOn > given.reportedOn)
    throw wrongField('offenceOn', 'after-report')
  const code = await begin(work, facts, draw)
  const at = { org: work.actor.org, id: given.id }
  await work.vault.prepare(
    sealedParts.map((part) => criminalHolder(at, part)),
    given.unit,
  )
  wrote(work, at, 'status')
  await reckonAlerts(work, at)
  return { ...at, code, version: 1 }
}

async function begin(work: Work, facts: Omit<CriminalOpen, 'command'>, draw: () => string): Promise<string> {
  for (let drawn = 0; drawn < mostDraws; drawn += 1) {
    const code = draw()
    const { rows } = await sql<{ said: string | null }>`
      select criminal_begin(${JSON.stringify({ ...facts, code })}::jsonb) as said`.execute(work.db)
    const said = rows[0]?.said ?? null
    if (said === 'begun') return code
    if (said === 'there') throw new Problem('exists-already')
    if (said !== 'code-taken') throw new Problem('not-for-you')
  }
  throw new Problem('exists-already')
}
