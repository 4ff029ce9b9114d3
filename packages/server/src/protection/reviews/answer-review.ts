import type { ReviewAnswered, ReviewView, Written } from '@setu/records/api'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { lineRows, reviewRows } from './review-store.ts'

/** A review with everybody in it, for those who answer it or answer for it. */
export async function readReview(work: Work, at: CaseRef): Promise<ReviewView> {
  const [review] = await reviewRows(work, at)
  if (!review) throw new Problem('not-found')
  const accounts = await lineRows(work, at)
  work.counted(accounts.length)
  return { ...review, accounts }
}

/** Says of one person that their access stays, is changed or has ended. Nobody says it of themselves. */
export async function answerLine(
  work: Work,
  at: CaseRef,
  item: string,
  { base, answer }: ReviewAnswered,
): Promise<Written> {
  const { accounts, doneAt } = await readReview(work, at)
  const line = accounts.find(({ id }) => id === item)
  if (!line) throw new Problem('not-found')
  if (line.version !== base)
    throw new Problem('stale', { current: { version: line.version, values: { answer: line.answer } } })
  if (doneAt !== null) throw new Problem('step-not-possible')
  if (!line.mayAnswer) throw new Problem(line.account === work.actor.account ? 'own-request' : 'not-for-you')
  await sql`
    update access_review_line set answer = ${answer}, answered_by = ${work.actor.account},
      answered_at = ${work.now.toISOString()}, version = version + 1
    where org_id = ${at.org} and id = ${item}`.execute(work.db)
  await sql`select review_answered(${at.org}, ${at.id}, ${answer}::text)`.execute(work.db)
  return { id: item, version: line.version + 1 }
}
