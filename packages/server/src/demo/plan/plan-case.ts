import { dayOf } from '../../platform/index.ts'
import type { Draws } from '../draws.ts'
import { type Profile, profiles } from '../profiles-table.ts'
import { milestonesOf, reaching } from './case-path.ts'
import { decidingForChild } from './children.ts'
import { claimingFor } from './claiming.ts'
import { conferringAbout } from './conferring.ts'
import { openTasks, workBetween } from './daily-work.ts'
import { drawPerson } from './draw-person.ts'
import { handingOver } from './hand-over.ts'
import { livingAfter } from './living.ts'
import { day, hour, inOfficeHours, later } from './moments.ts'
import { openingOf } from './open-case.ts'
import { payingFor } from './paying.ts'
import { planReferral } from './plan-referral.ts'
import { lookingAtRisk } from './risk.ts'
import { planningServices } from './services.ts'
import type { CaseBrief, Story, Turn } from './story.ts'
import type { Stage, Telling } from './telling.ts'

function profileOf({ profile }: CaseBrief): Profile {
  const found = profiles.find(({ key }) => key === profile)
  if (!found) throw new TypeError(`no such profile: ${profile}`)
  return found
}

/** Bangla is what most files are written in; some offices write English. */
const banglaShare = 65

function beginTelling(stage: Stage, brief: CaseBrief, draws: Draws): Telling {
  const { now, directory } = stage
  const profile = profileOf(brief)
  const unit = directory.unit(brief.unit)
  const wanted = later(now, -brief.openedHoursAgo * hour)
  const opened =
    brief.openedHoursAgo < 72 ? wanted : inOfficeHours(draws, wanted, new Date(0), later(now, -hour))
  const abroad = profile.nationality === 'undetermined'
  const person = drawPerson(draws.stream('person'), {
    profile,
    homeDistrict: unit.district ?? 'BD3026',
    foundDistrict: abroad ? null : unit.district,
    opened: dayOf(opened),
    bangla: draws.percent(banglaShare),
    age: brief.age,
  })
  const worker = directory.person(brief.worker)
  return { ...stage, draws, brief, person, worker, opened, tracing: draws.percent(60) }
}

/** A colleague was given the case as well, and has yet to say whether they know anyone in it. */
function givingAlso({ draws, directory, brief, now }: Telling): Turn[] {
  if (brief.alsoGiven === undefined) return []
  const to = directory.person(brief.alsoGiven)
  const acts = [{ act: 'assign' as const, id: draws.id(), to }]
  return [{ at: later(now, -draws.between(2, 20) * hour), by: directory.supervisorOf(brief.unit), acts }]
}

const ofTheirDay: readonly string[] = [
  'riskAssessment',
  'training',
  'startUp',
  'employment',
  'reintegration',
  'followUp',
  'tracingAttempt',
  'sustainability',
  'payment',
  'compensation',
  'nonPunishmentClaim',
  'caseConference',
  'conferenceDecision',
]

/** Whether something is of its day: what was agreed to, or looked at, on a day is not told of an earlier one. */
const dated = ({ acts }: Turn): boolean =>
  acts.some(
    (act) =>
      act.act === 'consents' ||
      act.act === 'session' ||
      ((act.act === 'record' || act.act === 'recordStep') && ofTheirDay.includes(act.record)),
  )

const steps = ({ acts }: Turn): boolean => acts.some(({ act }) => act === 'state')

/** What the same person did within a day and a half long ago is told as done at once; two steps of a case never are. */
function together(turns: readonly Turn[], now: Date): Turn[] {
  const ordered = turns.toSorted((first, second) => first.at.getTime() - second.at.getTime())
  return ordered.reduce<Turn[]>((told, turn) => {
    const before = told.at(-1)
    const soon = before !== undefined && turn.at.getTime() - before.at.getTime() < 36 * hour
    const recent = now.getTime() - turn.at.getTime() < 7 * day
    const stepsTwice = before !== undefined && steps(before) && steps(turn)
    if (!soon || before.by !== turn.by || recent || dated(turn) || stepsTwice) return [...told, turn]
    return [...told.slice(0, -1), { ...before, acts: [...before.acts, ...turn.acts] }]
  }, [])
}

/** The whole story of a case: every turn in it, by whom and when, up to the moment of loading. */
export function planCase(stage: Stage, brief: CaseBrief, seed: Draws): Story {
  const draws = seed.stream(`case ${brief.key}`)
  const id = draws.id()
  const telling = beginTelling(stage, brief, draws)
  const { now, directory, opened, person, worker } = telling
  const milestones = milestonesOf(telling)
  const at = (state: string): Date | undefined => milestones.find(({ to }) => to === state)?.at
  const closed = at('closed')
  const begun = at('assessed') ?? later(opened, hour / 2)
  const handed = brief.transfer === undefined ? null : (milestones.at(-1)?.at ?? begun)
  const ended = closed ?? handed
  const until = ended === null ? later(now, -60_000) : later(ended, -12 * hour)
  const setting = { directory, person, worker, now, from: begun, until }
  const { turns: handover, newWorker } = handingOver(telling, handed ?? now)
  const opening = openingOf(telling)
  const turns = [
    opening,
    ...decidingForChild(telling, opening),
    ...lookingAtRisk(telling, milestones, handed),
    ...planningServices(telling, milestones, handed),
    ...livingAfter(telling, milestones, handed),
    ...payingFor(telling, milestones, handed),
    ...claimingFor(telling, milestones, handed),
    ...conferringAbout(telling, milestones, handed),
    ...milestones.flatMap((milestone) => reaching(telling, milestone)),
    ...brief.referrals.flatMap((one) => planReferral(draws, one, setting)),
    ...workBetween(telling, begun, closed ?? handed ?? at('onHold') ?? later(now, -2 * hour)),
    ...handover,
    ...givingAlso(telling),
    ...(brief.path === 'closed' || handed !== null
      ? []
      : openTasks(telling, newWorker ?? worker, milestones.at(-1)?.at ?? begun)),
  ]
  return {
    key: brief.key,
    id,
    org: directory.unit(brief.unit).org,
    unit: brief.unit,
    path: brief.path,
    referralEnds: brief.referrals.map(({ end }) => end),
    turns: together(turns, now),
  }
}
