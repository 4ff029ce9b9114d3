import { type CriminalOutcome, type CriminalStage, stagesOfInvestigation } from './criminal-stages.ts'

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
  /** Of the cases in which nothing is open any more, the share with a conviction; null where there are none. */
  readonly convictedOfDisposed: number | null
}

/** Which of several outcomes counts for a person: a conviction for one offence before an acquittal of another. */
const weight: readonly CriminalOutcome[] = [
  'convicted',
  'acquitted',
  'discharged',
  'withdrawn',
  'disposedOtherwise',
  'abated',
  'closedByReport',
]

function outcomeOfPerson(offences: readonly CountedOffence[]): CriminalOutcome | null {
  const reached = weight.find((outcome) => offences.some((one) => one.outcome === outcome))
  const open = offences.some(({ outcome }) => outcome === null)
  return reached === undefined || (open && reached !== 'convicted') ? null : reached
}

const isInvestigated = ({ stage }: CountedOffence): boolean =>
  stagesOfInvestigation.includes(stage) || stage === 'judicialInquiry'

const reachedCourt = ({ stage, outcome }: CountedOffence): boolean =>
  !stagesOfInvestigation.includes(stage) &&
  !['judicialInquiry', 'finalReport', 'closedByReport'].includes(stage) &&
  outcome !== 'closedByReport'

/** Counts cases and persons apart. A case is disposed of when no accused of it has anything open. */
export function countCriminal(offences: readonly CountedOffence[]): CriminalCounts {
  const persons = [...Map.groupBy(offences, ({ case: file, accused }) => `${file} ${accused}`).values()]
  const both = (is: (of: readonly CountedOffence[]) => boolean): CasesAndPersons => {
    const theirs = persons.filter(is)
    return { cases: new Set(theirs.map(([one]) => one?.case)).size, persons: theirs.length }
  }
  const ended = (...outcomes: readonly (CriminalOutcome | null)[]) =>
    both((of) => outcomes.includes(outcomeOfPerson(of)))
  const disposed = [...Map.groupBy(offences, (one) => one.case).values()].filter((of) =>
    of.every(({ outcome }) => outcome !== null),
  )
  const won = disposed.filter((of) => of.some(({ outcome }) => outcome === 'convicted')).length
  const [convicted, acquitted, discharged] = [ended('convicted'), ended('acquitted'), ended('discharged')]
  const judged = convicted.persons + acquitted.persons + discharged.persons
  return {
    all: both(() => true),
    investigated: both((of) => of.some(isInvestigated)),
    prosecuted: both((of) => of.some((one) => reachedCourt(one) && one.outcome === null)),
    convicted,
    acquitted,
    discharged,
    endedOtherwise: ended('withdrawn', 'disposedOtherwise', 'abated', 'closedByReport'),
    convictedOfJudged: judged === 0 ? null : convicted.persons / judged,
    convictedOfDisposed: disposed.length === 0 ? null : won / disposed.length,
  }
}
