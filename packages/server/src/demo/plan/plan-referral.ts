import {
  addMonths,
  entryOf,
  type KindOfWork,
  organisationTypes,
  type Part,
  serviceLevels,
  serviceTypes,
  shareableWith,
} from '@setu/vocabulary'
import { dayOf } from '../../platform/index.ts'
import type { DemoDirectory, DemoPerson, DemoUnit } from '../directory.ts'
import type { Draws } from '../draws.ts'
import { feedbackWords, referralWords } from '../words-table.ts'
import type { DrawnPerson } from './draw-person.ts'
import { day, hour, inOfficeHours, later, series } from './moments.ts'
import { sessionsOf } from './sessions.ts'
import type { Act, Answers, ReferralBrief, ReferralEnd, Turn } from './story.ts'

/** What the plan of a referral needs to know of its case. */
export interface ReferralSetting {
  readonly directory: DemoDirectory
  readonly person: DrawnPerson
  readonly worker: DemoPerson
  readonly now: Date
  /** From when on something could be sent, and until when all of it must be over. */
  readonly from: Date
  readonly until: Date
}

type Live = 'sent' | 'acknowledged' | 'accepted' | 'serviceStarted'

const isLive = (end: ReferralEnd): end is Live =>
  end === 'sent' || end === 'acknowledged' || end === 'accepted' || end === 'serviceStarted'

/** How many hours ago a referral was sent that still waits or is under way: least and most. */
const sentAgo: Readonly<Record<Live, Readonly<Record<ReferralBrief['urgency'], readonly [number, number]>>>> =
  {
    sent: { emergency: [0.3, 1.6], urgent: [2, 58], standard: [3, 130] },
    acknowledged: { emergency: [0.8, 2.4], urgent: [14, 70], standard: [20, 170] },
    accepted: { emergency: [2, 20], urgent: [30, 110], standard: [70, 320] },
    serviceStarted: { emergency: [10, 200], urgent: [80, 700], standard: [240, 1400] },
  }

/** The steps on the way to each end, and what each side does at them. */
const waysTo: Readonly<Record<Exclude<ReferralEnd, 'feedbackClosed'>, readonly ReferralEnd[]>> = {
  sent: [],
  acknowledged: ['acknowledged'],
  accepted: ['accepted'],
  declined: ['declined'],
  expired: ['expired'],
  serviceStarted: ['accepted', 'serviceStarted'],
  completed: ['accepted', 'serviceStarted', 'completed'],
  partlyCompleted: ['accepted', 'serviceStarted', 'partlyCompleted'],
  notReached: ['accepted', 'notReached'],
  withdrawnBySurvivor: ['accepted', 'withdrawnBySurvivor'],
  recalled: ['recalled'],
}

function stepsTo(draws: Draws, end: ReferralEnd): readonly ReferralEnd[] {
  if (end === 'feedbackClosed') {
    const before = draws.weighed([
      ['completed', 6],
      ['partlyCompleted', 2],
      ['declined', 2],
      ['notReached', 1],
    ] as const)
    return [...waysTo[before], 'feedbackClosed']
  }
  const way = waysTo[end]
  if (end === 'withdrawnBySurvivor' && draws.percent(30)) return ['withdrawnBySurvivor']
  return way[0] === 'accepted' && draws.percent(30) ? ['acknowledged', ...way] : way
}

/** How long each step takes from the one before it, in milliseconds. */
function delayOf(draws: Draws, step: ReferralEnd, urgency: ReferralBrief['urgency']): number {
  const pace = { emergency: 0.15, urgent: 0.5, standard: 1 }[urgency]
  const expire = serviceLevels.levels[urgency].expire
  switch (step) {
    case 'acknowledged':
      return draws.between(3, 40) * hour * pace
    case 'accepted':
    case 'declined':
      return draws.between(8, 110) * hour * pace
    case 'expired':
      return expire.amount * (expire.unit === 'hours' ? hour : day) + draws.between(25, 40) * hour
    case 'serviceStarted':
      return draws.between(20, 200) * hour * pace
    case 'recalled':
      return draws.between(4, 60) * hour
    default:
      return draws.between(6, 50) * day
  }
}

function partsFor(draws: Draws, unit: DemoUnit, brief: ReferralBrief): Part[] {
  const often: Readonly<Partial<Record<Part, number>>> = {
    identity: 90,
    facts: 100,
    contact: 60,
    protection: 50,
    health: 35,
    legal: 60,
  }
  const drawn = shareableWith(unit.type, brief.service).filter((part) => draws.percent(often[part] ?? 0))
  return drawn.length > 0 ? drawn : ['identity']
}

/** Names are opened by those who care, advise or investigate; everyone else works with less. */
function opensNames(unit: DemoUnit, brief: ReferralBrief): boolean {
  const opening: readonly KindOfWork[] = ['care', 'legal', 'police']
  const kinds = [entryOf(organisationTypes, unit.type).work, entryOf(serviceTypes, brief.service).work]
  return kinds.every((kind) => opening.includes(kind))
}

function purposeOf(unit: DemoUnit, brief: ReferralBrief): Answers['answers'][number]['purpose'] {
  if (unit.type === 'policeUnit') return 'sharePolice'
  if (['legalAid', 'compensation', 'documentation', 'witnessSupport'].includes(brief.service))
    return 'shareLegalAid'
  return brief.service === 'repatriation' ? 'repatriation' : 'shareService'
}

/** Answers of a conversation on the day of a moment, in the way the survivor answers. */
export function conversation(
  draws: Draws,
  person: DrawnPerson,
  at: Date,
  answers: Answers['answers'],
): Answers {
  return {
    answers,
    givenOn: dayOf(at),
    medium: draws.weighed([
      ['spoken', 5],
      ['signature', 3],
      ['thumbprint', 3],
      ['screen', 1],
    ]),
    language: person.language,
    textVersion: '2026-01',
    interpreter: person.language === 'rhg',
    guardianAgreed: person.child ? true : null,
  }
}

/** The day on which an answer runs out when it lasts so many months. */
export function lasting(at: Date, months: number): string {
  return addMonths(dayOf(at), months)
}

function sentAt(draws: Draws, brief: ReferralBrief, setting: ReferralSetting, room: number): Date {
  const { now, from, until } = setting
  if (brief.sentHoursAgo !== undefined) return later(now, -brief.sentHoursAgo * hour)
  if (isLive(brief.end)) {
    const [least, most] = sentAgo[brief.end][brief.urgency]
    const wanted = later(now, -(least + ((most - least) * draws.below(1000)) / 1000) * hour)
    if (wanted >= from) return wanted
    return later(from, ((now.getTime() - from.getTime()) * draws.between(5, 30)) / 100)
  }
  const latest = Math.max(from.getTime(), until.getTime() - room)
  const drawn = new Date(from.getTime() + ((latest - from.getTime()) * draws.below(1000)) / 1000)
  return inOfficeHours(draws, drawn, from, new Date(latest))
}

/** All turns of one referral, from the question about consent to where it stands. */
export function planReferral(draws: Draws, brief: ReferralBrief, setting: ReferralSetting): Turn[] {
  const { directory, person, worker, now, until } = setting
  const unit = directory.unit(brief.to)
  const receiver = directory.focalOf(brief.to)
  const steps = stepsTo(draws, brief.end)
  const delays = steps.map((step) => delayOf(draws, step, brief.urgency))
  const sent = sentAt(
    draws,
    brief,
    setting,
    delays.reduce((sum, delay) => sum + delay, 0),
  )
  const last = isLive(brief.end) ? later(now, -60_000) : until
  const moments = series(sent, delays, last)
  const referral = draws.id()
  const consent = draws.id()
  const answer = {
    id: consent,
    purpose: purposeOf(unit, brief),
    parts: partsFor(draws, unit, brief),
    recipient: { org: unit.org, unit: unit.unit },
    answer: 'given' as const,
    validUntil: lasting(sent, draws.pick([3, 6, 6, 12])),
  }
  const send: Turn = {
    at: sent,
    by: worker,
    acts: [
      { act: 'consents', answers: conversation(draws, person, sent, [answer]) },
      {
        act: 'send',
        referral,
        to: unit,
        service: brief.service,
        urgency: brief.urgency,
        words: person.say(draws.pick(referralWords)),
      },
    ],
  }
  const turns = steps.map((step, place): Turn => {
    const at = moments[place] ?? last
    if (step === 'expired') return { at, by: 'the clock', acts: [] }
    if (step === 'withdrawnBySurvivor') return { at, by: worker, acts: [{ act: 'withdraw', consent }] }
    if (step === 'sent') throw new TypeError('sending is not a step')
    const mine = step === 'recalled' || step === 'feedbackClosed'
    const ended = step === 'completed' || step === 'partlyCompleted' || step === 'notReached'
    const look: Act[] =
      (step === 'accepted' || step === 'serviceStarted') &&
      answer.parts.includes('identity') &&
      opensNames(unit, brief) &&
      draws.percent(60)
        ? [
            {
              act: 'look',
              part: 'identity',
              reason: unit.type === 'policeUnit' ? 'legalWork' : 'planningCare',
            },
          ]
        : []
    return {
      at,
      by: mine ? worker : receiver,
      acts: [
        {
          act: 'step',
          referral,
          to: step,
          ...(step === 'declined' ? { declineReason: brief.declineReason ?? 'full' } : {}),
          ...(ended ? { words: person.say(draws.pick(feedbackWords)) } : {}),
        },
        ...look,
      ],
    }
  })
  return [send, ...turns, ...givenBetween(draws, { brief, referral, unit, receiver, steps, moments, now })]
}

interface Course {
  readonly brief: ReferralBrief
  readonly referral: string
  readonly unit: DemoUnit
  readonly receiver: DemoPerson
  readonly steps: readonly ReferralEnd[]
  readonly moments: readonly Date[]
  readonly now: Date
}

/** The sessions between the beginning of a service and whatever came next. */
function givenBetween(draws: Draws, { brief, steps, moments, now, ...course }: Course): Turn[] {
  const place = steps.indexOf('serviceStarted')
  const from = moments[place]
  if (from === undefined) return []
  const until = moments[place + 1]
  return sessionsOf(draws, {
    ...course,
    service: brief.service,
    from,
    until: until ?? later(now, -hour),
    goesOn: until === undefined,
  })
}
