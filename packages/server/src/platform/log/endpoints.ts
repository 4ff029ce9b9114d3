import { logView } from '@setu/records/api'
import { sql } from 'kysely'
import { downloadEndpoint, type Endpoint, endpoint, ok } from '../http/endpoint.ts'
import type { Node } from '../node.ts'
import type { Work } from '../work.ts'
import { bundleLines } from './bundle.ts'
import { logVerifier } from './log-key.ts'
import { keyLine } from './note.ts'

const whole = ['dataProtectionOfficer', 'technicalAdministrator'] as const
const guard = ['dataProtectionOfficer'] as const

async function viewLog(work: Work) {
  const { db } = work
  const [{ rows: heads }, { rows: checkpoints }, { rows: witnesses }, verifier] = [
    await sql<{ size: number; at: string }>`
      select size::double precision as size, sealed_at as at from log_head`.execute(db),
    await sql<{ size: number; at: string }>`
      select size::double precision as size, made_at as at from log_checkpoint order by size desc limit 1`.execute(
      db,
    ),
    await sql<{
      name: string
      size: number
      seenAt: string | null
      trouble: 'unreachable' | 'refused' | 'ahead' | 'unsigned' | 'damaged' | null
    }>`
      select name, size::double precision as size, seen_at as "seenAt", trouble from log_witness order by name`.execute(
      db,
    ),
    await logVerifier(db),
  ]
  return {
    size: heads[0]?.size ?? 0,
    sealedAt: heads[0]?.at ?? null,
    key: verifier ? keyLine(verifier) : null,
    checkpoint: checkpoints[0] ?? null,
    witnesses,
  }
}

async function* bytesOf(node: Node, org: string): AsyncGenerator<Uint8Array> {
  for await (const line of bundleLines(node, org)) yield Buffer.from(line)
}

/** How the log stands, and the log itself for whoever wants to check it elsewhere. */
export const logEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'log.view',
    method: 'GET',
    path: '/log',
    access: { part: 'none', relations: ['signedIn'], writes: false, roles: whole },
    summary: 'How long the log is, what was signed of it, and which witnesses have seen it',
    answers: logView,
    run: async (work) => ok(await viewLog(work)),
  }),
  downloadEndpoint({
    name: 'log.bundle',
    method: 'GET',
    path: '/log/bundle',
    access: { part: 'none', relations: ['signedIn'], writes: false, roles: guard, stepUp: true },
    summary:
      'The log in a file that can be checked without this node; of other organisations only what binds it',
    seconds: 900,
    run: async (pages) => {
      const [org, day] = await pages.inWork((work) => Promise.resolve([work.actor.org, work.today] as const))
      return { type: 'application/x-ndjson', name: `log-${day}.jsonl`, chunks: bytesOf(pages.node, org) }
    },
  }),
]
