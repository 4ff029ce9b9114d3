import { randomUUID } from 'node:crypto'
import type { HtcdsPreview } from '@setu/records/api'
import { exchangeEndpoints } from '../src/exchange/index.ts'
import { httpServer, type Node } from '../src/platform/index.ts'
import { rowsOf } from './client.ts'

interface Sent {
  readonly status: number
  readonly bytes: Uint8Array
  readonly headers: Readonly<Record<string, unknown>>
}

/** Files in and out over HTTP, as the browser sends and fetches them. */
export interface Files {
  preview(
    cookie: string | undefined,
    file: Uint8Array,
    query?: string,
  ): Promise<{ status: number; body: HtcdsPreview & { code?: string } }>
  bringIn(
    cookie: string,
    asked: { readonly preview: string | null; readonly unit: string; readonly command?: string },
  ): Promise<{ status: number; body: { cases?: number; code?: string } }>
  export(cookie: string | undefined, format?: string): Promise<Sent>
  close(): Promise<void>
}

export async function openFiles(node: Node): Promise<Files> {
  const app = await httpServer(node, {
    endpoints: exchangeEndpoints,
    web: null,
    secure: false,
    report: () => undefined,
  })
  const as = (cookie: string | undefined) => (cookie === undefined ? {} : { cookie: `setu=${cookie}` })
  return {
    async preview(cookie, file, query = '') {
      const answer = await app.inject({
        method: 'POST',
        url: `/api/exchange/htcds/preview${query}`,
        headers: { 'x-setu': '1', 'content-type': 'application/octet-stream', ...as(cookie) },
        payload: Buffer.from(file),
      })
      return { status: answer.statusCode, body: answer.json() }
    },
    async bringIn(cookie, { command = randomUUID(), ...asked }) {
      const answer = await app.inject({
        method: 'POST',
        url: '/api/exchange/htcds/import',
        headers: { 'x-setu': '1', 'content-type': 'application/json', ...as(cookie) },
        payload: JSON.stringify({ command, ...asked }),
      })
      return { status: answer.statusCode, body: answer.json() }
    },
    async export(cookie, format = 'csv') {
      const answer = await app.inject({
        url: `/api/exchange/htcds/export?format=${format}`,
        headers: as(cookie),
      })
      return { status: answer.statusCode, bytes: new Uint8Array(answer.rawPayload), headers: answer.headers }
    },
    close: () => app.close(),
  }
}

/** How many rows each table has, the log apart: refusals are logged too. */
export async function countRows(owner: Node['engine']): Promise<Readonly<Record<string, number>>> {
  const tables = await rowsOf(
    owner,
    `select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'audit_%'
     order by tablename`,
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const [row] = await rowsOf(owner, `select count(*)::int as rows from "${String(name)}"`)
    counts[String(name)] = Number(row?.['rows'])
  }
  return counts
}
