import type { HoldLift, HoldPlace, Written } from '@setu/records/api'
import { Problem, type Work } from '../../platform/index.ts'
import { happened } from '../cases/event-store.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { needAnswering } from '../cases/relation-to.ts'
import { addHold, endHold } from './retention-store.ts'

/** Keeps a case from being erased: it is needed still, for a reason and until a day or until somebody lifts it. */
export async function holdBack(work: Work, file: CaseRef, given: HoldPlace): Promise<Written> {
  const relation = await needAnswering(work, file)
  const { id, reason, until } = given
  if (until !== null && until < work.today)
    throw new Problem('bad-request', { fields: [{ field: 'until', problem: 'past' }] })
  await addHold(work, file, { id, reason, until })
  work.touched({ org: file.org, caseId: file.id, part: 'status', did: 'wrote', record: id, reason })
  work.because(reason)
  if (relation !== 'dataProtection')
    await happened(work, file, { kind: 'heldBack', part: 'status', record: id, about: { reason } })
  return { id, version: 1 }
}

/** Says that a case is no longer needed for that reason. */
export async function liftHold(work: Work, at: CaseRef, { base }: HoldLift): Promise<Written> {
  const caseId = await endHold(work, at, base)
  work.touched({ org: at.org, caseId, part: 'status', did: 'wrote', record: at.id })
  return { id: at.id, version: base + 1 }
}
