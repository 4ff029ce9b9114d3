import { request as plainRequest } from 'node:http'
import { refusal } from '@setu/records/api'
import type { FastifyInstance } from 'fastify'
import { expect } from 'vitest'
import type { z } from 'zod'
import { securityHeaders } from '../src/platform/http/headers.ts'
import { httpServer } from '../src/platform/http/server.ts'
import { canary, endpoints } from './try-endpoints.ts'
import { openWorld, type World } from './world.ts'

interface ReportLine {
  readonly number: string
  readonly action: string
  readonly code: string
  readonly kind: string
}

/** A node that listens, with endpoints that do nothing, and somebody signed in. */
export interface HttpNode {
  readonly world: World
  readonly app: FastifyInstance
  readonly origin: string
  /** What the operator's log was told since it was last emptied. */
  readonly reports: ReportLine[]
  readonly signedIn: { readonly cookie: string; readonly 'x-setu': string }
  call(
    method: string,
    path: string,
    body?: string | Uint8Array,
    headers?: Record<string, string>,
  ): Promise<Response>
  echo(json: string | Uint8Array, headers?: Record<string, string>): Promise<Response>
  /** A request with headers that `fetch` lets nobody set. */
  raw(method: string, path: string, headers: Record<string, string>, body: string): Promise<number>
  close(): Promise<void>
}

export async function openHttp(): Promise<HttpNode> {
  const world = await openWorld('pglite')
  const reports: ReportLine[] = []
  const app = await httpServer(world.node, {
    endpoints,
    web: null,
    secure: true,
    report: (line) => reports.push(line),
  })
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })
  const signedIn = { cookie: `__Host-setu=${world.people.asha.cookie}`, 'x-setu': '1' }

  const call: HttpNode['call'] = (method, path, body, headers = {}) => {
    const kind: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
    return fetch(`${origin}/api${path}`, {
      method,
      headers: { ...signedIn, ...kind, ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
    })
  }

  return {
    world,
    app,
    origin,
    reports,
    signedIn,
    call,
    echo: (json, headers) => call('POST', '/echo', json, headers),
    raw: (method, path, headers, body) =>
      new Promise((resolve, reject) => {
        const outgoing = plainRequest(`${origin}${path}`, { method, headers }, (response) => {
          response.resume()
          resolve(response.statusCode ?? 0)
        })
        outgoing.on('error', reject)
        outgoing.end(body)
      }),
    async close() {
      await app.close()
      await world.close()
    },
  }
}

/** Words that would tell of our insides, or of what was sent. */
const inside = [
  canary,
  'select ',
  'person_identity',
  'packages/',
  'node_modules',
  'Error',
  'stack',
  'sqlState',
  'fastify',
]

/** Every header that every answer carries, and none that tells of our insides. */
export function expectHeaders({ headers }: Response): void {
  for (const [name, value] of Object.entries(securityHeaders))
    expect([name, headers.get(name)]).toEqual([name, value])
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/)
  expect(headers.get('x-powered-by')).toBeNull()
  expect(headers.get('server')).toBeNull()
}

/** A refusal in the shape that all have, with nothing in it of what was sent. */
export async function expectRefused(
  response: Response,
  status: number,
  code: string,
): Promise<z.infer<typeof refusal>> {
  const text = await response.text()
  expect([response.status, text]).toEqual([status, expect.stringContaining(`"code":"${code}"`)])
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  expectHeaders(response)
  for (const word of inside) expect(text).not.toContain(word)
  return refusal.parse(JSON.parse(text))
}
