import type { RetentionDone, RetentionPapers } from '@setu/records/api'
import type { Work } from '../../platform/index.ts'
import { letPaperGo } from './beyond-store.ts'

const reason = 'retentionOver'

/** Lets papers go whose own time is over; that each was there, and of what kind, stays on the timeline of its case. */
export async function letPapersGo(work: Work, { papers }: RetentionPapers): Promise<RetentionDone> {
  let done = 0
  for (const paper of papers) {
    const gone = await letPaperGo(work, paper)
    if (gone === null) continue
    const { case: caseId, part } = gone
    work.touched({ org: paper.org, caseId, part, did: 'wrote', record: paper.id, reason })
    done += 1
  }
  work.because(reason)
  return { done, left: papers.length - done }
}
