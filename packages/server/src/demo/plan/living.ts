import { addDays, addMonths, codesOf, type PlainDate, sustainabilityItems } from '@setu/vocabulary'
import { dayOf } from '../../platform/index.ts'
import { planWords } from '../words-table.ts'
import type { Milestone } from './case-path.ts'
import { day, inOfficeHours, later } from './moments.ts'
import { endsOutOfReach } from './out-of-reach.ts'
import type { Act, Turn } from './story.ts'
import type { Telling } from './telling.ts'

const wholeCalendar = [3, 6, 12, 24] as const
const items = codesOf(sustainabilityItems)

/** How firmly somebody stands: little at intake, mostly more later. */
function standing({ draws }: Telling, at: Date, occasion: 'baseline' | 'outcome'): Act[] {
  const id = draws.id()
  const weights =
    occasion === 'baseline'
      ? ([
          ['no', 5],
          ['little', 4],
          ['mostly', 2],
          ['yes', 1],
          ['notWished', 1],
        ] as const)
      : ([
          ['no', 1],
          ['little', 2],
          ['mostly', 5],
          ['yes', 4],
          ['notWished', 1],
        ] as const)
  const rich = occasion === 'outcome'
  const values = {
    occasion,
    takenOn: dayOf(at),
    income: draws.between(rich ? 20 : 0, rich ? 140 : 30) * 10_000,
    savings: draws.between(0, rich ? 60 : 5) * 10_000,
    debt: draws.between(0, rich ? 150 : 400) * 10_000,
    ...Object.fromEntries(items.map((item) => [item, draws.weighed(weights)])),
  }
  return [
    { act: 'record', record: 'sustainability', id, values },
    { act: 'recordStep', record: 'sustainability', id, to: 'made' },
  ]
}

/** A training that was finished or left off, and what somebody began to earn with. */
function learning({ draws, person }: Telling, from: Date, until: Date): Turn['acts'][] {
  const id = draws.id()
  const kind = draws.pick(['sewing', 'farming', 'food', 'computer', 'trade', 'crafts'] as const)
  const giver = draws.pick(['us', 'receiver'] as const)
  const words = person.say(draws.pick(planWords).actions)
  const begun: Act[] = [
    { act: 'record', record: 'training', id, values: { kind, giver, words } },
    { act: 'recordStep', record: 'training', id, to: 'underWay', values: { begunOn: dayOf(from) } },
  ]
  const endedOn = dayOf(until)
  const ended: Act = draws.percent(82)
    ? {
        act: 'recordStep',
        record: 'training',
        id,
        to: 'finished',
        values: { endedOn, result: 'certificate' },
      }
    : { act: 'recordStep', record: 'training', id, to: 'leftOff', values: { endedOn, whyStopped: 'family' } }
  return [begun, [ended]]
}

function earning({ draws }: Telling, at: Date): Act[] {
  const id = draws.id()
  const on = dayOf(at)
  if (draws.percent(55)) {
    const kind = draws.pick(['tools', 'stock', 'animals', 'grant'] as const)
    return [
      { act: 'record', record: 'startUp', id, values: { kind } },
      { act: 'recordStep', record: 'startUp', id, to: 'given', values: { givenOn: on } },
      ...(draws.percent(75)
        ? [
            {
              act: 'recordStep' as const,
              record: 'startUp' as const,
              id,
              to: 'running',
              values: { begunOn: on },
            },
          ]
        : []),
    ]
  }
  const kind = draws.pick(['wage', 'own', 'piece', 'family'] as const)
  const asked = { freeToLeave: true, paidInFull: draws.percent(90) }
  return [
    { act: 'record', record: 'employment', id, values: { kind, ...asked } },
    { act: 'recordStep', record: 'employment', id, to: 'working', values: { begunOn: on } },
  ]
}

interface FollowUp {
  readonly id: string
  readonly months: number
  readonly due: PlainDate
}

/** Reintegration begins, and with it the calendar of follow-ups. */
function returning({ draws, person }: Telling, at: Date, calendar: readonly FollowUp[]): Act[] {
  const id = draws.id()
  const begunOn = dayOf(at)
  const values = {
    livesWith: draws.pick(['parents', 'kin', 'partner', 'alone', 'group'] as const),
    ownWish: true,
  }
  return [
    ...calendar.map(
      ({ id: item, months, due }): Act => ({
        act: 'record',
        record: 'followUp',
        id: item,
        values: { months, dueOn: due },
      }),
    ),
    {
      act: 'record',
      record: 'reintegration',
      id,
      values: { ...values, words: person.say(draws.pick(planWords).aim) },
    },
    { act: 'recordStep', record: 'reintegration', id, to: 'begun', values: { begunOn } },
  ]
}

function asking(telling: Telling, { id }: FollowUp, at: Date, open: boolean): Act[] {
  const { draws } = telling
  const metOn = dayOf(at)
  const step = (to: string, values: Readonly<Record<string, unknown>>): Act => ({
    act: 'recordStep',
    record: 'followUp',
    id,
    to,
    values: { metOn, ...values },
  })
  const found = {
    housing: draws.pick(['safe', 'safe', 'safe', 'uncertain', 'crowded'] as const),
    living: draws.pick(['enough', 'partly', 'partly', 'others', 'learning'] as const),
    safety: draws.pick(['safe', 'safe', 'mostly'] as const),
    signs: ['none'],
  }
  return draws.weighed<() => Act[]>([
    [() => [step('reached', found), ...standing(telling, at, 'outcome')], 9],
    [() => [step('notReached', { whyNot: 'noAnswer' })], open ? 1 : 0],
    [() => [step('declined', { declines: 'thisOne' })], 1],
  ])()
}

/** Three tries over six weeks, each in the way that the person wrote down as safe. */
function trying({ draws, worker }: Telling, closed: Date): Turn[] {
  return [-50, -30, -12].map((days) => {
    const at = later(closed, days * day)
    const values = {
      triedOn: dayOf(at),
      channel: 'safeWay',
      result: draws.pick(['noAnswer', 'gone'] as const),
    }
    return { at, by: worker, acts: [{ act: 'record', record: 'tracingAttempt', id: draws.id(), values }] }
  })
}

/** A living, reintegration with its follow-ups, and what was found at each, up to the end of the case or today. */
export function livingAfter(all: Telling, milestones: readonly Milestone[], handed: Date | null): Turn[] {
  const telling = { ...all, draws: all.draws.stream('living') }
  const { draws, worker, person, now } = telling
  const at = (state: string): Date | undefined => milestones.find(({ to }) => to === state)?.at
  const [assessed, active, back, closed] = [at('assessed'), at('active'), at('followUp'), at('closed')]
  if (assessed === undefined || active === undefined || back === undefined) return []
  const turn = (moment: Date, acts: readonly Act[]): Turn => ({ at: moment, by: worker, acts })
  const until = closed ?? (handed === null ? later(now, -3_600_000) : later(handed, -2 * 3_600_000))
  const baseline = turn(assessed, standing(telling, assessed, 'baseline'))
  if (back >= until) return [baseline]
  const out = closed !== undefined && endsOutOfReach(all, closed)
  const [begun = [], ended = []] = person.child ? [] : learning(telling, active, back)
  const calendar = wholeCalendar.map((months) => ({
    id: draws.id(),
    months,
    due: addMonths(dayOf(back), months),
  }))
  const last = out ? later(until, -55 * day) : until
  const asked = calendar.flatMap((one): Turn[] => {
    const wanted = new Date(`${addDays(one.due, draws.between(0, 6))}T05:00:00Z`)
    const moment = inOfficeHours(draws, wanted, back, last)
    return wanted < last && moment > back
      ? [turn(moment, asking(telling, one, moment, closed === undefined))]
      : []
  })
  const met = asked.length
  const dropping = calendar.slice(met).map(
    ({ id }): Act => ({
      act: 'recordStep',
      record: 'followUp',
      id,
      to: 'dropped',
      values: { whyNot: 'notNeeded' },
    }),
  )
  return [
    baseline,
    ...(begun.length > 0 ? [turn(later(active, 60_000), begun), turn(later(back, -60_000), ended)] : []),
    turn(back, [...(person.child ? [] : earning(telling, back)), ...returning(telling, back, calendar)]),
    ...asked,
    ...(closed === undefined
      ? []
      : out
        ? trying(telling, closed)
        : [turn(later(closed, -1_800_000), dropping)]),
  ]
}
