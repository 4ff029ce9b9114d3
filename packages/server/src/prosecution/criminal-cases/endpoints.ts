import {
  accusedKeep,
  casesQuery,
  criminalChange,
  criminalCounted,
  criminalList,
  criminalOpen,
  criminalOpened,
  criminalReadings,
  criminalView,
  custodyStep,
  offenceAdd,
  offenceStep,
  officeAdd,
  officeEnd,
  officeOptions,
  readingsQuery,
  written,
} from '@setu/records/api'
import { type Endpoint, endpoint, made, ok } from '../../platform/index.ts'
import { criminalAddress, criminalItemAddress } from '../addresses.ts'
import { changeCriminalCase } from './change-criminal-case.ts'
import { keepAccused } from './keep-accused.ts'
import { countCriminalCases, listCriminalCases } from './list-criminal-cases.ts'
import { addOffice, endOffice, officesToAsk } from './offices.ts'
import { openCriminalCase } from './open-criminal-case.ts'
import { readCriminalCase } from './read-criminal-case.ts'
import { readReadings } from './read-readings.ts'
import { stepCustody } from './step-custody.ts'
import { addOffence, stepOffence } from './step-offence.ts'

const writing = { part: 'none', relations: ['signedIn'], writes: true } as const
const reading = { ...writing, writes: false } as const

/** Criminal cases: for the offices that work on them, and for nobody else. */
export const criminalCaseEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'criminal.list',
    method: 'GET',
    path: '/criminal-cases',
    summary: 'The criminal cases of one’s offices, the latest first',
    access: reading,
    query: casesQuery,
    answers: criminalList,
    run: async (work, { query }) => ok(await listCriminalCases(work, query)),
  }),
  endpoint({
    name: 'criminal.counts',
    method: 'GET',
    path: '/criminal-counts',
    summary: 'How many cases and how many persons of one’s offices stand where, and how they ended',
    access: reading,
    answers: criminalCounted,
    run: async (work) => ok(await countCriminalCases(work)),
  }),
  endpoint({
    name: 'criminal.readings',
    method: 'GET',
    path: '/criminal-readings',
    summary: 'Who opened names of accused persons and orders, for whoever guards the data',
    access: { ...reading, roles: ['dataProtectionOfficer'] },
    query: readingsQuery,
    answers: criminalReadings,
    run: async (work, { query }) => ok(await readReadings(work, query)),
  }),
  endpoint({
    name: 'criminal.offices',
    method: 'GET',
    path: '/criminal-offices',
    summary: 'Offices that could be brought into a criminal case, and at which tasks',
    access: { ...reading, roles: ['policeInvestigator', 'prosecutor'] },
    answers: officeOptions,
    run: async (work) => ok({ items: await officesToAsk(work) }),
  }),
  endpoint({
    name: 'criminal.open',
    method: 'POST',
    path: '/criminal-cases',
    summary: 'Write a criminal case down for one’s own unit, which investigates it',
    access: { ...writing, roles: ['policeInvestigator'] },
    body: criminalOpen,
    answers: criminalOpened,
    run: async (work, { body }) => made(await openCriminalCase(work, body)),
  }),
  endpoint({
    name: 'criminal.read',
    method: 'GET',
    path: '/criminal-cases/:org/:id',
    summary:
      'A criminal case with every accused, every offence and every step, as far as one’s office may see it',
    access: reading,
    params: criminalAddress,
    answers: criminalView,
    run: async (work, { params }) => ok(await readCriminalCase(work, params)),
  }),
  endpoint({
    name: 'criminal.change',
    method: 'POST',
    path: '/criminal-cases/:org/:id',
    summary: 'Correct what a criminal case is known by and what it is about',
    access: writing,
    params: criminalAddress,
    body: criminalChange,
    answers: written,
    run: async (work, { params, body }) => ok(await changeCriminalCase(work, params, body)),
  }),
  endpoint({
    name: 'criminal.addOffice',
    method: 'POST',
    path: '/criminal-cases/:org/:id/offices',
    summary: 'Bring an office into a criminal case',
    access: writing,
    params: criminalAddress,
    body: officeAdd,
    answers: written,
    run: async (work, { params, body }) => ok(await addOffice(work, params, body)),
  }),
  endpoint({
    name: 'criminal.endOffice',
    method: 'POST',
    path: '/criminal-cases/:org/:id/offices/end',
    summary: 'End what an office does in a criminal case',
    access: writing,
    params: criminalAddress,
    body: officeEnd,
    answers: written,
    run: async (work, { params, body }) => ok(await endOffice(work, params, body)),
  }),
  endpoint({
    name: 'criminal.keepAccused',
    method: 'POST',
    path: '/criminal-cases/:org/:id/accused',
    summary: 'Add somebody who is accused, or correct what is known of them',
    access: writing,
    params: criminalAddress,
    body: accusedKeep,
    answers: written,
    run: async (work, { params, body }) => ok(await keepAccused(work, params, body)),
  }),
  endpoint({
    name: 'criminal.addOffence',
    method: 'POST',
    path: '/criminal-cases/:org/:id/offences',
    summary: 'Write down of what an accused is accused',
    access: writing,
    params: criminalAddress,
    body: offenceAdd,
    answers: written,
    run: async (work, { params, body }) => ok(await addOffence(work, params, body)),
  }),
  endpoint({
    name: 'criminal.stepOffence',
    method: 'POST',
    path: '/criminal-cases/:org/:id/offences/:item/step',
    summary: 'Take one accused a stage further for one offence',
    access: writing,
    params: criminalItemAddress,
    body: offenceStep,
    answers: written,
    run: async (work, { params, body }) => ok(await stepOffence(work, params, body)),
  }),
  endpoint({
    name: 'criminal.stepCustody',
    method: 'POST',
    path: '/criminal-cases/:org/:id/accused/:item/custody',
    summary: 'Write down where an accused is now',
    access: writing,
    params: criminalItemAddress,
    body: custodyStep,
    answers: written,
    run: async (work, { params, body }) => ok(await stepCustody(work, params, body)),
  }),
]
