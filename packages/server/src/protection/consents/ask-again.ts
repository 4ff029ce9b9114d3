import type { PlainDate, TaskKind } from '@setu/vocabulary'
import { sql } from 'kysely'
import { dayOf, type Work } from '../../platform/index.ts'
import { holdCase, promiseHolder } from '../cases/case-store.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { cancelOpen, promiseFor, settleCase } from '../due/due-store.ts'
import { endOf, rulesInForce } from '../due/rules-in-force.ts'

const kinds: readonly TaskKind[] = ['renewConsent']

async function promisedDay(work: Work, file: CaseRef): Promise<PlainDate | null> {
  const { rows } = await sql<{ due: string }>`
    select due_at as due from due_item where org_id = ${file.org} and case_id = ${file.id} and about_id is null
      and kind = any (${[...kinds]}::text[]) and done_at is null and cancelled_at is null
    order by due_at limit 1`.execute(work.db)
  const [open] = rows
  return open ? dayOf(new Date(open.due)) : null
}

/**
 * Promises to ask the survivor again before the first of what they agreed to ends. There is one such promise a case; it
 * moves on to the answer that ends next, and is kept where it moved because they were asked.
 */
export async function promiseToAskAgain(work: Work, file: CaseRef, why: 'asked' | 'ended'): Promise<void> {
  const held = await holdCase(work, file)
  if (held.state === 'closed') return
  const { clocks } = await rulesInForce(work)
  const { rows } = await sql<{ day: PlainDate | null }>`
    select consent_asked_again(${file.org}::uuid, ${file.id}::uuid, ${work.today}::date,
      ${JSON.stringify(clocks.askAgain)}::jsonb) as day`.execute(work.db)
  const day = rows[0]?.day ?? null
  const before = await promisedDay(work, file)
  if (before === day) return
  if (before !== null && why === 'asked' && (day === null || day > before)) {
    await settleCase(work, file.id, kinds)
  } else if (before !== null) {
    await cancelOpen(work, file, kinds)
  }
  if (day === null) return
  const holder = await promiseHolder(work, held)
  const about = { org: file.org, caseId: file.id, kind: 'renewConsent', holder } as const
  await promiseFor(work, about, endOf(day), clocks.version)
}
