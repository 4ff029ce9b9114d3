import { erasureAnswer, erasureAsk, erasureList, written } from '@setu/records/api'
import { type Endpoint, endpoint, made, ok } from '../../platform/index.ts'
import { caseAddress } from '../addresses.ts'
import { answerErasure } from './answer-erasure.ts'
import { askErasure } from './ask-erasure.ts'
import { erasures, erasuresOfCase } from './erasure-store.ts'

const guards = ['dataProtectionOfficer'] as const

export const erasureEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'erasures.ask',
    method: 'POST',
    path: '/cases/:org/:id/erasures',
    summary: 'Ask whoever guards the data to erase a case',
    access: { part: 'status', relations: ['own', 'supervise'], writes: true },
    params: caseAddress,
    body: erasureAsk,
    answers: written,
    run: async (work, { params, body }) => made(await askErasure(work, params, body)),
  }),
  endpoint({
    name: 'erasures.ofCase',
    method: 'GET',
    path: '/cases/:org/:id/erasures',
    summary: 'Requests to erase a case, and for whoever guards the data the record of its erasure',
    access: { part: 'status', relations: ['own', 'supervise', 'dataProtection'], writes: false },
    params: caseAddress,
    answers: erasureList,
    run: async (work, { params }) => ok({ items: await erasuresOfCase(work, params) }),
  }),
  endpoint({
    name: 'erasures.list',
    method: 'GET',
    path: '/erasures',
    summary: 'Requests to erase cases that wait for one’s answer, and the record of what was erased',
    access: { part: 'none', relations: ['signedIn'], writes: false },
    answers: erasureList,
    run: async (work) => ok({ items: await erasures(work) }),
  }),
  endpoint({
    name: 'erasures.answer',
    method: 'POST',
    path: '/erasures/:org/:id/answer',
    summary: 'Erase a case that somebody else asked to erase, or decline',
    access: { part: 'status', relations: ['dataProtection'], writes: true, roles: guards, stepUp: true },
    params: caseAddress,
    body: erasureAnswer,
    answers: written,
    run: async (work, { params, body }) => ok(await answerErasure(work, params, body)),
  }),
]
