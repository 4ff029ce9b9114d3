import { htcdsImport, htcdsImported, htcdsPreview, htcdsReadAs } from '@setu/records/api'
import { z } from 'zod'
import { downloadEndpoint, type Endpoint, endpoint, made, ok, uploadEndpoint } from '../../platform/index.ts'
import { exportCases } from './export-cases.ts'
import { importCases } from './import-cases.ts'
import { previewFile } from './preview-file.ts'

const roles = ['caseworker', 'supervisor'] as const

/** Thousands of cases take minutes, and whoever sent them waits for the answer. */
const seconds = 900

/** Cases in and out as files of the HTCDS standard. */
export const htcdsEndpoints: readonly Endpoint[] = [
  uploadEndpoint({
    name: 'exchange.previewHtcds',
    method: 'POST',
    path: '/exchange/htcds/preview',
    summary: 'Look through an HTCDS file, storing nothing',
    access: { part: 'none', relations: ['signedIn'], writes: false, roles },
    seconds,
    query: htcdsReadAs,
    answers: htcdsPreview,
    run: async (work, { query, body }) => ok(await previewFile(work, body, query)),
  }),
  endpoint({
    name: 'exchange.importHtcds',
    method: 'POST',
    path: '/exchange/htcds/import',
    summary: 'Bring in all cases of a file that was looked through, or none',
    access: { part: 'none', relations: ['signedIn'], writes: true, roles },
    seconds,
    body: htcdsImport,
    answers: htcdsImported,
    run: async (work, { body }) => made(await importCases(work, body)),
  }),
  downloadEndpoint({
    name: 'exchange.exportHtcds',
    method: 'GET',
    path: '/exchange/htcds/export',
    summary: 'The cases that one works on or supervises, as an HTCDS file',
    access: { part: 'various', relations: ['own', 'supervise'], writes: false, roles, stepUp: true },
    seconds,
    query: z.strictObject({ format: z.enum(['csv', 'xlsx']) }),
    run: (pages, { query }) => exportCases(pages, query.format),
  }),
]
