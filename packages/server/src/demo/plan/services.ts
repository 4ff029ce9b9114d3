import { addDays, type ServiceType } from '@setu/vocabulary'
import { dayOf } from '../../platform/index.ts'
import { planWords } from '../words-table.ts'
import type { Milestone } from './case-path.ts'
import { day, inOfficeHours, later } from './moments.ts'
import type { Act, Turn } from './story.ts'
import type { Telling } from './telling.ts'

/** A service, the need that it answers, the area of support it belongs to, and in what it is counted. */
interface Offer {
  readonly service: ServiceType
  readonly need: string
  readonly type: string
  readonly unit: string
  readonly giver: 'us' | 'receiver'
  readonly cost: readonly [number, number]
}

const offers: readonly Offer[] = [
  {
    service: 'psychosocial',
    need: 'mentalHealth',
    type: 'Health',
    unit: 'session',
    giver: 'us',
    cost: [0, 0],
  },
  {
    service: 'medical',
    need: 'physicalHealth',
    type: 'Health',
    unit: 'visit',
    giver: 'receiver',
    cost: [400, 4000],
  },
  {
    service: 'legalAid',
    need: 'legalHelp',
    type: 'Legal',
    unit: 'visit',
    giver: 'receiver',
    cost: [0, 1500],
  },
  { service: 'documentation', need: 'papers', type: 'Legal', unit: 'item', giver: 'us', cost: [100, 900] },
  {
    service: 'materialSupport',
    need: 'dailyNeeds',
    type: 'SocialCare',
    unit: 'item',
    giver: 'us',
    cost: [500, 6000],
  },
  { service: 'peerGroup', need: 'company', type: 'SocialCare', unit: 'session', giver: 'us', cost: [0, 200] },
]
const forAdults: readonly Offer[] = [
  {
    service: 'vocationalTraining',
    need: 'skills',
    type: 'Livelihood',
    unit: 'course',
    giver: 'receiver',
    cost: [3000, 20_000],
  },
  {
    service: 'livelihood',
    need: 'work',
    type: 'Livelihood',
    unit: 'item',
    giver: 'us',
    cost: [10_000, 60_000],
  },
  { service: 'debtCounselling', need: 'work', type: 'Financial', unit: 'session', giver: 'us', cost: [0, 0] },
]
const forChildren: readonly Offer[] = [
  {
    service: 'education',
    need: 'schooling',
    type: 'Education',
    unit: 'month',
    giver: 'us',
    cost: [300, 2500],
  },
]

const households = ['income', 'debt', 'acceptance', 'childcare', 'housing'] as const
const communities = ['stigma', 'jobs', 'clinic', 'recruiters', 'socialProtection'] as const

function assessing({ draws, person }: Telling, at: Date, wanted: readonly Offer[]): Act[] {
  const id = draws.id()
  const values = {
    assessedOn: dayOf(at),
    individual: [...new Set(wanted.map(({ need }) => need))],
    healthSpoken: draws.weighed([
      ['spoken', 6],
      ['notAsked', 2],
      ['notWished', 2],
    ]),
    individualWords: person.say(draws.pick(planWords).aim),
    household: draws.some(households, draws.between(1, 3)),
    community: draws.some(communities, draws.between(0, 2)),
    services: wanted.map(({ service }) => service),
  }
  return [
    { act: 'record', record: 'needsAssessment', id, values },
    { act: 'recordStep', record: 'needsAssessment', id, to: 'made' },
  ]
}

interface Goal extends Offer {
  readonly id: string
}

/** When a case ends, what was to be reached is past; until then most of it lies ahead. */
function goalEnd({ draws, now }: Telling, at: Date, ended: Date | null): string {
  if (ended !== null) return dayOf(ended)
  const wanted = later(now, draws.between(-12, 150) * day)
  return dayOf(wanted > at ? wanted : later(at, 30 * day))
}

function proposing(telling: Telling, at: Date, goal: Goal, ended: Date | null): Act[] {
  const { draws, person } = telling
  const { aim, actions } = draws.pick(planWords)
  const { id, type, service, giver } = goal
  const values = {
    type,
    service,
    giver,
    objectives: person.say(aim),
    actions: person.say(actions),
    plannedEnd: goalEnd(telling, at, ended),
  }
  return [
    { act: 'record', record: 'supportPlan', id, values },
    { act: 'recordStep', record: 'supportPlan', id, to: 'agreed' },
  ]
}

function agreeing(telling: Telling, at: Date, ended: Date | null): Act[] {
  const { draws, person, now } = telling
  const id = draws.id()
  const review =
    ended ??
    later(
      now,
      draws.weighed([
        [-draws.between(1, 9), 2],
        [draws.between(2, 80), 9],
      ]) * day,
    )
  const answered = dayOf(at)
  const values = {
    wishes: person.say(draws.pick(planWords).aim),
    agreement: draws.percent(80) ? 'yes' : 'withChanges',
    answeredOn: answered,
    reviewOn: dayOf(review) > answered ? dayOf(review) : addDays(answered, 30),
  }
  return [
    { act: 'record', record: 'servicePlan', id, values },
    { act: 'recordStep', record: 'servicePlan', id, to: 'agreed' },
  ]
}

function giving({ draws, worker }: Telling, goal: Goal, from: Date, until: Date): Turn[] {
  const room = until.getTime() - from.getTime()
  if (room < 3 * day) return []
  const times = draws.weighed([
    [0, 2],
    [1, 4],
    [2, 3],
    [3, 1],
  ])
  return Array.from({ length: times }, (): Turn => {
    const at = inOfficeHours(draws, later(from, (room * draws.between(2, 95)) / 100), from, until)
    const cost = draws.between(...goal.cost)
    const values = {
      service: goal.service,
      deliveredOn: dayOf(at),
      goal: goal.id,
      giver: goal.giver,
      quantity: goal.unit === 'item' ? draws.between(1, 3) : 1,
      unit: goal.unit,
      ...(cost > 0 ? { cost } : {}),
    }
    return { at, by: worker, acts: [{ act: 'record', record: 'serviceDelivered', id: draws.id(), values }] }
  })
}

/** What is needed, planned and given in a case, and which goals were reached before its end. */
export function planningServices(
  all: Telling,
  milestones: readonly Milestone[],
  handed: Date | null,
): Turn[] {
  const telling = { ...all, draws: all.draws.stream('services') }
  const { draws, worker, person, now } = telling
  const at = (state: string): Date | undefined => milestones.find(({ to }) => to === state)?.at
  const [assessed, planned, closed] = [at('assessed'), at('planned'), at('closed')]
  if (assessed === undefined) return []
  const wanted = draws.some([...offers, ...(person.child ? forChildren : forAdults)], draws.between(1, 3))
  const needs: Turn = { at: assessed, by: worker, acts: assessing(telling, assessed, wanted) }
  if (planned === undefined) return [needs]
  const ended = closed ?? null
  const goals = wanted.map((offer): Goal => ({ ...offer, id: draws.id() }))
  const plan: Turn = {
    at: planned,
    by: worker,
    acts: [
      ...goals.flatMap((goal) => proposing(telling, planned, goal, ended)),
      ...agreeing(telling, planned, ended),
    ],
  }
  const until = later(closed ?? handed ?? now, -2 * 3_600_000)
  const given = goals.flatMap((goal) => giving(telling, goal, planned, until))
  const reached = goals.filter(() => draws.percent(closed === undefined ? 12 : 85))
  const end = until > planned ? until : later(planned, 60_000)
  const reaching: Turn = {
    at: end,
    by: worker,
    acts: reached.map(({ id }) => ({
      act: 'recordStep',
      record: 'supportPlan',
      id,
      to: 'reached',
      values: { actualEnd: dayOf(end) },
    })),
  }
  return [needs, plan, ...given, ...(reached.length > 0 && end < now ? [reaching] : [])]
}
