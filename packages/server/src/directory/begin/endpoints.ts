import { firstRun } from '@setu/records/api'
import { z } from 'zod'
import { type Endpoint, visitEndpoint } from '../../platform/index.ts'
import { beginNode } from './begin-node.ts'

const beginning = visitEndpoint({
  name: 'beginNode',
  method: 'POST',
  path: '/first-run',
  access: { part: 'none', relations: ['anyone'], writes: true },
  summary: 'Begin an installation; works once, on a node that nobody has an account on',
  body: firstRun,
  answers: z.strictObject({ ok: z.literal(true) }),
  run: (visit, { body }) => beginNode(visit, body),
})

/** What is asked of a node before anyone can sign in. */
export const beginEndpoints: readonly Endpoint[] = [beginning]
