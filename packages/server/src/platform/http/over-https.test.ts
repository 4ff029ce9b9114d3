import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World } from '../../../test/world.ts'
import { platformEndpoints } from '../endpoints.ts'
import { httpServer } from './server.ts'

describe('a node that people reach over HTTPS', () => {
  let world: World
  let app: FastifyInstance
  const entries = new Map([['a-link', () => Promise.resolve('x'.repeat(43))]])

  beforeAll(async () => {
    world = await openWorld('pglite')
    const report = () => undefined
    app = await httpServer(world.node, {
      endpoints: platformEndpoints,
      web: null,
      secure: true,
      report,
      entries,
    })
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  const signIn = () =>
    app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'x-setu': '1' },
      payload: { name: 'asha', password: 'asha walks by the river' },
    })

  test('gives its cookie to this host alone, out of reach of scripts and of other sites', async () => {
    const { statusCode, headers } = await signIn()
    expect(statusCode).toBe(201)
    expect(headers['set-cookie']).toMatch(
      /^__Host-setu=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
    )
  })

  test('takes it away at the end', async () => {
    const [cookie = ''] = String((await signIn()).headers['set-cookie']).split(';')
    const answer = await app.inject({
      method: 'DELETE',
      url: '/api/session',
      headers: { 'x-setu': '1', cookie },
    })
    expect(answer.headers['set-cookie']).toBe(
      '__Host-setu=; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=0',
    )
  })

  test.each(['/api/node', '/api/nowhere', '/', '/enter/forged'])(
    'says at %s that it is never to be reached otherwise',
    async (url) => {
      const { headers } = await app.inject({ method: 'GET', url })
      expect(headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains')
    },
  )

  test('lets no other site read its answers, whatever origin that names', async () => {
    for (const origin of ['https://elsewhere.example', 'null']) {
      const asked = await app.inject({ method: 'GET', url: '/api/node', headers: { origin } })
      expect(Object.keys(asked.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
      const before = await app.inject({ method: 'OPTIONS', url: '/api/session', headers: { origin } })
      expect(before.statusCode).toBe(404)
      expect(Object.keys(before.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })

  test('sends nobody on to another address', async () => {
    for (const url of ['/enter/a-link', '/enter/forged', '/enter/%2f%2felsewhere.example']) {
      const { statusCode, headers } = await app.inject({ method: 'GET', url })
      expect([url, statusCode, headers.location]).toEqual([url, 302, '/'])
    }
  })

  test('repeats no request back to whoever sent it', async () => {
    const answer = await app.inject({ method: 'TRACE', url: '/api/node', headers: { 'x-secret': 'cnry' } })
    expect(answer.statusCode).toBe(404)
    expect(answer.payload).not.toContain('cnry')
  })
})
