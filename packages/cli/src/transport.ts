import { type IncomingMessage, request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'

/** What goes out: everything at once, since nothing that is sent from here is long in coming. */
export interface Outgoing {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/** So long may a node be silent over one request: thousands of cases take it many minutes. */
const patience = 20 * 60 * 1000

/**
 * Sends one request and waits for the head of its answer. The built-in `fetch` gives up after five minutes of
 * silence and cannot be told otherwise, so the plain client is used.
 */
export function exchange(url: string, { method, headers, body }: Outgoing): Promise<IncomingMessage> {
  const open = url.startsWith('https:') ? secureRequest : plainRequest
  return new Promise((resolve, reject) => {
    const outgoing = open(url, { method, headers, timeout: patience, agent: false }, resolve)
    outgoing.on('timeout', () => outgoing.destroy(new Error('silent for too long')))
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

/** The whole of an answer as text. */
export async function textOf(message: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of message) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces).toString('utf8')
}
