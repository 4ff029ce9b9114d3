import { Agent, request } from 'node:http'

/**
 * @typedef {{ status: number, body: any }} Answer
 * @typedef {{ ask: (method: 'GET' | 'POST', path: string, cookie: string, body?: unknown) => Promise<Answer>, close: () => void }} Client
 */

/**
 * Asks a node over connections that stay open, as a browser of ours would.
 *
 * @param {string} origin
 * @returns {Client}
 */
export function clientOf(origin) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  return {
    ask: (method, path, cookie, body) =>
      new Promise((resolve, reject) => {
        const sent = body === undefined ? null : Buffer.from(JSON.stringify(body))
        const headers = {
          cookie: `setu=${cookie}`,
          ...(method === 'GET' ? {} : { 'x-setu': '1' }),
          ...(sent === null ? {} : { 'content-type': 'application/json', 'content-length': sent.length }),
        }
        const asked = request(`${origin}/api${path}`, { agent, method, headers }, (response) => {
          /** @type {Buffer[]} */
          const chunks = []
          response.on('data', (chunk) => chunks.push(chunk))
          response.on('end', () => {
            const status = response.statusCode ?? 0
            const text = Buffer.concat(chunks).toString()
            if (status < 200 || status > 299) reject(new Error(`${method} ${path}: ${status} ${text}`))
            else resolve({ status, body: text })
          })
        })
        asked.on('error', reject)
        asked.end(sent)
      }),
    close: () => agent.destroy(),
  }
}
