import { ownServiceAdd, ownServiceChange, ownServiceList, written } from '@setu/records/api'
import { type Access, type Endpoint, endpoint, made, ok } from '../../platform/index.ts'
import { caseAddress, itemAddress } from '../addresses.ts'
import { changeService, giveService, readServices } from './give-service.ts'

const access: Access = { part: 'protection', relations: ['named'], writes: true }

/** What those who took a referral on do for a survivor. They are addressed by the referral, since the rest of the case is not theirs. */
export const serviceEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'cases.partnerServices',
    method: 'GET',
    path: '/cases/:org/:id/partner-services',
    summary: 'What those who took referrals on gave; for somebody who took one on, what they gave themselves',
    access: { part: 'protection', relations: ['own', 'supervise', 'named'], writes: false },
    params: caseAddress,
    answers: ownServiceList,
    run: async (work, { params }) => ok(await readServices(work, params)),
  }),
  endpoint({
    name: 'services.give',
    method: 'POST',
    path: '/own-services/:org/:id',
    summary: 'Write down what one gave for a referral that one took on',
    access,
    params: caseAddress,
    body: ownServiceAdd,
    answers: written,
    run: async (work, { params, body }) => made(await giveService(work, params, body)),
  }),
  endpoint({
    name: 'services.change',
    method: 'POST',
    path: '/own-services/:org/:id/:item',
    summary: 'Put right what one wrote of one’s own service',
    access,
    params: itemAddress,
    body: ownServiceChange,
    answers: written,
    run: async (work, { params, body }) => ok(await changeService(work, params, params.item, body)),
  }),
]
