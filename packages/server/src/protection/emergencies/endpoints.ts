import { change, emergencyAnswer, emergencyAsk, emergencyList, written } from '@setu/records/api'
import { type Endpoint, endpoint, made, ok } from '../../platform/index.ts'
import { caseAddress } from '../addresses.ts'
import { answerEmergency, endEmergency } from './answer-emergency.ts'
import { askEmergency } from './ask-emergency.ts'
import { readEmergencies } from './read-emergencies.ts'

const asking = ['caseworker', 'supervisor', 'policeInvestigator'] as const

export const emergencyEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'emergencies.ask',
    method: 'POST',
    path: '/emergencies',
    summary: 'Ask those on call where a case is held for a few hours’ access to some parts of it',
    access: { part: 'none', relations: ['signedIn'], writes: true, roles: asking, stepUp: true },
    body: emergencyAsk,
    answers: written,
    run: async (work, { body }) => made(await askEmergency(work, body)),
  }),
  endpoint({
    name: 'emergencies.list',
    method: 'GET',
    path: '/emergencies',
    summary: 'What one asked for in an emergency, what waits for one’s answer, and what others were given',
    access: { part: 'none', relations: ['signedIn'], writes: false },
    answers: emergencyList,
    run: async (work) => ok(await readEmergencies(work)),
  }),
  endpoint({
    name: 'emergencies.answer',
    method: 'POST',
    path: '/emergencies/:org/:id/answer',
    summary:
      'Give somebody else emergency access for the hours they asked for, with a proof made for it, or decline',
    access: { part: 'various', relations: ['signedIn'], writes: true, stepUp: 'bound' },
    params: caseAddress,
    body: emergencyAnswer,
    answers: written,
    run: async (work, { params, body }) => ok(await answerEmergency(work, params, body)),
  }),
  endpoint({
    name: 'emergencies.end',
    method: 'POST',
    path: '/emergencies/:org/:id/end',
    summary: 'End an emergency access, or take back the request',
    access: { part: 'status', relations: ['own', 'supervise', 'emergency', 'dataProtection'], writes: true },
    params: caseAddress,
    body: change,
    answers: written,
    run: async (work, { params, body }) => ok(await endEmergency(work, params, body)),
  }),
]
