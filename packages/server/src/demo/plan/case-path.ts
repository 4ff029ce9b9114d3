import { addDays, type CaseState } from '@setu/vocabulary'
import { districtByPcode } from '@setu/vocabulary/places'
import { dayOf } from '../../platform/index.ts'
import type { DemoPerson } from '../directory.ts'
import { closureWords } from '../words-table.ts'
import { day, hour, inOfficeHours, later } from './moments.ts'
import { endsOutOfReach } from './out-of-reach.ts'
import type { Act, Path, Turn } from './story.ts'
import { check, note, type Telling } from './telling.ts'

/** The states on each path, in their order. */
const pathStates: Readonly<Record<Path, readonly CaseState[]>> = {
  intake: [],
  assessed: ['assessed'],
  planned: ['assessed', 'planned'],
  active: ['assessed', 'planned', 'active'],
  followUp: ['assessed', 'planned', 'active', 'followUp'],
  onHold: ['assessed', 'planned', 'active', 'onHold'],
  transferred: ['assessed', 'planned', 'active', 'transferred'],
  closed: ['assessed', 'planned', 'active', 'followUp', 'closed'],
  reopened: ['assessed', 'planned', 'active', 'followUp', 'closed', 'active'],
}

/** A state that a case reached, when, and whether it was there before. */
export interface Milestone {
  readonly to: CaseState
  readonly at: Date
  readonly again: boolean
}

/** Hours from one early step to the next. */
const early: Partial<Record<CaseState, readonly [number, number]>> = {
  assessed: [20, 90],
  planned: [80, 220],
  active: [24, 120],
}

/** How much of its life a case has behind it when it reaches a late step, in a hundred parts. */
const late: Partial<Record<CaseState, readonly [number, number]>> = {
  followUp: [25, 40],
  onHold: [70, 90],
  transferred: [75, 88],
  closed: [55, 75],
}

function wantedAt({ draws, opened, now }: Telling, to: CaseState, before: Date, again: boolean): Date {
  const age = now.getTime() - opened.getTime()
  if (again) return later(before, ((now.getTime() - before.getTime()) * draws.between(30, 70)) / 100)
  const part = late[to]
  if (part !== undefined) return later(opened, (age * draws.between(...part)) / 100)
  const [least, most] = early[to] ?? [1, 1]
  return later(before, Math.min(draws.between(least, most) * hour, age * 0.22))
}

/** When each state was reached. */
export function milestonesOf(telling: Telling): Milestone[] {
  const { draws, brief, opened, now } = telling
  const young = now.getTime() - opened.getTime() < 4 * day
  let before = opened
  let closed = false
  return pathStates[brief.path].map((to) => {
    const again = closed
    const wanted = wantedAt(telling, to, before, again)
    const office = young ? wanted : inOfficeHours(draws, wanted, before, later(now, -90_000))
    before = office > before ? office : later(before, 20 * 60_000)
    closed ||= to === 'closed'
    return { to, at: before, again }
  })
}

/** The way that somebody was taken, in about every second case. */
function journeyOf({ draws, person, opened }: Telling): Act[] {
  if (draws.percent(50)) return []
  const year = Number(dayOf(opened).slice(0, 4))
  return person.legs.map(({ country, town, kind }) => ({
    act: 'record',
    record: 'traffickingEvent',
    id: draws.id(),
    values: {
      type: kind,
      happened: String(year - (kind === 'Exploitation' ? 0 : draws.between(0, 2))),
      country,
      city: districtByPcode(town)?.en ?? town,
    },
  }))
}

const ends = ['personTold'] as const
const closings = ['planMet', 'planMet', 'survivorsWish', 'notEligible'] as const
const rests = ['survivorsWish', 'away', 'waitingForOthers', 'notSafeNow'] as const

/** The caseworker prepares the end of a case; a supervisor agrees and closes it. */
function closing(telling: Telling, at: Date): Turn[] {
  const { draws, directory, brief, person, worker } = telling
  const acts: Act[] = [
    { act: 'closureReason', words: person.say(draws.pick(closureWords)) },
    {
      act: 'record',
      record: 'survivorFeedback',
      id: draws.stream('feedback').id(),
      values: { invitedOn: dayOf(at) },
    },
    check(draws, [...ends, ...(person.child ? (['childSolution'] as const) : [])]),
  ]
  const agreeing: Act[] = [
    check(draws, ['documentsReturned'], true),
    check(draws, ['supervisorAgreed']),
    {
      act: 'state',
      to: 'closed',
      reason: endsOutOfReach(telling, at) ? 'unreachable' : draws.pick(closings),
    },
  ]
  return [
    { at: later(at, -10 * 60_000), by: worker, acts },
    { at, by: directory.supervisorOf(brief.unit), acts: agreeing },
  ]
}

/** What is done to reach a state. */
export function reaching(telling: Telling, { to, at, again }: Milestone): Turn[] {
  const { draws, directory, brief, worker, now } = telling
  const turn = (by: DemoPerson, acts: Act[], moment = at): Turn => ({ at: moment, by, acts })
  if (to === 'assessed') {
    return [turn(worker, [...journeyOf(telling), { act: 'state', to }])]
  }
  if (to === 'closed') return closing(telling, at)
  if (to === 'onHold') {
    const holdUntil = addDays(dayOf(now), draws.between(-2, 40))
    return [turn(worker, [{ act: 'state', to, reason: draws.pick(rests), holdUntil }])]
  }
  if (to === 'active' && again) {
    const reason = draws.pick(['newNeed', 'newRisk'] as const)
    return [
      turn(directory.supervisorOf(brief.unit), [{ act: 'state', to, reason }]),
      turn(worker, [note(telling, 'survivorWords')], later(at, 30_000)),
    ]
  }
  // Handing over is told with the offer that it rests on.
  if (to === 'transferred') return []
  return [
    turn(worker, to === 'active' ? [{ act: 'state', to }, note(telling, 'general')] : [{ act: 'state', to }]),
  ]
}
