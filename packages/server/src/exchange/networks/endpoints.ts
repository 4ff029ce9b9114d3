import {
  networkExportQuery,
  networkFileQuery,
  networkImport,
  networkImported,
  networkPreview,
} from '@setu/records/api'
import { downloadEndpoint, type Endpoint, endpoint, made, ok, uploadEndpoint } from '../../platform/index.ts'
import { exportNetwork } from './export-network.ts'
import { importNetwork } from './import-network.ts'
import { previewNetwork } from './preview-network.ts'

const roles = ['policeInvestigator', 'prosecutor'] as const
const writing = { part: 'none', relations: ['signedIn'], writes: true, roles } as const

const seconds = 300

/** Networks in and out as FollowTheMoney entities. */
export const networkFileEndpoints: readonly Endpoint[] = [
  uploadEndpoint({
    name: 'exchange.previewNetwork',
    method: 'POST',
    path: '/exchange/network/preview',
    summary: 'Look through a file of FollowTheMoney entities, storing nothing',
    access: { ...writing, writes: false },
    seconds,
    query: networkFileQuery,
    answers: networkPreview,
    run: async (work, { query, body }) => ok(await previewNetwork(work, query, body)),
  }),
  endpoint({
    name: 'exchange.importNetwork',
    method: 'POST',
    path: '/exchange/network/import',
    summary: 'Bring in all of a file that was looked through, or nothing',
    access: writing,
    seconds,
    body: networkImport,
    answers: networkImported,
    run: async (work, { body }) => made(await importNetwork(work, body)),
  }),
  downloadEndpoint({
    name: 'exchange.exportNetwork',
    method: 'GET',
    path: '/exchange/network/export',
    summary: 'What of a network may leave, as FollowTheMoney entities',
    access: { ...writing, writes: false, stepUp: true },
    seconds,
    query: networkExportQuery,
    run: (pages, { query }) => exportNetwork(pages, query),
  }),
]
