import type { MyDay, WaitingView } from '@setu/records/api'
import { sql } from 'kysely'
import type { Work } from '../../platform/index.ts'
import { codeBeside } from '../cases/case-store.ts'
import { changedSince } from '../cases/event-store.ts'
import { summariesOf } from '../cases/list-cases.ts'
import { messagesWaiting } from '../messages/message-store.ts'
import { readBox } from '../referrals/read-referrals.ts'
import { transfersToAnswer } from '../transfers/transfer-store.ts'
import { myPromises } from './read-due.ts'

async function referralsWaiting(work: Work): Promise<WaitingView[]> {
  const { items } = await readBox(work, { direction: 'in', open: true, waiting: true, after: null })
  return items.map((one) => ({
    kind: 'referral',
    org: one.org,
    id: one.id,
    code: one.code,
    case: null,
    service: one.service,
    urgency: one.urgency,
    from: one.from.name,
    due: one.clocks.find(({ kind, done }) => kind === 'answerReferral' && done === null)?.due ?? null,
    version: one.version,
  }))
}

async function transfersWaiting(work: Work): Promise<WaitingView[]> {
  return (await transfersToAnswer(work)).map((one) => ({
    kind: 'transfer',
    org: one.org,
    id: one.id,
    code: one.code,
    case: null,
    service: null,
    urgency: null,
    from: { en: one.fromNameEn, bn: one.fromNameBn },
    due: null,
    version: one.version,
  }))
}

/** Cases given to me that I have not yet declared on: nothing but their code is shown before. */
async function declarationsWaiting(work: Work): Promise<WaitingView[]> {
  const { rows } = await sql<{
    org: string
    id: string
    caseId: string
    code: string | null
    version: number
  }>`
    select s.org_id as org, s.id, s.case_id as "caseId", ${codeBeside(work, 's.org_id', 's.case_id')} as code, s.version
    from case_assignment s where account_id = ${work.actor.account} and conflict = 'pending' and ended_at is null order by began_at`.execute(
    work.db,
  )
  return rows.map((one) => ({
    kind: 'conflict',
    org: one.org,
    id: one.id,
    code: one.code ?? '',
    case: { org: one.org, id: one.caseId },
    service: null,
    urgency: null,
    from: null,
    due: null,
    version: one.version,
  }))
}

async function myCases(work: Work): Promise<{ org: string; id: string }[]> {
  const { rows } = await sql<{ org: string; id: string }>`
    select org_id as org, case_id as id from case_assignment
    where account_id = ${work.actor.account} and ended_at is null and conflict = 'none'
      and (org_id, case_id) in (select m.org_id, m.case_id from actor_cases() m) limit 500`.execute(work.db)
  return rows
}

/** What is due, what waits for me, and what others did in my cases since yesterday. */
export async function readMyDay(work: Work): Promise<MyDay> {
  const messages = await messagesWaiting(work)
  const written = new Set(messages.map(({ id }) => id))
  // A message stands once: where it is answered.
  const due = (await myPromises(work)).filter(
    (one) => one.kind !== 'answerMessage' || one.case === null || !written.has(one.case.id),
  )
  const since = new Date(work.now.getTime() - 36 * 3_600_000)
  const changed = await changedSince(
    work,
    (await myCases(work)).map(({ id }) => id),
    since,
  )
  const codes = new Map(
    (
      await summariesOf(
        work,
        changed.map(({ org, caseId }) => ({ org, id: caseId })),
      )
    ).map((row) => [row.id, row.code]),
  )
  work.counted(due.length)
  return {
    due,
    overdue: due.filter(({ state }) => state === 'overdue').length,
    dueToday: due.filter(({ state }) => state === 'today').length,
    waiting: [
      ...(await declarationsWaiting(work)),
      ...messages,
      ...(await referralsWaiting(work)),
      ...(await transfersWaiting(work)),
    ],
    changed: changed.map(({ caseId, org, ...event }) => ({
      ...event,
      case: { org, id: caseId, code: codes.get(caseId) ?? '' },
    })),
  }
}
