import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { refusal } from '@setu/records/api'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { expectHeaders, expectRefused, type HttpNode, openHttp } from '../../../test/http-node.ts'
import { canary } from '../../../test/try-endpoints.ts'
import { securityHeaders } from './headers.ts'

describe('a node over HTTP', () => {
  let http: HttpNode

  beforeAll(async () => {
    http = await openHttp()
  })

  afterAll(() => http.close())

  beforeEach(() => {
    http.reports.length = 0
  })

  async function events(): Promise<[string, number, string | null][]> {
    const connection = await http.world.owner.connect()
    const rows = await connection.script('select action, status, problem from audit_event order by at')
    await connection.script('delete from audit_event')
    connection.release(false)
    return rows.map((row) => [String(row['action']), Number(row['status']), row['problem'] as string | null])
  }

  test('answers what was asked, under every header', async () => {
    const response = await http.echo(JSON.stringify({ words: 'সেতু' }))
    expect([response.status, await response.json()]).toEqual([201, { words: 'সেতু' }])
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expectHeaders(response)
    expectHeaders(await http.call('DELETE', '/look/a'))
    const file = await http.call('GET', '/download')
    expectHeaders(file)
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="cases.csv"')
    expect((await file.text()).split('\n')).toHaveLength(101)
    expectHeaders(await fetch(`${http.origin}/api/openapi.json`))
  })

  test('never lets an undeclared field leave', async () => {
    await expectRefused(await http.call('GET', '/leak'), 500, 'failed')
    expect(http.reports).toEqual([expect.objectContaining({ action: 'leak', code: 'failed' })])
    expect(JSON.stringify(http.reports)).not.toContain(canary)
  })

  describe('refuses an address', () => {
    test.each(['/nowhere', '/look', '/look/a/b', '//echo'])('that leads nowhere: %s', async (path) => {
      const response = await http.call('GET', path)
      expect([404, 400]).toContain(response.status)
      await expectRefused(
        response,
        response.status,
        response.status === 404 ? 'not-found' : 'body-unreadable',
      )
    })

    test.each([
      ['GET', '/look/a%00b', 'bad-request'],
      ['GET', '/look/a?after=%00', 'bad-request'],
      ['GET', '/look/a?after=1&after=2', 'bad-request'],
      ['GET', '/look/a?before=1', 'unknown-field'],
      ['GET', '/look/a?__proto__=1', 'unknown-field'],
      ['GET', '/look/%zz', 'body-unreadable'],
      ['GET', '/look/%ff', 'body-unreadable'],
      ['GET', `/look/${'a'.repeat(500)}`, 'body-unreadable'],
    ])('that holds what it should not: %s %s', async (method, path, code) => {
      await expectRefused(await http.call(method, path), 400, code)
    })

    test.each(['PUT', 'PATCH', 'OPTIONS', 'HEAD'])('that is not for %s', async (method) => {
      const response = await http.call(method, '/echo')
      expect(response.status).toBe(404)
      expectHeaders(response)
    })
  })

  test.each([
    ['hidden', 404, 'not-found'],
    ['parent', 404, 'not-found'],
    ['taken', 409, 'name-taken'],
    ['there', 409, 'exists-already'],
    ['slow', 503, 'busy'],
    ['full', 507, 'storage-full'],
    ['nul', 400, 'bad-request'],
    ['wide', 400, 'bad-request'],
    ['rule', 400, 'bad-request'],
    ['otherwise', 500, 'failed'],
  ])('says in our words what the database meant: %s', async (how, status, code) => {
    const { number } = await expectRefused(await http.call('GET', `/break/${how}`), status, code)
    expect(http.reports.map((line) => line.number)).toEqual(status >= 500 ? [number] : [])
    expect(JSON.stringify(http.reports)).not.toMatch(new RegExp(`${canary}|select`))
  })

  test('answers bytes that are no HTTP in the same words', async () => {
    const { port } = http.app.server.address() as AddressInfo
    for (const bytes of [
      'HELO\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      `GET /${'a'.repeat(40_000)} HTTP/1.1\r\n\r\n`,
      'POST /api/echo HTTP/1.1\r\nContent-Length: x\r\n\r\n',
    ]) {
      const answer = await new Promise<string>((resolve) => {
        const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
        let said = ''
        socket.on('data', (piece) => {
          said += piece.toString('utf8')
        })
        socket.on('close', () => resolve(said))
      })
      expect(answer).toMatch(/^HTTP\/1\.1 400 /)
      for (const name of Object.keys(securityHeaders)) expect(answer).toContain(`${name}: `)
      refusal.parse(JSON.parse(answer.split('\r\n\r\n')[1] ?? ''))
    }
  })

  test('asks for a session, and does not tell a forged one from an old one', async () => {
    const cookies = [
      '',
      'setu=x',
      `__Host-setu=${'A'.repeat(43)}`,
      `__Host-setu=${http.world.people.asha.cookie}x`,
      `setu=${http.world.people.asha.cookie}`,
    ]
    for (const cookie of cookies) {
      const response = await fetch(`${http.origin}/api/look/a`, { headers: { cookie } })
      await expectRefused(response, 401, 'not-signed-in')
    }
    expect((await fetch(`${http.origin}/api/open`)).status).toBe(200)
  })

  test('leaves just one event for each request that reached an endpoint, whatever came of it', async () => {
    await events()
    await http.echo('{"words":"a"}')
    await http.echo('{"words":7}')
    await http.echo('not json')
    await http.echo('x', { 'content-type': 'text/plain' })
    await http.echo(`{"words":"${'a'.repeat(300_000)}"}`)
    await fetch(`${http.origin}/api/echo`, { method: 'POST', headers: { cookie: http.signedIn.cookie } })
    await fetch(`${http.origin}/api/look/a`)
    await http.call('GET', '/break/hidden')
    await http.call('GET', '/break/slow')
    await http.call('GET', '/break/otherwise')
    await http.call('GET', '/nowhere')
    expect(await events()).toEqual([
      ['echo', 201, null],
      ['echo', 400, 'bad-request'],
      ['echo', 400, 'body-unreadable'],
      ['echo', 415, 'body-kind'],
      ['echo', 413, 'body-too-large'],
      ['echo', 403, 'cross-site'],
      ['look', 401, 'not-signed-in'],
      ['break', 404, 'not-found'],
      ['break', 503, 'busy'],
      ['break', 500, 'failed'],
    ])
  })
})
