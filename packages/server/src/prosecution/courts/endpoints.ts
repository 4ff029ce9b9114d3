import { courtAdd, courtList, written } from '@setu/records/api'
import { type Endpoint, endpoint, ok } from '../../platform/index.ts'
import { addCourt } from './add-court.ts'
import { courtRows } from './court-store.ts'

const reading = { part: 'none', relations: ['signedIn'], writes: false } as const

/** The register of courts. */
export const courtEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'courts.list',
    method: 'GET',
    path: '/courts',
    summary: 'The courts that cases may lie with',
    access: reading,
    answers: courtList,
    run: async (work) => ok({ items: await courtRows(work) }),
  }),
  endpoint({
    name: 'courts.add',
    method: 'POST',
    path: '/courts',
    summary: 'Add a court to the register',
    access: { ...reading, writes: true, roles: ['technicalAdministrator'] },
    body: courtAdd,
    answers: written,
    run: async (work, { body }) => ok(await addCourt(work, body)),
  }),
]
