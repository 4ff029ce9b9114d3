import { z } from 'zod'
import { DatabaseRefusal } from '../src/platform/database/engine.ts'
import {
  type Access,
  downloadEndpoint,
  type Endpoint,
  endpoint,
  made,
  nothing,
  ok,
  uploadEndpoint,
  visitEndpoint,
} from '../src/platform/http/endpoint.ts'

const open: Access = { part: 'none', relations: ['signedIn'], writes: false }
/** A word that must never come back in an answer or a log. */
export const canary = 'CNRY-rahima-7f3a'

/** Endpoints that do nothing, so that only the way to them is tried. */
export const endpoints: readonly Endpoint[] = [
  endpoint({
    name: 'echo',
    method: 'POST',
    path: '/echo',
    access: open,
    summary: 'Says back',
    body: z.strictObject({
      words: z.string().max(100_000),
      deep: z.unknown().optional(),
      list: z.array(z.string()).optional(),
    }),
    answers: z.strictObject({ words: z.string() }),
    run: (_work, { body }) => Promise.resolve(made({ words: body.words })),
  }),
  endpoint({
    name: 'look',
    method: 'GET',
    path: '/look/:id',
    access: open,
    summary: 'Looks',
    params: z.strictObject({ id: z.string() }),
    query: z.strictObject({ after: z.string().optional() }),
    answers: z.strictObject({ id: z.string() }),
    run: (_work, { params }) => Promise.resolve(ok({ id: params.id })),
  }),
  endpoint({
    name: 'drop',
    method: 'DELETE',
    path: '/look/:id',
    access: open,
    summary: 'Drops',
    params: z.strictObject({ id: z.string() }),
    run: () => Promise.resolve(nothing),
  }),
  endpoint({
    name: 'leak',
    method: 'GET',
    path: '/leak',
    access: open,
    summary: 'Answers more than it declares',
    answers: z.strictObject({ id: z.string() }),
    run: () => Promise.resolve(ok({ id: 'a', secret: canary } as { id: string })),
  }),
  endpoint({
    name: 'break',
    method: 'GET',
    path: '/break/:how',
    access: open,
    summary: 'Breaks',
    params: z.strictObject({ how: z.string() }),
    run: (_work, { params }) =>
      Promise.reject(
        breakages[params.how] ?? new RangeError(`select * from person_identity where name = '${canary}'`),
      ),
  }),
  visitEndpoint({
    name: 'open',
    method: 'GET',
    path: '/open',
    access: { ...open, relations: ['anyone'] },
    summary: 'For anyone',
    answers: z.strictObject({ ok: z.literal(true) }),
    run: () => Promise.resolve(ok({ ok: true } as const)),
  }),
  uploadEndpoint({
    name: 'upload',
    method: 'POST',
    path: '/upload',
    access: open,
    summary: 'Takes a file',
    answers: z.strictObject({ bytes: z.number() }),
    run: (_work, { body }) => Promise.resolve(ok({ bytes: body.length })),
  }),
  downloadEndpoint({
    name: 'download',
    method: 'GET',
    path: '/download',
    access: open,
    summary: 'Gives a file',
    run: () =>
      Promise.resolve({
        type: 'text/csv',
        name: 'cases.csv',
        chunks: (async function* () {
          for (let at = 0; at < 100; at++) yield Buffer.from(`row ${at}\n`)
        })(),
      }),
  }),
]

/** What the database may refuse with, by what it means. */
const breakages: Readonly<Record<string, Error>> = {
  hidden: new DatabaseRefusal('42501', 'person_identity'),
  parent: new DatabaseRefusal('23503', 'case_file'),
  taken: new DatabaseRefusal('23505', 'account_sign_in_name_key'),
  there: new DatabaseRefusal('23505', 'case_file_pkey'),
  slow: new DatabaseRefusal('57014', ''),
  full: new DatabaseRefusal('53100', ''),
  nul: new DatabaseRefusal('22021', ''),
  wide: new DatabaseRefusal('22003', ''),
  rule: new DatabaseRefusal('23514', 'unit_name_en_check'),
}
