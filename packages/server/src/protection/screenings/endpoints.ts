import {
  change,
  screeningBegin,
  screeningCase,
  screeningCaseOpened,
  screeningDecide,
  screeningList,
  screeningOffer,
  screeningSave,
  screeningStep,
  screeningView,
  written,
} from '@setu/records/api'
import { type Endpoint, endpoint, made, ok } from '../../platform/index.ts'
import { caseAddress } from '../addresses.ts'
import { beginScreening } from './begin-screening.ts'
import { endOffer, offerScreening, openScreenedCase } from './hand-over.ts'
import { listScreenings, readScreening } from './read-screenings.ts'
import { decideScreening, saveAnswers, stepScreening } from './save-answers.ts'

const writing = { part: 'none', relations: ['signedIn'], writes: true } as const
const reading = { ...writing, writes: false } as const
const responders = ['caseworker', 'supervisor', 'policeInvestigator', 'consularOfficer'] as const

/** A first look by whoever meets somebody first, and how it becomes a case. */
export const screeningEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'screenings.begin',
    method: 'POST',
    path: '/screenings',
    summary: 'Begin to ask somebody, once everything is ready for it',
    access: { ...writing, roles: responders },
    body: screeningBegin,
    answers: written,
    run: async (work, { body }) => made(await beginScreening(work, body)),
  }),
  endpoint({
    name: 'screenings.list',
    method: 'GET',
    path: '/screenings',
    summary: 'The screenings of one’s own units and of people offered to them, without what was said',
    access: reading,
    answers: screeningList,
    run: async (work) => ok(await listScreenings(work)),
  }),
  endpoint({
    name: 'screenings.read',
    method: 'GET',
    path: '/screenings/:org/:id',
    summary: 'A screening with what was said',
    access: reading,
    params: caseAddress,
    answers: screeningView,
    run: async (work, { params }) => ok(await readScreening(work, params)),
  }),
  endpoint({
    name: 'screenings.save',
    method: 'POST',
    path: '/screenings/:org/:id/answers',
    summary: 'Keep answers as they are given',
    access: writing,
    params: caseAddress,
    body: screeningSave,
    answers: written,
    run: async (work, { params, body }) => ok(await saveAnswers(work, params, body)),
  }),
  endpoint({
    name: 'screenings.step',
    method: 'POST',
    path: '/screenings/:org/:id/step',
    summary: 'Stop asking, or go on where it was stopped',
    access: writing,
    params: caseAddress,
    body: screeningStep,
    answers: written,
    run: async (work, { params, body }) => ok(await stepScreening(work, params, body)),
  }),
  endpoint({
    name: 'screenings.decide',
    method: 'POST',
    path: '/screenings/:org/:id/decide',
    summary: 'Decide, as a person and with reasons',
    access: writing,
    params: caseAddress,
    body: screeningDecide,
    answers: written,
    run: async (work, { params, body }) => ok(await decideScreening(work, params, body)),
  }),
  endpoint({
    name: 'screenings.offer',
    method: 'POST',
    path: '/screenings/:org/:id/offer',
    summary: 'Offer somebody to a protection unit, with what they told',
    access: writing,
    params: caseAddress,
    body: screeningOffer,
    answers: written,
    run: async (work, { params, body }) => ok(await offerScreening(work, params, body)),
  }),
  endpoint({
    name: 'screenings.endOffer',
    method: 'POST',
    path: '/screenings/:org/:id/end-offer',
    summary: 'Take an offer back, or decline it',
    access: writing,
    params: caseAddress,
    body: change,
    answers: written,
    run: async (work, { params, body }) => ok(await endOffer(work, params, body)),
  }),
  endpoint({
    name: 'screenings.openCase',
    method: 'POST',
    path: '/screenings/:org/:id/case',
    summary: 'Open a case for somebody who was screened, with what they told',
    access: writing,
    params: caseAddress,
    body: screeningCase,
    answers: screeningCaseOpened,
    run: async (work, { params, body }) => made(await openScreenedCase(work, params, body)),
  }),
]
