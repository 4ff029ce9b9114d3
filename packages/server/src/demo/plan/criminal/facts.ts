import { addDays, type CriminalFactKind, daysBetween, type PlainDate } from '@setu/vocabulary'
import type { Draws } from '../../draws.ts'
import { workingDay } from '../moments.ts'
import type { Desk } from './story.ts'
import { type CaseWay, dayOfStage } from './ways.ts'

/** A day that is no stage of anybody, and from which clocks count. */
export interface WrittenFact {
  readonly on: PlainDate
  readonly by: Desk
  readonly kind: CriminalFactKind
}

/** More time is asked for when the ninety working days run out: mostly in time, mostly given. */
function ofInvestigation(draws: Draws, { milestones, last }: CaseWay): WrittenFact[] {
  const began = dayOfStage(milestones, 'underInvestigation')
  if (began === null) return []
  const ended = dayOfStage(milestones, 'chargeSheeted', 'finalReport') ?? last
  const by = 'investigation'
  const after = (days: number): PlainDate => workingDay(addDays(began, days))
  const facts: WrittenFact[] = []
  if (draws.percent(14)) facts.push({ on: after(draws.between(20, 80)), by, kind: 'investigatorMoved' })
  if (daysBetween(began, ended) > 125 && draws.percent(70)) {
    const asked = draws.percent(80) ? draws.between(100, 119) : draws.between(124, 150)
    const kind = draws.percent(80) ? 'extensionGiven' : 'extensionRefused'
    facts.push({ on: after(asked), by, kind: 'extensionAsked' })
    facts.push({ on: after(asked + draws.between(3, 9)), by, kind })
  }
  return facts.filter(({ on }) => on <= ended)
}

/** A court that takes longer tells the higher court why; not every one does. */
function ofTrial(draws: Draws, { milestones, last }: CaseWay): WrittenFact[] {
  const framed = dayOfStage(milestones, 'chargeFramed')
  const judged = dayOfStage(milestones, 'acquitted', 'convicted', 'withdrawn', 'disposedOtherwise') ?? last
  const paid = dayOfStage(milestones, 'executed')
  const facts: WrittenFact[] = []
  if (framed !== null && draws.percent(50))
    facts.push({
      on: workingDay(addDays(framed, draws.between(258, 285))),
      by: 'court',
      kind: 'overrunTold',
    })
  const told = facts.filter(({ on }) => on <= judged)
  return paid === null ? told : [...told, { on: paid, by: 'prosecution', kind: 'compensationPaid' }]
}

/** The days of a case that are no stage of anybody. */
export function factsOf(draws: Draws, way: CaseWay): readonly WrittenFact[] {
  return [...ofInvestigation(draws, way), ...ofTrial(draws, way)]
}
