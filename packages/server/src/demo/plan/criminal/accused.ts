import type { Sentence } from '@setu/records/api'
import type { CriminalStage, PlainDate } from '@setu/vocabulary'
import { criminalStep, stagesOfSentence } from '@setu/vocabulary'
import type { Draws } from '../../draws.ts'
import { drawName, type NameCustom } from '../../names-table.ts'
import type { CriminalAct, CriminalBrief, Desk } from './story.ts'
import { type CaseWay, dayOfStage, type Lot, lotOf, type Milestone, wayOfAccused } from './ways.ts'
import { whereaboutsOf } from './whereabouts.ts'

type Kept = Extract<CriminalAct, { readonly act: 'accused' }>['values']

/** What every offence of a case is charged under. */
export interface Charge {
  readonly law: string
  readonly sections: readonly string[]
}

const customs: readonly (readonly [NameCustom, number])[] = [
  ['muslim', 8],
  ['hindu', 1],
  ['rohingya', 1],
]

const roles: readonly (readonly [Kept['roles'], number])[] = [
  [['dalal'], 40],
  [['dalal', 'moneyCollector'], 12],
  [['transporter'], 10],
  [['guide'], 10],
  [['recruitingAgency'], 8],
  [['harboured'], 8],
  [['exploiter', 'controlled'], 5],
  [['forger'], 3],
  [['boatOwner'], 2],
  [['official'], 2],
]

/** Somebody who does not exist, and says so wherever their name stands. */
function somebody(draws: Draws, reportedOn: PlainDate): Kept {
  const woman = draws.percent(18)
  const custom = draws.weighed(customs)
  const [name, father] = [drawName(draws, custom, woman), drawName(draws, custom, false)]
  const theirs = draws.weighed(roles)
  return {
    name: `${name.bn} (কল্পিত)`,
    aliases: draws.percent(40) ? [`${name.en} (fictitious)`] : [],
    father: draws.percent(60) ? `${father.bn} (কল্পিত)` : null,
    particulars: null,
    roles: theirs,
    age: draws.percent(97) ? 'adult' : 'unknown',
    sex: woman ? 'female' : 'male',
    nationality: draws.percent(94) ? 'BD' : null,
    official: theirs.includes('official'),
    custody: 'atLarge',
    custodyOn: reportedOn,
  }
}

/** Until the first police report the police write, from it on whoever prosecutes. */
function deskAt(reported: PlainDate | null, on: PlainDate): Desk {
  return reported === null || on < reported ? 'investigation' : 'prosecution'
}

function sentenceOf(draws: Draws, { path }: CriminalBrief): Sentence {
  if (path === 'executed')
    return {
      kinds: ['imprisonment', 'fine', 'compensation'],
      months: 60,
      fine: 50_000,
      compensation: 200_000,
    }
  if (draws.percent(25)) return { kinds: ['life', 'fine'], months: null, fine: 100_000, compensation: null }
  const fine = 50_000
  const compensation = draws.percent(40) ? draws.between(1, 5) * 100_000 : null
  const kinds: Sentence['kinds'] =
    compensation === null ? ['imprisonment', 'fine'] : ['imprisonment', 'fine', 'compensation']
  return { kinds, months: 12 * draws.between(5, 10), fine, compensation }
}

const reports = ['trueNoClue', 'mistakeOfFact', 'false', 'mistakeOfLaw'] as const

/** The paper on which a stage stands, where there is one. */
function paperOf(draws: Draws, stage: CriminalStage, on: PlainDate): string | null {
  const number = draws.between(1, 60)
  const year = on.slice(0, 4)
  if (stage === 'reported') return `GD ${draws.between(100, 990)}`
  if (stage === 'firLodged') return `FIR ${number}/${year}`
  if (stage === 'chargeSheeted') return `CS ${number}/${year}`
  return stage === 'finalReport' ? `FR ${number}/${year}` : null
}

interface Walked {
  readonly draws: Draws
  readonly brief: CriminalBrief
  readonly lot: Lot
  readonly accused: string
  readonly milestones: readonly Milestone[]
}

/** The stages of one offence, each written down by whose it is to say so. */
function walk({ draws, brief, lot, accused, milestones }: Walked, charge: [string, string]): CriminalAct[] {
  const offence = draws.id()
  const [law, section] = charge
  const report = lot === 'notSheeted' ? 'trueNoClue' : draws.pick(reports)
  return milestones.map(({ stage, on }, place): CriminalAct => {
    const paper = paperOf(draws, stage, on)
    const before = milestones[place - 1]?.stage
    if (before === undefined)
      return { act: 'offence', id: offence, accused, law, section, stage, paper, on, by: 'investigation' }
    const by = criminalStep(before, stage)?.by ?? []
    return {
      act: 'stage',
      accused,
      offence,
      to: stage,
      paper,
      on,
      by: by.includes('investigation') ? 'investigation' : 'prosecution',
      ...(stage === 'finalReport' ? { report } : {}),
      ...(stagesOfSentence.includes(stage) ? { sentence: sentenceOf(draws, brief) } : {}),
    }
  })
}

/** One accused of a case, with all that became of them. */
export function accusedActs(
  draws: Draws,
  brief: CriminalBrief,
  way: CaseWay,
  { place, charge }: { readonly place: number; readonly charge: Charge },
): readonly CriminalAct[] {
  const accused = draws.id()
  const lot = lotOf(draws, brief, way, place)
  const milestones = wayOfAccused(way, lot)
  const reported = dayOfStage(way.milestones, 'chargeSheeted', 'finalReport')
  const walked = { draws, brief, lot, accused, milestones }
  const values = somebody(draws, way.reportedOn)
  const custody = whereaboutsOf(draws, milestones, way)
  return [
    { act: 'accused', id: accused, values, on: way.reportedOn, by: 'investigation' },
    ...charge.sections.flatMap((section) => walk(walked, [charge.law, section])),
    ...custody.map(
      ({ to, on }): CriminalAct => ({
        act: 'custody',
        accused,
        to,
        paper: null,
        on,
        by: deskAt(reported, on),
      }),
    ),
  ]
}
