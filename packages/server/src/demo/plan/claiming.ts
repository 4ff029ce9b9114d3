import { addDays } from '@setu/vocabulary'
import { dayOf } from '../../platform/index.ts'
import { accusationWords } from '../words-table.ts'
import type { Milestone } from './case-path.ts'
import { day, later } from './moments.ts'
import type { Act, Turn } from './story.ts'
import type { Telling } from './telling.ts'

/** Of what people are accused who come from there, and how often. */
const accusedOf: Readonly<
  Record<string, { readonly offences: readonly string[]; readonly percent: number }>
> = {
  'scam compounds': { offences: ['onlineFraud', 'illegalStay'], percent: 45 },
  'sexual exploitation in India': { offences: ['illegalEntry', 'prostitution'], percent: 20 },
  'home work in the Gulf': { offences: ['leftEmployer', 'illegalStay'], percent: 15 },
  'the boats of the Bay': { offences: ['illegalEntry'], percent: 20 },
  'men on building sites abroad': { offences: ['workWithoutPermit', 'illegalStay'], percent: 15 },
  'boys made to beg': { offences: ['begging', 'theft'], percent: 25 },
}

/** Claims that somebody was made to do what they are accused of. What is closed was settled before. */
export function claimingFor(all: Telling, milestones: readonly Milestone[], handed: Date | null): Turn[] {
  const telling = { ...all, draws: all.draws.stream('claims') }
  const { draws, brief, person, worker, directory, now } = telling
  const known = accusedOf[brief.profile]
  const at = (state: string): Date | undefined => milestones.find(({ to }) => to === state)?.at
  const [active, closed] = [at('active'), at('closed')]
  if (known === undefined || active === undefined || handed !== null || !draws.percent(known.percent))
    return []
  const room = (closed ?? now).getTime() - active.getTime()
  if (room < 20 * day) return []
  const id = draws.id()
  const record = 'nonPunishmentClaim'
  const moment = (share: number): Date => later(active, room * share)
  const step = (to: string, values: Readonly<Record<string, unknown>>): Act => ({
    act: 'recordStep',
    record,
    id,
    to,
    values,
  })
  const turn = (share: number, act: Act): Turn => ({ at: moment(share), by: worker, acts: [act] })
  const open = closed === undefined
  const nextBy = open ? addDays(dayOf(now), draws.between(-3, 12)) : dayOf(moment(0.4))
  const raised = turn(0.15, {
    act: 'record',
    record,
    id,
    values: {
      offences: known.offences,
      link: person.child ? 'child' : draws.pick(['forced', 'consequence', 'noOtherWay'] as const),
      accusedBy: draws.pick(['police', 'immigration', 'borderGuard'] as const),
      stage: draws.pick(['held', 'accused', 'charged'] as const),
      raisedOn: dayOf(moment(0.15)),
      words: person.say(draws.pick(accusationWords)),
      caseNumber: `${draws.between(1, 90)}(${draws.between(1, 12)})/2026`,
      nextStep: draws.pick(['findLawyer', 'gather', 'letter', 'petition'] as const),
      nextOwner: 'caseworker',
      nextBy,
      told: ['survivor', 'management'],
    },
  })
  const supported = turn(
    0.4,
    step('supported', {
      grounds: draws.some(['identified', 'indicators', 'papers', 'others'] as const, 2),
      supportedBy: draws.pick(['us', 'legalAid'] as const),
      supportedOn: dayOf(moment(0.4)),
    }),
  )
  const outcome = draws.pick(['released', 'chargeDropped', 'discharged'] as const)
  const decided = { decidedBy: draws.pick(['prosecutor', 'court'] as const), decidedOn: dayOf(moment(0.7)) }
  const accepted = {
    ...turn(0.7, step('accepted', { ...decided, outcome })),
    by: directory.supervisorOf(brief.unit),
  }
  return open ? [raised, supported].slice(0, draws.between(1, 2)) : [raised, supported, accepted]
}
