import { request as plainRequest } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { expectRefused, type HttpNode, openHttp } from '../../../test/http-node.ts'
import { canary } from '../../../test/try-endpoints.ts'

describe('a node', () => {
  let http: HttpNode

  beforeAll(async () => {
    http = await openHttp()
  })

  afterAll(() => http.close())

  beforeEach(() => {
    http.reports.length = 0
  })

  describe('refuses a body', () => {
    test.each([
      [
        'that is no UTF-8',
        Buffer.from([
          0x7b, 0x22, 0x77, 0x6f, 0x72, 0x64, 0x73, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0xc0, 0xaf, 0x22, 0x7d,
        ]),
      ],
      ['that is no JSON', Buffer.from('words=1')],
      ['that is not there', Buffer.alloc(0)],
      ['with __proto__', Buffer.from(`{"words":"a","__proto__":{"admin":true}}`)],
      [
        'with constructor.prototype',
        Buffer.from(`{"words":"a","deep":{"constructor":{"prototype":{"admin":true}}}}`),
      ],
      ['with a key said twice', Buffer.from(`{"words":"${canary}","words":"b"}`)],
      ['too deep', Buffer.from(`{"words":"a","deep":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)],
      [
        'with too many keys',
        Buffer.from(
          `{"words":"a","deep":{${Array.from({ length: 20_000 }, (_, at) => `"${at}":1`).join()}}}`,
        ),
      ],
    ])('%s', async (_what, body) => {
      const response = await http.echo(body)
      expect(response.status).toBe(400)
      await expectRefused(response, 400, body.length === 0 ? 'bad-request' : 'body-unreadable')
      expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false)
    })

    test.each([
      ['{"words":"a\\u0000b"}', 'words', 'control-character'],
      ['{"words":"a\\ud83d b"}', 'words', 'lone-surrogate'],
      ['{"words":"a","list":["ok","\\udc00"]}', 'list.1', 'lone-surrogate'],
      ['{"words":"a","deep":{"er":{"still":"\\u0000"}}}', 'deep.er.still', 'control-character'],
    ])('with text that cannot be kept, and names the field: %s', async (json, field, problem) => {
      const { fields } = await expectRefused(await http.echo(json), 400, 'bad-request')
      expect(fields).toEqual([{ field, problem }])
    })

    test('with fields that are not known, or not what they should be, and never repeats a value', async () => {
      const unknown = await expectRefused(
        await http.echo(`{"words":"a","org_id":"${canary}","role":"${canary}"}`),
        400,
        'unknown-field',
      )
      expect(unknown.fields).toEqual([
        { field: 'org_id', problem: 'unknown' },
        { field: 'role', problem: 'unknown' },
      ])
      for (const words of ['7', 'null', 'true', '[]', '{}', '1e999'])
        await expectRefused(await http.echo(`{"words":${words}}`), 400, 'bad-request')
    })

    test.each([
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/xml',
      'application/octet-stream',
      'Application/Octet-Stream; x=y',
    ])('of the kind %s', async (kind) => {
      await expectRefused(await http.echo('{"words":"a"}', { 'content-type': kind }), 415, 'body-kind')
    })

    test('that should be a file and is not', async () => {
      await expectRefused(await http.call('POST', '/upload', '{}'), 415, 'body-kind')
      await expectRefused(
        await http.call('POST', '/upload', 'x', { 'content-type': 'text/csv' }),
        415,
        'body-kind',
      )
      const file = await http.call('POST', '/upload', Buffer.alloc(300_000), {
        'content-type': 'application/octet-stream',
      })
      expect(await file.json()).toEqual({ bytes: 300_000 })
    })
  })

  describe('refuses too much of a body, early', () => {
    const mebibyte = Buffer.alloc(1024 * 1024, 0x20)

    /** Sends up to 50 MB and never says that this was all, so that only an early answer can come. */
    function pour(path: string, kind: string, length: number | null): Promise<number> {
      return new Promise((resolve, reject) => {
        const said = length === null ? {} : { 'content-length': String(length) }
        const outgoing = plainRequest(`${http.origin}/api${path}`, {
          method: 'POST',
          headers: { ...http.signedIn, 'content-type': kind, ...said },
        })
        let over = false
        outgoing.on('response', (response) => {
          over = true
          response.resume()
          resolve(response.statusCode ?? 0)
          outgoing.destroy()
        })
        outgoing.on('error', (error) => (over ? undefined : reject(error)))
        const more = (left: number): void => {
          if (over || left === 0) return
          if (outgoing.write(mebibyte)) more(left - 1)
          else outgoing.once('drain', () => more(left - 1))
        }
        more(50)
      })
    }

    test.each([
      ['/echo', 'application/json'],
      ['/upload', 'application/octet-stream'],
    ] as const)('%s, whether its length was said or not', async (path, kind) => {
      expect(await pour(path, kind, 60 * mebibyte.length)).toBe(413)
      expect(await pour(path, kind, null)).toBe(413)
    })

    test('and holds none of it', async () => {
      const before = process.memoryUsage.rss()
      for (let time = 0; time < 6; time++) expect(await pour('/echo', 'application/json', null)).toBe(413)
      expect(process.memoryUsage.rss() - before).toBeLessThan(60 * 1024 * 1024)
      await expectRefused(await http.echo(`{"words":"${'a'.repeat(300_000)}"}`), 413, 'body-too-large')
    })
  })

  describe('refuses what another site has a browser send', () => {
    test('a write without our header', async () => {
      const headers = { cookie: http.signedIn.cookie, 'content-type': 'application/json' }
      await expectRefused(
        await fetch(`${http.origin}/api/echo`, { method: 'POST', headers, body: '{"words":"a"}' }),
        403,
        'cross-site',
      )
      await expectRefused(
        await fetch(`${http.origin}/api/look/a`, { method: 'DELETE', headers: { cookie: headers.cookie } }),
        403,
        'cross-site',
      )
      await expectRefused(await http.echo('{"words":"a"}', { 'x-setu': '2' }), 403, 'cross-site')
    })

    test.each([
      ['cross-site', 403],
      ['same-site', 403],
      ['same-origin', 201],
      ['none', 201],
    ])('a write that the browser calls %s: %i', async (site, status) => {
      const headers = { ...http.signedIn, 'sec-fetch-site': site, 'content-type': 'application/json' }
      expect(await http.raw('POST', '/api/echo', headers, '{"words":"a"}')).toBe(status)
    })

    test('before it reads what was sent', async () => {
      const headers = { cookie: http.signedIn.cookie, 'content-type': 'application/json' }
      const response = await fetch(`${http.origin}/api/echo`, {
        method: 'POST',
        headers,
        body: 'a'.repeat(300_000),
      })
      await expectRefused(response, 403, 'cross-site')
    })
  })
})
