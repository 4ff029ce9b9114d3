import {
  breachAssess,
  breachCases,
  breachClose,
  breachFileQuery,
  breachHoursSet,
  breachList,
  breachOfCase,
  breachOpen,
  breachStep,
  breachTelling,
  breachToldNow,
  breachView,
  written,
} from '@setu/records/api'
import { downloadEndpoint, type Endpoint, endpoint, made, ok, streamOf } from '../../platform/index.ts'
import { caseAddress, itemAddress } from '../addresses.ts'
import { assessBreach } from './assess-breach.ts'
import { breachText } from './breach-file.ts'
import { closeBreach, takeStep } from './contain-breach.ts'
import { addBreachCases, openBreach } from './open-breach.ts'
import { breachesOfCase, readBreach, readBreaches } from './read-breaches.ts'
import { setHours } from './set-hours.ts'
import { addTelling, saidTold } from './tell.ts'

const guard = ['dataProtectionOfficer'] as const
const leading = { part: 'none', relations: ['signedIn'], writes: true, roles: guard } as const

/** What is said, seen and led when something went wrong. */
export const breachEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'breaches.open',
    method: 'POST',
    path: '/breaches',
    summary: 'Say that something went wrong with what is kept about people',
    access: { part: 'none', relations: ['signedIn'], writes: true },
    body: breachOpen,
    answers: written,
    run: async (work, { body }) => made(await openBreach(work, body)),
  }),
  endpoint({
    name: 'breaches.list',
    method: 'GET',
    path: '/breaches',
    summary: 'The incidents that one said, leads or was told of, and how long each step may take',
    access: { part: 'none', relations: ['signedIn'], writes: false },
    answers: breachList,
    run: async (work) => ok(await readBreaches(work)),
  }),
  endpoint({
    name: 'breaches.setHours',
    method: 'POST',
    path: '/breach-hours',
    summary: 'Lay down how many hours each step may take; what is left out is not known',
    access: { part: 'none', relations: ['signedIn'], writes: true, roles: ['technicalAdministrator'] },
    body: breachHoursSet,
    answers: written,
    run: async (work, { body }) => ok(await setHours(work, body)),
  }),
  downloadEndpoint({
    name: 'breaches.export',
    method: 'GET',
    path: '/breach-record',
    summary: 'The whole record of an incident as a text, in either language',
    access: { part: 'none', relations: ['signedIn'], writes: false, roles: guard, stepUp: true },
    query: breachFileQuery,
    run: async (pages, { query: { id, language } }) => {
      const text = await pages.inWork(async (work) => {
        const view = await readBreach(work, { org: work.actor.org, id })
        work.because('dataProtection')
        return breachText(view, language)
      })
      return {
        type: 'text/plain; charset=utf-8',
        name: `incident-${id.slice(0, 8)}.txt`,
        chunks: streamOf(Buffer.from(text)),
      }
    },
  }),
  endpoint({
    name: 'breaches.read',
    method: 'GET',
    path: '/breaches/:org/:id',
    summary: 'One incident: whole for whoever leads, what they said for whoever said it',
    access: { part: 'none', relations: ['signedIn'], writes: false },
    params: caseAddress,
    answers: breachView,
    run: async (work, { params }) => ok(await readBreach(work, params)),
  }),
  endpoint({
    name: 'breaches.addCases',
    method: 'POST',
    path: '/breaches/:org/:id/cases',
    summary: 'Add cases that were found to be touched as well',
    access: leading,
    params: caseAddress,
    body: breachCases,
    answers: written,
    run: async (work, { params, body }) => ok(await addBreachCases(work, params, body)),
  }),
  endpoint({
    name: 'breaches.assess',
    method: 'POST',
    path: '/breaches/:org/:id/assess',
    summary: 'Judge the risk to people; from a risk on it is laid down who must be told',
    access: leading,
    params: caseAddress,
    body: breachAssess,
    answers: written,
    run: async (work, { params, body }) => ok(await assessBreach(work, params, body)),
  }),
  endpoint({
    name: 'breaches.takeStep',
    method: 'POST',
    path: '/breaches/:org/:id/steps',
    summary: 'Write down what was done so that it does not get worse',
    access: leading,
    params: caseAddress,
    body: breachStep,
    answers: written,
    run: async (work, { params, body }) => ok(await takeStep(work, params, body)),
  }),
  endpoint({
    name: 'breaches.mustTell',
    method: 'POST',
    path: '/breaches/:org/:id/tellings',
    summary: 'Lay down that the authority or a partner must be told as well',
    access: leading,
    params: caseAddress,
    body: breachTelling,
    answers: written,
    run: async (work, { params, body }) => ok(await addTelling(work, params, body)),
  }),
  endpoint({
    name: 'breaches.told',
    method: 'POST',
    path: '/breaches/:org/:id/tellings/:item',
    summary: 'Write down that somebody was told, or why they are not',
    access: leading,
    params: itemAddress,
    body: breachToldNow,
    answers: written,
    run: async (work, { params, body }) => ok(await saidTold(work, params, params.item, body)),
  }),
  endpoint({
    name: 'breaches.close',
    method: 'POST',
    path: '/breaches/:org/:id/close',
    summary: 'Close an incident, with what was learnt',
    access: leading,
    params: caseAddress,
    body: breachClose,
    answers: written,
    run: async (work, { params, body }) => ok(await closeBreach(work, params, body)),
  }),
  endpoint({
    name: 'cases.breaches',
    method: 'GET',
    path: '/cases/:org/:id/breaches',
    summary: 'What went wrong with the record of a case, for those who tell the person',
    access: { part: 'status', relations: ['own', 'supervise'], writes: false },
    params: caseAddress,
    answers: breachOfCase,
    run: async (work, { params }) => ok(await breachesOfCase(work, params)),
  }),
]
