import { renewalBegin, renewalList, written } from '@setu/records/api'
import { type Endpoint, endpoint, made, ok } from '../../platform/index.ts'
import { caseAddress } from '../addresses.ts'
import { beginRenewal } from './begin-renewal.ts'
import { readRenewals } from './read-renewals.ts'

export const renewalEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'renewals.begin',
    method: 'POST',
    path: '/cases/:org/:id/renewals',
    summary: 'Renew the keys of a case, for those who may have them now',
    access: { part: 'status', relations: ['own', 'supervise'], writes: true, stepUp: true },
    params: caseAddress,
    body: renewalBegin,
    answers: written,
    run: async (work, { params, body }) => made(await beginRenewal(work, params, body)),
  }),
  endpoint({
    name: 'renewals.ofCase',
    method: 'GET',
    path: '/cases/:org/:id/renewals',
    summary: 'When the keys of a case were renewed, and whether that is over',
    access: { part: 'status', relations: ['own', 'supervise'], writes: false },
    params: caseAddress,
    answers: renewalList,
    run: async (work, { params }) => ok(await readRenewals(work, params)),
  }),
]
