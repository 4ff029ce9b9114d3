import { randomBytes } from 'node:crypto'
import type { EmergencyAnswer } from '@setu/records/api'
import { caseCodeFrom } from '@setu/vocabulary'
import { sql } from 'kysely'
import { type Db, Problem, type Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { type EmergencyRow, emergencyRows } from './emergency-store.ts'

/** Nobody answers their own request; that somebody tried is told to whoever guards the data. */
function ownAttempt({ org, id }: CaseRef): Problem {
  return new Problem('own-request', {
    also: (db: Db) => sql`select emergency_own_attempt(${org}::uuid, ${id}::uuid)`.execute(db),
  })
}

/** No screen of ours gives access without a proof made for it; that somebody's session did is told as well. */
function unproved({ org, id }: CaseRef): Problem {
  return new Problem('bound-proof-needed', {
    also: (db: Db) => sql`select emergency_unproved(${org}::uuid, ${id}::uuid)`.execute(db),
  })
}

function refuseStale({ version, state }: EmergencyRow, base: number): void {
  if (version !== base) throw new Problem('stale', { current: { version, values: { state } } })
}

/**
 * Answers a request: by somebody on call where the case is held, who is not the one who asked. A yes wraps the
 * keys of the parts asked for, and no others, to the key of the request, which the one who asked alone opens.
 */
export async function answerEmergency(
  work: Work,
  at: CaseRef,
  { base, answer }: Pick<EmergencyAnswer, 'base' | 'answer'>,
): Promise<{ id: string; version: number }> {
  const [row] = await emergencyRows(work, at)
  if (!row) throw new Problem('not-found')
  if (row.mine) throw ownAttempt(at)
  if (row.onCall) refuseStale(row, base)
  const yes = answer === 'approve'
  const { caseOrg, caseId } = row
  if (yes && row.mayAnswer && caseOrg !== null && caseId !== null) {
    const given = await work.vault.shareWithAsk(at, { org: caseOrg, caseId, parts: row.parts })
    if (!given) throw new Problem('step-not-possible')
    work.touched({ org: caseOrg, caseId, part: 'status', did: 'shared', record: at.id, reason: row.reason })
  }
  const code = caseCodeFrom(randomBytes(8))
  const { rows } = await sql<{ said: string }>`
    select emergency_answer(${at.org}::uuid, ${at.id}::uuid, ${base}::integer, ${yes}::boolean, ${code}::text) as said`.execute(
    work.db,
  )
  const said = rows[0]?.said
  if (said === 'own') throw ownAttempt(at)
  if (said === 'unproved') throw unproved(at)
  if (said === 'stale') throw new Problem('step-not-possible')
  if (said === 'unknown') throw new Problem('no-such-case-here')
  if (said !== 'granted' && said !== 'declined') throw new Problem('not-found')
  return { id: at.id, version: base + 1 }
}

/** Ends an access before its time. Its keys go in the same transaction. */
export async function endEmergency(
  work: Work,
  at: CaseRef,
  { base }: { readonly base: number },
): Promise<{ id: string; version: number }> {
  const [row] = await emergencyRows(work, at)
  if (!row) throw new Problem('not-found')
  if (row.mine || row.mayEnd) refuseStale(row, base)
  const { rows } = await sql<{ said: string }>`
    select emergency_end(${at.org}::uuid, ${at.id}::uuid, ${base}::integer) as said`.execute(work.db)
  const said = rows[0]?.said
  if (said === 'stale') throw new Problem('step-not-possible')
  if (said !== 'ended') throw new Problem('not-found')
  return { id: at.id, version: base + 1 }
}
