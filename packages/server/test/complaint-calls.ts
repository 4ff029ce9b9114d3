import { randomUUID } from 'node:crypto'
import { dayOf } from '../src/platform/index.ts'

const fresh = randomUUID
const day = dayOf(new Date())

/** Requests about what survivors complain of. */
export const complaintCalls = {
  'complaints.record': {
    body: () => ({ id: fresh(), about: null, kind: 'treatedBadly', words: 'He laughed at her.', code: null }),
  },
  'complaints.list': {},
  'complaints.layDownDesk': {
    body: () => ({ listeners: [], elsewhere: null, days: { lookInto: 3, answer: 30, tell: 7 } }),
  },
  'complaints.lookInto': { id: 'complaint', body: () => ({ base: 1 }) },
  'complaints.answer': {
    id: 'complaint',
    body: () => ({ base: 2, outcome: 'upheld', words: 'You were right, and we are sorry.' }),
  },
  'complaints.told': { id: 'complaint', body: () => ({ base: 3, on: day }) },
} as const
