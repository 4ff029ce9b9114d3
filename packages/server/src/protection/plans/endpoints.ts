import { approvalList, approvalSet, written } from '@setu/records/api'
import { type Endpoint, endpoint, ok } from '../../platform/index.ts'
import { layDownApprovals, readApprovals } from './read-approvals.ts'

export const approvalEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'approvals.list',
    method: 'GET',
    path: '/approvals',
    summary: 'What is approved here by somebody else, and what waits for one’s word',
    access: { part: 'none', relations: ['signedIn'], writes: false },
    answers: approvalList,
    run: async (work) => ok(await readApprovals(work)),
  }),
  endpoint({
    name: 'approvals.layDown',
    method: 'POST',
    path: '/approvals/rules',
    summary: 'Lay down from today on what is approved in one’s own organisation',
    access: { part: 'none', relations: ['signedIn'], writes: true, roles: ['technicalAdministrator'] },
    body: approvalSet,
    answers: written,
    run: async (work, { body }) => ok(await layDownApprovals(work, body)),
  }),
]
