import type { RenewalBegin } from '@setu/records/api'
import { Problem, type Work } from '../../platform/index.ts'
import { holdCase } from '../cases/case-store.ts'
import { happened } from '../cases/event-store.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { everySealedPart, spreadKeys } from '../referrals/spread-keys.ts'
import { addRenewal, lastingAsks, renewalsOf } from './renewal-store.ts'

/** Values whose keys are renewed at once; the rest follow as somebody who holds them comes in. */
const mostAtOnce = 400

/**
 * Renews the keys of a case: a new pair for each part, for exactly those who may have it now. What stands under the
 * older ones is sealed to the new ones by those who hold both, and when nothing is left the older ones are destroyed.
 */
export async function beginRenewal(
  work: Work,
  file: CaseRef,
  { id, reason }: Pick<RenewalBegin, 'id' | 'reason'>,
): Promise<{ id: string; version: number }> {
  const { ownerUnit } = await holdCase(work, file)
  if ((await work.ring.held(ownerUnit)).length === 0) throw new Problem('not-admitted')
  const before = await renewalsOf(work, file)
  if (before.some(({ finishedAt }) => finishedAt === null)) throw new Problem('step-not-possible')
  const made = await work.vault.renew(file.org, file.id, everySealedPart, ownerUnit)
  if (made.length === 0) throw new Problem('step-not-possible')
  await addRenewal(work, file, { id, reason, made })
  await spreadKeys(work, file, 'andEnded')
  for (const { org, id: ask, publicKey, parts } of await lastingAsks(work, file))
    await work.vault.shareWithAsk({ org, id: ask }, { org: file.org, caseId: file.id, parts }, publicKey)
  await work.vault.reseal({ org: file.org, id }, mostAtOnce)
  work.touched({ org: file.org, caseId: file.id, part: 'status', did: 'wrote', record: id, reason })
  work.because(reason)
  await happened(work, file, { kind: 'keysRenewed', part: 'status', record: id, about: { reason } })
  return { id, version: 1 }
}
