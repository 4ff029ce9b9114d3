import { addDays, type CustodyState, type PlainDate } from '@setu/vocabulary'
import type { Draws } from '../../draws.ts'
import { workingDay } from '../moments.ts'
import { dayOfStage, type Milestone } from './ways.ts'

/** Where an accused came to be, and since when. */
export interface Whereabouts {
  readonly to: CustodyState
  readonly on: PlainDate
}

type Fate = 'neverFound' | 'absconds' | 'inCustody' | 'bailed' | 'bailedAndGone' | 'escapes'

const fates: readonly (readonly [Fate, number])[] = [
  ['neverFound', 14],
  ['absconds', 6],
  ['inCustody', 20],
  ['bailed', 50],
  ['bailedAndGone', 8],
  ['escapes', 2],
]

/** Stages after which nobody is held for this case any more. */
const free = [
  'closedByReport',
  'discharged',
  'acquitted',
  'withdrawn',
  'disposedOtherwise',
  'acquittedOnAppeal',
] as const

/** What becomes of somebody until judgment, in the order of days. */
function beforeJudgment(draws: Draws, reportedOn: PlainDate, looked: PlainDate): Whereabouts[] {
  const fate = draws.weighed(fates)
  if (fate === 'neverFound') return []
  const arrested = workingDay(addDays(reportedOn, draws.between(1, 60)))
  const later = (from: PlainDate, least: number, most: number): PlainDate =>
    workingDay(addDays(from, draws.between(least, most)))
  if (fate === 'absconds') return [{ to: 'absconding', on: later(looked, 5, 40) }]
  const held: Whereabouts[] = [
    { to: 'arrested', on: arrested },
    { to: 'inCustody', on: arrested },
  ]
  if (fate === 'inCustody') return held
  const out = later(arrested, 30, 150)
  if (fate === 'escapes') return [...held, { to: 'escaped', on: out }]
  if (fate === 'bailed') return [...held, { to: 'onBail', on: out }]
  return [...held, { to: 'onBail', on: out }, { to: 'absconding', on: later(out, 60, 300) }]
}

/** Where an accused was, from the report to the day on which nothing more is known, after not having been arrested. */
export function whereaboutsOf(
  draws: Draws,
  milestones: readonly Milestone[],
  { reportedOn, last }: { readonly reportedOn: PlainDate; readonly last: PlainDate },
): readonly Whereabouts[] {
  const [died, convicted] = [dayOfStage(milestones, 'abated'), dayOfStage(milestones, 'convicted')]
  const freed = dayOfStage(milestones, ...free)
  const ends = [died, convicted, freed].filter((day) => day !== null).toSorted()
  const end = ends[0] ?? last
  const looked = dayOfStage(milestones, 'cognizance', 'chargeSheeted') ?? addDays(reportedOn, 90)
  const known = beforeJudgment(draws, reportedOn, looked).filter(({ on }) => on <= end)
  const now = known.at(-1)?.to ?? 'atLarge'
  if (died !== null) return [...known, { to: 'dead', on: died }]
  const held = now === 'inCustody' || now === 'onBail' || now === 'arrested'
  if (convicted !== null) {
    const taken: Whereabouts[] = now === 'onBail' ? [{ to: 'inCustody', on: convicted }] : []
    const served = dayOfStage(milestones, 'executed', 'acquittedOnAppeal')
    const out: Whereabouts[] = served !== null && held ? [{ to: 'released', on: served }] : []
    return [...known, ...taken, ...out]
  }
  return freed !== null && held ? [...known, { to: 'released', on: freed }] : known
}
