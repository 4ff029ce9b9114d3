import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openClient } from '../test/client.ts'
import { type Driver, openDriver } from '../test/driver.ts'
import { deep, drawsOfRun } from '../test/faults/draws.ts'
import { type Line, openLine } from '../test/faults/line.ts'
import { brokenRules } from '../test/faults/whole.ts'
import { testPostgres } from '../test/world.ts'
import { endpoints } from './endpoints.ts'
import { postgresEngine } from './platform/index.ts'

const note = () => ({
  command: randomUUID(),
  id: randomUUID(),
  kind: 'general',
  happenedOn: '2026-01-02',
  words: 'Some words',
})

describe.each(['pglite', 'postgres'] as const)('a line that is cut, on %s', (kind) => {
  const draws = drawsOfRun(`cut lines, ${kind}`)
  let driver: Driver
  let line: Line
  beforeAll(async () => {
    driver = await openDriver(kind)
    line = await driver.net('d1')
  })
  afterAll(() => driver.close())

  const bytesOf = (body: object): Buffer => {
    const text = JSON.stringify(body)
    const head = [
      `POST /api${driver.cases.C1.at}/notes HTTP/1.1`,
      'host: setu',
      'connection: close',
      'x-setu: 1',
      'content-type: application/json',
      `cookie: setu=${driver.as('n1a').cookie ?? ''}`,
      `content-length: ${Buffer.byteLength(text)}`,
    ]
    return Buffer.from(`${head.join('\r\n')}\r\n\r\n${text}`)
  }

  /** Sends bytes and takes what comes back until the line ends. */
  const exchange = (bytes: Buffer): Promise<string> =>
    new Promise((resolve) => {
      let heard = ''
      const socket = connect(line.port, '127.0.0.1', () => socket.write(bytes))
      socket.on('data', (piece: Buffer) => {
        heard += piece.toString('utf8')
      })
      socket.on('error', () => undefined)
      socket.on('close', () => resolve(heard))
    })

  const timesKept = async (id: string): Promise<number> =>
    (await driver.db.raw('select 1 from case_note where id = $1', [id])).length

  /** Places on the way, each in the long run, some of them in the short one. */
  const someOf = (most: number): number[] => {
    const stride = deep ? 1 : Math.ceil(most / 12)
    const first = draws.below(stride)
    return Array.from({ length: Math.floor((most - first) / stride) }, (_, at) => first + at * stride)
  }

  test('before the last byte has come nothing is done, and a repeat does it once', async () => {
    const body = note()
    const bytes = bytesOf(body)
    for (const at of someOf(bytes.length)) {
      line.suffer({ cutAfter: at })
      expect(await exchange(bytes), `cut after ${at} bytes`).toBe('')
      expect(await timesKept(body.id), `cut after ${at} bytes`).toBe(0)
    }
    line.suffer({})
    expect(await exchange(bytes)).toMatch(/^HTTP\/1.1 200 /)
    expect(await timesKept(body.id)).toBe(1)
  })

  test('on the way back it is done, and whoever asks again hears what was not heard', async () => {
    line.suffer({})
    const whole = await exchange(bytesOf(note()))
    for (const at of someOf(whole.length)) {
      const body = note()
      line.suffer({ cutAnswerAfter: at })
      await exchange(bytesOf(body))
      line.suffer({})
      const again = await exchange(bytesOf(body))
      expect(again, `cut after ${at} bytes`).toContain(`{"id":"${body.id}","version":1}`)
      expect(await timesKept(body.id), `cut after ${at} bytes`).toBe(1)
    }
  })

  test('a slow one is waited for', async () => {
    line.suffer({ delayMs: 20 })
    const body = note()
    expect(await exchange(bytesOf(body))).toMatch(/^HTTP\/1.1 200 /)
    line.suffer({})
  })

  test.skipIf(kind === 'pglite')(
    'between the node and its database, a change is done once or not at all',
    async () => {
      const [{ name } = {}] = await driver.db.raw('select current_database() as name')
      const url = new URL(testPostgres())
      const toDatabase = await openLine(Number(url.port))
      url.port = String(toDatabase.port)
      url.pathname = `/${String(name)}`
      const engine = postgresEngine(url.href, { connections: 2 })
      const client = await openClient({ ...driver.world.node, engine }, endpoints)
      const { cookie = '' } = driver.as('n1a')
      const statuses = new Set<number>()
      for (const at of someOf(deep ? 400 : 24).map((place) => place * (deep ? 60 : 1000))) {
        const body = note()
        const ask = () => client.ask('POST', `${driver.cases.C1.at}/notes`, { cookie, body })
        toDatabase.cut()
        toDatabase.suffer({ cutAfter: at })
        const first = await ask()
        statuses.add(first.status)
        expect([200, 503], `cut after ${at} bytes`).toContain(first.status)
        toDatabase.cut()
        toDatabase.suffer({})
        // The line may still be ending when the next one asks.
        const second = await ask()
        const third = second.status === 200 ? second : await ask()
        expect(third.status, `cut after ${at} bytes`).toBe(200)
        expect(await timesKept(body.id), `cut after ${at} bytes`).toBe(1)
      }
      expect(statuses).toContain(503)
      await client.close()
      await engine.close()
      await toDatabase.close()
      expect(await brokenRules(driver.world.owner)).toEqual([])
    },
  )
})
