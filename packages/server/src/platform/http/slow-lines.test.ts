import { type AddressInfo, connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type HttpNode, openHttp } from '../../../test/http-node.ts'

/** What drips: headers that never end, a body that never ends, the same of a file, of no address and of a bad one. */
const beginnings = {
  headers: 'GET /api/node HTTP/1.1\r\nHost: x\r\nx-a: ',
  body: 'POST /api/echo HTTP/1.1\r\nHost: x\r\nX-Setu: 1\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n',
  file: 'POST /api/upload HTTP/1.1\r\nHost: x\r\nX-Setu: 1\r\nContent-Type: application/octet-stream\r\nContent-Length: 90000\r\n\r\n',
  chunks:
    'POST /api/echo HTTP/1.1\r\nHost: x\r\nX-Setu: 1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n3',
  nowhere:
    'POST /api/nowhere HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n',
  unreadable: 'POST /api/%zz HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n',
} as const
type Kind = keyof typeof beginnings

interface Dripped {
  readonly kind: Kind
  readonly seconds: number
  readonly said: string
}

describe('a node on which slow lines hang', () => {
  let http: HttpNode
  beforeAll(async () => {
    http = await openHttp()
  })
  afterAll(() => http.close())

  /** One byte a second, until the node has had enough. */
  function drip(kind: Kind): Promise<Dripped> {
    const { port } = http.app.server.address() as AddressInfo
    return new Promise((resolve) => {
      const began = performance.now()
      const socket = connect(port, '127.0.0.1', () => socket.write(beginnings[kind]))
      let said = ''
      socket.on('data', (piece) => {
        said += piece.toString('utf8')
      })
      socket.on('error', () => undefined)
      const more = setInterval(() => socket.write('1'), 1000)
      socket.on('close', () => {
        clearInterval(more)
        resolve({ kind, said, seconds: (performance.now() - began) / 1000 })
      })
    })
  }

  test('DO-02: closes five hundred of them within fifteen seconds, and serves the others meanwhile', async () => {
    const kinds = Object.keys(beginnings) as Kind[]
    const lines = Array.from({ length: 500 }, (_, at) => drip(kinds[at % kinds.length] ?? 'body'))
    await pause(5000)
    for (let others = 0; others < 20; others += 1)
      expect((await http.echo('{"words":"meanwhile"}')).status).toBe(201)
    const ended = await Promise.all(lines)
    for (const kind of kinds) {
      const most = Math.max(...ended.filter((line) => line.kind === kind).map(({ seconds }) => seconds))
      expect([kind, most <= 15]).toEqual([kind, true])
    }
    for (const { kind, said } of ended)
      if (kind === 'body' || kind === 'file' || kind === 'chunks')
        expect(said).toMatch(/^HTTP\/1\.1 408 [\s\S]*"code":"body-too-slow"/)
    expect(http.reports, 'none of it is a failure of ours').toEqual([])
  }, 40_000)

  test('a file that keeps its speed is waited for, though it takes longer than a form may', async () => {
    const { port } = http.app.server.address() as AddressInfo
    const piece = Buffer.alloc(12 * 1024)
    const pieces = 26
    const answer = await new Promise<string>((resolve, reject) => {
      const head = `POST /api/upload HTTP/1.1\r\nHost: x\r\nX-Setu: 1\r\nCookie: ${http.signedIn.cookie}\r\nContent-Type: application/octet-stream\r\nContent-Length: ${piece.length * pieces}\r\n\r\n`
      const socket = connect(port, '127.0.0.1', () => socket.write(head))
      socket.on('data', (said) => {
        resolve(said.toString('utf8'))
        socket.destroy()
      })
      socket.on('error', reject)
      let left = pieces
      const more = setInterval(() => {
        if (left === 0) return clearInterval(more)
        left -= 1
        socket.write(piece)
      }, 500)
    })
    expect(answer).toMatch(/^HTTP\/1\.1 200 /)
  }, 40_000)
})
