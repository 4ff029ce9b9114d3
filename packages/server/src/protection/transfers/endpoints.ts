import { transferAnswer, transferOffer, transferView as view, written } from '@setu/records/api'
import { z } from 'zod'
import { type Endpoint, endpoint, made, ok } from '../../platform/index.ts'
import { caseAddress } from '../addresses.ts'
import { answerTransfer } from './answer-transfer.ts'
import { offerTransfer } from './offer-transfer.ts'
import { transfersToAnswer, transferView } from './transfer-store.ts'

export const transferEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'transfers.offer',
    method: 'POST',
    path: '/cases/:org/:id/transfers',
    summary: 'Offer a case to another protection organisation',
    access: { part: 'status', relations: ['own', 'supervise'], writes: true, stepUp: true },
    params: caseAddress,
    body: transferOffer,
    answers: written,
    run: async (work, { params, body }) => made(await offerTransfer(work, params, body)),
  }),
  endpoint({
    name: 'transfers.list',
    method: 'GET',
    path: '/transfers',
    summary: 'Handovers that wait for an answer',
    access: { part: 'status', relations: ['offered'], writes: false },
    answers: z.strictObject({ items: z.array(view) }),
    run: async (work) => ok({ items: (await transfersToAnswer(work)).map((row) => transferView(work, row)) }),
  }),
  endpoint({
    name: 'transfers.answer',
    method: 'POST',
    path: '/transfers/:org/:id/answer',
    summary: 'Take a case over, or leave it; or recall the offer',
    access: { part: 'status', relations: ['own', 'supervise', 'offered'], writes: true },
    params: caseAddress,
    body: transferAnswer,
    answers: written,
    run: async (work, { params, body }) => ok(await answerTransfer(work, params, body)),
  }),
]
