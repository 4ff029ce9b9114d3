import {
  command,
  referralBoxQuery,
  referralList,
  referralOpened,
  referralPreview,
  referralSend,
  referralSent,
  referralStep,
  referralStepped,
  referralView,
} from '@setu/records/api'
import { id } from '@setu/records/check'
import { codesOf, readingReasons, serviceTypes } from '@setu/vocabulary'
import { z } from 'zod'
import { type Endpoint, endpoint, made, ok } from '../../platform/index.ts'
import { caseAddress } from '../addresses.ts'
import { holdCase } from '../cases/case-store.ts'
import { previewReferral } from './plan-referral.ts'
import { openReferral, readBox, readReferral } from './read-referrals.ts'
import { sendReferral } from './send-referral.ts'
import { stepReferral } from './step-referral.ts'

const working = ['own', 'supervise'] as const
const bothSides = ['own', 'supervise', 'offered', 'named', 'dataProtection'] as const

export const referralEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'referrals.preview',
    method: 'GET',
    path: '/cases/:org/:id/referral-preview',
    summary: 'Exactly what a receiver would see',
    access: { part: 'status', relations: working, writes: false },
    params: caseAddress,
    query: z.strictObject({ toOrg: id, toUnit: id, service: z.enum(codesOf(serviceTypes)) }),
    answers: referralPreview,
    run: async (work, { params, query }) => {
      await holdCase(work, params)
      return ok(await previewReferral(work, params, { org: query.toOrg, unit: query.toUnit }, query.service))
    },
  }),
  endpoint({
    name: 'referrals.send',
    method: 'POST',
    path: '/cases/:org/:id/referrals',
    summary: 'Send a referral',
    access: { part: 'status', relations: working, writes: true },
    params: caseAddress,
    body: referralSend,
    answers: referralSent,
    run: async (work, { params, body }) => made(await sendReferral(work, params, body)),
  }),
  endpoint({
    name: 'referrals.list',
    method: 'GET',
    path: '/referrals',
    summary: 'One’s inbox or outbox',
    access: { part: 'status', relations: bothSides, writes: false },
    query: referralBoxQuery,
    answers: referralList,
    run: async (work, { query }) =>
      ok(await readBox(work, { direction: query.box, open: query.open === '1', after: query.after ?? null })),
  }),
  endpoint({
    name: 'referrals.read',
    method: 'GET',
    path: '/referrals/:org/:id',
    summary: 'A referral',
    access: { part: 'status', relations: bothSides, writes: false },
    params: caseAddress,
    answers: referralView,
    run: async (work, { params }) => ok(await readReferral(work, params)),
  }),
  endpoint({
    name: 'referrals.step',
    method: 'POST',
    path: '/referrals/:org/:id/step',
    summary: 'Answer a referral, or take it further',
    access: { part: 'status', relations: ['own', 'supervise', 'offered', 'named'], writes: true },
    params: caseAddress,
    body: referralStep,
    answers: referralStepped,
    run: async (work, { params, body }) => ok(await stepReferral(work, params, body)),
  }),
  endpoint({
    name: 'referrals.open',
    method: 'POST',
    path: '/referrals/:org/:id/open',
    summary: 'Open the words that travel with a referral',
    access: { part: 'various', relations: ['own', 'supervise', 'named'], writes: false },
    params: caseAddress,
    body: command.extend({ reason: z.enum(codesOf(readingReasons)) }),
    answers: referralOpened,
    run: async (work, { params, body }) => ok(await openReferral(work, params, body.reason)),
  }),
]
