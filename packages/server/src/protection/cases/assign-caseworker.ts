import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import { handOver } from '../due/due-store.ts'
import { caseChanged, holdCase, insertAssignment } from './case-store.ts'
import { happened } from './event-store.ts'
import type { CaseRef } from './record-store.ts'

interface Assign {
  readonly id: string
  readonly account: string
  readonly lead: boolean
  readonly instead?: string | undefined
}

/** Someone of the unit that owns the case: the keys of its parts are that unit's, and nobody else could open them. */
async function colleague(work: Work, account: string, unit: string): Promise<void> {
  const { rows } = await sql`
    select 1 from account a join account_role r on r.org_id = a.org_id and r.account_id = a.id
      join unit_member m on m.org_id = a.org_id and m.account_id = a.id and m.unit_id = ${unit}
    where a.org_id = ${work.actor.org} and a.id = ${account} and a.disabled_at is null
      and r.role in ('caseworker', 'supervisor')`.execute(work.db)
  if (rows.length === 0) throw new Problem('receiver-not-available')
}

async function endAssignment(work: Work, file: CaseRef, account: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update case_assignment set ended_at = ${work.now.toISOString()}, version = version + 1
    where org_id = ${file.org} and case_id = ${file.id} and account_id = ${account} and ended_at is null`.execute(
    work.db,
  )
  return (numAffectedRows ?? 0n) > 0n
}

/**
 * Gives a case to a colleague, or takes it on. Nobody works on it until they have said whether they know anyone
 * in it; the promises of the one they follow become theirs.
 */
export async function assignCaseworker(
  work: Work,
  file: CaseRef,
  assign: Assign,
): Promise<{ id: string; version: number }> {
  const held = await holdCase(work, file)
  await colleague(work, assign.account, held.ownerUnit)
  const { rows } = await sql<{ id: string; version: number }>`
    select id, version from case_assignment where org_id = ${file.org} and case_id = ${file.id}
      and account_id = ${assign.account} and ended_at is null`.execute(work.db)
  const [already] = rows
  if (already) return already
  await happened(work, file, {
    kind: 'assigned',
    part: 'status',
    record: assign.id,
    about: { account: assign.account, lead: assign.lead },
  })
  const { id, account, lead } = assign
  await insertAssignment(work, file, { id, account, lead, conflict: 'pending' })
  await sql`
    insert into notice (org_id, id, account_id, kind, about, made_at)
    values (${work.actor.org}, ${work.freshId()}, ${assign.account}, 'assigned', '{}'::jsonb, ${work.now.toISOString()})`.execute(
    work.db,
  )
  await caseChanged(work, file)
  work.touched({ org: file.org, caseId: file.id, part: 'status', did: 'wrote', record: assign.id })
  if (assign.instead !== undefined) {
    await handOver(work, file, assign.instead, assign.account)
    await happened(work, file, { kind: 'unassigned', part: 'status', about: { account: assign.instead } })
    await endAssignment(work, file, assign.instead)
  }
  return { id: assign.id, version: 1 }
}

/** The answer of someone who was given a case: only "I know nobody in it" opens the case to them. */
export async function declareConflict(
  work: Work,
  file: CaseRef,
  assignment: string,
  answer: string,
): Promise<{ id: string; version: number }> {
  const { rows } = await sql<{ version: number }>`
    update case_assignment set conflict = ${answer}, declared_at = ${work.now.toISOString()}, version = version + 1
    where org_id = ${file.org} and case_id = ${file.id} and id = ${assignment} and account_id = ${work.actor.account}
      and conflict in ('pending', 'cannotSay') and ended_at is null
    returning version`.execute(work.db)
  const [row] = rows
  if (!row) throw new Problem('not-found')
  work.touched({ org: file.org, caseId: file.id, part: 'status', did: 'wrote', record: assignment })
  if (answer === 'none')
    await happened(work, file, {
      kind: 'conflictDeclared',
      part: 'status',
      record: assignment,
      about: { answer },
    })
  return { id: assignment, version: row.version }
}

/** Releases someone from a case. What they had promised waits with the unit, for its supervisor to give to somebody. */
export async function releaseCaseworker(
  work: Work,
  file: CaseRef,
  assignment: string,
  base: number,
): Promise<{ id: string; version: number; unassigned: number }> {
  await holdCase(work, file)
  const { rows } = await sql<{ account: string; version: number; ended: string | null }>`
    select account_id as account, version, ended_at as ended from case_assignment
    where org_id = ${file.org} and case_id = ${file.id} and id = ${assignment}`.execute(work.db)
  const [row] = rows
  if (!row) throw new Problem('not-found')
  if (row.version !== base) {
    throw new Problem('stale', { current: { version: row.version, values: { ended: row.ended } } })
  }
  if (row.ended !== null) throw new Problem('step-not-possible')
  const unassigned = await handOver(work, file, row.account, null)
  await happened(work, file, {
    kind: 'unassigned',
    part: 'status',
    record: assignment,
    about: { account: row.account, unassigned },
  })
  work.touched({ org: file.org, caseId: file.id, part: 'status', did: 'wrote', record: assignment })
  await endAssignment(work, file, row.account)
  return { id: assignment, version: row.version + 1, unassigned }
}
