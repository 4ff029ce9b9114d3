import {
  alertAnswer,
  alertCount,
  alertList,
  alertsQuery,
  caseAlerts,
  factAdd,
  factBack,
  factList,
  written,
} from '@setu/records/api'
import { type Endpoint, endpoint, ok } from '../../platform/index.ts'
import { criminalAddress, criminalItemAddress } from '../addresses.ts'
import { answerAlert } from './answer-alert.ts'
import { addFact, readFacts, takeFactBack } from './keep-fact.ts'
import { countAlerts, listAlerts, readCaseAlerts } from './read-alerts.ts'

const writing = { part: 'none', relations: ['signedIn'], writes: true } as const
const reading = { ...writing, writes: false } as const

/** What stalls in criminal cases: told to the offices whose it is, by days, codes and numbers alone. */
export const alertEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'criminal.alerts',
    method: 'GET',
    path: '/criminal-alerts',
    summary: 'What stalls in the criminal cases of one’s offices, the latest first',
    access: reading,
    query: alertsQuery,
    answers: alertList,
    run: async (work, { query }) => ok(await listAlerts(work, query)),
  }),
  endpoint({
    name: 'criminal.alertCount',
    method: 'GET',
    path: '/criminal-alert-count',
    summary: 'How many alerts of one’s offices nobody has answered',
    access: reading,
    answers: alertCount,
    run: async (work) => ok(await countAlerts(work)),
  }),
  endpoint({
    name: 'criminal.caseAlerts',
    method: 'GET',
    path: '/criminal-cases/:org/:id/alerts',
    summary:
      'What stalls in a criminal case and what lies ahead, by which law, calendar and rules, and which time limits are not known',
    access: reading,
    params: criminalAddress,
    answers: caseAlerts,
    run: async (work, { params }) => ok(await readCaseAlerts(work, params)),
  }),
  endpoint({
    name: 'criminal.answerAlert',
    method: 'POST',
    path: '/criminal-cases/:org/:id/alerts/:item/answer',
    summary: 'Say something to an alert; it ends with its cause and not by an answer',
    access: writing,
    params: criminalItemAddress,
    body: alertAnswer,
    answers: written,
    run: async (work, { params, body }) => ok(await answerAlert(work, params, body)),
  }),
  endpoint({
    name: 'criminal.facts',
    method: 'GET',
    path: '/criminal-cases/:org/:id/facts',
    summary: 'Days of a criminal case that are no stage of anybody and from which clocks count',
    access: reading,
    params: criminalAddress,
    answers: factList,
    run: async (work, { params }) => ok(await readFacts(work, params)),
  }),
  endpoint({
    name: 'criminal.addFact',
    method: 'POST',
    path: '/criminal-cases/:org/:id/facts',
    summary:
      'Write down that more time was asked for, given or refused, that the officer moved, that a delay was reported, or a payment',
    access: writing,
    params: criminalAddress,
    body: factAdd,
    answers: written,
    run: async (work, { params, body }) => ok(await addFact(work, params, body)),
  }),
  endpoint({
    name: 'criminal.takeFactBack',
    method: 'POST',
    path: '/criminal-cases/:org/:id/facts/:item/take-back',
    summary: 'Take such a day back; it is kept that it was written down',
    access: writing,
    params: criminalItemAddress,
    body: factBack,
    answers: written,
    run: async (work, { params, body }) => ok(await takeFactBack(work, params, body)),
  }),
]
