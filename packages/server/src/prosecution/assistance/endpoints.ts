import {
  assistanceDesk,
  assistanceList,
  assistancePropose,
  assistanceQuery,
  assistanceStep,
  written,
} from '@setu/records/api'
import { type Endpoint, endpoint, ok } from '../../platform/index.ts'
import { criminalAddress, criminalItemAddress } from '../addresses.ts'
import { proposeAssistance } from './propose-assistance.ts'
import { readAssistance, readDesk } from './read-assistance.ts'
import { stepAssistance } from './step-assistance.ts'

const reading = { part: 'none', relations: ['signedIn'], writes: false } as const
const writing = { ...reading, writes: true } as const

/** Requests to other countries: legal assistance and extradition. */
export const assistanceEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'assistance.desk',
    method: 'GET',
    path: '/assistance',
    summary: 'The requests to other countries of one’s cases, the longest without an answer first',
    access: reading,
    query: assistanceQuery,
    answers: assistanceDesk,
    run: async (work, { query }) => ok(await readDesk(work, query)),
  }),
  endpoint({
    name: 'assistance.list',
    method: 'GET',
    path: '/criminal-cases/:org/:id/assistance',
    summary: 'The requests of a criminal case to other countries, with each of their steps',
    access: reading,
    params: criminalAddress,
    answers: assistanceList,
    run: async (work, { params }) => ok({ items: await readAssistance(work, params) }),
  }),
  endpoint({
    name: 'assistance.propose',
    method: 'POST',
    path: '/criminal-cases/:org/:id/assistance',
    summary: 'Propose that another country be asked for help, or to surrender somebody',
    access: writing,
    params: criminalAddress,
    body: assistancePropose,
    answers: written,
    run: async (work, { params, body }) => ok(await proposeAssistance(work, params, body)),
  }),
  endpoint({
    name: 'assistance.step',
    method: 'POST',
    path: '/criminal-cases/:org/:id/assistance/:item/step',
    summary: 'Take a request to another country a stage further',
    access: writing,
    params: criminalItemAddress,
    body: assistanceStep,
    answers: written,
    run: async (work, { params, body }) => ok(await stepAssistance(work, params, body)),
  }),
]
