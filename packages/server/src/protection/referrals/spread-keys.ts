import {
  isCode,
  type OrganisationType,
  type Part,
  parts,
  serviceTypes,
  shareableWith,
} from '@setu/vocabulary'
import { sql } from 'kysely'
import type { Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { liveConsents } from '../consents/consent-store.ts'

interface LiveReferral {
  readonly id: string
  readonly toUnit: string
  readonly service: string
  readonly purpose: string
  readonly type: OrganisationType
}

/** The parts that a receiver may have now: what the survivor agreed to, and never more than its kind of work. */
export function sharedParts(type: OrganisationType, service: string, consented: readonly Part[]): Part[] {
  if (!isCode(serviceTypes, service)) return []
  const ceiling = shareableWith(type, service)
  return consented.filter((part) => ceiling.includes(part))
}

/** Every part of a case that has keys. */
export const everySealedPart: readonly Part[] = parts.entries
  .filter(({ code }) => code !== 'status' && code !== 'trail')
  .map(({ code }) => code)

/** Whoever was offered the case is given all of it that is there today, the words of its referrals too. */
async function spreadToOffers(work: Work, file: CaseRef): Promise<void> {
  const { rows } = await sql<{ id: string; unit: string }>`
    select id, to_unit as unit from case_transfer
    where org_id = ${file.org} and case_id = ${file.id} and state = 'offered'`.execute(work.db)
  if (rows.length === 0) return
  const { rows: referrals } = await sql<{ id: string }>`
    select id from referral where org_id = ${file.org} and case_id = ${file.id}`.execute(work.db)
  for (const { id, unit } of rows) {
    await work.vault.share({
      org: file.org,
      caseId: file.id,
      parts: everySealedPart,
      referrals: referrals.map((referral) => referral.id),
      unit,
      through: 'transfer',
      throughId: id,
    })
  }
}

/** After something was written: a part that got a new key with it is given to those who may have it. */
export async function spreadNewKeys(work: Work, file: CaseRef): Promise<void> {
  if (work.vault.madeKeys()) await spreadKeys(work, file)
}

/**
 * Brings the keys of a case up to what the survivor agrees to today, for its open referrals, and for whoever was
 * offered the case. It runs in a session of someone who holds them: after a referral or an offer is sent, after
 * a new consent, after a part got a new key. Where keys are renewed, those whose service ended lately get them too.
 */
export async function spreadKeys(
  work: Work,
  file: CaseRef,
  whose: 'open' | 'andEnded' = 'open',
): Promise<void> {
  await spreadToOffers(work, file)
  const { rows } = await sql<LiveReferral>`
    select r.id, r.to_unit as "toUnit", r.service, r.purpose, o.type from referral r join organisation o on o.id = r.to_org
    where r.org_id = ${file.org} and r.case_id = ${file.id}
      and (r.state in ('sent', 'acknowledged', 'accepted', 'serviceStarted')
        or (${whose === 'andEnded'} and r.state in ('completed', 'partlyCompleted') and r.ended_at > now() - make_interval(
          days => (select d.days from access_days d where d.name = 'namedAfterCompletion'))))`.execute(
    work.db,
  )
  if (rows.length === 0) return
  const consents = await liveConsents(work, file)
  for (const referral of rows) {
    const consented = consents
      .filter(
        ({ purpose, recipientUnit }) => purpose === referral.purpose && recipientUnit === referral.toUnit,
      )
      .flatMap(({ parts }) => parts)
    await work.vault.share({
      org: file.org,
      caseId: file.id,
      parts: sharedParts(referral.type, referral.service, consented),
      unit: referral.toUnit,
      through: 'referral',
      throughId: referral.id,
    })
  }
}
