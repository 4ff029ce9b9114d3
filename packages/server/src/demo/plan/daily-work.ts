import { addDays, type NoteKind, type TaskKind } from '@setu/vocabulary'
import { dayOf } from '../../platform/index.ts'
import type { DemoPerson } from '../directory.ts'
import { day, inOfficeHours, later } from './moments.ts'
import type { Act, Turn } from './story.ts'
import { note, type Telling } from './telling.ts'

const kinds: readonly (readonly [NoteKind, number])[] = [
  ['general', 5],
  ['survivorWords', 4],
  ['psychosocial', 4],
  ['safety', 3],
  ['contactAttempt', 3],
  ['medical', 3],
  ['legal', 2],
  ['policeLiaison', 2],
  ['shelter', 2],
  ['livelihood', 2],
]

/** A task set at one meeting and done by the last, where there are two. */
function keptTask({ draws }: Telling, meetings: readonly Date[]): readonly (readonly [Date, Act])[] {
  const [first, last] = [meetings[0], meetings.at(-1)]
  if (first === undefined || last === undefined || first === last) return []
  const id = draws.id()
  const kind = draws.pick(['followUp', 'reviewPlan', 'safetyCheck'] as const)
  return [
    [first, { act: 'task', id, kind, dueOn: dayOf(last) }],
    [last, { act: 'taskDone', id }],
  ]
}

/** The meetings between the assessment and the end: what was noted at each, and promises made and kept. */
export function workBetween(telling: Telling, from: Date, until: Date): Turn[] {
  const { draws, directory, brief, worker, opened, tracing } = telling
  const room = until.getTime() - from.getTime()
  if (room < 2 * day) return []
  const many = draws.between(1, Math.min(3, 1 + Math.floor(room / (100 * day))))
  const meetings = Array.from({ length: many }, () =>
    inOfficeHours(draws, later(from, (room * draws.between(3, 90)) / 100), from, until),
  ).toSorted((one, other) => one.getTime() - other.getTime())
  const family = meetings.find((at) => at.getTime() - opened.getTime() < 150 * day)
  const kept = keptTask(telling, meetings)
  const turns = meetings.map(
    (at): Turn => ({
      at,
      by: worker,
      acts: [
        note(telling, draws.weighed(kinds)),
        ...(tracing && at === family && draws.percent(60) ? [note(telling, 'family')] : []),
        ...kept.filter(([when]) => when === at).map(([, act]) => act),
      ],
    }),
  )
  if (!draws.percent(12)) return turns
  const looked = inOfficeHours(draws, later(from, room * 0.7), from, until)
  const supervising = {
    at: looked,
    by: directory.supervisorOf(brief.unit),
    acts: [note(telling, 'supervision')],
  }
  return [...turns, supervising]
}

const promises: readonly TaskKind[] = [
  'followUp',
  'reviewPlan',
  'safetyCheck',
  'reassessRisk',
  'renewConsent',
  'tracePerson',
]

/** The promises that stand open on the day of loading: some overdue, some due today, most of them later. */
export function openTasks(telling: Telling, by: DemoPerson, from: Date): Turn[] {
  const { draws, brief, person, now } = telling
  const drawn = (): readonly [TaskKind, number] => [
    draws.pick(person.child ? [...promises, 'bestInterests'] : promises),
    draws.weighed([
      [-draws.between(1, 20), 3],
      [0, 2],
      [draws.between(1, 3), 3],
      [draws.between(4, 45), 9],
    ]),
  ]
  const tasks =
    brief.tasks ??
    Array.from(
      {
        length: draws.weighed([
          [0, 2],
          [1, 5],
          [2, 2],
        ]),
      },
      drawn,
    )
  if (tasks.length === 0) return []
  const first = Math.min(0, ...tasks.map(([, days]) => days))
  const set = later(now, (first - draws.between(1, 10)) * day)
  const at = set > from ? set : later(from, Math.min(3_600_000, (now.getTime() - from.getTime()) / 2))
  const acts = tasks.map(([kind, days]): Act => {
    return { act: 'task', id: draws.id(), kind, dueOn: addDays(dayOf(now), days) }
  })
  return [{ at, by, acts }]
}
