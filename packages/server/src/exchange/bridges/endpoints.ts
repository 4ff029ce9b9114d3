import {
  bridgeFileQuery,
  bridgeMappingAnswer,
  bridgeMappingList,
  bridgeMappingPropose,
  bridgeQuery,
  bridgeSend,
  bridgeSent,
  bridgeTrial,
  bridgeTrialQuery,
  bridgeView,
  htcdsPreview,
  written,
} from '@setu/records/api'
import { downloadEndpoint, type Endpoint, endpoint, made, ok, uploadEndpoint } from '../../platform/index.ts'
import { answerMapping, listMappings, proposeMapping } from './mappings.ts'
import { previewBridge } from './preview-bridge.ts'
import { fileOfSending, sendBridge } from './send-bridge.ts'
import { tryBridge, viewBridge } from './try-bridge.ts'

const working = {
  part: 'various',
  relations: ['own', 'supervise'],
  writes: false,
  roles: ['caseworker', 'supervisor'],
} as const
const seconds = 300

const administering = {
  part: 'none',
  relations: ['signedIn'],
  writes: false,
  roles: ['technicalAdministrator'],
} as const

/** Cases to and from other systems, as files in their words. */
export const bridgeEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'bridges.view',
    method: 'GET',
    path: '/exchange/bridges',
    summary: 'Another system, and the offices to which survivors agreed that cases go',
    access: { ...working, part: 'none', relations: ['signedIn'] },
    query: bridgeQuery,
    answers: bridgeView,
    run: async (work, { query }) => ok(await viewBridge(work, query)),
  }),
  endpoint({
    name: 'bridges.try',
    method: 'GET',
    path: '/exchange/bridges/trial',
    summary: 'What would leave for an office, what would be lost, and what has to stay, storing nothing',
    access: working,
    seconds,
    query: bridgeTrialQuery,
    answers: bridgeTrial,
    run: async (work, { query }) => ok(await tryBridge(work, query)),
  }),
  endpoint({
    name: 'bridges.send',
    method: 'POST',
    path: '/exchange/bridges/sendings',
    summary: 'Write down that cases go to an office through another system',
    access: { ...working, writes: true, stepUp: true },
    seconds,
    body: bridgeSend,
    answers: bridgeSent,
    run: async (work, { body }) => made(await sendBridge(work, body)),
  }),
  downloadEndpoint({
    name: 'bridges.file',
    method: 'GET',
    path: '/exchange/bridges/file',
    summary: 'The cases of one’s own sending as a file in the words of the other system',
    access: { ...working, stepUp: true },
    seconds,
    query: bridgeFileQuery,
    run: (pages, { query }) => fileOfSending(pages, query),
  }),
  uploadEndpoint({
    name: 'bridges.preview',
    method: 'POST',
    path: '/exchange/bridges/preview',
    summary: 'Look through a file of another system, storing nothing',
    access: { ...working, part: 'none', relations: ['signedIn'] },
    seconds,
    query: bridgeQuery,
    answers: htcdsPreview,
    run: async (work, { query, body }) => ok(await previewBridge(work, body, query)),
  }),
  endpoint({
    name: 'bridges.mappings',
    method: 'GET',
    path: '/exchange/bridges/mappings',
    summary: 'How cases are told to another system, and what waits for another administrator',
    access: administering,
    query: bridgeQuery,
    answers: bridgeMappingList,
    run: async (work, { query }) => ok(await listMappings(work, query)),
  }),
  endpoint({
    name: 'bridges.proposeMapping',
    method: 'POST',
    path: '/exchange/bridges/mappings',
    summary: 'Bring another way of telling cases to a system',
    access: { ...administering, writes: true },
    body: bridgeMappingPropose,
    answers: written,
    run: async (work, { body }) => made(await proposeMapping(work, body)),
  }),
  endpoint({
    name: 'bridges.answerMapping',
    method: 'POST',
    path: '/exchange/bridges/mappings/answer',
    summary: 'Put into force what another administrator brought, or decline it',
    access: { ...administering, writes: true, stepUp: true },
    body: bridgeMappingAnswer,
    answers: written,
    run: async (work, { body }) => ok(await answerMapping(work, body)),
  }),
]
