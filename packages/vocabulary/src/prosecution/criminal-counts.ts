import { codesOf } from '../codes.ts'
import {
  type CriminalOutcome,
  type CriminalStage,
  criminalStages,
  laneStop,
  stagesOfInvestigation,
} from './criminal-stages.ts'

/** One accused and one offence, as far as counting needs it. */
export interface CountedOffence {
  readonly case: string
  readonly accused: string
  readonly stage: CriminalStage
  readonly outcome: CriminalOutcome | null
}

/** How many cases and how many persons: two measures, never one. */
export interface CasesAndPersons {
  readonly cases: number
  readonly persons: number
}

/** What is counted of criminal cases: under investigation, before a court, and how those ended who were judged. */
export interface CriminalCounts {
  readonly all: CasesAndPersons
  readonly investigated: CasesAndPersons
  readonly prosecuted: CasesAndPersons
  readonly convicted: CasesAndPersons
  readonly acquitted: CasesAndPersons
  readonly discharged: CasesAndPersons
  readonly endedOtherwise: CasesAndPersons
  /** Of the persons convicted, acquitted or discharged, the share convicted; null where there are none. */
  readonly convictedOfJudged: number | null
  /** Of the cases in which nothing is open any more and that a court ended, the share with a conviction; null where there are none. */
  readonly convictedOfDisposed: number | null
}

/** Outcomes, the gravest first: of several, the first counts for a person, a conviction for one offence before an acquittal of another. */
export const gravestFirst: readonly CriminalOutcome[] = [
  'convicted',
  'acquitted',
  'discharged',
  'withdrawn',
  'disposedOtherwise',
  'abated',
  'closedByReport',
]

function outcomeOfPerson(offences: readonly CountedOffence[]): CriminalOutcome | null {
  const reached = gravestFirst.find((outcome) => offences.some((one) => one.outcome === outcome))
  const open = offences.some(({ outcome }) => outcome === null)
  return reached === undefined || (open && reached !== 'convicted') ? null : reached
}

const isInvestigated = ({ stage }: CountedOffence): boolean =>
  stagesOfInvestigation.includes(stage) || stage === 'judicialInquiry'

const reachedCourt = ({ stage, outcome }: CountedOffence): boolean =>
  !stagesOfInvestigation.includes(stage) &&
  !['judicialInquiry', 'finalReport', 'closedByReport'].includes(stage) &&
  outcome !== 'closedByReport'

/** How one accused stands for one offence. */
export interface OffenceStanding {
  readonly stage: CriminalStage
  readonly outcome: CriminalOutcome | null
}

/**
 * Where somebody accused of several offences is shown to stand: at the open one that has come furthest, since what is not
 * decided is still before them; else by the gravest of the outcomes.
 */
export function shownStanding<Of extends OffenceStanding>(offences: readonly Of[]): Of | null {
  const order = codesOf(criminalStages)
  const weight = ({ outcome }: OffenceStanding) => (outcome === null ? -1 : gravestFirst.indexOf(outcome))
  const sorted = offences.toSorted(
    (one, other) =>
      weight(one) - weight(other) ||
      laneStop(other.stage) - laneStop(one.stage) ||
      order.indexOf(other.stage) - order.indexOf(one.stage),
  )
  return sorted[0] ?? null
}

/**
 * Counts cases and persons apart. A case in which nobody is accused of anything yet is a case that is investigated. A case is
 * disposed of when no accused of it has anything open, and by a court when it was not closed on the report alone.
 */
export function countCriminal(offences: readonly CountedOffence[], withoutOffence = 0): CriminalCounts {
  const persons = [...Map.groupBy(offences, ({ case: file, accused }) => `${file} ${accused}`).values()]
  const both = (is: (of: readonly CountedOffence[]) => boolean): CasesAndPersons => {
    const theirs = persons.filter(is)
    return { cases: new Set(theirs.map(([one]) => one?.case)).size, persons: theirs.length }
  }
  const ended = (...outcomes: readonly (CriminalOutcome | null)[]) =>
    both((of) => outcomes.includes(outcomeOfPerson(of)))
  const disposed = [...Map.groupBy(offences, (one) => one.case).values()].filter(
    (of) =>
      of.every(({ outcome }) => outcome !== null) && of.some(({ outcome }) => outcome !== 'closedByReport'),
  )
  const withBare = ({ cases, persons: counted }: CasesAndPersons): CasesAndPersons => ({
    cases: cases + withoutOffence,
    persons: counted,
  })
  const won = disposed.filter((of) => of.some(({ outcome }) => outcome === 'convicted')).length
  const [convicted, acquitted, discharged] = [ended('convicted'), ended('acquitted'), ended('discharged')]
  const judged = convicted.persons + acquitted.persons + discharged.persons
  return {
    all: withBare(both(() => true)),
    investigated: withBare(both((of) => of.some(isInvestigated))),
    prosecuted: both((of) => of.some((one) => reachedCourt(one) && one.outcome === null)),
    convicted,
    acquitted,
    discharged,
    endedOtherwise: ended('withdrawn', 'disposedOtherwise', 'abated', 'closedByReport'),
    convictedOfJudged: judged === 0 ? null : convicted.persons / judged,
    convictedOfDisposed: disposed.length === 0 ? null : won / disposed.length,
  }
}
