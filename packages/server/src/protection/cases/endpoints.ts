import {
  assign,
  caseKnown,
  caseKnownQuery,
  caseList,
  caseLookUp,
  caseOpen,
  caseOpened,
  caseQuery,
  caseView,
  change,
  declareConflict as declaration,
  eventList,
  officeCounts,
  partOpened,
  reading,
  recordNames,
  recordStep,
  recordWrite,
  released,
  requirementCheck,
  savedFilterAdd,
  savedFilterView,
  stateChange,
  steppedName,
  trail,
  trailQuery,
  written,
} from '@setu/records/api'
import { id } from '@setu/records/check'
import { sql } from 'kysely'
import { z } from 'zod'
import { type Endpoint, endpoint, made, nothing, ok } from '../../platform/index.ts'
import { afterQuery, caseAddress, itemAddress } from '../addresses.ts'
import { assignCaseworker, declareConflict, releaseCaseworker } from './assign-caseworker.ts'
import { findCase } from './case-store.ts'
import { changeState, checkRequirement } from './change-state.ts'
import { timelineOf } from './event-store.ts'
import { dropFilter, savedFilters, saveFilter } from './filter-store.ts'
import { listCases, summariesOf, summaryOf } from './list-cases.ts'
import { openCase } from './open-case.ts'
import { openPart } from './open-part.ts'
import { knownInUnit, lookUp } from './person-index.ts'
import { readCase, readTrail } from './read-case.ts'
import { stepRecord } from './step-record.ts'
import { writeRecord } from './write-record.ts'

const recordAddress = z.strictObject({ org: id, id, record: z.enum(recordNames) })
const stepAddress = z.strictObject({ org: id, id, record: steppedName, item: id })
const working = ['own', 'supervise'] as const
const reading_ = ['own', 'supervise', 'emergency', 'named', 'dataProtection'] as const

const reads: readonly Endpoint[] = [
  endpoint({
    name: 'cases.list',
    method: 'GET',
    path: '/cases',
    summary: 'The cases that one may see',
    access: { part: 'status', relations: reading_, writes: false },
    query: caseQuery,
    answers: caseList,
    run: async (work, { query }) => ok(await listCases(work, query)),
  }),
  endpoint({
    name: 'cases.lookUp',
    method: 'POST',
    path: '/cases/look-up',
    summary: 'Exact look-up of a name or number among one’s own cases',
    access: { part: 'identity', relations: working, writes: false },
    body: caseLookUp,
    answers: caseList,
    run: async (work, { body }) => {
      work.because(body.reason)
      const found = await summariesOf(work, await lookUp(work, body.field, body.text))
      for (const { org, id: caseId, relation } of found) {
        work.touched({ org, caseId, part: 'identity', did: 'read', relation, reason: body.reason })
      }
      return ok({ items: found.map(summaryOf), next: null })
    },
  }),
  endpoint({
    name: 'cases.known',
    method: 'POST',
    path: '/cases/known',
    summary: 'Before a case is opened: whether one’s own unit knows this very number or name',
    access: { part: 'none', relations: ['signedIn'], writes: false, roles: ['caseworker', 'supervisor'] },
    body: caseKnownQuery,
    answers: caseKnown,
    run: async (work, { body }) => ok({ items: await knownInUnit(work, body.field, body.text) }),
  }),
  endpoint({
    name: 'cases.read',
    method: 'GET',
    path: '/cases/:org/:id',
    summary: 'A case as one may see it',
    access: { part: 'status', relations: reading_, writes: false },
    params: caseAddress,
    answers: caseView,
    run: async (work, { params }) => ok(await readCase(work, params)),
  }),
  endpoint({
    name: 'cases.timeline',
    method: 'GET',
    path: '/cases/:org/:id/timeline',
    summary: 'What happened in a case',
    access: { part: 'status', relations: reading_, writes: false },
    params: caseAddress,
    query: afterQuery,
    answers: eventList,
    run: async (work, { params, query }) => {
      const { relation } = await findCase(work, params)
      work.touched({ org: params.org, caseId: params.id, part: 'status', did: 'read', relation })
      return ok(await timelineOf(work, params, query.after ?? null))
    },
  }),
  endpoint({
    name: 'cases.trail',
    method: 'GET',
    path: '/cases/:org/:id/trail',
    summary: 'Who looked at a case; whoever guards the data says why they ask',
    access: { part: 'trail', relations: reading_, writes: false },
    params: caseAddress,
    query: trailQuery,
    answers: trail,
    run: async (work, { params, query }) =>
      ok(await readTrail(work, params, { after: query.after ?? null, reason: query.reason ?? null })),
  }),
  endpoint({
    name: 'cases.openPart',
    method: 'POST',
    path: '/cases/:org/:id/open-part',
    summary: 'Open the sealed values of one part, with a reason',
    access: { part: 'various', relations: ['own', 'supervise', 'emergency', 'named'], writes: false },
    params: caseAddress,
    body: reading,
    answers: partOpened,
    run: async (work, { params, body }) => ok(await openPart(work, params, body)),
  }),
  endpoint({
    name: 'cases.officeCounts',
    method: 'GET',
    path: '/office',
    summary: 'How many cases one’s organisation has in each state',
    access: { part: 'none', relations: ['office'], writes: false },
    answers: officeCounts,
    run: async (work) => {
      const { rows } = await sql<{
        state: string
        cases: number
      }>`select state, cases from office_counts()`.execute(work.db)
      return ok({ counts: rows })
    },
  }),
  endpoint({
    name: 'filters.list',
    method: 'GET',
    path: '/filters',
    summary: 'One’s saved filters',
    access: { part: 'none', relations: ['signedIn'], writes: false },
    answers: z.strictObject({ items: z.array(savedFilterView) }),
    run: async (work) => ok({ items: await savedFilters(work) }),
  }),
]

const writes: readonly Endpoint[] = [
  endpoint({
    name: 'cases.open',
    method: 'POST',
    path: '/cases',
    summary: 'Open a case',
    access: { part: 'status', relations: ['signedIn'], writes: true, roles: ['caseworker', 'supervisor'] },
    body: caseOpen,
    answers: caseOpened,
    run: async (work, { body }) => made(await openCase(work, body)),
  }),
  endpoint({
    name: 'cases.writeRecord',
    method: 'POST',
    path: '/cases/:org/:id/records/:record',
    summary: 'Add or amend a record of a case',
    access: { part: 'various', relations: working, writes: true },
    params: recordAddress,
    body: recordWrite,
    answers: written,
    run: async (work, { params, body }) => ok(await writeRecord(work, params, params.record, body)),
  }),
  endpoint({
    name: 'cases.stepRecord',
    method: 'POST',
    path: '/cases/:org/:id/records/:record/:item/step',
    summary: 'Take a record of a case to its next state',
    access: { part: 'various', relations: working, writes: true },
    params: stepAddress,
    body: recordStep,
    answers: written,
    run: async (work, { params, body }) => ok(await stepRecord(work, params, params, body)),
  }),
  endpoint({
    name: 'cases.changeState',
    method: 'POST',
    path: '/cases/:org/:id/state',
    summary: 'Move a case along its path',
    access: { part: 'status', relations: working, writes: true },
    params: caseAddress,
    body: stateChange,
    answers: written,
    run: async (work, { params, body }) => ok(await changeState(work, params, body)),
  }),
  endpoint({
    name: 'cases.check',
    method: 'POST',
    path: '/cases/:org/:id/checks',
    summary: 'Say that a requirement is met, or may wait',
    access: { part: 'status', relations: working, writes: true },
    params: caseAddress,
    body: requirementCheck,
    answers: written,
    run: async (work, { params, body }) => ok(await checkRequirement(work, params, body)),
  }),
  endpoint({
    name: 'cases.assign',
    method: 'POST',
    path: '/cases/:org/:id/assignments',
    summary: 'Give a case to a colleague',
    access: { part: 'status', relations: working, writes: true },
    params: caseAddress,
    body: assign,
    answers: written,
    run: async (work, { params, body }) => ok(await assignCaseworker(work, params, body)),
  }),
  endpoint({
    name: 'cases.declareConflict',
    method: 'POST',
    path: '/cases/:org/:id/assignments/:item/declare',
    summary: 'Say whether one knows anyone in a case that one was given',
    access: { part: 'status', relations: ['signedIn'], writes: true },
    params: itemAddress,
    body: declaration,
    answers: written,
    run: async (work, { params, body }) => ok(await declareConflict(work, params, params.item, body.answer)),
  }),
  endpoint({
    name: 'cases.release',
    method: 'POST',
    path: '/cases/:org/:id/assignments/:item/end',
    summary: 'Release a colleague from a case',
    access: { part: 'status', relations: working, writes: true },
    params: itemAddress,
    body: change,
    answers: released,
    run: async (work, { params, body }) => ok(await releaseCaseworker(work, params, params.item, body.base)),
  }),
  endpoint({
    name: 'filters.save',
    method: 'POST',
    path: '/filters',
    summary: 'Save a filter',
    access: { part: 'none', relations: ['signedIn'], writes: true },
    body: savedFilterAdd,
    answers: written,
    run: async (work, { body }) => ok(await saveFilter(work, body)),
  }),
  endpoint({
    name: 'filters.drop',
    method: 'DELETE',
    path: '/filters/:id',
    summary: 'Drop a saved filter',
    access: { part: 'none', relations: ['signedIn'], writes: true },
    params: z.strictObject({ id }),
    run: async (work, { params }) => {
      await dropFilter(work, params.id)
      return nothing
    },
  }),
]

export const caseEndpoints: readonly Endpoint[] = [...reads, ...writes]
