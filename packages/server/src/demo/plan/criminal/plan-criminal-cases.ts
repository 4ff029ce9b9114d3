import { addDays, type CriminalMatter, lawOf, type PlainDate } from '@setu/vocabulary'
import { builtInLaws } from '@setu/vocabulary/laws'
import { dayOf } from '../../../platform/index.ts'
import { type Draws, drawsFrom } from '../../draws.ts'
import { accusedActs, type Charge } from './accused.ts'
import { benches, monitoringCell } from './benches.ts'
import { criminalBriefs } from './briefs.ts'
import { daysInCourt } from './days-in-court.ts'
import { factsOf } from './facts.ts'
import type { CriminalAct, CriminalBrief, CriminalKnown, CriminalStory } from './story.ts'
import { type CaseWay, dayOfStage, wayOf } from './ways.ts'
import { matters } from './words-table.ts'

/** How many are accused in a case. */
const accusedCounts: readonly (readonly [number, number])[] = [
  [1, 25],
  [2, 31],
  [3, 21],
  [4, 12],
  [5, 6],
  [6, 5],
]

/** The law that the day of an offence chooses, and the sections of the charge. */
function chargeOf(draws: Draws, offenceOn: PlainDate, accused: number, second: string): Charge {
  const choice = lawOf(builtInLaws, 'BD', offenceOn)
  if (choice.found !== 'one') throw new TypeError(`no law holds for ${offenceOn}`)
  const { code } = choice.law
  if (code === 'NSND-2000') return { law: code, sections: ['5'] }
  // What the sections of the law of 2026 are called has not been read yet.
  if (code === 'HTSM-2026') return { law: code, sections: ['Trafficking, section not known'] }
  const first = accused >= 3 && draws.percent(45) ? '7' : '6'
  return { law: code, sections: draws.percent(20) ? [first, second] : [first] }
}

const matterWeights: readonly (readonly [CriminalMatter, number])[] = [
  ['trafficking', 86],
  ['smuggling', 6],
  ['trafficksAndSmuggles', 8],
]

const complainants: readonly (readonly [CriminalKnown['complainant'], number])[] = [
  ['family', 50],
  ['survivor', 25],
  ['police', 17],
  ['ngo', 8],
]

interface Known {
  readonly first: CriminalKnown
  readonly section: string
}

/** What a case is known by when it is written down. */
function knownOf(draws: Draws, brief: CriminalBrief, way: CaseWay): Known {
  const { category, destinations, section } = draws.weighed(matters)
  const fir = dayOfStage(way.milestones, 'firLodged')
  const year = Number((fir ?? way.reportedOn).slice(0, 4))
  const first = {
    matter: draws.weighed(matterWeights),
    category,
    complainant: draws.weighed(complainants),
    district: brief.district,
    stationNumber: fir === null ? null : draws.between(1, 60),
    stationYear: fir === null ? null : year,
    grNumber: fir === null ? null : `GR ${draws.between(20, 900)}/${year}`,
    tribunalNumber: null,
    monitoringNumber: draws.percent(60) ? `MC ${draws.between(10, 999)}/${year}` : null,
    court: null,
    offenceOn: way.offenceOn,
    transnational: destinations.length > 0,
    destinations: [...destinations],
    measures: [],
  }
  return { first, section }
}

/** What is known of a case once it has come to a court. */
function knownInCourt(
  draws: Draws,
  { first }: Known,
  { bench }: CriminalBrief,
  on: PlainDate,
): CriminalKnown {
  const measures = [
    draws.percent(30) ? (['inCamera'] as const) : [],
    draws.percent(10) ? (['screen'] as const) : [],
  ].flat()
  // What was called smuggling is often found to have been trafficking.
  const matter = first.matter === 'smuggling' && draws.percent(50) ? 'trafficking' : first.matter
  const tribunalNumber = `${draws.between(1, 320)}/${on.slice(0, 4)}`
  return { ...first, matter, measures, court: benches[bench].court, tribunalNumber }
}

/** The offices that come into a case, each when it is needed. */
function officesOf(draws: Draws, brief: CriminalBrief, way: CaseWay): CriminalAct[] {
  const { prosecution, desk, legalAid } = benches[brief.bench]
  const reported = dayOfStage(way.milestones, 'chargeSheeted', 'finalReport')
  const petition = way.milestones[0]?.stage === 'petitionFiled'
  const tried = dayOfStage(way.milestones, 'cognizance')
  const aided = addDays(way.reportedOn, draws.between(2, 40))
  type Office = Extract<CriminalAct, { readonly act: 'office' }>
  const office = (unit: string, task: Office['task'], on: PlainDate | null, by: Office['by']): Office[] =>
    on === null ? [] : [{ act: 'office', id: draws.id(), unit, task, on, by }]
  return [
    ...office(monitoringCell, 'monitoring', way.reportedOn, 'investigation'),
    ...office(prosecution, 'prosecution', petition ? way.reportedOn : reported, 'investigation'),
    ...office(desk, 'court', tried, 'prosecution'),
    ...(draws.percent(65) && aided < (reported ?? way.last)
      ? office(legalAid, 'legalAid', aided, 'investigation')
      : []),
  ]
}

const order: readonly CriminalAct['act'][] = [
  'open',
  'accused',
  'offence',
  'office',
  'change',
  'stage',
  'custody',
  'fact',
  'hearing',
]

/** By days; on one day, what must be there before the rest comes first. */
function inOrder(acts: readonly CriminalAct[]): CriminalAct[] {
  return acts.toSorted(
    (one, other) =>
      (one.on < other.on ? -1 : one.on > other.on ? 1 : 0) ||
      order.indexOf(one.act) - order.indexOf(other.act),
  )
}

function planOne(seed: Draws, brief: CriminalBrief, last: PlainDate): CriminalStory {
  const draws = seed.stream(`criminal case ${brief.key}`)
  const id = draws.id()
  const way = wayOf(draws, brief, last)
  const known = knownOf(draws, brief, way)
  const accused = Math.max(draws.weighed(accusedCounts), brief.death ? 3 : 1)
  const charge = chargeOf(draws, way.offenceOn, accused, known.section)
  const theirs = Array.from({ length: accused }, (_, place) =>
    accusedActs(draws.stream(`accused ${place}`), brief, way, { place, charge }),
  )
  const tried = dayOfStage(way.milestones, 'cognizance')
  const opened = { jurisdiction: 'BD', reportedOn: way.reportedOn, ...known.first }
  const acts: CriminalAct[] = [
    { act: 'open', facts: opened, on: way.reportedOn, by: 'investigation' },
    ...theirs.flat(),
    ...officesOf(draws.stream('offices'), brief, way),
    ...factsOf(draws.stream('facts'), way).map((fact): CriminalAct => {
      const [first] = theirs[0] ?? []
      const of = fact.kind === 'compensationPaid' && first?.act === 'accused' ? first.id : null
      return { act: 'fact', id: draws.id(), accused: of, ...fact }
    }),
    ...daysInCourt(draws.stream('days in court'), brief, way).map(
      ({ on, day }): CriminalAct => ({ act: 'hearing', id: draws.id(), day, on, by: 'court' }),
    ),
  ]
  if (tried !== null) {
    const facts = knownInCourt(draws, known, brief, tried)
    acts.push({ act: 'change', facts, on: tried, by: 'prosecution' })
  }
  return { ...brief, id, court: benches[brief.bench].court, acts: inOrder(acts) }
}

/** The seed from which the criminal cases are drawn, apart from all else. */
const seed = 'setu demonstration criminal cases 2026-11'

/**
 * The criminal cases of the demonstration as they stand on the day of loading: for each, everything that was written down
 * of it with the day that stands on its paper, in that order. It touches no database and is the same for the same day.
 * Nothing is dated later than the day before, but for days in court that are set.
 */
export function planCriminalCases(now: Date, size: 'full' | 'small' = 'full'): readonly CriminalStory[] {
  const draws = drawsFrom(seed)
  const last = addDays(dayOf(now), -1)
  return criminalBriefs(draws.stream('briefs'), size).map((brief) => planOne(draws, brief, last))
}
