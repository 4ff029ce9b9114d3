import type { ComplaintAnswer, ComplaintTold, Written } from '@setu/records/api'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { clocksInForce, heldComplaint, keyOf, overAt, wordsPlace } from './complaint-store.ts'

interface Next {
  readonly duty: 'answerComplaint' | 'tellAnswer'
  readonly due: string
  readonly rule: string
}

async function goOn(work: Work, { org, id }: CaseRef, next: Next | null): Promise<void> {
  await sql`select complaint_kept(${org}, ${id})`.execute(work.db)
  if (next !== null)
    await sql`select complaint_next(${org}, ${id}, ${next.duty}::text, ${next.due}::timestamptz, ${next.rule}::text)`.execute(
      work.db,
    )
}

/** Says that it is being looked into. */
export async function lookInto(
  work: Work,
  at: CaseRef,
  { base }: { readonly base: number },
): Promise<Written> {
  const row = await heldComplaint(work, at, base, 'hears')
  if (row.state !== 'received') throw new Problem('step-not-possible')
  await sql`
    update complaint set state = 'lookedInto', looked_at = ${work.now.toISOString()}, version = version + 1
    where org_id = ${at.org} and id = ${at.id}`.execute(work.db)
  const { answer, version } = await clocksInForce(work)
  await goOn(work, at, { duty: 'answerComplaint', due: await overAt(work, answer), rule: version })
  return { id: at.id, version: row.version + 1 }
}

/** Answers it: what was found, and in which words the person is told. Those words open for whoever brings them. */
export async function answerComplaint(work: Work, at: CaseRef, given: ComplaintAnswer): Promise<Written> {
  const row = await heldComplaint(work, at, given.base, 'hears')
  if (row.state !== 'lookedInto') throw new Problem('step-not-possible')
  const key = keyOf(at, 'complaintAnswer')
  const sealed = await work.vault.seal(key, wordsPlace(at.id), { answer: given.words })
  await sql`
    update complaint set state = 'answered', outcome = ${given.outcome}, answer = ${sealed['answer']}::bytea,
      answered_at = ${work.now.toISOString()}, version = version + 1
    where org_id = ${at.org} and id = ${at.id}`.execute(work.db)
  if (row.recorderUnit !== null) await work.vault.shareHolder(key, row.recorderUnit, at.id)
  const { tell, version } = await clocksInForce(work)
  await goOn(work, at, { duty: 'tellAnswer', due: await overAt(work, tell), rule: version })
  return { id: at.id, version: row.version + 1 }
}

/** Says that the person heard the answer, on the way that is safe for them. */
export async function toldAnswer(work: Work, at: CaseRef, { base, on }: ComplaintTold): Promise<Written> {
  const row = await heldComplaint(work, at, base, 'recorded')
  if (row.state !== 'answered') throw new Problem('step-not-possible')
  await sql`
    update complaint set state = 'told', told_on = ${on}::date, version = version + 1
    where org_id = ${at.org} and id = ${at.id}`.execute(work.db)
  await goOn(work, at, null)
  return { id: at.id, version: row.version + 1 }
}
