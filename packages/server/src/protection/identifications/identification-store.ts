import type { IdentificationView } from '@setu/records/api'
import { type AgeBand, type AgeCertainty, identificationStepsFrom, treatedAsChildBy } from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'

export interface IdentificationRow extends Omit<IdentificationView, 'child' | 'may'> {
  readonly decidedBy: string | null
  readonly proposedBy: string | null
}

/** The identification of the person of a case, if it has begun. */
export async function identificationOf(
  work: Work,
  file: CaseRef,
  held = false,
): Promise<IdentificationRow | null> {
  const { rows } = await sql<IdentificationRow>`
    select id, version, state, body, acts, means, purposes, presumed_on as "presumedOn", decided_on as "decidedOn",
      appeal_until as "appealUntil", reflect_until as "reflectUntil", reflect_ground as "reflectGround",
      decided_by as "decidedBy", proposed_by as "proposedBy"
    from identification where org_id = ${file.org} and case_id = ${file.id} ${held ? sql`for update` : sql``}`.execute(
    work.db,
  )
  return rows[0] ?? null
}

/** Whether the rule for children holds for the person of a case. */
export async function childOfCase(work: Work, file: CaseRef): Promise<boolean> {
  const { rows } = await sql<{ band: AgeBand | null; certainty: AgeCertainty | null }>`
    select age_band as band, age_certainty as certainty from case_facts
    where org_id = ${file.org} and case_id = ${file.id}`.execute(work.db)
  const [facts] = rows
  return treatedAsChildBy(facts?.band ?? null, facts?.certainty ?? null)
}

/** Whether somebody stands in the way of their own step: who said no agrees with nobody's no, and answers no appeal. */
export function ownWay({ account }: Work['actor'], { decidedBy, proposedBy }: IdentificationRow): boolean {
  return account === decidedBy || account === proposedBy
}

export async function viewOf(work: Work, file: CaseRef, row: IdentificationRow): Promise<IdentificationView> {
  const { decidedBy: _decidedBy, proposedBy: _proposedBy, ...rest } = row
  const late = row.appealUntil !== null && row.appealUntil < work.today
  const may = identificationStepsFrom(row.state)
    .filter(({ byAnother }) => !(byAnother && ownWay(work.actor, row)))
    .filter(({ to }) => !(to === 'appealed' && late))
  return { ...rest, child: await childOfCase(work, file), may: may.map(({ to }) => to) }
}

/** The identification of a case, held in the version that the person saw. */
export async function heldIdentification(
  work: Work,
  file: CaseRef,
  base: number,
): Promise<IdentificationRow> {
  const row = await identificationOf(work, file, true)
  if (row === null) throw new Problem('not-found')
  if (row.version !== base) throw new Problem('stale', { current: { version: row.version, values: {} } })
  return row
}
