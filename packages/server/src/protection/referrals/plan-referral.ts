import type { ReferralPreview } from '@setu/records/api'
import {
  type ConsentPurpose,
  entryOf,
  type KindOfWork,
  type Part,
  parts,
  type ServiceType,
  serviceTypes,
  shareableWith,
  urgencies,
} from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { findReceiver, liveConsents, type Receiver } from '../consents/consent-store.ts'
import { momentAfter, rulesInForce } from '../due/rules-in-force.ts'

/** The purpose that the survivor must have agreed to, by what the receiver does. */
function purposeFor(receiver: Receiver, service: ServiceType): ConsentPurpose {
  if (receiver.work === 'police') return 'sharePolice'
  const work: KindOfWork = entryOf(serviceTypes, service).work
  if (work === 'legal') return 'shareLegalAid'
  if (work === 'return' || receiver.work === 'return') return 'repatriation'
  return 'shareService'
}

export interface Plan {
  readonly receiver: Receiver
  readonly purpose: ConsentPurpose
  readonly consented: readonly Part[]
  readonly shared: readonly Part[]
  readonly hasConsent: boolean
}

/** What a referral to this receiver would stand on and hand over, by today's consents. */
export async function planReferral(
  work: Work,
  file: CaseRef,
  to: { org: string; unit: string },
  service: ServiceType,
): Promise<Plan> {
  const receiver = await findReceiver(work, to)
  if (receiver === null) throw new Problem('receiver-not-available')
  const purpose = purposeFor(receiver, service)
  const live = (await liveConsents(work, file)).filter(
    (one) => one.purpose === purpose && one.recipientUnit === to.unit,
  )
  const consented = [...new Set(live.flatMap((one) => one.parts))]
  const ceiling = shareableWith(receiver.type, service)
  return {
    receiver,
    purpose,
    consented,
    shared: consented.filter((part) => ceiling.includes(part)),
    hasConsent: live.length > 0,
  }
}

const shown: readonly Part[] = parts.entries
  .map(({ code }) => code)
  .filter((code) => code !== 'status' && code !== 'trail')

/** Shows the sender exactly what the receiver would see, before anything is sent. */
export async function previewReferral(
  work: Work,
  file: CaseRef,
  to: { org: string; unit: string },
  service: ServiceType,
): Promise<ReferralPreview> {
  const plan = await planReferral(work, file, to, service)
  const ceiling = shareableWith(plan.receiver.type, service)
  const { rows } = await sql<ReferralPreview['offered']>`
    select sex, age_band as "ageBand", language, coalesce(found_district, home_district) as district
    from case_facts where org_id = ${file.org} and case_id = ${file.id} limit 1`.execute(work.db)
  const { levels, calendar } = await rulesInForce(work)
  return {
    purpose: plan.purpose,
    offered: rows[0] ?? { sex: null, ageBand: null, language: null, district: null },
    after: shown.map((part) => ({
      part,
      shared: plan.shared.includes(part),
      because: !ceiling.includes(part)
        ? 'neverForThisWork'
        : plan.shared.includes(part)
          ? 'consented'
          : 'noConsent',
    })),
    maySend: plan.hasConsent,
    clocks: urgencies.entries.map(({ code }) => ({
      urgency: code,
      step: 'answer',
      due: momentAfter(levels.levels[code].answer, work.now, calendar).toISOString(),
    })),
  }
}
