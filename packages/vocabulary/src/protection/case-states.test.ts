import { describe, expect, test } from 'vitest'
import {
  type CaseRequirement,
  type CaseState,
  caseMayBecome,
  caseRequirements,
  caseRequirementsFor,
  caseStateFromHtcds,
  caseStates,
} from './case-states.ts'

/** The states in the order in which people know them, and an x where the work may go from the left to the top. */
const map = `
  from        intake assessed planned active followUp onHold transferred closed
  intake      .      x        .       .      .        x      x           x
  assessed    .      .        x       .      .        x      x           x
  planned     .      x        .       x      .        x      x           x
  active      .      x        x       .      x        x      x           x
  followUp    .      x        x       x      .        x      x           x
  onHold      x      x        x       x      x        .      x           x
  transferred x      x        x       x      x        .      .           .
  closed      x      x        .       x      x        .      .           .
`
const [[, ...states] = [], ...rows] = map
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))
const stateOf = (name = ''): CaseState => {
  const found = caseStates.entries.find(({ code }) => code === name)
  if (!found) throw new RangeError(name)
  return found.code
}

describe('the states of a case', () => {
  test('are kept in files and databases under these names', () => {
    expect([caseStates.scheme, caseStates.version]).toEqual(['setu:case-state', '2026-01'])
    expect(caseStates.entries.map(({ code }) => code)).toEqual(states)
  })

  test.each(rows)('from %s lead where the map of the work says', (from, ...marks) => {
    const reached = states.filter((to) => caseMayBecome(stateOf(from), stateOf(to)))
    expect(reached).toEqual(states.filter((_, at) => marks[at] === 'x'))
  })

  test('are told to other systems in four words, and those come back as the state nearest to them', () => {
    const told = Object.fromEntries(caseStates.entries.map(({ code, htcds }) => [code, htcds]))
    expect(told).toEqual({
      ...Object.fromEntries(
        ['intake', 'assessed', 'planned', 'active', 'onHold'].map((name) => [name, 'Active']),
      ),
      followUp: 'FollowUp',
      transferred: 'ClosedReferred',
      closed: 'Closed',
    })
    for (const [theirs, ours] of Object.entries(caseStateFromHtcds)) expect(told[ours]).toBe(theirs)
    expect(Object.keys(caseStateFromHtcds).toSorted()).toEqual([...new Set(Object.values(told))].toSorted())
  })
})

describe('what must be so before a case moves on', () => {
  const mayWait = [
    'safeContact',
    'guardianOfChild',
    'noHighRisk',
    'noPendingReferral',
    'followUpsDone',
    'safelyTraced',
    'childSolution',
    'compensationPaid',
    'noOpenClaim',
    'documentsReturned',
    'feedbackInvited',
    'personTold',
  ]

  test('is written down under names that stay', () => {
    expect([caseRequirements.scheme, caseRequirements.version]).toEqual(['setu:case-requirement', '2026-01'])
  })

  test('can wait for a supervisor’s reasons only where nobody is put at risk by it', () => {
    const waived = caseRequirements.entries.filter(({ supervisorMayWaive }) => supervisorMayWaive)
    expect(waived.map(({ code }) => code)).toEqual(mayWait)
  })

  const asked: readonly (readonly [from: CaseState, to: CaseState, what: string])[] = [
    [
      'intake',
      'assessed',
      'ageBand sex language safeContact rightsNotice serviceConsent immediateSafety guardianOfChild riskAssessed needsAssessed',
    ],
    ['assessed', 'planned', 'planAnswered safetyPlan'],
    ['planned', 'active', 'planApproved'],
    ['active', 'followUp', ''],
    ['active', 'onHold', 'reason'],
    ['onHold', 'intake', ''],
    ['active', 'transferred', 'transferConsent newOwnerAccepted'],
    [
      'followUp',
      'closed',
      'closureReason noHighRisk noPendingReferral followUpsDone safelyTraced childSolution compensationPaid noOpenClaim noOpenCourtLink documentsReturned supervisorAgreed feedbackInvited personTold',
    ],
    ['closed', 'intake', 'reason'],
    ['closed', 'followUp', 'reason'],
  ]

  test.each(asked)('from %s to %s is this and no more', (from, to, what) => {
    expect(caseRequirementsFor(from, to)).toEqual(what === '' ? [] : what.split(' '))
  })

  test('is asked for somewhere, each of it', () => {
    const somewhere = new Set<CaseRequirement>(
      states.flatMap((from) => states.flatMap((to) => caseRequirementsFor(stateOf(from), stateOf(to)) ?? [])),
    )
    expect(caseRequirements.entries.map(({ code }) => code).filter((code) => !somewhere.has(code))).toEqual(
      [],
    )
  })
})
