import { printAsk, printed } from '@setu/records/api'
import { type Endpoint, endpoint, ok } from '../../platform/index.ts'
import { caseAddress } from '../addresses.ts'
import { printPaper } from './print-paper.ts'

/** Papers that are made from a case: each one is a reading with a reason. */
export const printEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'prints.make',
    method: 'POST',
    path: '/cases/:org/:id/print',
    summary:
      'Make a referral letter, a service plan, a closure summary or the minutes of a conference to be printed',
    access: { part: 'narrative', relations: ['own', 'supervise'], writes: false },
    params: caseAddress,
    body: printAsk,
    answers: printed,
    run: async (work, { params, body }) => ok(await printPaper(work, params, body)),
  }),
]
