import { addDays } from '@setu/vocabulary'
import { dayOf } from '../../platform/index.ts'
import { planWords } from '../words-table.ts'
import type { Milestone } from './case-path.ts'
import { day, hour, inOfficeHours, later } from './moments.ts'
import type { Act, Turn } from './story.ts'
import type { Telling } from './telling.ts'

const came = ['supervisor', 'counsellor', 'childProtection', 'interpreter'] as const

/** A conference that was held and decided something, in every few cases; in some one is planned. */
export function conferringAbout(all: Telling, milestones: readonly Milestone[], handed: Date | null): Turn[] {
  const telling = { ...all, draws: all.draws.stream('conferences') }
  const { draws, person, worker, now } = telling
  const at = (state: string): Date | undefined => milestones.find(({ to }) => to === state)?.at
  const [active, closed] = [at('active'), at('closed')]
  const end = closed ?? now
  if (active === undefined || handed !== null || end.getTime() - active.getTime() < 20 * day) return []
  if (!draws.percent(22)) return []
  const room = end.getTime() - active.getTime()
  const moment = (share: number): Date => inOfficeHours(draws, later(active, room * share), active, end)
  const [asked, held, done] = [moment(0.2), moment(0.4), moment(0.6)]
  if (asked >= held || held >= done) return []
  const [conference, decision] = [draws.id(), draws.id()]
  const say = () => person.say(draws.pick(planWords).actions)
  const guests = draws.some(came, draws.between(1, 2)).map((post) => ({ post, id: draws.id() }))
  const step =
    (record: 'caseConference' | 'conferenceGuest' | 'conferenceDecision') =>
    (id: string, to: string, values: Readonly<Record<string, unknown>> = {}): Act => ({
      act: 'recordStep',
      record,
      id,
      to,
      values,
    })
  const planned = (id: string, on: string): Act => ({
    act: 'record',
    record: 'caseConference',
    id,
    values: {
      plannedOn: on,
      reason: person.child ? 'child' : draws.pick(['planReview', 'risk', 'return'] as const),
      means: draws.pick(['room', 'phone'] as const),
      topics: ['services', 'risk'],
      agenda: say(),
    },
  })
  const turns: Turn[] = [
    {
      at: asked,
      by: worker,
      acts: [
        planned(conference, dayOf(held)),
        ...guests.map(
          ({ post, id }): Act => ({
            act: 'record',
            record: 'conferenceGuest',
            id,
            values: { conference, post },
          }),
        ),
      ],
    },
    {
      at: held,
      by: worker,
      acts: [
        ...guests.map(({ id }) => step('conferenceGuest')(id, draws.percent(85) ? 'came' : 'away')),
        step('caseConference')(conference, 'held', {
          heldOn: dayOf(held),
          wish: draws.pick(['comes', 'partly', 'wordsOnly', 'stays'] as const),
          minutes: say(),
        }),
        {
          act: 'record',
          record: 'conferenceDecision',
          id: decision,
          values: {
            conference,
            words: say(),
            owner: draws.pick(['caseworker', 'supervisor'] as const),
            dueOn: dayOf(done),
          },
        },
      ],
    },
    { at: done, by: worker, acts: [step('conferenceDecision')(decision, 'done', { doneOn: dayOf(done) })] },
  ]
  if (closed !== undefined || !draws.percent(35)) return turns
  const next = later(now, -draws.between(3, 40) * hour)
  const ahead: Act = planned(draws.id(), addDays(dayOf(now), draws.between(1, 9)))
  return next > done ? [...turns, { at: next, by: worker, acts: [ahead] }] : turns
}
