import { describe, expect, test } from 'vitest'
import { codesOf } from './codes.ts'
import { caseMayBecome, caseRequirementsFor, caseStates, caseTransitions } from './protection/case-states.ts'
import { referralMayBecome, referralStates, referralTransitions } from './protection/referral-states.ts'

function reachable(from: string, transitions: Readonly<Record<string, readonly string[]>>): Set<string> {
  const seen = new Set([from])
  for (const state of seen) for (const next of transitions[state] ?? []) seen.add(next)
  return seen
}

describe.each([
  ['a case', codesOf(caseStates), caseTransitions, 'intake'],
  ['a referral', codesOf(referralStates), referralTransitions, 'draft'],
] as const)('the states of %s', (_, states, transitions, first) => {
  test('all have a row, and lead only to states of the list', () => {
    expect(Object.keys(transitions).toSorted()).toEqual([...states].toSorted())
    for (const [from, next] of Object.entries(transitions)) {
      for (const to of next) expect(states).toContain(to)
      expect(next).not.toContain(from)
      expect(new Set(next).size).toBe(next.length)
    }
  })

  test('can all be reached from the first', () => {
    expect([...reachable(first, transitions)].toSorted()).toEqual([...states].toSorted())
  })
})

describe('a case', () => {
  test('can be closed, held or handed over from every working state', () => {
    for (const state of ['intake', 'assessed', 'planned', 'active', 'followUp'] as const) {
      for (const to of ['closed', 'onHold', 'transferred'] as const)
        expect(caseMayBecome(state, to)).toBe(true)
    }
  })

  test('cannot jump from intake to services', () => {
    expect(caseMayBecome('intake', 'active')).toBe(false)
    expect(caseRequirementsFor('intake', 'active')).toBeNull()
  })

  test('cannot leave intake before the person was told their rights and agreed to services', () => {
    const needed = caseRequirementsFor('intake', 'assessed')
    expect(needed).toContain('rightsNotice')
    expect(needed).toContain('serviceConsent')
  })

  test('can always be reopened, with a reason', () => {
    expect(caseRequirementsFor('closed', 'active')).toEqual(['reason'])
  })

  test('changes hands only with the survivor’s consent and the new owner’s acceptance', () => {
    expect(caseRequirementsFor('active', 'transferred')).toEqual(['transferConsent', 'newOwnerAccepted'])
  })
})

describe('a referral', () => {
  test('that was declined or has expired cannot be revived', () => {
    expect(referralMayBecome('declined', 'accepted')).toBe(false)
    expect(referralMayBecome('expired', 'accepted')).toBe(false)
  })

  test('cannot be sent before consent was checked', () => {
    expect(referralMayBecome('draft', 'sent')).toBe(false)
  })

  test('can be withdrawn by the survivor at every step until the service has ended', () => {
    for (const { code, phase } of referralStates.entries) {
      expect(referralMayBecome(code, 'withdrawnBySurvivor')).toBe(phase !== 'over')
      expect(referralMayBecome(code, 'recalled')).toBe(phase !== 'over')
    }
  })

  test('ends for good only with feedback', () => {
    for (const { code } of referralStates.entries) {
      expect(referralTransitions[code].length === 0).toBe(code === 'feedbackClosed')
    }
  })
})
