import type { SlotIssue } from '@setu/records/api'
import { weakPin } from '@setu/vocabulary'
import { sql } from 'kysely'
import {
  freshReceipt,
  makePair,
  Problem,
  receiptKeys,
  slotPlace,
  type Work,
  wrapUnder,
} from '../../platform/index.ts'
import { holdCase } from '../cases/case-store.ts'
import { happened } from '../cases/event-store.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { guardianIsSuspect } from '../children/child-store.ts'
import { askedAgain } from './slot-store.ts'

/**
 * Gives the survivor of a case a way in: a receipt that is told this once, for the PIN that she chose. One that was
 * there before opens nothing from here on. Only whoever works on the case can do it, since it takes the keys of its parts.
 */
export async function issueSlot(
  work: Work,
  file: CaseRef,
  { pin, nearSuspect }: Pick<SlotIssue, 'pin' | 'nearSuspect'>,
  receipt: string = freshReceipt(),
): Promise<{ receipt: string }> {
  const { relation } = await holdCase(work, file)
  if (relation !== 'own') throw new Problem('not-found')
  if (await guardianIsSuspect(work, file)) throw askedAgain(file)
  if (weakPin(pin)) throw new Problem('pin-weak')
  const node = { name: work.node, passwordCost: work.passwordCost }
  const { lookUp, slotKey } = await receiptKeys(node, { receipt, pin }, 'known')
  const [id, pair] = [work.freshId(), await makePair()]
  const wrapped = wrapUnder(slotKey, pair.privateKey, slotPlace(file.org, id))
  const { rows } = await sql<{ outcome: string }>`
    select slot_issue(${file.org}, ${file.id}, ${id}, ${lookUp}, ${Buffer.from(pair.publicKey)}, ${wrapped},
      ${nearSuspect}) as outcome`.execute(work.db)
  if (rows[0]?.outcome === 'not-safe') throw askedAgain(file)
  if (rows[0]?.outcome !== 'issued') throw new Problem('not-found')
  await work.vault.fillSlot(file.org, file.id)
  await happened(work, file, { kind: 'windowGiven', part: 'status' })
  work.touched({ org: file.org, caseId: file.id, part: 'status', did: 'wrote', relation })
  return { receipt }
}
