import { Refusal, readRefusal, unreachable } from './refusal.ts'

export type Query = Readonly<Record<string, string | number | boolean | undefined>>

/** How a door's remote body speaks with the node. Tests and offline bodies give their own. */
export interface Http {
  readonly get: <Answer>(path: string, query?: Query) => Promise<Answer>
  readonly post: <Answer>(path: string, body?: unknown) => Promise<Answer>
  readonly delete: <Answer>(path: string) => Promise<Answer>
  /** Sends a file as it is and reads the answer. */
  readonly upload: <Answer>(path: string, file: Blob, query?: Query) => Promise<Answer>
}

/** What proves that our own page asks: no form and no foreign page can send this header. */
const ours = { 'x-setu': '1' } as const

export function withQuery(path: string, query: Query = {}): string {
  const given = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)] as [string, string]],
  )
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}

async function bodyOf(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? ''
  if (response.status === 204 || !/\bjson\b/.test(type)) return null
  return response.json().catch(() => null)
}

/**
 * The node behind this page, over the network. What is refused for want of a fresh proof is sent again as it was
 * once the proof is given.
 */
export function remoteHttp(fetch: typeof globalThis.fetch, prove: () => Promise<boolean>): Http {
  async function ask(path: string, request: RequestInit): Promise<unknown> {
    try {
      return await askOnce(path, request)
    } catch (refused) {
      const wanting = refused instanceof Refusal && refused.code === 'step-up-needed'
      if (!(wanting && (await prove()))) throw refused
      return askOnce(path, request)
    }
  }

  async function askOnce(path: string, request: RequestInit): Promise<unknown> {
    const asked: RequestInit = {
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      ...request,
    }
    const response = await fetch(path, asked).catch(() => {
      throw unreachable()
    })
    const body = await bodyOf(response)
    if (!response.ok) throw readRefusal(response.status, body)
    return body
  }

  return {
    get: async <Answer>(path: string, query?: Query) =>
      answerOf<Answer>(await ask(withQuery(path, query), { headers: ours })),
    post: async <Answer>(path: string, body: unknown = {}) => {
      const headers = { ...ours, 'content-type': 'application/json' }
      return answerOf<Answer>(await ask(path, { method: 'POST', headers, body: JSON.stringify(body) }))
    },
    delete: async <Answer>(path: string) =>
      answerOf<Answer>(await ask(path, { method: 'DELETE', headers: ours })),
    upload: async <Answer>(path: string, file: Blob, query?: Query) => {
      const type = file.type === '' ? 'application/octet-stream' : file.type
      const headers = { ...ours, 'content-type': type }
      return answerOf<Answer>(await ask(withQuery(path, query), { method: 'POST', headers, body: file }))
    },
  }
}

/** The node checks its answers against their declared shape before they leave it, so we take its word. */
function answerOf<Answer>(body: unknown): Answer {
  return body as Answer
}
