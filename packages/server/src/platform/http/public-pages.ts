import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Node } from '../node.ts'

/** What a page for everybody is asked with: no cookie, no header, nothing of the one who asks. */
export interface PageAsked {
  readonly node: Node
  readonly request: string
  readonly form: URLSearchParams
  readonly query: URLSearchParams
}

export interface PageAnswer {
  readonly status: number
  readonly type: 'text/html' | 'text/plain'
  readonly body: string
}

/** A page that works without scripts, without a cookie and without an account. */
export interface PublicPage {
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly run: (asked: PageAsked) => Promise<PageAnswer>
  /** What is shown when it cannot be done; never what went wrong. */
  readonly failed: (asked: PageAsked) => PageAnswer
}

const mostForm = 48 * 1024

function formOf({ body }: FastifyRequest): URLSearchParams {
  return new URLSearchParams(typeof body === 'string' ? body : '')
}

function queryOf({ url }: FastifyRequest): URLSearchParams {
  return new URLSearchParams(url.split('?')[1] ?? '')
}

/** A form is sent from our own page, or by a browser too old to say from where. */
function fromElsewhere({ method, headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  return method === 'POST' && site !== undefined && site !== 'same-origin' && site !== 'none'
}

function give(reply: FastifyReply, { status, type, body }: PageAnswer): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').type(`${type}; charset=utf-8`).send(body)
}

/** Serves pages for everybody beside the API. Their forms are read here and nowhere else. */
export async function servePublicPages(
  app: FastifyInstance,
  node: Node,
  pages: readonly PublicPage[],
  report: (line: {
    readonly number: string
    readonly action: string
    readonly code: string
    readonly kind: string
  }) => void,
): Promise<void> {
  await app.register((scope, _options, done) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: mostForm },
      (_request, body, parsed) => parsed(null, body),
    )
    for (const page of pages) {
      const askedOf = (request: FastifyRequest): PageAsked => ({
        node,
        request: randomUUID(),
        form: formOf(request),
        query: queryOf(request),
      })
      scope.route({
        method: page.method,
        url: page.path,
        bodyLimit: mostForm,
        errorHandler: (_error, request, reply) => {
          request.raw.resume()
          void give(reply, page.failed({ ...askedOf(request), form: new URLSearchParams() }))
        },
        handler: async (request, reply) => {
          const asked = askedOf(request)
          if (fromElsewhere(request)) return give(reply, { ...page.failed(asked), status: 403 })
          try {
            return give(reply, await page.run(asked))
          } catch (error) {
            const kind = error instanceof Error ? error.name : 'unknown'
            report({ number: asked.request, action: page.name, code: 'failed', kind })
            return give(reply, page.failed(asked))
          }
        },
      })
    }
    done()
  })
}
