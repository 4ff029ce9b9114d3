import type { ErasureAnswer, ErasureAsk, ErasureView } from '@setu/records/api'
import { type RawBuilder, sql } from 'kysely'
import type { Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { needAnswering } from '../cases/relation-to.ts'

const mostShown = 200

export type ErasureAsked = 'asked' | 'gone' | 'waits' | 'early' | 'held' | 'nobody'

/** Asks the database for a case to be erased, and hears how it stands. */
export async function askToErase(
  work: Work,
  file: CaseRef,
  { id, reason }: Pick<ErasureAsk, 'id' | 'reason'>,
): Promise<ErasureAsked> {
  const { rows } = await sql<{ said: ErasureAsked }>`
    select erasure_ask(${file.org}::uuid, ${file.id}::uuid, ${id}::uuid, ${reason}::text) as said`.execute(
    work.db,
  )
  return rows[0]?.said ?? 'gone'
}

export type ErasureAnswered = 'erased' | 'declined' | 'own' | 'stale' | 'moved' | 'held' | 'gone'

/** Answers a request in the database, which erases at once where the answer is a yes. */
export async function answerInDatabase(
  work: Work,
  at: CaseRef,
  { base, answer }: Pick<ErasureAnswer, 'base' | 'answer'>,
): Promise<ErasureAnswered> {
  const { rows } = await sql<{ said: ErasureAnswered }>`
    select erasure_answer(${at.org}::uuid, ${at.id}::uuid, ${base}::integer, ${answer === 'approve'}::boolean) as said`.execute(
    work.db,
  )
  return rows[0]?.said ?? 'gone'
}

async function erasureRows(work: Work, only: RawBuilder<unknown>): Promise<ErasureView[]> {
  const me = work.actor.account
  const guards = work.actor.roles.includes('dataProtectionOfficer')
  const { rows } = await sql<ErasureView>`
    select e.org_id as org, e.id, e.version, e.state, e.case_id as "case", e.code, e.reason, a.name as "askedBy", e.asked_at as "askedAt",
      b.name as "answeredBy", e.answered_at as "answeredAt",
      e.state = 'waiting' and ${guards}::boolean and e.owner_org = ${work.actor.org} and e.asked_by <> ${me} as "mayAnswer"
    from case_erasure e
    left join account a on a.org_id = e.asked_org and a.id = e.asked_by
    left join account b on b.org_id = e.owner_org and b.id = e.answered_by
    where ${only}
    order by (e.state <> 'waiting'), e.asked_at desc limit ${mostShown}`.execute(work.db)
  return rows
}

/** The requests that this person sees: those that wait first, then the latest. */
export function erasures(work: Work): Promise<ErasureView[]> {
  return erasureRows(work, sql`true`)
}

/** What was asked about a case: for those who work it, and after its erasure for whoever guards the data. */
export async function erasuresOfCase(work: Work, file: CaseRef): Promise<ErasureView[]> {
  const found = await erasureRows(work, sql`e.org_id = ${file.org} and e.case_id = ${file.id}`)
  if (found.length > 0) return found
  await needAnswering(work, file)
  return []
}

export async function erasureAt(work: Work, at: CaseRef): Promise<ErasureView | null> {
  const [row] = await erasureRows(work, sql`e.org_id = ${at.org} and e.id = ${at.id}`)
  return row ?? null
}
