import {
  tipDeskKeep,
  tipHandOn,
  tipList,
  tipStep,
  tipView,
  tipWrite,
  tipWritten,
  written,
} from '@setu/records/api'
import { type Endpoint, endpoint, made, ok } from '../../platform/index.ts'
import { caseAddress } from '../addresses.ts'
import { layDownTipDesk } from './lay-down-tip-desk.ts'
import { listTips, readTip } from './read-tips.ts'
import { handOnTip, stepTip } from './step-tip.ts'
import { writeTip } from './write-tip.ts'

const writing = { part: 'none', relations: ['signedIn'], writes: true } as const
const reading = { ...writing, writes: false } as const

/** What people tell, and what becomes of it. */
export const tipEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'tips.write',
    method: 'POST',
    path: '/tips',
    summary: 'Write down what somebody tells; the unit that takes tips reads it',
    access: writing,
    body: tipWrite,
    answers: tipWritten,
    run: async (work, { body }) => made(await writeTip(work, body)),
  }),
  endpoint({
    name: 'tips.list',
    method: 'GET',
    path: '/tips',
    summary: 'The tips for one’s own units, and those that one wrote down, without their words',
    access: reading,
    answers: tipList,
    run: async (work) => ok(await listTips(work)),
  }),
  endpoint({
    name: 'tips.read',
    method: 'GET',
    path: '/tips/:org/:id',
    summary: 'A tip with its words, for the unit that it lies with',
    access: reading,
    params: caseAddress,
    answers: tipView,
    run: async (work, { params }) => ok(await readTip(work, params)),
  }),
  endpoint({
    name: 'tips.step',
    method: 'POST',
    path: '/tips/:org/:id/step',
    summary: 'Say that a tip was looked at, or close it with a reason',
    access: writing,
    params: caseAddress,
    body: tipStep,
    answers: written,
    run: async (work, { params, body }) => ok(await stepTip(work, params, body)),
  }),
  endpoint({
    name: 'tips.handOn',
    method: 'POST',
    path: '/tips/:org/:id/hand-on',
    summary: 'Hand a tip to another unit that takes tips',
    access: writing,
    params: caseAddress,
    body: tipHandOn,
    answers: written,
    run: async (work, { params, body }) => ok(await handOnTip(work, params, body)),
  }),
  endpoint({
    name: 'tips.layDownDesk',
    method: 'POST',
    path: '/tip-desk',
    summary: 'Lay down which unit takes tips, and whether those of the public page too',
    access: { ...writing, roles: ['technicalAdministrator'] },
    body: tipDeskKeep,
    answers: written,
    run: async (work, { body }) => ok(await layDownTipDesk(work, body)),
  }),
]
