import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openNode } from '../../../test/world.ts'
import { contentPolicy, securityHeaders } from './headers.ts'
import { httpServer } from './server.ts'

describe('the headers of a node', () => {
  test('let no script run that is not ours, and nothing come from elsewhere', () => {
    const rules = new Map(
      contentPolicy.split('; ').map((rule) => [rule.split(' ')[0] ?? '', rule.split(' ').slice(1)]),
    )
    expect(rules.get('default-src')).toEqual(["'none'"])
    expect(rules.get('script-src')).toEqual(["'self'"])
    expect(rules.get('frame-ancestors')).toEqual(["'none'"])
    expect(rules.get('base-uri')).toEqual(["'none'"])
    for (const [name, sources] of rules) {
      if (name === 'style-src-attr') continue
      expect([name, sources.filter((source) => /unsafe|[*]|https?:/.test(source))]).toEqual([name, []])
    }
  })
})

describe('the pages of a node', () => {
  let opened: Opened
  let app: FastifyInstance
  let origin: string
  let web: string

  beforeAll(async () => {
    web = mkdtempSync(join(tmpdir(), 'setu-web-'))
    mkdirSync(join(web, 'assets'))
    writeFileSync(join(web, 'index.html'), '<!doctype html><title>Setu</title>')
    writeFileSync(join(web, 'assets', 'app-1a2b.js'), 'export {}')
    for (const name of ['index.html', 'assets/app-1a2b.js'])
      writeFileSync(join(web, `${name}.br`), brotliCompressSync(`packed ${name}`))
    opened = await openNode('pglite')
    app = await httpServer(opened.node, { endpoints: [], web, secure: false, report: () => undefined })
    origin = await app.listen({ host: '127.0.0.1', port: 0 })
  })

  afterAll(async () => {
    await app.close()
    await opened.close()
    rmSync(web, { recursive: true, force: true })
  })

  test.each([
    ['/', 200, /^text\/html/, 'no-store'],
    ['/cases/open', 200, /^text\/html/, 'no-store'],
    ['/assets/app-1a2b.js', 200, /javascript/, 'public, max-age=31536000, immutable'],
    ['/assets/gone.js', 404, /^application\/problem\+json/, null],
    ['/..%2f..%2fpackage.json', 404, /^application\/problem\+json/, null],
    ['/%2e%2e/%2e%2e/etc/passwd.txt', 404, /^application\/problem\+json/, null],
    ['/api/nowhere', 404, /^application\/problem\+json/, 'no-store'],
    ['/enter/forged', 302, null, 'no-store'],
  ])('%s carries every header (%i)', async (path, status, kind, kept) => {
    const response = await fetch(`${origin}${path}`, { redirect: 'manual' })
    expect(response.status).toBe(status)
    if (kind !== null) expect(response.headers.get('content-type')).toMatch(kind)
    if (kept !== null) expect(response.headers.get('cache-control')).toBe(kept)
    for (const [name, value] of Object.entries(securityHeaders))
      expect([name, response.headers.get(name)]).toEqual([name, value])
    expect(response.headers.get('strict-transport-security')).toBeNull()
    await response.text()
  })

  test.each([
    ['/', 'packed index.html', /^text\/html/, 'no-store'],
    ['/cases/open', 'packed index.html', /^text\/html/, 'no-store'],
    ['/assets/app-1a2b.js', 'packed assets/app-1a2b.js', /javascript/, 'public, max-age=31536000, immutable'],
  ])('%s is sent packed to a browser that can unpack it', async (path, words, kind, kept) => {
    const response = await fetch(`${origin}${path}`, { headers: { 'accept-encoding': 'br' } })
    expect(response.headers.get('content-encoding')).toBe('br')
    expect(response.headers.get('vary')).toMatch(/accept-encoding/i)
    expect(response.headers.get('content-type')).toMatch(kind)
    expect(response.headers.get('cache-control')).toBe(kept)
    expect(await response.text()).toBe(words)

    const plain = await fetch(`${origin}${path}`, { headers: { 'accept-encoding': 'identity' } })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(await plain.text()).not.toContain('packed')
  })
})
