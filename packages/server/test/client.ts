import { randomUUID } from 'node:crypto'
import { type Endpoint, httpServer, type Node, type Report } from '../src/platform/index.ts'

type Method = 'GET' | 'POST' | 'DELETE'

interface Asking {
  readonly cookie?: string
  /** The cookie of a survivor's own window. */
  readonly own?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** What came back over HTTP; the body is whatever JSON it was. */
export interface Answer {
  readonly status: number
  readonly body: Record<string, unknown> & {
    readonly code?: string
    readonly items?: Record<string, unknown>[]
  }
  readonly text: string
  readonly headers: Readonly<Record<string, unknown>>
  /** The session's cookie when one was set; an empty text when it was taken away. */
  readonly cookie: string | undefined
  /** The same of a survivor's own window. */
  readonly own: string | undefined
}

/** A node over HTTP without a socket: requests go in as a browser of ours would send them. */
export interface Client {
  ask(method: Method, path: string, asking?: Asking): Promise<Answer>
  get(path: string, cookie?: string): Promise<Answer>
  /** A command with a fresh id, unless the body brings its own. */
  post(path: string, cookie: string | undefined, body: Readonly<Record<string, unknown>>): Promise<Answer>
  close(): Promise<void>
}

const contentOf = (body: unknown): string =>
  Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json'

const payloadOf = (body: unknown): string | Buffer =>
  typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body)

export async function openClient(
  node: Node,
  endpoints: readonly Endpoint[],
  report: Report = () => undefined,
): Promise<Client> {
  const app = await httpServer(node, { endpoints, web: null, secure: false, report })
  async function ask(
    method: Method,
    path: string,
    { cookie, own, body, headers = {} }: Asking = {},
  ): Promise<Answer> {
    const carried = [
      ...(cookie === undefined ? [] : [`setu=${cookie}`]),
      ...(own === undefined ? [] : [`own=${own}`]),
    ]
    const response = await app.inject({
      method,
      url: `/api${path}`,
      headers: {
        ...(method === 'GET' ? {} : { 'x-setu': '1' }),
        ...(carried.length === 0 ? {} : { cookie: carried.join('; ') }),
        ...(body === undefined ? {} : { 'content-type': contentOf(body) }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: payloadOf(body) }),
    })
    const set = (wanted: string) => response.cookies.find(({ name }) => name === wanted)?.value
    return {
      status: response.statusCode,
      body: /^application.(problem.)?json/.test(String(response.headers['content-type']))
        ? response.json()
        : {},
      text: response.payload,
      headers: response.headers,
      cookie: set('setu'),
      own: set('own'),
    }
  }
  return {
    ask,
    get: (path, cookie) => ask('GET', path, cookie === undefined ? {} : { cookie }),
    post: (path, cookie, body) =>
      ask('POST', path, {
        body: { command: randomUUID(), ...body },
        ...(cookie === undefined ? {} : { cookie }),
      }),
    close: () => app.close(),
  }
}

/** Rows as an intruder with the disk sees them, past all policies: for looking, and for setting a clock. */
export async function rowsOf(owner: Node['engine'], text: string, values: readonly unknown[] = []) {
  const connection = await owner.connect()
  try {
    return (await connection.query(text, values)).rows
  } finally {
    connection.release(false)
  }
}
