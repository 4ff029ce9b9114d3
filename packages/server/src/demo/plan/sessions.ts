import {
  addDays,
  entryOf,
  givesServices,
  organisationTypes,
  ownServiceReasons,
  type ServiceType,
  serviceTypes,
} from '@setu/vocabulary'
import { dayOf } from '../../platform/index.ts'
import type { DemoPerson, DemoUnit } from '../directory.ts'
import type { Draws } from '../draws.ts'
import { day, later } from './moments.ts'
import type { Turn } from './story.ts'

interface Giving {
  readonly referral: string
  readonly service: ServiceType
  readonly unit: DemoUnit
  readonly receiver: DemoPerson
  readonly from: Date
  readonly until: Date
  /** Whether the service goes on, so that a next session is ahead. */
  readonly goesOn: boolean
}

const most = 70

/** Whether an office writes this service down session by session; a home writes stays. */
function givesSessions({ unit, service }: Giving): boolean {
  const works = [entryOf(organisationTypes, unit.type).work, entryOf(serviceTypes, service).work]
  return service !== 'shelter' && works.every((work) => givesServices.has(work))
}

/** What a receiver wrote of the service that it began: a few sessions, most of them given. */
export function sessionsOf(all: Draws, giving: Giving): Turn[] {
  const { referral, receiver, from, until, goesOn } = giving
  const draws = all.stream(`sessions ${referral}`)
  const room = Math.min(until.getTime() - from.getTime(), most * day)
  if (!givesSessions(giving) || room < 3 * day) return []
  const wanted = draws.between(1, 3)
  const moments = Array.from({ length: wanted }, (_, at) => later(from, (room * (at + 1)) / (wanted + 1)))
  return moments.map((at, place) => {
    const following = moments[place + 1]
    const missed = draws.percent(18)
    const ahead = goesOn ? addDays(dayOf(until), draws.between(-2, 9)) : null
    const nextOn = following === undefined ? ahead : dayOf(following)
    const told = {
      happenedOn: dayOf(at),
      outcome: missed ? ('missed' as const) : ('given' as const),
      why: missed ? draws.pick(ownServiceReasons.entries.slice(0, 5)).code : null,
      sessions: missed ? null : 1,
      nextOn: nextOn !== null && nextOn < dayOf(at) ? null : nextOn,
    }
    return { at, by: receiver, acts: [{ act: 'session', referral, id: draws.id(), told }] }
  })
}
