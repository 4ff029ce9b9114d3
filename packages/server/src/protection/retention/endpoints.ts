import {
  holdLift,
  holdList,
  holdPlace,
  keptConsents,
  retentionAnswer,
  retentionAsk,
  retentionDone,
  retentionFileQuery,
  retentionList,
  retentionPapers,
  retentionSet,
  written,
} from '@setu/records/api'
import { downloadEndpoint, type Endpoint, endpoint, made, ok, streamOf } from '../../platform/index.ts'
import { caseAddress } from '../addresses.ts'
import { keptConsentsOf } from './beyond-store.ts'
import { holdBack, liftHold } from './hold-case.ts'
import { layDownRetention } from './lay-down-retention.ts'
import { letPapersGo } from './let-papers-go.ts'
import { holdsOf, retentionQueue } from './retention-store.ts'
import { retentionTable } from './retention-table.ts'
import { answerTimeOver, askTimeOver } from './time-over.ts'

const seeing = {
  part: 'none',
  relations: ['signedIn'],
  writes: false,
  roles: ['supervisor', 'dataProtectionOfficer', 'technicalAdministrator'],
} as const

/** How long cases are kept, and what becomes of them then. */
export const retentionEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'retention.list',
    method: 'GET',
    path: '/retention',
    summary: 'Closed cases whose time is over or nearly so, by which rule, and what is held back',
    access: seeing,
    answers: retentionList,
    run: async (work) => ok(await retentionQueue(work)),
  }),
  downloadEndpoint({
    name: 'retention.table',
    method: 'GET',
    path: '/retention-table',
    summary: 'The same list as a table for a spreadsheet',
    access: { ...seeing, stepUp: true },
    query: retentionFileQuery,
    run: async (pages, { query: { language } }) => {
      const text = await pages.inWork(async (work) => retentionTable(await retentionQueue(work), language))
      return { type: 'text/csv; charset=utf-8', name: 'retention.csv', chunks: streamOf(Buffer.from(text)) }
    },
  }),
  endpoint({
    name: 'retention.ask',
    method: 'POST',
    path: '/retention/ask',
    summary: 'Ask that all these cases be erased, since their time is over',
    access: { ...seeing, writes: true, roles: ['supervisor'] },
    body: retentionAsk,
    answers: retentionDone,
    run: async (work, { body }) => ok(await askTimeOver(work, body)),
  }),
  endpoint({
    name: 'retention.answer',
    method: 'POST',
    path: '/retention/answer',
    summary: 'Erase cases whose time is over and which somebody else asked to erase, or decline',
    access: { ...seeing, writes: true, roles: ['dataProtectionOfficer'], stepUp: true },
    body: retentionAnswer,
    answers: retentionDone,
    run: async (work, { body }) => ok(await answerTimeOver(work, body)),
  }),
  endpoint({
    name: 'retention.papers',
    method: 'POST',
    path: '/retention/papers',
    summary: 'Let papers go whose own time is over, before that of their case',
    access: { ...seeing, writes: true, roles: ['supervisor'], stepUp: true },
    body: retentionPapers,
    answers: retentionDone,
    run: async (work, { body }) => ok(await letPapersGo(work, body)),
  }),
  endpoint({
    name: 'retention.consents',
    method: 'GET',
    path: '/kept-consents/:org/:id',
    summary: 'What the survivor of an erased case had allowed, as long as it is kept as proof',
    access: { ...seeing, roles: ['dataProtectionOfficer'] },
    params: caseAddress,
    answers: keptConsents,
    run: async (work, { params }) => ok(await keptConsentsOf(work, params)),
  }),
  endpoint({
    name: 'retention.layDown',
    method: 'POST',
    path: '/retention/rules',
    summary: 'Lay down from today on how long cases are kept',
    access: { ...seeing, writes: true, roles: ['technicalAdministrator'] },
    body: retentionSet,
    answers: written,
    run: async (work, { body }) => ok(await layDownRetention(work, body)),
  }),
  endpoint({
    name: 'retention.holds',
    method: 'GET',
    path: '/cases/:org/:id/holds',
    summary: 'What holds a case back from erasure',
    access: { part: 'status', relations: ['own', 'supervise', 'dataProtection'], writes: false },
    params: caseAddress,
    answers: holdList,
    run: async (work, { params }) => ok({ items: await holdsOf(work, params) }),
  }),
  endpoint({
    name: 'retention.hold',
    method: 'POST',
    path: '/cases/:org/:id/holds',
    summary: 'Keep a case from being erased, since it is needed still',
    access: { part: 'status', relations: ['own', 'supervise', 'dataProtection'], writes: true },
    params: caseAddress,
    body: holdPlace,
    answers: written,
    run: async (work, { params, body }) => made(await holdBack(work, params, body)),
  }),
  endpoint({
    name: 'retention.lift',
    method: 'POST',
    path: '/holds/:org/:id/lift',
    summary: 'Say that a case is no longer needed for that reason',
    access: { part: 'status', relations: ['supervise', 'dataProtection'], writes: true },
    params: caseAddress,
    body: holdLift,
    answers: written,
    run: async (work, { params, body }) => ok(await liftHold(work, params, body)),
  }),
]
