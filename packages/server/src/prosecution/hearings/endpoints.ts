import { causeList, causeQuery, hearingKeep, hearingList, written } from '@setu/records/api'
import { type Endpoint, endpoint, ok } from '../../platform/index.ts'
import { criminalAddress } from '../addresses.ts'
import { keepHearing } from './keep-hearing.ts'
import { readCauseList, readHearings } from './read-hearings.ts'

const reading = { part: 'none', relations: ['signedIn'], writes: false } as const

/** Days in court. */
export const hearingEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'hearings.list',
    method: 'GET',
    path: '/criminal-cases/:org/:id/hearings',
    summary:
      'The days in court of a criminal case: held or put off, by whom and why, and which witnesses came',
    access: reading,
    params: criminalAddress,
    answers: hearingList,
    run: async (work, { params }) => ok({ items: await readHearings(work, params) }),
  }),
  endpoint({
    name: 'hearings.keep',
    method: 'POST',
    path: '/criminal-cases/:org/:id/hearings',
    summary: 'Write a day in court down, and the next one where it was set',
    access: { ...reading, writes: true },
    params: criminalAddress,
    body: hearingKeep,
    answers: written,
    run: async (work, { params, body }) => ok(await keepHearing(work, params, body)),
  }),
  endpoint({
    name: 'hearings.causeList',
    method: 'GET',
    path: '/cause-list',
    summary: 'What is before the courts on a day, of the cases of one’s offices',
    access: reading,
    query: causeQuery,
    answers: causeList,
    run: async (work, { query }) => ok(await readCauseList(work, query)),
  }),
]
