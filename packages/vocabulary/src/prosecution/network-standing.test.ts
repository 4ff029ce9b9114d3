import { describe, expect, test } from 'vitest'
import { codesOf } from '../codes.ts'
import { criminalStages, outcomeAfter } from './criminal-stages.ts'
import { courtStanding } from './network-standing.ts'

describe('how somebody stands in a network', () => {
  test('follows what courts have said', () => {
    const of = (...offences: Parameters<typeof courtStanding>[0]) => courtStanding(offences)
    expect(of()).toEqual({ standing: 'accused', ended: null })
    expect(of({ stage: 'chargeSheeted', outcome: null }).standing).toBe('accused')
    expect(of({ stage: 'cognizance', outcome: null }).standing).toBe('accused')
    expect(of({ stage: 'chargeFramed', outcome: null }).standing).toBe('charged')
    expect(of({ stage: 'convictionAppealed', outcome: 'convicted' }).standing).toBe('charged')
    expect(of({ stage: 'acquittalAppealed', outcome: 'acquitted' })).toEqual({
      standing: 'ofInterest',
      ended: 'acquitted',
    })
    expect(of({ stage: 'closedByReport', outcome: 'closedByReport' }).standing).toBe('ofInterest')
    expect(of({ stage: 'executing', outcome: 'convicted' }).standing).toBe('convicted')
  })

  test('is the highest of several offences, and falls only when all have ended', () => {
    const acquitted = { stage: 'acquittalFinal', outcome: 'acquitted' } as const
    expect(courtStanding([acquitted, { stage: 'argument', outcome: null }])).toEqual({
      standing: 'charged',
      ended: null,
    })
    expect(courtStanding([acquitted, { stage: 'underInvestigation', outcome: null }]).standing).toBe(
      'accused',
    )
    expect(courtStanding([acquitted, acquitted]).ended).toBe('acquitted')
  })

  test('is guilt for no stage but those of a final conviction', () => {
    const before = [null, 'convicted', 'acquitted'] as const
    const guilty = codesOf(criminalStages).filter((stage) =>
      before.some(
        (held) => courtStanding([{ stage, outcome: outcomeAfter(held, stage) }]).standing === 'convicted',
      ),
    )
    expect(guilty).toEqual(['convictionFinal', 'executing', 'executed'])
  })
})
