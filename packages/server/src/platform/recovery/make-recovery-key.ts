import { shareToText } from '@setu/records'
import type { RecoveryShares } from '@setu/records/api'
import { sql } from 'kysely'
import { provedLately } from '../factors/factor-store.ts'
import { doneBefore, remember } from '../http/command-done.ts'
import { nothing, type Reply, type Visit } from '../http/endpoint.ts'
import { coverOwnUnits } from '../keys/cover-units.ts'
import { makePair } from '../keys/sealing.ts'
import { asActor } from '../node.ts'
import { Problem } from '../problem.ts'
import { passOf } from '../sessions/token.ts'
import { visitOutcome } from '../sessions/visit-log.ts'
import { needRole, type Work } from '../work.ts'
import { markOf, sharesOf } from './recovery-secret.ts'
import { lostUnits, retireKey } from './recovery-store.ts'

const name = 'recovery.make'

interface Wanted {
  readonly command: string
  readonly holders: readonly string[]
}

function needThree(holders: readonly string[]): void {
  const names = new Set(holders.map((holder) => holder.normalize('NFKC').trim().toLowerCase()))
  if (names.has('') || names.size < 3) throw new Problem('three-holders')
}

async function make(work: Work, holders: readonly string[]): Promise<RecoveryShares> {
  const { db, actor } = work
  // What is lost is opened by the shares that are there, or never.
  if ((await lostUnits(work)).length > 0) throw new Problem('open-lost-units-first')
  await retireKey(work, 'renewed')
  const pair = await makePair()
  const id = work.freshId()
  const made = work.now.toISOString()
  await sql`
    insert into recovery_key (org_id, id, public_key, made_by, made_at)
    values (${actor.org}, ${id}, ${Buffer.from(pair.publicKey)}, ${actor.account}, ${made}::timestamptz)`.execute(
    db,
  )
  for (const [at, holder] of holders.entries())
    await sql`
      insert into recovery_share (org_id, key_id, number, holder)
      values (${actor.org}, ${id}, ${at + 1}, ${holder.trim()})`.execute(db)
  await sql`select recovery_made()`.execute(db)
  await coverOwnUnits(work)
  const shares = await sharesOf(id, pair.privateKey)
  pair.privateKey.fill(0)
  return {
    mark: markOf(id),
    made,
    shares: shares.map((share) => ({
      number: share.number,
      holder: holders[share.number - 1]?.trim() ?? '',
      rows: shareToText(share),
    })),
  }
}

/**
 * Makes an organisation's recovery key. Its shares are in this answer and nowhere else: a command that is repeated is
 * told that they were shown, and not what they are.
 */
export async function makeRecoveryKey(
  visit: Visit,
  { command, holders }: Wanted,
): Promise<Reply<RecoveryShares>> {
  const { node, cookie } = visit
  if (cookie === null) throw new Problem('not-signed-in')
  const body = await asActor(node, passOf(cookie), async (work, log) => {
    needRole(work, 'technicalAdministrator')
    if ((await doneBefore(work, command, name)) !== null) throw new Problem('shares-shown-once')
    if (!(await provedLately(work.db))) throw new Problem('step-up-needed')
    needThree(holders)
    const shares = await make(work, holders)
    await remember(work, command, name, nothing)
    await log(visitOutcome(visit, { action: name, method: 'POST', status: 201 }))
    return shares
  })
  return { status: 201, body }
}
