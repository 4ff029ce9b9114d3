import { sql } from 'kysely'
import { needRole, Problem, type Work } from '../../platform/index.ts'
import { giveCode } from '../cases/case-store.ts'
import { happened } from '../cases/event-store.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { cancelAbout, settle } from '../due/due-store.ts'
import { letGoKeys } from '../referrals/let-go-keys.ts'
import { endTransfer, findTransfer, type TransferRow } from './transfer-store.ts'

interface Answer {
  readonly base: number
  readonly to: 'accepted' | 'declined' | 'recalled'
  readonly conflict?: string | undefined
}

async function take(work: Work, transfer: TransferRow): Promise<void> {
  needRole(work, 'caseworker', 'supervisor')
  const { rows } = await sql<{ taken: string | null }>`
    select transfer_take(${transfer.org}, ${transfer.id}, ${work.freshId()}) as taken`.execute(work.db)
  if (rows[0]?.taken == null) throw new Problem('case-not-yours-to-own')
}

async function tellSender(work: Work, transfer: TransferRow, to: Answer['to']): Promise<void> {
  await sql`
    insert into notice (org_id, id, account_id, kind, about, made_at)
    values (${transfer.fromOrg}, ${work.freshId()}, ${transfer.sender},
      ${to === 'accepted' ? 'transferAccepted' : 'transferDeclined'},
      ${JSON.stringify({ org: transfer.org, transfer: transfer.id, code: transfer.code })}::jsonb, ${work.now.toISOString()})`.execute(
    work.db,
  )
}

/** The other side takes the case, with all its parts and keys, or leaves it where it is. */
export async function answerTransfer(
  work: Work,
  ref: CaseRef,
  answer: Answer,
): Promise<{ id: string; version: number }> {
  const transfer = await findTransfer(work, ref)
  const receiver = work.actor.units.some(({ unit }) => unit === transfer.toUnit)
  if (receiver === (answer.to === 'recalled')) throw new Problem('not-for-you')
  if (transfer.state !== 'offered')
    throw new Problem('step-not-possible', { about: { from: transfer.state, to: answer.to } })
  if (transfer.version !== answer.base) {
    throw new Problem('stale', { current: { version: transfer.version, values: { state: transfer.state } } })
  }
  const file = { org: transfer.org, id: transfer.caseId }
  if (answer.to === 'accepted') {
    if (answer.conflict !== 'none') throw new Problem('conflict-of-interest')
    await settle(work, transfer.id, ['answerTransfer'])
    await take(work, transfer)
    await giveCode(work, file)
    await sql`select slot_tell_taker(${file.org}, ${file.id})`.execute(work.db)
    await happened(work, file, { kind: 'transferAccepted', part: 'status', record: transfer.id })
  } else {
    await cancelAbout(work, transfer.id)
    await happened(work, file, {
      kind: 'transferDeclined',
      part: 'status',
      record: transfer.id,
      about: { state: answer.to },
    })
    if (answer.to === 'recalled') await work.vault.unshare(file.org, transfer.id)
    else await letGoKeys(work, ref)
    await endTransfer(work, ref, answer.to)
  }
  if (receiver) await tellSender(work, transfer, answer.to)
  work.touched({ org: file.org, caseId: file.id, part: 'status', did: 'wrote', record: transfer.id })
  return { id: transfer.id, version: transfer.version + 1 }
}
