import { randomUUID } from 'node:crypto'
import type { RetentionAnswer, RetentionAsk, RetentionDone } from '@setu/records/api'
import type { Work } from '../../platform/index.ts'
import { answerInDatabase, askToErase, erasureAt } from '../erasures/erasure-store.ts'

const reason = 'retentionOver'

/** Asks whoever guards the data to erase all these cases. Those of which it may not be asked, or no longer, stay. */
export async function askTimeOver(work: Work, { cases }: RetentionAsk): Promise<RetentionDone> {
  let done = 0
  for (const { org, case: caseId } of cases) {
    const id = randomUUID()
    if ((await askToErase(work, { org, id: caseId }, { id, reason })) !== 'asked') continue
    work.touched({ org, caseId, part: 'status', did: 'wrote', record: id, reason })
    done += 1
  }
  work.because(reason)
  return { done, left: cases.length - done }
}

/**
 * Answers requests together, of which each was asked for because the time is over and by somebody else. What has
 * changed meanwhile, or is held back, is left as it is.
 */
export async function answerTimeOver(
  work: Work,
  { erasures, answer }: RetentionAnswer,
): Promise<RetentionDone> {
  const wanted = answer === 'approve' ? 'erased' : 'declined'
  let done = 0
  for (const { org, id, base } of erasures) {
    const row = await erasureAt(work, { org, id })
    if (row === null || !row.mayAnswer || row.reason !== reason) continue
    if ((await answerInDatabase(work, { org, id }, { base, answer })) !== wanted) continue
    work.touched({ org, caseId: row.case, part: 'status', did: 'wrote', record: id, reason })
    done += 1
  }
  work.because(reason)
  return { done, left: erasures.length - done }
}
