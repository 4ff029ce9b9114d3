import type { ReferralStep, ReferralStepped } from '@setu/records/api'
import { type CaseEventKind, referralMayBecome, type TaskKind } from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import { giveCode } from '../cases/case-store.ts'
import { happened } from '../cases/event-store.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { cancelAbout, promiseAll, settle } from '../due/due-store.ts'
import { rulesInForce } from '../due/rules-in-force.ts'
import { letGoKeys } from './let-go-keys.ts'
import { tellReceiver } from './recall-through.ts'
import { holdReferral, moveReferral, noteHolder, notePlace, type ReferralRow } from './referral-store.ts'

type To = ReferralStep['to']

/** Which side may take each step, the promise that it keeps, and what the timeline says. */
const steps: Readonly<
  Record<
    To,
    { readonly by: 'receiver' | 'sender'; readonly keeps: readonly TaskKind[]; readonly event: CaseEventKind }
  >
> = {
  acknowledged: { by: 'receiver', keeps: ['acknowledgeReferral'], event: 'referralAcknowledged' },
  accepted: { by: 'receiver', keeps: ['acknowledgeReferral', 'answerReferral'], event: 'referralAccepted' },
  declined: { by: 'receiver', keeps: ['acknowledgeReferral', 'answerReferral'], event: 'referralDeclined' },
  serviceStarted: { by: 'receiver', keeps: ['startService'], event: 'serviceStarted' },
  completed: { by: 'receiver', keeps: ['startService', 'giveFeedback'], event: 'serviceEnded' },
  partlyCompleted: { by: 'receiver', keeps: ['startService', 'giveFeedback'], event: 'serviceEnded' },
  notReached: { by: 'receiver', keeps: ['startService', 'giveFeedback'], event: 'contactMissed' },
  recalled: { by: 'sender', keeps: [], event: 'referralRecalled' },
  feedbackClosed: { by: 'sender', keeps: [], event: 'referralFeedback' },
}

const ends: ReadonlySet<To> = new Set(['declined', 'completed', 'partlyCompleted', 'notReached', 'recalled'])

function sideOf(work: Work, referral: ReferralRow): 'receiver' | 'sender' {
  return work.actor.units.some(({ unit }) => unit === referral.toUnit) ? 'receiver' : 'sender'
}

function check(work: Work, referral: ReferralRow, step: ReferralStep): void {
  if (sideOf(work, referral) !== steps[step.to].by) throw new Problem('not-for-you')
  if (referral.version !== step.base) {
    throw new Problem('stale', { current: { version: referral.version, values: { state: referral.state } } })
  }
  if (!referralMayBecome(referral.state, step.to)) {
    throw new Problem('step-not-possible', { about: { from: referral.state, to: step.to } })
  }
  if (step.to === 'declined' && step.declineReason === undefined) throw new Problem('reason-needed')
  if (step.to === 'accepted' && (step.conflict ?? 'none') !== 'none')
    throw new Problem('conflict-of-interest')
}

/** Acceptance stands on the survivor's answer of this moment, not of the day when the referral was sent. */
async function needConsent(work: Work, referral: ReferralRow): Promise<void> {
  const { rows } = await sql<{ lives: boolean }>`
    select consent_lives(${referral.org}, ${referral.caseId}, ${referral.toUnit}, ${referral.purpose}, null) as lives`.execute(
    work.db,
  )
  if (rows[0]?.lives !== true) throw new Problem('consent-missing', { about: { purpose: referral.purpose } })
}

async function promiseService(work: Work, referral: ReferralRow): Promise<void> {
  const rules = await rulesInForce(work)
  const allowed = rules.levels.levels[referral.urgency]
  const holder = { org: referral.toOrg, unit: referral.toUnit, account: work.actor.account }
  const from = new Date(referral.sent ?? work.now)
  const { version } = rules.levels
  const about = { org: referral.org, caseId: referral.caseId, about: referral.id, holder, version, from }
  await promiseAll(work, rules, [
    { ...about, kind: 'startService', allowed: allowed.start },
    { ...about, kind: 'giveFeedback', allowed: allowed.feedback },
  ])
}

async function feedbackBytes(
  work: Work,
  referral: ReferralRow,
  step: ReferralStep,
): Promise<Buffer | undefined> {
  if (step.feedback === undefined) return undefined
  const sealed = await work.vault.seal(noteHolder(referral), notePlace(referral.id, 'feedback'), {
    feedback: step.feedback,
  })
  return sealed['feedback']
}

async function tellSender(work: Work, referral: ReferralRow, step: ReferralStep): Promise<void> {
  await sql`
    insert into notice (org_id, id, account_id, kind, about, made_at)
    values (${referral.fromOrg}, ${work.freshId()}, ${referral.sender}, ${steps[step.to].event},
      ${JSON.stringify({ org: referral.org, referral: referral.id, code: referral.code })}::jsonb, ${work.now.toISOString()})`.execute(
    work.db,
  )
}

/**
 * Moves a referral on. Each side has its own steps. What happened is written down before the step is taken,
 * since the one who declines sees the referral no more.
 */
export async function stepReferral(work: Work, ref: CaseRef, step: ReferralStep): Promise<ReferralStepped> {
  const referral = await holdReferral(work, ref)
  check(work, referral, step)
  if (step.to === 'accepted') await needConsent(work, referral)
  const file = { org: referral.org, id: referral.caseId }
  const { event, keeps, by } = steps[step.to]
  const feedback = await feedbackBytes(work, referral, step)

  await happened(work, file, {
    kind: event,
    part: 'status',
    record: referral.id,
    about: {
      code: referral.code,
      state: step.to,
      ...(step.declineReason === undefined ? {} : { declineReason: step.declineReason }),
      ...(step.to === 'accepted' ? { conflict: step.conflict ?? 'none' } : {}),
    },
  })
  if (step.to === 'accepted') await promiseService(work, referral)
  if (keeps.length > 0) await settle(work, referral.id, keeps)
  if (ends.has(step.to)) await cancelAbout(work, referral.id)
  if (step.to === 'recalled') {
    await work.vault.unshare(file.org, referral.id)
    await tellReceiver(work, referral.toUnit, 'referralRecalled', referral.code)
  }
  if (step.to === 'declined' || step.to === 'notReached') await letGoKeys(work, ref)
  if (by === 'receiver') await tellSender(work, referral, step)
  work.touched({
    org: file.org,
    caseId: file.id,
    part: 'status',
    did: 'wrote',
    record: referral.id,
    relation: by === 'receiver' ? 'named' : 'own',
  })
  await moveReferral(work, referral, referral.version, {
    state: step.to,
    ...(step.declineReason === undefined ? {} : { declineReason: step.declineReason }),
    ...(feedback === undefined ? {} : { feedback }),
    ...(step.to === 'accepted' ? { worker: work.actor.account } : {}),
    answered: step.to === 'accepted' || step.to === 'declined',
    ended: ends.has(step.to),
  })
  const code = step.to === 'accepted' ? await giveCode(work, file) : referral.caseCode
  return {
    id: referral.id,
    version: referral.version + 1,
    state: step.to,
    case: code === null || step.to === 'declined' ? null : { ...file, code },
  }
}
