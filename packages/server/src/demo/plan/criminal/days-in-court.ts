import { addDays, type CriminalStage, daysBetween, type PlainDate, weekdayOf } from '@setu/vocabulary'
import type { Draws } from '../../draws.ts'
import { workingDay } from '../moments.ts'
import type { CriminalBrief, DayInCourt } from './story.ts'
import { type CaseWay, dayOfStage } from './ways.ts'
import { orderWords, putOffs } from './words-table.ts'

type Purpose = DayInCourt['purpose']
type Witness = NonNullable<DayInCourt['witnesses']>[number]

/** A day in court, and the day on which it was written down. */
export interface WrittenDay {
  readonly on: PlainDate
  readonly day: DayInCourt
}

interface Wanted {
  readonly on: PlainDate
  readonly purpose: Purpose
  readonly held: boolean
}

/** What is before the court on the day on which a stage is reached. */
const heldFor: Readonly<Partial<Record<CriminalStage, Purpose>>> = {
  cognizance: 'cognizance',
  chargeFramed: 'charge',
  discharged: 'charge',
  examination: 'examination',
  argument: 'argument',
  acquitted: 'judgment',
  convicted: 'judgment',
  withdrawn: 'otherHearing',
  disposedOtherwise: 'otherHearing',
}

/** Stages that leave a case before the court, and what comes before it next. */
const waitsFor: Readonly<Partial<Record<CriminalStage, Purpose>>> = {
  cognizance: 'charge',
  chargeFramed: 'prosecutionEvidence',
  prosecutionEvidence: 'prosecutionEvidence',
  examination: 'defenceEvidence',
  defenceEvidence: 'argument',
  argument: 'judgment',
}

/** No more days than these between two stages, so that old cases do not fill the screen. */
const mostBetween = 9

/** Days on which the court sat between two stages, each some weeks after the one before. */
function between(draws: Draws, from: PlainDate, until: PlainDate, purpose: Purpose): Wanted[] {
  const span = daysBetween(from, until)
  const gap = Math.max(draws.between(26, 62), Math.ceil(span / mostBetween))
  const many = Math.max(0, Math.ceil(span / gap) - 1)
  const held = purpose === 'prosecutionEvidence' ? 45 : 12
  return Array.from({ length: many }, (_, place) => ({
    on: workingDay(addDays(from, gap * (place + 1))),
    purpose,
    held: draws.percent(held),
  })).filter(({ on }) => on > from && on < until)
}

/** All days in court up to now, in their order. */
function pastDays(draws: Draws, { milestones, last }: CaseWay): Wanted[] {
  return milestones.flatMap(({ stage, on }, place) => {
    const purpose = heldFor[stage]
    const own: Wanted[] = purpose === undefined ? [] : [{ on, purpose, held: true }]
    const next = waitsFor[stage]
    const until = milestones[place + 1]?.on ?? last
    return next === undefined ? own : [...own, ...between(draws, on, until, next)]
  })
}

const listed: readonly (readonly [Witness['kind'], number])[] = [
  ['public', 6],
  ['police', 2],
  ['doctor', 1],
  ['magistrate', 1],
  ['expert', 1],
]

/** The witnesses of a case: the complainant first, whoever investigated last. */
function listOf(draws: Draws): Witness['kind'][] {
  const others = Array.from({ length: draws.between(3, 10) }, () => draws.weighed(listed))
  return ['complainant', 'survivor', ...others, 'investigator']
}

/** Who of those still to be heard was summoned, and who came. */
function callWitnesses(draws: Draws, kinds: readonly Witness['kind'][], settled: boolean) {
  let heard = 0
  return (held: boolean, why: DayInCourt['why']): Witness[] => {
    const called = kinds.slice(heard, heard + draws.between(2, 4))
    const examined = held ? draws.between(1, 2) : 0
    const witnesses = called.map((kind, at): Witness => {
      const hostile = kind === 'complainant' && settled ? 70 : 12
      const came: Witness['day'] =
        at < examined
          ? draws.percent(hostile)
            ? 'hostile'
            : 'examined'
          : why !== 'witnessAbsent' && draws.percent(35)
            ? 'attended'
            : 'summoned'
      return { place: heard + at + 1, kind, day: came }
    })
    heard = Math.min(heard + examined, kinds.length)
    return witnesses
  }
}

const none = { why: null, asker: null, orders: null } as const

/** The first day from this one on when courts sit. */
function courtDayFrom(day: PlainDate): PlainDate {
  const weekday = weekdayOf(day)
  return weekday === 5 || weekday === 6 ? addDays(day, 7 - weekday) : day
}

/** The day that was set in a case that goes on: in the coming weeks. A few have none. */
function nextDay(
  draws: Draws,
  { path, today }: CriminalBrief,
  way: CaseWay,
  past: readonly Wanted[],
): WrittenDay[] {
  const stage = way.milestones.at(-1)?.stage
  const purpose = stage === undefined ? undefined : waitsFor[stage]
  if (purpose === undefined || (!today && path === 'trial' && draws.percent(12))) return []
  // The last day is the one before today.
  const ahead = today || draws.percent(16) ? 0 : draws.between(1, 40)
  const on = courtDayFrom(addDays(way.last, 1 + ahead))
  const set = past.at(-1)?.on ?? way.last
  return [{ on: set, day: { on, purpose, standing: 'set', witnesses: [], ...none } }]
}

/** Every day in court of a case, as it was written down; what is put off says why and who asked. */
export function daysInCourt(draws: Draws, brief: CriminalBrief, way: CaseWay): readonly WrittenDay[] {
  if (dayOfStage(way.milestones, 'cognizance') === null) return []
  const bangla = draws.percent(65)
  const settled = brief.path === 'compromised' || brief.path === 'acquitted'
  const call = callWitnesses(draws, listOf(draws), settled)
  const past = pastDays(draws, way)
  const written = past.map(({ on, purpose, held }): WrittenDay => {
    const [why, asker] = held ? ([null, null] as const) : draws.weighed(putOffs)
    const said = draws.percent(25) ? draws.pick(orderWords)[bangla ? 'bn' : 'en'] : null
    const witnesses = purpose === 'prosecutionEvidence' ? call(held, why) : []
    const standing = held ? ('held' as const) : ('adjourned' as const)
    return { on, day: { on, purpose, standing, why, asker, orders: said, witnesses } }
  })
  return [...written, ...nextDay(draws, brief, way, past)]
}
