import { randomBytes } from 'node:crypto'
import { caseRecords } from '@setu/records'
import type { ReferralSend, ReferralSent } from '@setu/records/api'
import { type ChildAct, caseCodeFrom, entryOf, serviceTypes } from '@setu/vocabulary'
import { Problem, type Work } from '../../platform/index.ts'
import { holdCase } from '../cases/case-store.ts'
import { happened } from '../cases/event-store.ts'
import { type CaseRef, openRow, rowsOf } from '../cases/record-store.ts'
import { needBestInterests } from '../children/child-store.ts'
import { promiseAll } from '../due/due-store.ts'
import { rulesInForce } from '../due/rules-in-force.ts'
import { type Plan, planReferral } from './plan-referral.ts'
import { tellReceiver } from './recall-through.ts'
import { insertReferral, moveReferral, noteHolder, notePlace } from './referral-store.ts'
import { spreadKeys } from './spread-keys.ts'

/** Where only the name may be known, it travels with the referral itself and the identity part stays shut. */
async function nameToShare(work: Work, file: CaseRef, plan: Plan): Promise<string | null> {
  if (plan.receiver.work !== 'livelihood' || !plan.consented.includes('identity')) return null
  const [row] = await rowsOf(work, file, caseRecords.personIdentity)
  if (!row) return null
  const { name } = await openRow(work, file, caseRecords.personIdentity, row)
  return typeof name === 'string' ? name : null
}

async function promiseAnswers(work: Work, file: CaseRef, send: ReferralSend): Promise<Date> {
  const rules = await rulesInForce(work)
  const allowed = rules.levels.levels[send.urgency]
  const holder = { org: send.to.org, unit: send.to.unit, account: null }
  const about = { org: file.org, caseId: file.id, about: send.id, holder, version: rules.levels.version }
  const [, answer = work.now] = await promiseAll(work, rules, [
    { ...about, kind: 'acknowledgeReferral', allowed: allowed.acknowledge },
    { ...about, kind: 'answerReferral', allowed: allowed.answer },
  ])
  return answer
}

function fromUnitOf(work: Work, ownerUnit: string): string {
  const units = work.actor.units.map(({ unit }) => unit)
  const unit = units.includes(ownerUnit) ? ownerUnit : units[0]
  if (unit === undefined) throw new Problem('not-for-you')
  return unit
}

/** What is done with a child through a service, where that waits for the child's best interests. */
const childActOf: Partial<Record<ReferralSend['service'], ChildAct>> = {
  familyTracing: 'traceFamily',
  repatriation: 'repatriate',
}

/**
 * Sends a referral. The survivor's consent is checked here, and by the database at every later read; until the
 * other side accepts it sees the service, the urgency, sex and age band, language and area, and nothing else.
 */
export async function sendReferral(work: Work, file: CaseRef, send: ReferralSend): Promise<ReferralSent> {
  const held = await holdCase(work, file)
  const plan = await planReferral(work, file, send.to, send.service)
  const act = childActOf[send.service]
  if (act !== undefined) await needBestInterests(work, file, act)
  if (!plan.hasConsent) throw new Problem('consent-missing', { about: { purpose: plan.purpose } })
  if (send.to.unit === held.ownerUnit) throw new Problem('receiver-not-available')

  const code = caseCodeFrom(randomBytes(8))
  const ref = { org: file.org, id: send.id }
  const base = {
    id: send.id,
    code,
    fromUnit: fromUnitOf(work, held.ownerUnit),
    to: send.to,
    service: send.service,
    urgency: send.urgency,
    work: entryOf(serviceTypes, send.service).work,
    purpose: plan.purpose,
    workerPreference: send.workerPreference ?? null,
    accompanied: send.accompanied ?? null,
  }
  await insertReferral(work, file, base)
  await sealWords(work, file, send, plan)
  await spreadKeys(work, file)
  const due = await promiseAnswers(work, file, send)
  await tellReceiver(work, send.to.unit, 'referralOffered', code)
  await happened(work, file, {
    kind: 'referralSent',
    part: 'status',
    record: send.id,
    about: { code, service: send.service, urgency: send.urgency, toOrg: send.to.org, parts: plan.shared },
  })
  work.touched({ org: file.org, caseId: file.id, part: 'status', did: 'shared', record: send.id })
  return { id: ref.id, version: 2, code, due: due.toISOString() }
}

async function sealWords(work: Work, file: CaseRef, send: ReferralSend, plan: Plan): Promise<void> {
  const ref = { org: file.org, id: send.id, caseId: file.id }
  const words = { note: send.note ?? null, shared_name: await nameToShare(work, file, plan) }
  // Whoever receives it may answer with words, whether or not some were sent.
  await work.vault.ensure(noteHolder(ref))
  const sealed = await work.vault.seal(noteHolder(ref), notePlace(send.id, 'note'), words)
  await work.vault.shareHolder(noteHolder(ref), send.to.unit, send.id)
  await moveReferral(work, ref, 1, {
    state: 'sent',
    sent: true,
    ...(sealed['note'] ? { note: sealed['note'] } : {}),
    ...(sealed['shared_name'] ? { sharedName: sealed['shared_name'] } : {}),
  })
}
