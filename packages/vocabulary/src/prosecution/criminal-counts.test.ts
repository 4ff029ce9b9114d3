import { expect, test } from 'vitest'
import { type CountedOffence, countCriminal, shownStanding } from './criminal-counts.ts'
import type { CriminalOutcome, CriminalStage } from './criminal-stages.ts'

const offence = (
  file: string,
  accused: string,
  stage: CriminalStage,
  outcome: CriminalOutcome | null = null,
): CountedOffence => ({ case: file, accused, stage, outcome })

test('one case with five accused who end in five ways is one case and five persons', () => {
  const counts = countCriminal([
    offence('K1', 'a', 'convicted', 'convicted'),
    offence('K1', 'b', 'acquitted', 'acquitted'),
    offence('K1', 'c', 'dischargeFinal', 'discharged'),
    offence('K1', 'd', 'abated', 'abated'),
    offence('K1', 'e', 'closedByReport', 'closedByReport'),
  ])
  expect(counts).toEqual({
    all: { cases: 1, persons: 5 },
    investigated: { cases: 0, persons: 0 },
    prosecuted: { cases: 0, persons: 0 },
    convicted: { cases: 1, persons: 1 },
    acquitted: { cases: 1, persons: 1 },
    discharged: { cases: 1, persons: 1 },
    endedOtherwise: { cases: 1, persons: 2 },
    convictedOfJudged: 1 / 3,
    convictedOfDisposed: 1,
  })
})

test('somebody convicted of one offence and acquitted of another is one convicted person', () => {
  const counts = countCriminal([
    offence('K1', 'a', 'convicted', 'convicted'),
    offence('K1', 'a', 'acquitted', 'acquitted'),
    offence('K2', 'a', 'underInvestigation'),
  ])
  expect(counts.convicted).toEqual({ cases: 1, persons: 1 })
  expect(counts.acquitted).toEqual({ cases: 0, persons: 0 })
  // The same letter in another case is another person: nobody is followed from case to case.
  expect(counts.all).toEqual({ cases: 2, persons: 2 })
  expect(counts.investigated).toEqual({ cases: 1, persons: 1 })
})

test('somebody acquitted of one offence and still tried for another has no outcome yet', () => {
  const counts = countCriminal([
    offence('K1', 'a', 'acquitted', 'acquitted'),
    offence('K1', 'a', 'chargeFramed'),
  ])
  expect(counts.acquitted).toEqual({ cases: 0, persons: 0 })
  expect(counts.prosecuted).toEqual({ cases: 1, persons: 1 })
  expect(counts.convictedOfJudged).toBeNull()
  expect(counts.convictedOfDisposed).toBeNull()
})

test('a case with one accused still at large is not disposed of', () => {
  const counts = countCriminal([
    offence('K1', 'a', 'convicted', 'convicted'),
    offence('K1', 'b', 'chargeFramed'),
    offence('K2', 'c', 'acquitted', 'acquitted'),
  ])
  expect(counts.convictedOfJudged).toBe(1 / 2)
  expect(counts.convictedOfDisposed).toBe(0)
})

test('a case in which nobody is accused of anything yet is a case, and is being investigated', () => {
  const counts = countCriminal([offence('K1', 'a', 'chargeFramed')], 2)
  expect(counts.all).toEqual({ cases: 3, persons: 1 })
  expect(counts.investigated).toEqual({ cases: 2, persons: 0 })
  expect(counts.prosecuted).toEqual({ cases: 1, persons: 1 })
})

test('a case that ended on the report of the police was not disposed of by a court', () => {
  const closed = offence('K1', 'a', 'closedByReport', 'closedByReport')
  expect(countCriminal([closed]).convictedOfDisposed).toBeNull()
  const won = offence('K2', 'b', 'convicted', 'convicted')
  expect(countCriminal([closed, won]).convictedOfDisposed).toBe(1)
})

test('somebody is shown by what is still open, and once nothing is, by the gravest outcome', () => {
  const closed = { stage: 'closedByReport', outcome: 'closedByReport' } as const
  const acquitted = { stage: 'acquittalFinal', outcome: 'acquitted' } as const
  const framed = { stage: 'chargeFramed', outcome: null } as const
  const investigated = { stage: 'underInvestigation', outcome: null } as const
  const convicted = { stage: 'convicted', outcome: 'convicted' } as const
  expect(shownStanding([acquitted, investigated, framed, closed])).toBe(framed)
  expect(shownStanding([closed, acquitted, convicted])).toBe(convicted)
  expect(shownStanding([])).toBeNull()
})
