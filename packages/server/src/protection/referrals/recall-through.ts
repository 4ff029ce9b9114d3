import { referralMayBecome } from '@setu/vocabulary'
import { sql } from 'kysely'
import type { Work } from '../../platform/index.ts'
import { happened } from '../cases/event-store.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { type LiveConsent, liveConsents } from '../consents/consent-store.ts'
import { cancelAbout } from '../due/due-store.ts'
import { moveReferral, referralsOf } from './referral-store.ts'

/** Tells the receiving side that something ended: the person who works on it, or those who answer for the unit. */
export async function tellReceiver(work: Work, unit: string, kind: string, code: string): Promise<void> {
  await sql`select notify_unit(${unit}, ${kind}, ${JSON.stringify({ code })}::jsonb)`.execute(work.db)
}

/** Whoever is answering one of them right now finishes first; what is recalled is what they made of it. */
async function holdReferrals(work: Work, file: CaseRef, ended: LiveConsent): Promise<void> {
  await sql`
    select 1 from referral where org_id = ${file.org} and case_id = ${file.id} and to_unit = ${ended.recipientUnit}
    order by id for no key update`.execute(work.db)
}

/**
 * Ends the referrals that stood on a consent which no longer holds, takes their keys away and tells the other
 * side to stop. A referral for which another live consent speaks goes on with the parts of that one.
 */
export async function recallThrough(
  work: Work,
  file: CaseRef,
  ended: LiveConsent,
): Promise<{ id: string; code: string }[]> {
  const still = await liveConsents(work, file)
  const replaced = still.some(
    ({ purpose, recipientUnit }) => purpose === ended.purpose && recipientUnit === ended.recipientUnit,
  )
  const recalled: { id: string; code: string }[] = []
  await holdReferrals(work, file, ended)
  for (const referral of await referralsOf(work, file)) {
    if (referral.purpose !== ended.purpose || referral.toUnit !== ended.recipientUnit) continue
    await work.vault.unshare(file.org, referral.id)
    if (replaced) continue
    await tellReceiver(work, referral.toUnit, 'referralWithdrawn', referral.code)
    if (!referralMayBecome(referral.state, 'withdrawnBySurvivor')) continue
    await cancelAbout(work, referral.id)
    await happened(work, file, {
      kind: 'referralWithdrawn',
      part: 'status',
      record: referral.id,
      about: { code: referral.code },
    })
    await moveReferral(work, referral, referral.version, { state: 'withdrawnBySurvivor', ended: true })
    work.touched({ org: file.org, caseId: file.id, part: 'status', did: 'withdrew', record: referral.id })
    recalled.push({ id: referral.id, code: referral.code })
  }
  return recalled
}
