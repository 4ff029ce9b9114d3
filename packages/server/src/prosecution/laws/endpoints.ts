import {
  lawAnswer,
  lawChange,
  lawDraft,
  lawEditions,
  lawFileQuery,
  lawList,
  lawPropose,
  lawQuery,
  written,
} from '@setu/records/api'
import { downloadEndpoint, type Endpoint, endpoint, made, ok } from '../../platform/index.ts'
import { answerLaw } from './answer-law.ts'
import { comparisonFile } from './comparison-file.ts'
import { changeDraft, draftLaw, proposeLaw } from './draft-law.ts'
import { holdingLaws } from './law-store.ts'
import { listEditions, listLaws } from './read-laws.ts'

const reading = { part: 'none', relations: ['signedIn'], writes: false } as const
const laying = { ...reading, roles: ['prosecutor'] } as const

/** Laws as data: what holds, and how another edition comes into force by two people. */
export const lawEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'laws.list',
    method: 'GET',
    path: '/laws',
    summary: 'The laws that hold here, and which of them an offence of a day falls under',
    access: reading,
    query: lawQuery,
    answers: lawList,
    run: async (work, { query }) => ok(await listLaws(work, query.day)),
  }),
  downloadEndpoint({
    name: 'laws.file',
    method: 'GET',
    path: '/laws/file',
    summary: 'The definitions of the region side by side, as a file',
    access: reading,
    query: lawFileQuery,
    run: (pages, { query }) =>
      pages.inWork(async (work) => comparisonFile(await holdingLaws(work), work.today, query)),
  }),
  endpoint({
    name: 'laws.editions',
    method: 'GET',
    path: '/laws/editions',
    summary: 'What is being drafted, what waits for a second pair of eyes, and what has been',
    access: laying,
    answers: lawEditions,
    run: async (work) => ok(await listEditions(work)),
  }),
  endpoint({
    name: 'laws.draft',
    method: 'POST',
    path: '/laws/editions',
    summary: 'Begin a draft of an edition of a law',
    access: { ...laying, writes: true },
    body: lawDraft,
    answers: written,
    run: async (work, { body }) => made(await draftLaw(work, body)),
  }),
  endpoint({
    name: 'laws.change',
    method: 'POST',
    path: '/laws/editions/change',
    summary: 'Change one’s own draft',
    access: { ...laying, writes: true },
    body: lawChange,
    answers: written,
    run: async (work, { body }) => ok(await changeDraft(work, body)),
  }),
  endpoint({
    name: 'laws.propose',
    method: 'POST',
    path: '/laws/editions/propose',
    summary: 'Lay one’s own draft before somebody else',
    access: { ...laying, writes: true },
    body: lawPropose,
    answers: written,
    run: async (work, { body }) => ok(await proposeLaw(work, body)),
  }),
  endpoint({
    name: 'laws.answer',
    method: 'POST',
    path: '/laws/editions/answer',
    summary: 'Put into force what somebody else drafted, or decline it',
    access: { ...laying, writes: true, stepUp: true },
    body: lawAnswer,
    answers: written,
    run: async (work, { body }) => ok(await answerLaw(work, body)),
  }),
]
