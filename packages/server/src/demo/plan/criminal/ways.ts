import { addDays, type CriminalStage, daysBetween, type PlainDate, plainDate } from '@setu/vocabulary'
import type { Draws } from '../../draws.ts'
import { workingDay } from '../moments.ts'
import type { CriminalBrief, CriminalPath } from './story.ts'

/** A stage, and the day on which it was reached. */
export interface Milestone {
  readonly stage: CriminalStage
  readonly on: PlainDate
}

type Way = readonly CriminalStage[]

/** How a case begins: with the FIR, with a GD entry that is looked into, or with a petition. */
const beginnings: readonly (readonly [Way, number])[] = [
  [['firLodged', 'underInvestigation'], 7],
  [['reported', 'inquiry', 'firLodged', 'underInvestigation'], 2],
  [['petitionFiled', 'underInvestigation'], 2],
]

const toCharge: Way = ['chargeSheeted', 'cognizance', 'chargeFramed']
const toEvidence: Way = [...toCharge, 'prosecutionEvidence']
const toArgument: Way = [...toEvidence, 'examination', 'argument']
const toEnd: Way = [...toEvidence, 'examination', 'defenceEvidence', 'argument', 'convicted']

/** What follows the beginning; each as often as its weight says. */
const ways: Readonly<Record<CriminalPath, readonly (readonly [Way, number])[]>> = {
  reported: [[[], 1]],
  petition: [[['judicialInquiry'], 1]],
  investigating: [[[], 1]],
  closedByReport: [[['finalReport', 'closedByReport'], 1]],
  naraji: [[['finalReport', 'furtherInvestigation'], 1]],
  narajiHeard: [[['finalReport', 'cognizance'], 1]],
  sheeted: [[['chargeSheeted'], 1]],
  cognizance: [[['chargeSheeted', 'cognizance'], 1]],
  trial: [
    [toEvidence, 6],
    [toCharge, 1],
    [toArgument, 1],
  ],
  acquitted: [
    [[...toEvidence, 'acquitted', 'acquittalFinal'], 6],
    [[...toArgument, 'acquitted', 'acquittalFinal'], 5],
    [[...toArgument, 'acquitted', 'acquittalAppealed'], 1],
    [[...toEvidence, 'acquitted'], 2],
  ],
  compromised: [
    [[...toCharge, 'disposedOtherwise'], 2],
    [[...toEvidence, 'disposedOtherwise'], 3],
    [[...toEvidence, 'withdrawn'], 3],
  ],
  discharged: [[['chargeSheeted', 'cognizance', 'discharged', 'dischargeFinal'], 1]],
  convicted: [[[...toEnd, 'convictionFinal', 'executing'], 1]],
  convictionAppealed: [[[...toEnd, 'convictionAppealed'], 1]],
  upheld: [[[...toEnd, 'convictionAppealed', 'convictionUpheld', 'convictionFinal', 'executing'], 1]],
  turned: [[[...toEnd, 'convictionAppealed', 'acquittedOnAppeal'], 1]],
  executed: [[[...toEnd, 'convictionFinal', 'executing', 'executed'], 1]],
}

function beginningOf(draws: Draws, path: CriminalPath): Way {
  if (path === 'reported') return ['reported', 'inquiry']
  return path === 'petition' ? ['petitionFiled'] : draws.weighed(beginnings)
}

type Days = readonly [least: number, most: number]

const usual: Days = [20, 75]

/** Days from the stage before to this one. */
const lasts: Readonly<Partial<Record<CriminalStage, Days>>> = {
  inquiry: [1, 6],
  firLodged: [1, 12],
  underInvestigation: [0, 2],
  chargeSheeted: [70, 210],
  finalReport: [80, 240],
  closedByReport: [25, 80],
  judicialInquiry: [10, 30],
  chargeFramed: [45, 180],
  examination: [110, 260],
  defenceEvidence: [14, 40],
  argument: [14, 45],
  acquitted: [90, 300],
  convicted: [20, 50],
  disposedOtherwise: [90, 280],
  withdrawn: [90, 280],
  convictionAppealed: [12, 29],
  acquittalAppealed: [12, 29],
  convictionUpheld: [60, 140],
  acquittedOnAppeal: [60, 140],
  acquittalFinal: [31, 45],
  convictionFinal: [31, 45],
  dischargeFinal: [31, 45],
  executing: [1, 8],
  // Five years that somebody had to serve.
  executed: [1826, 1826],
}

/** Days for which a case has stood where it stands. */
const stands: Readonly<Partial<Record<CriminalPath, Days>>> = {
  reported: [1, 15],
  petition: [10, 90],
  investigating: [8, 190],
  sheeted: [6, 130],
  trial: [70, 420],
  convicted: [40, 200],
  convictionAppealed: [20, 120],
  upheld: [20, 90],
  turned: [20, 90],
}

/** The furthest that anything lies back, but for the few old cases. */
const threeYears = 1085

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

interface Beginning {
  readonly offenceOn: PlainDate
  readonly reportedOn: PlainDate
}

const newLaw = plainDate('2026-01-06')

function old(draws: Draws, first: PlainDate): Beginning {
  const offenceOn = addDays(first, draws.between(10, 340))
  return { offenceOn, reportedOn: workingDay(addDays(offenceOn, draws.between(10, 90))) }
}

/** When it happened and when it was reported, for a case that takes so many days from there to the last one. */
function beginOf(draws: Draws, { era }: CriminalBrief, days: number, last: PlainDate): Beginning {
  if (era === 'before2012') return old(draws, plainDate('2011-01-01'))
  if (era === 'in2014') return old(draws, plainDate('2014-01-01'))
  const wanted = workingDay(addDays(last, -days))
  const earliest = addDays(newLaw, 12)
  const isNew = era === 'since2026' && last > addDays(earliest, 3)
  const reportedOn = isNew && wanted < earliest ? workingDay(addDays(earliest, 1)) : wanted
  if (isNew)
    return { reportedOn, offenceOn: addDays(newLaw, draws.below(daysBetween(newLaw, reportedOn) + 1)) }
  const offenceOn = addDays(reportedOn, -draws.between(12, 420))
  return { reportedOn, offenceOn: offenceOn < newLaw ? offenceOn : addDays(newLaw, -draws.between(5, 200)) }
}

/** The way of a case, with the day of each stage: the first is the day on which it was reported. */
export interface CaseWay extends Beginning {
  readonly milestones: readonly Milestone[]
  /** The last day on which anything can have been written down. */
  readonly last: PlainDate
}

/** When a criminal case went where; nothing lies after the last day. */
export function wayOf(draws: Draws, brief: CriminalBrief, last: PlainDate): CaseWay {
  const stages = [...beginningOf(draws, brief.path), ...draws.weighed(ways[brief.path])]
  const [, ...after] = stages
  const delays = after.map((stage) => draws.between(...(lasts[stage] ?? usual)))
  const stood = draws.between(...(stands[brief.path] ?? [10, 300]))
  const wanted = sum(delays)
  const usualEra = brief.era === 'usual' || brief.era === 'since2026'
  const begin = beginOf(draws, brief, Math.min(wanted + stood, threeYears), last)
  const room = Math.max(0, daysBetween(begin.reportedOn, last) - Math.min(stood, 30))
  // A case that takes longer than there is time for is pressed together.
  const press = wanted > room && usualEra ? room / wanted : 1
  let passed = 0
  const milestones = stages.map((stage, place): Milestone => {
    passed += place === 0 ? 0 : (delays[place - 1] ?? 0) * press
    const on = workingDay(addDays(begin.reportedOn, Math.floor(passed)))
    return { stage, on: on < last ? on : last }
  })
  return { ...begin, milestones, last }
}

/** The day on which a stage was reached first, or null. */
export function dayOfStage(milestones: readonly Milestone[], ...stages: readonly CriminalStage[]) {
  return milestones.find(({ stage }) => stages.includes(stage))?.on ?? null
}

/** What becomes of one accused while the others go on. */
export type Lot = 'asTheCase' | 'notSheeted' | 'discharged' | 'acquitted' | 'dies'

/** What may become of accused other than the first. */
export function lotOf(draws: Draws, { death }: CriminalBrief, way: CaseWay, place: number): Lot {
  if (place === 0 || dayOfStage(way.milestones, 'chargeFramed') === null) return 'asTheCase'
  if (death && place === 1) return 'dies'
  const convicts = dayOfStage(way.milestones, 'convicted') !== null
  return draws.weighed<Lot>([
    ['asTheCase', 76],
    ['notSheeted', 12],
    ['discharged', 10],
    ['acquitted', convicts ? 60 : 0],
  ])
}

function upTo(milestones: readonly Milestone[], stage: CriminalStage): Milestone[] {
  const place = milestones.findIndex((one) => one.stage === stage)
  return milestones.slice(0, place === -1 ? milestones.length : place)
}

/** Stages that come some weeks later, if that lies before the last day. */
function thereafter(stage: CriminalStage, on: PlainDate, days: number, last: PlainDate): Milestone[] {
  const then = workingDay(addDays(on, days))
  return then <= last ? [{ stage, on: then }] : []
}

/** The way of one accused of a case. */
export function wayOfAccused({ milestones, last }: CaseWay, lot: Lot): readonly Milestone[] {
  const on = (...stages: CriminalStage[]): PlainDate => dayOfStage(milestones, ...stages) ?? last
  switch (lot) {
    case 'asTheCase':
      return milestones
    case 'notSheeted':
      return [
        ...upTo(milestones, 'chargeSheeted'),
        { stage: 'finalReport', on: on('chargeSheeted') },
        { stage: 'closedByReport', on: on('cognizance') },
      ]
    case 'discharged':
      return [
        ...upTo(milestones, 'chargeFramed'),
        { stage: 'discharged', on: on('chargeFramed') },
        ...thereafter('dischargeFinal', on('chargeFramed'), 34, last),
      ]
    case 'acquitted':
      return [
        ...upTo(milestones, 'convicted'),
        { stage: 'acquitted', on: on('convicted') },
        ...thereafter('acquittalFinal', on('convicted'), 38, last),
      ]
    case 'dies': {
      const framed = on('prosecutionEvidence', 'chargeFramed')
      const half = Math.floor(daysBetween(framed, last) / 2)
      const walked = milestones.filter((one) => one.on <= framed)
      return [...walked, { stage: 'abated', on: addDays(framed, half) }]
    }
  }
}
