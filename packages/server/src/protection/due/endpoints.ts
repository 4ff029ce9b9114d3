import { board, myDay, noteAdd, taskAdd, taskDone, workingRules, written } from '@setu/records/api'
import { type Endpoint, endpoint, ok } from '../../platform/index.ts'
import { caseAddress, itemAddress } from '../addresses.ts'
import { addNote } from '../notes/note-store.ts'
import { readMyDay } from './my-day.ts'
import { readBoard } from './read-due.ts'
import { addTask, finishTask } from './tasks.ts'
import { readWorkingRules } from './working-rules.ts'

const writing = { part: 'status', relations: ['own', 'supervise'], writes: true } as const

export const dueEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'myDay.read',
    method: 'GET',
    path: '/my-day',
    summary: 'What is due, what waits, what changed',
    access: { part: 'status', relations: ['signedIn'], writes: false },
    answers: myDay,
    run: async (work) => ok(await readMyDay(work)),
  }),
  endpoint({
    name: 'board.read',
    method: 'GET',
    path: '/board',
    summary: 'Promises by who holds them',
    access: { part: 'status', relations: ['supervise'], writes: false, roles: ['supervisor'] },
    answers: board,
    run: async (work) => ok(await readBoard(work)),
  }),
  endpoint({
    name: 'rules.now',
    method: 'GET',
    path: '/rules/now',
    summary: 'The rules in force today by which screens ask their questions',
    access: { part: 'none', relations: ['signedIn'], writes: false },
    answers: workingRules,
    run: async (work) => ok(await readWorkingRules(work)),
  }),
  endpoint({
    name: 'tasks.add',
    method: 'POST',
    path: '/cases/:org/:id/tasks',
    summary: 'Set a task',
    access: writing,
    params: caseAddress,
    body: taskAdd,
    answers: written,
    run: async (work, { params, body }) => ok(await addTask(work, params, body)),
  }),
  endpoint({
    name: 'tasks.done',
    method: 'POST',
    path: '/cases/:org/:id/tasks/:item/done',
    summary: 'Mark a task as done',
    access: writing,
    params: itemAddress,
    body: taskDone,
    answers: written,
    run: async (work, { params, body }) => ok(await finishTask(work, params, params.item, body)),
  }),
  endpoint({
    name: 'notes.add',
    method: 'POST',
    path: '/cases/:org/:id/notes',
    summary: 'Add a note',
    access: { part: 'various', relations: ['own', 'supervise'], writes: true },
    params: caseAddress,
    body: noteAdd,
    answers: written,
    run: async (work, { params, body }) => ok(await addNote(work, params, body)),
  }),
]
