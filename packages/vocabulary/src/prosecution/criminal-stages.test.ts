import { describe, expect, test } from 'vitest'
import { codesOf } from '../codes.ts'
import {
  type CriminalOutcome,
  type CriminalStage,
  criminalLane,
  criminalStages,
  criminalStep,
  criminalSteps,
  firstStages,
  laneStop,
  outcomeAfter,
  stagesOfInvestigation,
} from './criminal-stages.ts'
import { custodyStates, custodySteps } from './custody.ts'

const stages = codesOf(criminalStages)

/**
 * What may come before each stage, written down from how courts of Bangladesh work and not from the table under
 * test: P where the police say so, S where the prosecution does, B where either may.
 */
const before: Readonly<Record<CriminalStage, string>> = {
  reported: '',
  inquiry: 'P reported',
  firLodged: 'P reported, P inquiry',
  petitionFiled: 'P reported, P inquiry',
  underInvestigation: 'P firLodged, B petitionFiled',
  chargeSheeted: 'P underInvestigation, P furtherInvestigation',
  finalReport: 'P underInvestigation, P furtherInvestigation',
  furtherInvestigation: 'S finalReport, S chargeSheeted, S closedByReport',
  judicialInquiry: 'S finalReport, S petitionFiled',
  closedByReport: 'S finalReport, S judicialInquiry, S petitionFiled, P inquiry',
  cognizance: 'S chargeSheeted, S finalReport, S judicialInquiry, S petitionFiled',
  chargeFramed: 'S cognizance, S dischargeChallenged, S retrialOrdered',
  discharged: 'S cognizance',
  dischargeChallenged: 'S discharged',
  dischargeFinal: 'S discharged, S dischargeChallenged',
  prosecutionEvidence: 'S chargeFramed, S retrialOrdered',
  examination: 'S prosecutionEvidence',
  defenceEvidence: 'S examination',
  argument: 'S examination, S defenceEvidence',
  convicted: 'S chargeFramed, S prosecutionEvidence, S examination, S defenceEvidence, S argument',
  acquitted: 'S chargeFramed, S prosecutionEvidence, S examination, S defenceEvidence, S argument',
  withdrawn:
    'S cognizance, S chargeFramed, S prosecutionEvidence, S examination, S defenceEvidence, S argument',
  abated:
    'S cognizance, S chargeFramed, S prosecutionEvidence, S examination, S defenceEvidence, S argument, S retrialOrdered, S chargeSheeted, S judicialInquiry',
  appealAbated: 'S convictionAppealed, S acquittalAppealed, S dischargeChallenged',
  disposedOtherwise:
    'S cognizance, S chargeFramed, S prosecutionEvidence, S examination, S defenceEvidence, S argument',
  convictionAppealed: 'S convicted, S convictionUpheld, S convictedOnAppeal',
  acquittalAppealed: 'S acquitted, S acquittalUpheld, S acquittedOnAppeal',
  convictionUpheld: 'S convictionAppealed',
  acquittalUpheld: 'S acquittalAppealed',
  convictedOnAppeal: 'S acquittalAppealed',
  acquittedOnAppeal: 'S convictionAppealed',
  retrialOrdered: 'S convictionAppealed, S acquittalAppealed',
  convictionFinal: 'S convicted, S convictionUpheld, S convictedOnAppeal',
  acquittalFinal: 'S acquitted, S acquittalUpheld, S acquittedOnAppeal',
  executing: 'S convictionFinal',
  executed: 'S executing',
}

const letters: Readonly<Record<string, string>> = { investigation: 'P', prosecution: 'S' }

/** The steps to a stage as the table under test has them, written in the same way. */
const asWritten = (to: CriminalStage): string[] =>
  stages.flatMap((from) => {
    const step = criminalStep(from, to)
    if (step === null) return []
    return [`${step.by.length > 1 ? 'B' : letters[step.by[0] ?? '']} ${from}`]
  })

describe('the stages of one accused for one offence', () => {
  test.each(stages)('%s is reached from where it may be, by whose it is, and from nowhere else', (to) => {
    const expected = before[to] === '' ? [] : before[to].split(', ')
    expect(asWritten(to).toSorted()).toEqual(expected.toSorted())
  })

  test('no step is written twice, and each stage is where a case begins or is reached', () => {
    const pairs = criminalSteps.map(({ from, to }) => `${from}>${to}`)
    expect(new Set(pairs).size).toBe(pairs.length)
    const reached = new Set<CriminalStage>(firstStages)
    for (const stage of reached) for (const { from, to } of criminalSteps) if (from === stage) reached.add(to)
    expect(stages.filter((stage) => !reached.has(stage))).toEqual([])
  })

  test('the police take no step once they have reported', () => {
    const theirs = criminalSteps.filter(({ by }) => by.includes('investigation'))
    expect(theirs.filter(({ from }) => !stagesOfInvestigation.includes(from))).toEqual([])
  })
})

/** Walks through stages and says how it stands at the end. */
function endOf(...walked: readonly CriminalStage[]): CriminalOutcome | null {
  let outcome: CriminalOutcome | null = null
  walked.forEach((stage, place) => {
    const from = walked[place - 1]
    if (from !== undefined) expect(criminalStep(from, stage), `${from} > ${stage}`).not.toBeNull()
    outcome = outcomeAfter(outcome, stage)
  })
  return outcome
}

describe('how it stands', () => {
  test('a judgment stands while it is appealed, and turns when the appeal turns it', () => {
    expect(endOf('argument', 'convicted', 'convictionAppealed')).toBe('convicted')
    expect(endOf('argument', 'convicted', 'convictionAppealed', 'convictionUpheld', 'convictionFinal')).toBe(
      'convicted',
    )
    expect(endOf('argument', 'convicted', 'convictionAppealed', 'acquittedOnAppeal', 'acquittalFinal')).toBe(
      'acquitted',
    )
    expect(endOf('argument', 'acquitted', 'acquittalAppealed', 'convictedOnAppeal', 'convictionFinal')).toBe(
      'convicted',
    )
  })

  test('a new trial and a charge in place of a discharge open it again', () => {
    expect(endOf('convicted', 'convictionAppealed', 'retrialOrdered')).toBeNull()
    expect(endOf('convicted', 'convictionAppealed', 'retrialOrdered', 'chargeFramed', 'acquitted')).toBe(
      'acquitted',
    )
    expect(endOf('cognizance', 'discharged', 'dischargeChallenged')).toBe('discharged')
    expect(endOf('cognizance', 'discharged', 'dischargeChallenged', 'chargeFramed')).toBeNull()
  })

  test('death ends a case that was not decided, and leaves standing what a court had said', () => {
    for (const from of ['judicialInquiry', 'chargeSheeted', 'cognizance', 'retrialOrdered'] as const)
      expect(endOf(from, 'abated')).toBe('abated')
    expect(endOf('convicted', 'convictionAppealed', 'appealAbated')).toBe('convicted')
    expect(endOf('acquitted', 'acquittalAppealed', 'appealAbated')).toBe('acquitted')
    expect(endOf('discharged', 'dischargeChallenged', 'appealAbated')).toBe('discharged')
    expect(criminalStep('convictionAppealed', 'abated')).toBeNull()
  })

  test('a final report alone ends nothing; its acceptance does, and further investigation opens it', () => {
    expect(endOf('underInvestigation', 'finalReport')).toBeNull()
    expect(endOf('underInvestigation', 'finalReport', 'closedByReport')).toBe('closedByReport')
    expect(endOf('underInvestigation', 'finalReport', 'closedByReport', 'furtherInvestigation')).toBeNull()
  })
})

describe('the lane of an accused', () => {
  test('each stage has a stop on it, and only an appeal, an order or a report lead back', () => {
    for (const stage of stages) expect(criminalLane[laneStop(stage)]).toBeDefined()
    const back = criminalSteps.filter(({ from, to }) => laneStop(to) < laneStop(from))
    expect(back.map(({ from, to }) => `${from} > ${to}`).toSorted()).toEqual(
      [
        'chargeSheeted > furtherInvestigation',
        'closedByReport > furtherInvestigation',
        'convictionAppealed > retrialOrdered',
        'acquittalAppealed > retrialOrdered',
        'dischargeChallenged > chargeFramed',
        'finalReport > furtherInvestigation',
        'finalReport > judicialInquiry',
        'retrialOrdered > chargeFramed',
      ].toSorted(),
    )
  })
})

/** Where somebody may be after where they are, by hand: A at large, R arrested, C custody, B bail, N absconding, E escaped, L let go, D dead. */
const custodyByHand =
  'A>R A>C A>B A>N A>D R>C R>B R>E R>L R>D C>B C>E C>L C>D B>C B>N B>L B>D N>R N>C N>D E>R E>C E>D L>R L>C L>N L>D'

test('where an accused is follows from where they were, and nobody comes back from the dead', () => {
  const letter = {
    atLarge: 'A',
    arrested: 'R',
    inCustody: 'C',
    onBail: 'B',
    absconding: 'N',
    escaped: 'E',
    released: 'L',
    dead: 'D',
  } as const
  const all = codesOf(custodyStates).flatMap((from) =>
    custodySteps[from].map((to) => `${letter[from]}>${letter[to]}`),
  )
  expect(all.toSorted()).toEqual(custodyByHand.split(' ').toSorted())
})
