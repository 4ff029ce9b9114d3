import type { OwnServiceAdd, OwnServiceChange, OwnServiceList, Written } from '@setu/records/api'
import { ownServiceNeedsReason, parsePlainDate } from '@setu/vocabulary'
import { Problem, type Work, wrongField } from '../../platform/index.ts'
import { findCase } from '../cases/case-store.ts'
import { happened } from '../cases/event-store.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { promiseFor, settle } from '../due/due-store.ts'
import { endOf } from '../due/rules-in-force.ts'
import { findReferral, type ReferralRow } from '../referrals/referral-store.ts'
import {
  holdService,
  insertService,
  nextDayOf,
  rewriteService,
  servicesOf,
  standsTo,
  type ToldOf,
} from './service-store.ts'

/** A referral of which one gives the service; to everybody else there is none, and one that ended is settled. */
async function needOwn(work: Work, ref: CaseRef): Promise<ReferralRow> {
  const referral = await findReferral(work, ref)
  const { mine, writes } = await standsTo(work, referral)
  if (!mine) throw new Problem('not-found')
  if (!writes) throw new Problem('record-settled')
  return referral
}

/** What happened is over, what comes next is not before it, and what did not take place has a reason. */
function needInOrder(work: Work, { happenedOn, outcome, why, nextOn }: ToldOf): void {
  if (happenedOn > work.today) throw wrongField('happenedOn', 'not-yet')
  if (nextOn !== null && nextOn < happenedOn) throw wrongField('nextOn', 'before-session')
  if (ownServiceNeedsReason.includes(outcome) && why === null) throw wrongField('why', 'missing')
}

/** The next session is promised by the office that gives it; whatever was promised before was kept or put off. */
async function promiseNext(work: Work, { org, caseId, id, toOrg, toUnit }: ReferralRow): Promise<void> {
  await settle(work, id, ['giveService'])
  const next = parsePlainDate(String(await nextDayOf(work, { org, id })))
  if (next === null) return
  const holder = { org: toOrg, unit: toUnit, account: work.actor.account }
  await promiseFor(work, { org, caseId, about: id, kind: 'giveService', holder }, endOf(next))
}

function wrote(work: Work, { org, caseId }: ReferralRow, record: string): void {
  work.touched({ org, caseId, part: 'protection', did: 'wrote', record, relation: 'named' })
}

/** Whoever took a referral on writes down what they gave: their own service, and nothing else of the case. */
export async function giveService(
  work: Work,
  ref: CaseRef,
  { id, ...told }: Omit<OwnServiceAdd, 'command'>,
): Promise<Written> {
  const referral = await needOwn(work, ref)
  needInOrder(work, told)
  const file = { org: referral.org, id: referral.caseId }
  await insertService(work, { file, referral: referral.id, id }, told)
  await happened(work, file, {
    kind: 'partnerService',
    part: 'protection',
    on: told.happenedOn,
    record: id,
    about: { service: referral.service, outcome: told.outcome, code: referral.code },
  })
  await promiseNext(work, referral)
  wrote(work, referral, id)
  return { id, version: 1 }
}

/** Puts right what one wrote of one's own service, for as long as the referral goes on. */
export async function changeService(
  work: Work,
  ref: CaseRef,
  item: string,
  { base, ...told }: Omit<OwnServiceChange, 'command'>,
): Promise<Written> {
  const referral = await needOwn(work, ref)
  const kept = await holdService(work, ref, item)
  if (kept === null) throw new Problem('not-found')
  const { version, ...values } = kept
  if (version !== base) throw new Problem('stale', { current: { version, values } })
  needInOrder(work, told)
  await rewriteService(work, ref.org, item, told)
  const file = { org: referral.org, id: referral.caseId }
  const about = { service: referral.service, outcome: told.outcome, code: referral.code }
  await happened(work, file, { kind: 'corrected', part: 'protection', record: item, about })
  await promiseNext(work, referral)
  wrote(work, referral, item)
  return { id: item, version: version + 1 }
}

const readers: readonly string[] = ['own', 'supervise', 'named']

/** What others gave for a case, as far as the reader may see it. */
export async function readServices(work: Work, file: CaseRef): Promise<OwnServiceList> {
  const { relation } = await findCase(work, file)
  if (!readers.includes(relation)) throw new Problem('not-found')
  const items = await servicesOf(work, file)
  if (items.length > 0)
    work.touched({ org: file.org, caseId: file.id, part: 'protection', did: 'read', relation })
  return { items }
}
