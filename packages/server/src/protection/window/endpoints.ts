import {
  ownAgreements,
  ownContest,
  ownLooks,
  ownPageQuery,
  ownPart,
  ownPartQuery,
  ownWithdraw,
  slotFreeze,
  slotIssue,
  slotIssued,
  slotThaw,
  slotView,
} from '@setu/records/api'
import { sql } from 'kysely'
import { type Access, type Endpoint, endpoint, made, nothing, ok, ownEndpoint } from '../../platform/index.ts'
import { caseAddress } from '../addresses.ts'
import { freezeSlot, thawSlot } from './freeze-slot.ts'
import { issueSlot } from './issue-slot.ts'
import { openOwnPart, ownAgreementsOf, ownLooksAt } from './own-rooms.ts'
import { withdrawOwn } from './own-withdraw.ts'
import { readSlot } from './slot-store.ts'

const working = { part: 'status', relations: ['own', 'supervise'], writes: false } as const
const giving: Access = { part: 'status', relations: ['own'], writes: true, stepUp: true }

const forStaff: readonly Endpoint[] = [
  endpoint({
    name: 'window.view',
    method: 'GET',
    path: '/cases/:org/:id/window',
    summary: 'Whether the survivor of a case has a window of her own, and how it stands',
    access: working,
    params: caseAddress,
    answers: slotView,
    run: async (work, { params }) => ok(await readSlot(work, params)),
  }),
  endpoint({
    name: 'window.issue',
    method: 'POST',
    path: '/cases/:org/:id/window',
    summary: 'Give the survivor of a case a window of her own; a receipt from before opens nothing any more',
    access: giving,
    params: caseAddress,
    body: slotIssue,
    answers: slotIssued,
    run: async (work, { params, body }) => made(await issueSlot(work, params, body)),
  }),
  endpoint({
    name: 'window.freeze',
    method: 'POST',
    path: '/cases/:org/:id/window/freeze',
    summary: 'Shut a survivor’s own window, at once',
    access: { ...working, writes: true },
    params: caseAddress,
    body: slotFreeze,
    run: async (work, { params, body }) => {
      await freezeSlot(work, params, body.because)
      return nothing
    },
  }),
  endpoint({
    name: 'window.thaw',
    method: 'POST',
    path: '/cases/:org/:id/window/thaw',
    summary: 'Open a survivor’s own window again, with her there',
    access: giving,
    params: caseAddress,
    body: slotThaw,
    run: async (work, { params, body }) => {
      await thawSlot(work, params, body.nearSuspect)
      return nothing
    },
  }),
]

const herself = { part: 'status', relations: ['self'], writes: false } as const

const forHer: readonly Endpoint[] = [
  ownEndpoint({
    name: 'own.looked',
    method: 'GET',
    path: '/own/looked',
    summary: 'Who has looked at one’s own case',
    access: { ...herself, part: 'trail' },
    query: ownPageQuery,
    answers: ownLooks,
    run: async (work, { query }) => ok(await ownLooksAt(work, query.after ?? null)),
  }),
  ownEndpoint({
    name: 'own.agreed',
    method: 'GET',
    path: '/own/agreed',
    summary: 'What one has agreed to',
    access: herself,
    answers: ownAgreements,
    run: async (work) => ok(await ownAgreementsOf(work)),
  }),
  ownEndpoint({
    name: 'own.part',
    method: 'GET',
    path: '/own/part',
    summary: 'What is written about oneself in one part of the case',
    access: { ...herself, part: 'various' },
    query: ownPartQuery,
    answers: ownPart,
    run: async (work, { query }) => ok(await openOwnPart(work, query.part)),
  }),
  ownEndpoint({
    name: 'own.withdraw',
    method: 'POST',
    path: '/own/withdraw',
    summary: 'Take something back that one had agreed to, at once',
    access: { ...herself, writes: true },
    body: ownWithdraw,
    run: async (work, { body }) => {
      await withdrawOwn(work, body.id, body.base)
      return nothing
    },
  }),
  ownEndpoint({
    name: 'own.contest',
    method: 'POST',
    path: '/own/contest',
    summary: 'Say that something about oneself is wrong; one’s caseworker is asked to talk about it',
    access: { ...herself, writes: true },
    body: ownContest,
    run: async (work, { body }) => {
      await sql`select own_contest(${body.part})`.execute(work.db)
      work.touched({ part: 'status', did: 'wrote' })
      return nothing
    },
  }),
  ownEndpoint({
    name: 'own.freeze',
    method: 'POST',
    path: '/own/freeze',
    summary: 'Shut one’s own window, until one’s caseworker opens it again together with oneself',
    access: { ...herself, writes: true },
    run: async (work) => {
      work.touched({ part: 'status', did: 'wrote' })
      return { ...nothing, ownCookie: null, last: () => sql`select own_freeze()`.execute(work.db) }
    },
  }),
]

/** A survivor’s own window: given and shut by whoever works on her case, and used by her. */
export const windowEndpoints: readonly Endpoint[] = [...forStaff, ...forHer]
