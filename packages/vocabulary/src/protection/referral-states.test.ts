import { describe, expect, test } from 'vitest'
import { codesOf } from '../codes.ts'
import {
  declineReasons,
  type ReferralState,
  referralMayBecome,
  referralReasons,
  referralStates,
  urgencies,
} from './referral-states.ts'

const steps: readonly (readonly [state: ReferralState, phase: string, next: string])[] = [
  ['draft', 'preparing', 'consentChecked withdrawnBySurvivor recalled'],
  ['consentChecked', 'preparing', 'draft sent withdrawnBySurvivor recalled'],
  ['sent', 'waiting', 'acknowledged accepted declined expired withdrawnBySurvivor recalled'],
  ['acknowledged', 'waiting', 'accepted declined expired withdrawnBySurvivor recalled'],
  ['accepted', 'working', 'serviceStarted notReached withdrawnBySurvivor recalled'],
  ['declined', 'over', 'feedbackClosed'],
  ['expired', 'over', 'feedbackClosed'],
  ['serviceStarted', 'working', 'completed partlyCompleted notReached withdrawnBySurvivor recalled'],
  ['completed', 'over', 'feedbackClosed'],
  ['partlyCompleted', 'over', 'feedbackClosed'],
  ['notReached', 'over', 'feedbackClosed'],
  ['withdrawnBySurvivor', 'over', 'feedbackClosed'],
  ['recalled', 'over', 'feedbackClosed'],
  ['feedbackClosed', 'over', ''],
]

describe('the way of a referral', () => {
  test('has these steps, under names that two organisations keep', () => {
    expect(codesOf(referralStates)).toEqual(steps.map(([state]) => state))
    expect([referralStates.scheme, referralStates.version]).toEqual(['setu:referral-state', '2026-01'])
  })

  test.each(steps)('at %s it is %s, and goes on only to what may follow', (state, phase, next) => {
    expect(referralStates.entries.find(({ code }) => code === state)?.phase).toBe(phase)
    const may = codesOf(referralStates).filter((to) => referralMayBecome(state, to))
    expect(may.toSorted()).toEqual(next.split(' ').filter(Boolean).toSorted())
  })
})

test('how soon, why not and why at all are told in words that both sides keep', () => {
  const kept = (list: Parameters<typeof codesOf>[0]) =>
    [list.scheme, list.version, ...codesOf(list)].join(' ')
  expect(kept(urgencies)).toBe('setu:urgency 2026-01 emergency urgent standard')
  expect(kept(declineReasons)).toBe(
    'setu:decline-reason 2026-01 full outOfMandate outOfArea sexOrAgePolicy safety noFunds conflictOfInterest',
  )
  expect(kept(referralReasons)).toBe(
    'htcds:cas_ReasonForReferral 2.0 AdditionalServicesRequired MigrationOrChangeOfLocation Other',
  )
  for (const { code, htcds } of referralReasons.entries) expect(htcds).toBe(code)
})
