import { accessRules } from '@setu/records/api'
import { type Endpoint, endpoint, ok } from '../../platform/index.ts'
import { readAccessRules } from './access-store.ts'

export const accessEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'access.list',
    method: 'GET',
    path: '/access',
    summary: 'Who may see what of a case: the table by which the database decides',
    access: { part: 'none', relations: ['signedIn'], writes: false },
    answers: accessRules,
    run: async (work) => ok(await readAccessRules(work)),
  }),
]
