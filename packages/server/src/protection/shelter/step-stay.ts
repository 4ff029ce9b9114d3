import type { StayReceive, StayReview, StayStep, Written } from '@setu/records/api'
import { type Step, staySteps, stepBetween } from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type Work, wrongField } from '../../platform/index.ts'
import { happened } from '../cases/event-store.ts'
import { stepEvents } from '../cases/record-consequences.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { checkedValues } from '../cases/write-record.ts'
import { settle } from '../due/due-store.ts'
import { needDays, needGates, needPlace, promiseReview } from './follow-stay.ts'
import { findHome, type Home, holdStay, insertStay, type Stay, writeStay } from './shelter-store.ts'

type Values = Readonly<Record<string, unknown>>

/** The address of a stay as a home knows it. */
interface StayAddress extends CaseRef {
  readonly item: string
}

/** A home of one's own unit; to everybody else its inside does not exist. */
export async function ownHome(work: Work, { org, id }: CaseRef): Promise<Home> {
  const home = await findHome(work, id)
  if (home === null || home.org !== org || !home.mine) throw new Problem('not-found')
  return home
}

async function heldStay(
  work: Work,
  at: StayAddress,
  of: string,
  base: number,
): Promise<{ home: Home; stay: Stay }> {
  const home = await ownHome(work, at)
  const stay = await holdStay(work, of, home.id, at.item)
  if (stay === null) throw new Problem('not-found')
  if (stay.version !== base)
    throw new Problem('stale', { current: { version: stay.version, values: { state: stay.state } } })
  return { home, stay }
}

/** What the step asks and nothing else; what is known already need not be said again. */
function answered(step: Step, stay: Stay, given: unknown): Values {
  const values = checkedValues('shelterStay', given)
  const { asks = [] } = step
  const known: Values = {
    placeFor: stay.place_for,
    legalBasis: stay.legal_basis,
    freeToLeave: stay.free_to_leave,
  }
  const also = [...asks, ...(step.to === 'admitted' ? ['whyNotFree', 'paperOn'] : [])]
  const unasked = Object.keys(values).filter((key) => !also.includes(key))
  const all: Values = { ...known, ...values }
  const empty = asks.filter((key) => (all[key] ?? null) === null)
  const fields = [
    ...unasked.map((field) => ({ field, problem: 'unknown' })),
    ...empty.map((field) => ({ field, problem: 'missing' })),
  ]
  if (fields.length > 0) throw new Problem('bad-request', { fields })
  return values
}

function wrote(work: Work, stay: Stay): void {
  const part = 'protection'
  work.touched({
    org: stay.org,
    caseId: stay.case_id,
    part,
    did: 'wrote',
    record: stay.id,
    relation: 'named',
  })
}

/** Those who run a home take a stay in it to its next state: their own service, which they write and nothing else. */
export async function stepStay(
  work: Work,
  at: StayAddress,
  { base, of, to, values }: StayStep,
): Promise<Written> {
  const { home, stay } = await heldStay(work, at, of, base)
  const step = stepBetween(staySteps, stay.state, to)
  if (step === null) throw new Problem('step-not-possible', { about: { from: stay.state, to } })
  if (!step.by.includes('home')) throw new Problem('not-for-you')
  const given = answered(step, stay, values)
  const days = { admittedOn: stay.admitted_on, reviewOn: stay.review_on, ...given }
  needDays(work, days)
  if (to === 'admitted' || to === 'left') await needGates(work, { org: stay.org, id: stay.case_id }, days)
  await writeStay(work, stay, to, given)
  const file = { org: stay.org, id: stay.case_id }
  const kind = stepEvents.shelterStay?.[to] ?? 'recordStepped'
  await happened(work, file, {
    kind,
    part: 'protection',
    record: stay.id,
    about: { record: 'shelterStay', became: to },
  })
  wrote(work, stay)
  if (to === 'admitted') {
    await needPlace(work, { home: home.id, placeFor: stay.place_for, ...given })
    const holder = { org: home.org, unit: home.unit, account: work.actor.account }
    await promiseReview(work, file, { id: stay.id, reviewOn: given['reviewOn'], holder })
  } else await settle(work, stay.id, ['answerShelter', 'reviewShelter'])
  return { id: stay.id, version: stay.version }
}

/** Those who run a home look at a stay again: whether it still has its basis, and whether the person can go. */
export async function reviewStay(
  work: Work,
  at: StayAddress,
  { base, of, legalBasis, freeToLeave, whyNotFree, reviewOn }: StayReview,
): Promise<Written> {
  const { home, stay } = await heldStay(work, at, of, base)
  if (stay.state !== 'admitted') throw new Problem('record-settled')
  const found = { legalBasis, freeToLeave, whyNotFree, reviewOn }
  needDays(work, { admittedOn: stay.admitted_on, reviewOn })
  if (reviewOn < work.today) throw wrongField('reviewOn', 'in-the-past')
  const file = { org: stay.org, id: stay.case_id }
  await needGates(work, file, { admittedOn: stay.admitted_on, reviewOn })
  await writeStay(work, stay, stay.state, found)
  await happened(work, file, {
    kind: 'shelterReviewed',
    part: 'protection',
    record: stay.id,
    about: { record: 'shelterStay', fields: Object.keys(found) },
  })
  wrote(work, stay)
  const holder = { org: home.org, unit: home.unit, account: work.actor.account }
  await promiseReview(work, file, { id: stay.id, reviewOn, holder })
  return { id: stay.id, version: stay.version }
}

/** A home that accepted a referral begins a stay on the case that is named to it. */
export async function receiveStay(
  work: Work,
  at: CaseRef,
  { id, of, placeFor }: StayReceive,
): Promise<Written> {
  const home = await ownHome(work, at)
  const { rows } = await sql<{ may: boolean }>`
    select stay_receivable(${of.org}, ${of.id}, ${home.id}) or case_may(${of.org}, ${of.id}, 'protection', true) as may`.execute(
    work.db,
  )
  if (rows[0]?.may !== true) throw new Problem('not-found')
  await insertStay(work, of, { id, home: home.id, placeFor })
  await happened(work, of, {
    kind: 'shelterAsked',
    part: 'protection',
    record: id,
    about: { record: 'shelterStay' },
  })
  work.touched({
    org: of.org,
    caseId: of.id,
    part: 'protection',
    did: 'wrote',
    record: id,
    relation: 'named',
  })
  return { id, version: 1 }
}
