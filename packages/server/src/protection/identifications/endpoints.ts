import {
  identificationBegin,
  identificationOfCase,
  identificationStep,
  reflectionExtend,
  written,
} from '@setu/records/api'
import { type Endpoint, endpoint, made, ok } from '../../platform/index.ts'
import { caseAddress } from '../addresses.ts'
import {
  beginIdentification,
  extendReflection,
  readIdentification,
  stepIdentification,
} from './step-identification.ts'

const access = { part: 'protection', relations: ['own', 'supervise'], writes: true } as const

/** Whether somebody is formally identified, by whom, and how long they have to recover. */
export const identificationEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'identification.read',
    method: 'GET',
    path: '/cases/:org/:id/identification',
    summary: 'How the identification of the person of a case stands',
    access: { ...access, writes: false },
    params: caseAddress,
    answers: identificationOfCase,
    run: async (work, { params }) => ok(await readIdentification(work, params)),
  }),
  endpoint({
    name: 'identification.begin',
    method: 'POST',
    path: '/cases/:org/:id/identification',
    summary: 'Presume somebody trafficked: identification is due, and the time to recover begins',
    access,
    params: caseAddress,
    body: identificationBegin,
    answers: written,
    run: async (work, { params, body }) => made(await beginIdentification(work, params, body)),
  }),
  endpoint({
    name: 'identification.step',
    method: 'POST',
    path: '/cases/:org/:id/identification/step',
    summary: 'Decide, propose a no, agree with it as somebody else, appeal, or answer an appeal',
    access,
    params: caseAddress,
    body: identificationStep,
    answers: written,
    run: async (work, { params, body }) => ok(await stepIdentification(work, params, body)),
  }),
  endpoint({
    name: 'identification.extend',
    method: 'POST',
    path: '/cases/:org/:id/identification/reflection',
    summary: 'Give more time to recover, with a reason',
    access,
    params: caseAddress,
    body: reflectionExtend,
    answers: written,
    run: async (work, { params, body }) => ok(await extendReflection(work, params, body)),
  }),
]
