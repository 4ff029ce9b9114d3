import type { ErasureAnswer } from '@setu/records/api'
import { Problem, type Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { answerInDatabase, erasureAt } from './erasure-store.ts'

/**
 * Answers a request by whoever guards the data of the owning organisation, and never by the one who asked. A yes
 * destroys the keys, then all that is kept of the case; nobody can take it back.
 */
export async function answerErasure(
  work: Work,
  at: CaseRef,
  { base, answer }: Pick<ErasureAnswer, 'base' | 'answer'>,
): Promise<{ id: string; version: number }> {
  const row = await erasureAt(work, at)
  if (row === null) throw new Problem('not-found')
  if (row.version !== base && row.mayAnswer)
    throw new Problem('stale', { current: { version: row.version, values: { state: row.state } } })
  const said = await answerInDatabase(work, at, { base, answer })
  if (said === 'own') throw new Problem('own-request')
  if (said === 'held') throw new Problem('legal-hold')
  if (said === 'stale' || said === 'moved') throw new Problem('step-not-possible')
  if (said === 'gone') throw new Problem('not-found')
  const { reason } = row
  work.touched({ org: at.org, caseId: row.case, part: 'status', did: 'wrote', record: at.id, reason })
  work.because(reason)
  return { id: at.id, version: base + 1 }
}
