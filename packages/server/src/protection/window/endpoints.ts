import {
  ownAgreements,
  ownAnswer,
  ownAppointments,
  ownContest,
  ownFeedback,
  ownFeedbackGiven,
  ownLooks,
  ownMessages,
  ownNext,
  ownPageQuery,
  ownPart,
  ownPartQuery,
  ownPlan,
  ownReferrals,
  ownWithdraw,
  ownWrite,
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
import { answerOwnAppointment, ownAppointmentsOf } from './own-appointments.ts'
import { giveOwnFeedback, ownFeedbackOf, ownMessagesOf, writeOwnMessage } from './own-messages.ts'
import {
  openOwnPart,
  ownAgreementsOf,
  ownLooksAt,
  ownNextOf,
  ownPlanOf,
  ownReferralsOf,
} from './own-rooms.ts'
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
    name: 'own.plan',
    method: 'GET',
    path: '/own/plan',
    summary: 'What is planned with oneself, and what was done',
    access: { ...herself, part: 'various' },
    answers: ownPlan,
    run: async (work) => ok(await ownPlanOf(work)),
  }),
  ownEndpoint({
    name: 'own.referrals',
    method: 'GET',
    path: '/own/referrals',
    summary: 'Who was asked to help oneself',
    access: herself,
    answers: ownReferrals,
    run: async (work) => ok(await ownReferralsOf(work)),
  }),
  ownEndpoint({
    name: 'own.next',
    method: 'GET',
    path: '/own/next',
    summary: 'What is looked at with oneself, and when',
    access: herself,
    answers: ownNext,
    run: async (work) => ok(await ownNextOf(work)),
  }),
  ownEndpoint({
    name: 'own.appointments',
    method: 'GET',
    path: '/own/appointments',
    summary: 'One’s own appointments',
    access: { ...herself, part: 'narrative' },
    answers: ownAppointments,
    run: async (work) => ok(await ownAppointmentsOf(work)),
  }),
  ownEndpoint({
    name: 'own.answer',
    method: 'POST',
    path: '/own/answer',
    summary: 'Say yes or no to an appointment, or ask for another day',
    access: { ...herself, part: 'narrative', writes: true },
    body: ownAnswer,
    run: async (work, { body }) => {
      await answerOwnAppointment(work, body)
      return nothing
    },
  }),
  ownEndpoint({
    name: 'own.messages',
    method: 'GET',
    path: '/own/messages',
    summary: 'What one wrote to the office that helps, and what it answered',
    access: { ...herself, part: 'narrative' },
    answers: ownMessages,
    run: async (work) => ok(await ownMessagesOf(work)),
  }),
  ownEndpoint({
    name: 'own.write',
    method: 'POST',
    path: '/own/messages',
    summary: 'Write to those who work on one’s own case',
    access: { ...herself, part: 'narrative', writes: true },
    body: ownWrite,
    run: async (work, { body }) => {
      await writeOwnMessage(work, body)
      return nothing
    },
  }),
  ownEndpoint({
    name: 'own.feedback',
    method: 'GET',
    path: '/own/feedback',
    summary: 'Whether one is asked what one thinks of those who help',
    access: herself,
    answers: ownFeedback,
    run: async (work) => ok(await ownFeedbackOf(work)),
  }),
  ownEndpoint({
    name: 'own.giveFeedback',
    method: 'POST',
    path: '/own/feedback',
    summary: 'Say what one thinks of those who help, or that one says nothing',
    access: { ...herself, part: 'narrative', writes: true },
    body: ownFeedbackGiven,
    run: async (work, { body }) => {
      await giveOwnFeedback(work, body)
      return nothing
    },
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
