import {
  type CaseEventKind,
  type CaseRequirement,
  type CaseState,
  caseRequirements,
  entryOf,
  shownByRecordsOnly,
  type TaskKind,
} from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import { promiseToAskAgain } from '../consents/ask-again.ts'
import { cancelCase, settleCase } from '../due/due-store.ts'
import { holdCase, setState } from './case-store.ts'
import { happened } from './event-store.ts'
import type { CaseRef } from './record-store.ts'
import { pathOf } from './requirements.ts'

/** The promises that reaching a state keeps. */
const kept: Partial<Record<CaseState, readonly TaskKind[]>> = {
  assessed: ['completeIntake', 'assessRisk', 'assessNeeds'],
  planned: ['makePlan'],
}

function eventOf(from: CaseState, to: CaseState): CaseEventKind {
  if (to === 'closed') return 'caseClosed'
  return from === 'closed' ? 'caseReopened' : 'stateChanged'
}

interface Change {
  readonly base: number
  readonly to: CaseState
  readonly reason?: string | undefined
  readonly holdUntil?: string | undefined
}

/** Moves a case along its path; what is missing for the step is named, and nothing moves by itself. */
export async function changeState(
  work: Work,
  file: CaseRef,
  change: Change,
): Promise<{ id: string; version: number }> {
  const held = await holdCase(work, file)
  if (held.version !== change.base) {
    throw new Problem('stale', { current: { version: held.version, values: { state: held.state } } })
  }
  const step = (await pathOf(work, held, change.reason)).find(({ to }) => to === change.to)
  if (!step) throw new Problem('step-not-possible', { about: { from: held.state, to: change.to } })
  if (step.missing.length > 0)
    throw new Problem('requirements-missing', { about: { missing: step.missing.join(' ') } })

  const closing = change.to === 'closed'
  await happened(work, file, {
    kind: eventOf(held.state, change.to),
    part: 'status',
    about: {
      from: held.state,
      to: change.to,
      ...(change.reason === undefined ? {} : { reason: change.reason }),
    },
  })
  if (closing) await cancelCase(work, file.id)
  else await settleCase(work, file.id, kept[change.to] ?? [])
  const version = await setState(work, file, change.to, {
    closedOn: closing ? work.today : null,
    holdUntil: change.to === 'onHold' ? (change.holdUntil ?? null) : null,
  })
  if (held.state === 'closed') await promiseToAskAgain(work, file, 'ended')
  work.touched({ org: file.org, caseId: file.id, part: 'status', did: 'wrote' })
  return { id: file.id, version }
}

interface Check {
  readonly id: string
  readonly requirement: CaseRequirement
  readonly answer: 'done' | 'waived'
  readonly reason?: string | undefined
}

/** Only a supervisor may agree, or let a requirement wait; a wait has its reason. */
function mayCheck(relation: string, check: Check): void {
  const supervisor = relation === 'supervise'
  if (check.answer === 'done' && shownByRecordsOnly.has(check.requirement))
    throw new Problem('shown-by-records', { about: { requirement: check.requirement } })
  if (check.requirement === 'supervisorAgreed' && !supervisor) throw new Problem('not-for-you')
  if (check.answer !== 'waived') return
  if (!supervisor || !entryOf(caseRequirements, check.requirement).supervisorMayWaive)
    throw new Problem('not-for-you')
  if (check.reason === undefined) throw new Problem('reason-needed')
}

/** Records that requirements are met, by the word of a named person. */
export async function checkRequirements(work: Work, file: CaseRef, checks: readonly Check[]): Promise<void> {
  const held = await holdCase(work, file)
  for (const check of checks) mayCheck(held.relation, check)
  await sql`
    insert into case_check (org_id, id, case_id, requirement, answer, reason, account_id, recorded_at)
    select ${file.org}::uuid, t.id, ${file.id}::uuid, t.requirement, t.answer, t.reason, ${work.actor.account}::uuid,
      ${work.now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(checks)}::jsonb)
      as t (id uuid, requirement text, answer text, reason text)`.execute(work.db)
  const events = checks.map(({ id, requirement, answer }) => ({
    kind: 'taskDone' as const,
    part: 'status' as const,
    record: id,
    about: { requirement, answer },
  }))
  await happened(work, file, ...events)
  for (const { id } of checks) {
    work.touched({ org: file.org, caseId: file.id, part: 'status', did: 'wrote', record: id })
  }
}

/** Records that a requirement is met. */
export async function checkRequirement(
  work: Work,
  file: CaseRef,
  check: Check,
): Promise<{ id: string; version: number }> {
  await checkRequirements(work, file, [check])
  return { id: check.id, version: 1 }
}
