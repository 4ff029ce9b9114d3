import type { BreachClose, BreachStepTaken, Written } from '@setu/records/api'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { ledBreach, tellingRows, wordsOf, wordsPlace } from './breach-store.ts'

/** Writes down what was done so that it does not get worse: what, by whom, when. */
export async function takeStep(work: Work, at: CaseRef, given: BreachStepTaken): Promise<Written> {
  await ledBreach(work, at, null)
  const { id, kind, account, at: done, words } = given
  const { words: sealed = null } = await work.vault.seal(wordsOf(at), wordsPlace('breach_step', id), {
    words,
  })
  await sql`
    insert into breach_step (org_id, id, breach_id, kind, account_id, at, words, made_by)
    values (${at.org}, ${id}, ${at.id}, ${kind}, ${account}, ${done}, ${sealed}::bytea, ${work.actor.account})`.execute(
    work.db,
  )
  return { id, version: 1 }
}

/** Closes an incident that was judged, with whoever must be told told, and says what was learnt. */
export async function closeBreach(work: Work, at: CaseRef, { base, lessons }: BreachClose): Promise<Written> {
  const row = await ledBreach(work, at, base)
  const open = (await tellingRows(work, at)).filter(
    ({ toldAt, notNeeded }) => toldAt === null && notNeeded === null,
  )
  if (row.state !== 'assessed' || open.length > 0)
    throw new Problem('requirements-missing', { about: { open: String(open.length), state: row.state } })
  const sealed = await work.vault.seal(wordsOf(at), wordsPlace('breach', at.id), { lessons })
  await sql`
    update breach set state = 'closed', lessons = ${sealed['lessons']}::bytea, closed_at = ${work.now.toISOString()},
      closed_by = ${work.actor.account}, version = version + 1
    where org_id = ${at.org} and id = ${at.id}`.execute(work.db)
  return { id: at.id, version: row.version + 1 }
}
