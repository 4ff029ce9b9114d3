import {
  oversight,
  oversightOwnFileQuery,
  oversightOwnQuery,
  oversightToldFileQuery,
  oversightToldQuery,
} from '@setu/records/api'
import { downloadEndpoint, type Endpoint, endpoint, ok } from '../../platform/index.ts'
import { oversightFile } from './oversight-file.ts'
import { readOwn, readTold } from './read-oversight.ts'

const supervising = {
  part: 'none',
  relations: ['signedIn'],
  writes: false,
  roles: ['supervisor'],
} as const

const looking = { ...supervising, roles: ['programmeManager', 'analyst', 'committeeSecretary'] } as const

/** How far the work with survivors has come, in numbers alone. */
export const oversightEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'oversight.own',
    method: 'GET',
    path: '/oversight/own',
    summary: 'How many cases of one’s own units reached each step, how long it took, and what is overdue',
    access: supervising,
    query: oversightOwnQuery,
    answers: oversight,
    run: async (work, { query }) => ok(await readOwn(work, query)),
  }),
  endpoint({
    name: 'oversight.told',
    method: 'GET',
    path: '/oversight/told',
    summary: 'The same of the cases of others, as far as it tells of nobody',
    access: looking,
    query: oversightToldQuery,
    answers: oversight,
    run: async (work, { query }) => ok(await readTold(work, query)),
  }),
  downloadEndpoint({
    name: 'oversight.ownFile',
    method: 'GET',
    path: '/oversight/own/file',
    summary: 'The numbers of one’s own units as a file',
    access: { ...supervising, stepUp: true },
    query: oversightOwnFileQuery,
    run: (pages, { query: { format, language, ...asked } }) =>
      pages.inWork(async (work) =>
        oversightFile(await readOwn(work, asked), work.today, { format, language }),
      ),
  }),
  downloadEndpoint({
    name: 'oversight.toldFile',
    method: 'GET',
    path: '/oversight/told/file',
    summary: 'The numbers that may be told, as a file',
    access: { ...looking, stepUp: true },
    query: oversightToldFileQuery,
    run: (pages, { query: { format, language, ...asked } }) =>
      pages.inWork(async (work) =>
        oversightFile(await readTold(work, asked), work.today, { format, language }),
      ),
  }),
]
