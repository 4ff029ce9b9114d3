import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import staticFiles from '@fastify/static'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Node } from '../node.ts'
import { Problem } from '../problem.ts'
import { deviceName } from '../sessions/device-name.ts'
import { knownDays } from '../sessions/known-device.ts'
import { cookieIn } from '../sessions/token.ts'
import { answer, pagesOf, readInputs, refused, visitOf } from './answer.ts'
import type { Endpoint, Reply, Visit } from './endpoint.ts'
import { securityHeaders } from './headers.ts'
import { openApiOf } from './openapi.ts'
import { hurry, longestRequestMs, patience } from './patience.ts'
import { type PublicPage, servePublicPages } from './public-pages.ts'
import { problemOfHttp, refuseBytes, send } from './refusal.ts'
import { readJson } from './strict-json.ts'

const mostBody = 256 * 1024
const mostUpload = 20 * 1024 * 1024

/** What the operator's log gets: numbers and names of ours, nothing of a request's content. */
export type Report = (line: {
  readonly number: string
  readonly action: string
  readonly code: string
  readonly kind: string
}) => void

interface Options {
  readonly endpoints: readonly Endpoint[]
  /** The built web application; `null` serves the API alone. */
  readonly web: string | null
  /** Set when people reach the node over HTTPS: cookies are then bound to it. */
  readonly secure: boolean
  readonly report: Report
  /** Single-process entry links of the demonstration: token to the cookie of a session on that device. */
  readonly entries?: ReadonlyMap<string, (device: string) => Promise<string>>
  /** Pages for people without an account, beside the application. */
  readonly pages?: readonly PublicPage[]
}

function cookieName(secure: boolean): string {
  return secure ? '__Host-setu' : 'setu'
}

function deviceCookieName(secure: boolean): string {
  return `${cookieName(secure)}-device`
}

function ownCookieName(secure: boolean): string {
  return secure ? '__Host-own' : 'own'
}

function cookieLine(secure: boolean, name: string, value: string | null, seconds?: number): string {
  const life = seconds === undefined ? '' : `; Max-Age=${seconds}`
  return `${name}=${value ?? ''}; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}${life}`
}

/** The session's cookie ends with the browser; the one by which the browser is known outlives it. */
function cookieLines(secure: boolean, { cookie, deviceCookie, ownCookie }: Reply<unknown>): string[] {
  const lines: string[] = []
  if (ownCookie === null) lines.push(cookieLine(secure, ownCookieName(secure), null, 0))
  else if (ownCookie !== undefined) lines.push(cookieLine(secure, ownCookieName(secure), ownCookie))
  if (cookie === null) lines.push(cookieLine(secure, cookieName(secure), null, 0))
  else if (cookie !== undefined) lines.push(cookieLine(secure, cookieName(secure), cookie))
  if (deviceCookie !== undefined)
    lines.push(cookieLine(secure, deviceCookieName(secure), deviceCookie, knownDays * 86_400))
  return lines
}

/** A write must come from our own pages: our header, and no other site named by the browser. */
function guardOrigin(request: FastifyRequest): void {
  if (request.method === 'GET') return
  const site = request.headers['sec-fetch-site']
  if (
    request.headers['x-setu'] !== '1' ||
    (site !== undefined && site !== 'same-origin' && site !== 'none')
  ) {
    throw new Problem('cross-site')
  }
}

function mayHaveBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

const bytesKind = 'application/octet-stream'

/** What is wrong with a request before its body is read: where it came from, and what it brings. */
function guard(endpoint: Endpoint, request: FastifyRequest): void {
  guardOrigin(request)
  const kind = request.headers['content-type']?.trim().toLowerCase()
  if (kind !== undefined && kind.startsWith(bytesKind) !== (endpoint.body === 'bytes'))
    throw new Problem('body-kind')
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The endpoint behind a route, for what is refused before the endpoint is asked. */
    readonly endpoint?: Endpoint
  }
}

function headersOf({ secure }: Options): Record<string, string> {
  const strict = secure ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}
  return { ...securityHeaders, ...strict, 'cache-control': 'no-store' }
}

/** A node over HTTP: the API under /api, the web application beside it. */
export async function httpServer(node: Node, options: Options): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: mostBody,
    logger: false,
    requestTimeout: longestRequestMs,
    connectionTimeout: 15_000,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
    return503OnClosing: false,
    exposeHeadRoutes: false,
    http: { headersTimeout: patience.headersMs, connectionsCheckingInterval: 2000 },
    clientErrorHandler: (_error, socket) => refuseBytes(socket, randomUUID()),
    // No hook runs for an address that cannot be read, so the headers are set here.
    frameworkErrors: (_error, request, reply) => {
      hurry(request.raw, false, () => Promise.resolve())
      send(reply.headers(headersOf(options)), new Problem('body-unreadable'), randomUUID())
    },
  })

  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body: Buffer, done) =>
    done(null, body),
  )
  app.addContentTypeParser(
    bytesKind,
    { parseAs: 'buffer', bodyLimit: mostUpload },
    (_request, body: Buffer, done) => done(null, body),
  )

  app.addHook('onSend', async (request, reply) => {
    const { 'cache-control': never, ...always } = headersOf(options)
    reply.headers(always)
    if (request.url.startsWith('/api') || request.url.startsWith('/enter'))
      reply.header('cache-control', never)
  })

  app.addHook('onRequest', (request, reply, done) => {
    const { endpoint } = request.routeOptions.config
    if (mayHaveBody(request)) {
      const file = endpoint?.body === 'bytes' || (endpoint?.bounds ?? null) !== null
      hurry(request.raw, file, async () => {
        if (reply.sent) return
        const problem = new Problem('body-too-slow')
        void reply.header('connection', 'close')
        if (endpoint === undefined) send(reply, problem, randomUUID())
        else await refuse(endpoint, visitFor(request), problem, reply)
      })
    }
    done()
  })

  function visitFor(request: FastifyRequest): Visit {
    const device = String(request.headers['user-agent'] ?? '').slice(0, 200)
    const { cookie } = request.headers
    return visitOf(node, {
      cookie: cookieIn(cookie, cookieName(options.secure)),
      deviceCookie: cookieIn(cookie, deviceCookieName(options.secure)),
      ownCookie: cookieIn(cookie, ownCookieName(options.secure)),
      device,
    })
  }

  function rawInputs(endpoint: Endpoint, request: FastifyRequest) {
    const { params, query, body } = request
    if (endpoint.body === 'bytes') {
      if (!Buffer.isBuffer(body)) throw new Problem('body-kind')
      return { params, query, body }
    }
    return {
      params,
      query,
      body: Buffer.isBuffer(body) && body.length > 0 ? readJson(body, endpoint.bounds?.keys) : undefined,
    }
  }

  async function refuse(
    endpoint: Endpoint,
    visit: Visit,
    error: unknown,
    reply: FastifyReply,
  ): Promise<void> {
    const problem = await refused(node, endpoint, visit, error)
    if (problem.status >= 500) {
      const kind = error instanceof Error ? error.name : 'unknown'
      options.report({
        number: visit.request,
        action: endpoint.name,
        code: problem.code,
        kind: `${kind} ${whereFrom(error)}`,
      })
    }
    send(reply, problem, visit.request)
  }

  async function handle(endpoint: Endpoint, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const visit = visitFor(request)
    try {
      if (endpoint.seconds !== null) reply.raw.setTimeout(endpoint.seconds * 1000, () => reply.raw.destroy())
      if (endpoint.kind === 'download') {
        const { type, name, chunks } = await endpoint.run(
          pagesOf(node, endpoint, visit),
          readInputs(endpoint, rawInputs(endpoint, request)),
        )
        void reply.header('content-disposition', `attachment; filename="${name}"`).type(type)
        await reply.send(Readable.from(chunks, { objectMode: false }))
        return
      }
      const result = await answer({ node, endpoint, visit, raw: () => rawInputs(endpoint, request) })
      for (const line of cookieLines(options.secure, result)) reply.header('set-cookie', line)
      if (result.status === 204) await reply.code(204).send()
      else
        await reply
          .code(result.status)
          .type('application/json; charset=utf-8')
          .send(JSON.stringify(result.body))
    } catch (error) {
      await refuse(endpoint, visit, error, reply)
    }
  }

  for (const endpoint of options.endpoints) {
    app.route({
      method: endpoint.method,
      url: `/api${endpoint.path}`,
      ...(endpoint.bounds === null ? {} : { bodyLimit: endpoint.bounds.bytes }),
      config: { endpoint },
      onRequest: (request, _reply, done) => {
        guard(endpoint, request)
        done()
      },
      handler: (request, reply) => handle(endpoint, request, reply),
    })
  }
  app.get('/api/openapi.json', (_request, reply) => reply.send(openApiOf(options.endpoints, node.version)))

  app.get('/enter/:token', async (request, reply) => {
    const { token } = request.params as { token: string }
    const open = options.entries?.get(token)
    if (!open) return reply.redirect('/')
    const cookie = await open(deviceName(request.headers['user-agent'] ?? ''))
    return reply
      .header('set-cookie', cookieLine(options.secure, cookieName(options.secure), cookie))
      .redirect('/')
  })

  // What never reached its endpoint is that endpoint's refusal all the same, and logged as such.
  app.setErrorHandler(async (error, request, reply) => {
    const visit = visitFor(request)
    const { endpoint } = request.routeOptions.config
    const problem = problemOfHttp(error)
    drain(request, reply)
    if (endpoint !== undefined && problem.status < 500) {
      return refuse(endpoint, visit, problem, reply).catch(() =>
        send(reply, new Problem('failed'), visit.request),
      )
    }
    if (problem.status >= 500) {
      options.report({
        number: visit.request,
        action: endpoint?.name ?? 'http',
        code: problem.code,
        kind: error instanceof Error ? error.name : 'unknown',
      })
    }
    return send(reply, problem, visit.request)
  })
  await servePublicPages(app, node, options.pages ?? [], options.report)
  await servePages(app, options.web)
  return app
}

/** Lets the rest of a body go by unread: a line cut while the other side still speaks loses our answer as well. */
function drain(request: FastifyRequest, reply: FastifyReply): void {
  void reply.removeHeader('connection')
  request.raw.resume()
}

/** The first line of our own code in a stack: a file and a line, never a message, since messages quote values. */
function whereFrom(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  return /packages\/[\w/.-]+:\d+/.exec(stack)?.[0] ?? ''
}

/** What bears the name of its content stays; so does the everyday page, which must be there without a network. */
function keptFor(path: string): string {
  if (/\/assets\//.test(path)) return 'public, max-age=31536000, immutable'
  return /\/weather\.[\w.]+$/.test(path) ? 'public, max-age=604800' : 'no-store'
}

async function servePages(app: FastifyInstance, web: string | null): Promise<void> {
  if (web !== null) {
    await app.register(staticFiles, {
      root: web,
      wildcard: false,
      index: ['index.html'],
      cacheControl: false,
      preCompressed: true,
      setHeaders: (response, path) => void response.header('cache-control', keptFor(path)),
    })
  }
  app.setNotFoundHandler((request, reply) => {
    const page =
      request.method === 'GET' &&
      !request.url.startsWith('/api') &&
      !/\.[a-z0-9]+$/.test(request.url.split('?')[0] ?? '')
    if (page && web !== null)
      return reply.header('cache-control', 'no-store').type('text/html').sendFile('index.html')
    send(reply, new Problem('not-found'), randomUUID())
    return reply
  })
}
