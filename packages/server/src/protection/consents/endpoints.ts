import { consentsRecord, consentWithdraw, rightsNoticeRecord, withdrawn, written } from '@setu/records/api'
import { z } from 'zod'
import { type Endpoint, endpoint, ok } from '../../platform/index.ts'
import { caseAddress, itemAddress } from '../addresses.ts'
import { holdCase } from '../cases/case-store.ts'
import { giveRightsNotice } from './give-rights-notice.ts'
import { recordConsents } from './record-consents.ts'
import { withdrawConsent } from './withdraw-consent.ts'

const access = { part: 'status', relations: ['own', 'supervise'], writes: true } as const

export const consentEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'consents.record',
    method: 'POST',
    path: '/cases/:org/:id/consents',
    summary: 'Record the answers of a conversation about consent',
    access,
    params: caseAddress,
    body: consentsRecord,
    answers: z.strictObject({ items: z.array(written) }),
    run: async (work, { params, body }) => {
      await holdCase(work, params)
      return ok({ items: await recordConsents(work, params, body) })
    },
  }),
  endpoint({
    name: 'consents.withdraw',
    method: 'POST',
    path: '/cases/:org/:id/consents/:item/withdraw',
    summary: 'Withdraw a consent, at once',
    access,
    params: itemAddress,
    body: consentWithdraw,
    answers: withdrawn,
    run: async (work, { params, body }) => ok(await withdrawConsent(work, params, params.item, body.base)),
  }),
  endpoint({
    name: 'consents.rightsNotice',
    method: 'POST',
    path: '/cases/:org/:id/rights-notices',
    summary: 'Record that the survivor was told their rights',
    access,
    params: caseAddress,
    body: rightsNoticeRecord,
    answers: written,
    run: async (work, { params, body }) => {
      await holdCase(work, params)
      return ok(await giveRightsNotice(work, params, body))
    },
  }),
]
