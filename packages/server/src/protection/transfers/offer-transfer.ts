import { randomBytes } from 'node:crypto'
import { caseCodeFrom, entryOf, organisationTypes } from '@setu/vocabulary'
import { Problem, type Work } from '../../platform/index.ts'
import { holdCase } from '../cases/case-store.ts'
import { happened } from '../cases/event-store.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { findReceiver, liveConsents } from '../consents/consent-store.ts'
import { promiseAll } from '../due/due-store.ts'
import { rulesInForce } from '../due/rules-in-force.ts'
import { tellReceiver } from '../referrals/recall-through.ts'
import { spreadKeys } from '../referrals/spread-keys.ts'
import { insertTransfer, transfersOf } from './transfer-store.ts'

/**
 * Offers the whole case to another protection organisation. It is an act of its own, with a consent of its
 * own; until the other side takes it, nothing changes.
 */
export async function offerTransfer(
  work: Work,
  file: CaseRef,
  offer: { id: string; to: { org: string; unit: string } },
): Promise<{ id: string; version: number }> {
  const held = await holdCase(work, file)
  const receiver = await findReceiver(work, offer.to)
  if (receiver === null || offer.to.unit === held.ownerUnit) throw new Problem('receiver-not-available')
  if (!entryOf(organisationTypes, receiver.type).protection) throw new Problem('case-not-yours-to-own')
  if ((await transfersOf(work, file)).some(({ state }) => state === 'offered'))
    throw new Problem('exists-already')
  const agreed = (await liveConsents(work, file)).some(
    (one) => one.purpose === 'transferCase' && one.recipientUnit === offer.to.unit,
  )
  if (!agreed && offer.to.org !== work.actor.org)
    throw new Problem('consent-missing', { about: { purpose: 'transferCase' } })

  const code = caseCodeFrom(randomBytes(8))
  await insertTransfer(work, file, { id: offer.id, code, fromUnit: held.ownerUnit, to: offer.to })
  await spreadKeys(work, file)
  const rules = await rulesInForce(work)
  const holder = { org: offer.to.org, unit: offer.to.unit, account: null }
  const { version, levels } = rules.levels
  const about = { org: file.org, caseId: file.id, about: offer.id, holder, version }
  await promiseAll(work, rules, [{ ...about, kind: 'answerTransfer', allowed: levels.urgent.answer }])
  await tellReceiver(work, offer.to.unit, 'transferOffered', code)
  await happened(work, file, {
    kind: 'transferOffered',
    part: 'status',
    record: offer.id,
    about: { toOrg: offer.to.org },
  })
  work.touched({ org: file.org, caseId: file.id, part: 'status', did: 'shared', record: offer.id })
  return { id: offer.id, version: 1 }
}
