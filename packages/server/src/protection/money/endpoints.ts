import { budgetLineAdd, budgetLineClose, budgetLineList, moneyBook, written } from '@setu/records/api'
import { type Endpoint, endpoint, made, ok } from '../../platform/index.ts'
import { addLine, closeLine, linesOf } from './line-store.ts'
import { readMoney } from './read-money.ts'

const keeping = {
  part: 'none',
  relations: ['signedIn'],
  writes: true,
  roles: ['supervisor', 'programmeManager'],
} as const

/** Lines that money is paid from, and what was paid, for those who answer for it. Payments themselves are records of a case. */
export const moneyEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'money.lines',
    method: 'GET',
    path: '/money/lines',
    summary: 'The budget lines of one’s own organisation',
    access: {
      part: 'none',
      relations: ['signedIn'],
      writes: false,
      roles: ['caseworker', 'supervisor', 'programmeManager'],
    },
    answers: budgetLineList,
    run: async (work) => ok(await linesOf(work)),
  }),
  endpoint({
    name: 'money.addLine',
    method: 'POST',
    path: '/money/lines',
    summary: 'Add a budget line',
    access: keeping,
    body: budgetLineAdd,
    answers: written,
    run: async (work, { body }) => made(await addLine(work, body)),
  }),
  endpoint({
    name: 'money.closeLine',
    method: 'POST',
    path: '/money/lines/close',
    summary: 'Close a budget line',
    access: keeping,
    body: budgetLineClose,
    answers: written,
    run: async (work, { body }) => ok(await closeLine(work, body.line, body.base)),
  }),
  endpoint({
    name: 'money.read',
    method: 'GET',
    path: '/money',
    summary: 'What was asked for, approved and paid, added up by case, unit and line',
    access: { part: 'narrative', relations: ['supervise'], writes: false, roles: ['supervisor'] },
    answers: moneyBook,
    run: async (work) => ok(await readMoney(work)),
  }),
]
