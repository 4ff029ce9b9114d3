import type { Withdrawn } from '@setu/records/api'
import { Problem, type Work } from '../../platform/index.ts'
import { holdCase } from '../cases/case-store.ts'
import { happened } from '../cases/event-store.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { recallThrough } from '../referrals/recall-through.ts'
import { spreadNewKeys } from '../referrals/spread-keys.ts'
import { promiseToAskAgain } from './ask-again.ts'
import { endConsent, findConsent } from './consent-store.ts'

/**
 * The survivor changes their mind. In this one transaction the consent ends, the referrals that stood on it
 * are recalled, the keys that were shared through them are taken away, and later writings get new keys. What
 * was read before cannot be unread.
 */
export async function withdrawConsent(
  work: Work,
  file: CaseRef,
  id: string,
  base: number,
): Promise<Withdrawn> {
  const held = await holdCase(work, file)
  const consent = await findConsent(work, file, id)
  if (consent === null) throw new Problem('not-found')
  if (consent.state === 'withdrawn') return { id, version: consent.version, recalled: [] }
  if (consent.version !== base) {
    throw new Problem('stale', { current: { version: consent.version, values: { state: consent.state } } })
  }
  const version = await endConsent(work, file, id)
  await promiseToAskAgain(work, file, 'ended')
  const recalled = consent.recipientUnit === null ? [] : await recallThrough(work, file, consent)
  await work.vault.renew(file.org, file.id, consent.parts, held.ownerUnit)
  await spreadNewKeys(work, file)
  work.touched({ org: file.org, caseId: file.id, part: 'status', did: 'withdrew', record: id })
  await happened(work, file, {
    kind: 'consentWithdrawn',
    part: 'status',
    record: id,
    about: { purpose: consent.purpose, recalled: recalled.length },
  })
  return { id, version, recalled }
}
