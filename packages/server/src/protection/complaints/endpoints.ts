import {
  change,
  complaintAnswer,
  complaintDesk,
  complaintList,
  complaintRecord,
  complaintTold,
  written,
} from '@setu/records/api'
import { type Endpoint, endpoint, made, ok } from '../../platform/index.ts'
import { caseAddress } from '../addresses.ts'
import { answerComplaint, lookInto, toldAnswer } from './answer-complaint.ts'
import { layDownDesk } from './lay-down-desk.ts'
import { readComplaints } from './read-complaints.ts'
import { recordComplaint } from './record-complaint.ts'

const writing = { part: 'none', relations: ['signedIn'], writes: true } as const

/** What survivors complain of, and who hears it. */
export const complaintEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'complaints.record',
    method: 'POST',
    path: '/complaints',
    summary: 'Write down what a survivor complains of; it goes to somebody independent',
    access: writing,
    body: complaintRecord,
    answers: written,
    run: async (work, { body }) => made(await recordComplaint(work, body)),
  }),
  endpoint({
    name: 'complaints.list',
    method: 'GET',
    path: '/complaints',
    summary: 'The complaints that are one’s own to hear, and those that one wrote down',
    access: { ...writing, writes: false },
    answers: complaintList,
    run: async (work) => ok(await readComplaints(work)),
  }),
  endpoint({
    name: 'complaints.layDownDesk',
    method: 'POST',
    path: '/complaint-desk',
    summary: 'Lay down who hears complaints, and how long each step may take',
    access: { ...writing, roles: ['technicalAdministrator'] },
    body: complaintDesk,
    answers: written,
    run: async (work, { body }) => ok(await layDownDesk(work, body)),
  }),
  endpoint({
    name: 'complaints.lookInto',
    method: 'POST',
    path: '/complaints/:org/:id/look-into',
    summary: 'Say that a complaint is being looked into',
    access: writing,
    params: caseAddress,
    body: change,
    answers: written,
    run: async (work, { params, body }) => ok(await lookInto(work, params, body)),
  }),
  endpoint({
    name: 'complaints.answer',
    method: 'POST',
    path: '/complaints/:org/:id/answer',
    summary: 'Answer a complaint: what was found, and in which words the person is told',
    access: writing,
    params: caseAddress,
    body: complaintAnswer,
    answers: written,
    run: async (work, { params, body }) => ok(await answerComplaint(work, params, body)),
  }),
  endpoint({
    name: 'complaints.told',
    method: 'POST',
    path: '/complaints/:org/:id/told',
    summary: 'Say that the person heard the answer',
    access: writing,
    params: caseAddress,
    body: complaintTold,
    answers: written,
    run: async (work, { params, body }) => ok(await toldAnswer(work, params, body)),
  }),
]
