import { caseload } from '@setu/records/api'
import { type Endpoint, endpoint, ok } from '../../platform/index.ts'
import { readCaseload } from './read-caseload.ts'

/** Who carries how much of the work. */
export const caseloadEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'caseload.read',
    method: 'GET',
    path: '/caseload',
    summary: 'Open cases by who works them, how much work each is, and what is late',
    access: {
      part: 'status',
      relations: ['own', 'supervise'],
      writes: false,
      roles: ['caseworker', 'supervisor'],
    },
    answers: caseload,
    run: async (work) => ok(await readCaseload(work)),
  }),
]
