import { addDays, type NoteKind, type TaskKind } from '@setu/vocabulary'
import { dayOf } from '../../platform/index.ts'
import type { DemoPerson } from '../directory.ts'
import { day, inOfficeHours, later } from './moments.ts'
import type { Turn } from './story.ts'
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

function keptTask({ draws, worker }: Telling, from: Date, until: Date): Turn[] {
  const room = until.getTime() - from.getTime()
  const id = draws.id()
  const done = inOfficeHours(draws, later(from, room * 0.6), later(from, room * 0.4), until)
  const kind = draws.pick(['followUp', 'reviewPlan', 'safetyCheck'] as const)
  return [
    { at: later(from, room * 0.3), by: worker, acts: [{ act: 'task', id, kind, dueOn: dayOf(done) }] },
    { at: done, by: worker, acts: [{ act: 'taskDone', id }] },
  ]
}

/** Notes and kept promises between the assessment and the end. */
export function workBetween(telling: Telling, from: Date, until: Date): Turn[] {
  const { draws, directory, brief, worker, opened, tracing } = telling
  const room = until.getTime() - from.getTime()
  if (room < 2 * day) return []
  const some = (): Date => inOfficeHours(draws, later(from, (room * draws.between(3, 90)) / 100), from, until)
  const written = (by: DemoPerson, kind: NoteKind, at = some()): Turn => ({
    at,
    by,
    acts: [note(telling, kind)],
  })
  const many = draws.between(1, Math.min(4, 1 + Math.floor(room / (60 * day))))
  const turns = Array.from({ length: many }, () => written(worker, draws.weighed(kinds)))
  const early = later(from, Math.min(room * 0.3, 40 * day))
  if (tracing && draws.percent(50) && early.getTime() - opened.getTime() < 300 * day) {
    turns.push(written(worker, 'family', early))
  }
  if (draws.percent(12)) turns.push(written(directory.supervisorOf(brief.unit), 'supervision'))
  return room > 30 * day && draws.percent(60) ? [...turns, ...keptTask(telling, from, until)] : turns
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
  const tasks = brief.tasks ?? Array.from({ length: draws.between(0, 2) }, drawn)
  return tasks.map(([kind, days]) => {
    const set = later(now, (Math.min(days, 0) - draws.between(1, 10)) * day)
    const dueOn = addDays(dayOf(now), days)
    const at = set > from ? set : later(from, Math.min(3_600_000, (now.getTime() - from.getTime()) / 2))
    return { at, by, acts: [{ act: 'task', id: draws.id(), kind, dueOn }] }
  })
}
