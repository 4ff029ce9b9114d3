import { messageAnswer, messageList, messagesSeen, written } from '@setu/records/api'
import { type Endpoint, endpoint, nothing, ok } from '../../platform/index.ts'
import { caseAddress } from '../addresses.ts'
import { answerMessage, markMessagesSeen, readMessages } from './message-store.ts'

const working = { part: 'narrative', relations: ['own', 'supervise'], writes: false } as const

/** Messages with a survivor, as those who work on her case read and answer them. */
export const messageEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'messages.list',
    method: 'GET',
    path: '/cases/:org/:id/messages',
    summary: 'What the survivor wrote in her own window, and what she was answered',
    access: working,
    params: caseAddress,
    answers: messageList,
    run: async (work, { params }) => ok(await readMessages(work, params)),
  }),
  endpoint({
    name: 'messages.answer',
    method: 'POST',
    path: '/cases/:org/:id/messages',
    summary: 'Answer a survivor in her own window, in the name of the office',
    access: { ...working, writes: true },
    params: caseAddress,
    body: messageAnswer,
    answers: written,
    run: async (work, { params, body }) => ok(await answerMessage(work, params, body)),
  }),
  endpoint({
    name: 'messages.seen',
    method: 'POST',
    path: '/cases/:org/:id/messages/seen',
    summary: 'Say that what a survivor wrote was read',
    access: { ...working, writes: true },
    params: caseAddress,
    body: messagesSeen,
    run: async (work, { params, body }) => {
      await markMessagesSeen(work, params, body.until)
      return nothing
    },
  }),
]
