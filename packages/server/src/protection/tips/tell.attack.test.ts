import { createHash, randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { endpoints } from '../../endpoints.ts'
import { httpServer } from '../../platform/index.ts'
import { paceOf } from './page/tell-pace.ts'
import { tellPages } from './page/tell-pages.ts'

describe.each(['pglite', 'postgres'] as const)('the page on which anybody tells something, on %s', (kind) => {
  let world: World
  let client: Client
  let app: FastifyInstance

  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, endpoints)
    const report = () => undefined
    app = await httpServer(world.node, { endpoints, pages: tellPages, web: null, secure: true, report })
  })
  afterAll(async () => {
    await app.close()
    await client.close()
    await world.close()
  })

  const send = (path: string, fields: readonly (readonly [string, string])[], headers: object = {}) =>
    app.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: fields.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join('&'),
    })
  const tip = (words: string, more: readonly (readonly [string, string])[] = []) =>
    [
      ['lang', 'bn'],
      ['id', randomUUID()],
      ['subject', 'heldOrForced'],
      ['now', 'yes'],
      ['district', 'BD4041'],
      ['words', words],
      ['mentioned', 'CNRY-name one\nCNRY-name two'],
      ['way', 'CNRY-way'],
      ...more,
    ] as const
  const receiptIn = (html: string): string =>
    (/class="code">([^<]+)</.exec(html)?.[1] ?? '')
      .replace(/[০-৯]/g, (digit) => String('০১২৩৪৫৬৭৮৯'.indexOf(digit)))
      .replaceAll(' ', '')

  test('says that it takes nothing while no protection organisation takes it, and whom to call', async () => {
    const page = await app.inject({ method: 'GET', url: '/tell' })
    expect(page.statusCode).toBe(503)
    expect(page.payload).toContain('tel:999')
    const { admin, asha } = world.people
    const desk = { unit: asha.unit, open: true, districts: [] }
    expect((await client.post('/tip-desk', admin.cookie, desk)).status).toBe(200)
  })

  test('is one form, in Bangla first, without a cookie, a script inside it or anything from elsewhere', async () => {
    const page = await app.inject({ method: 'GET', url: '/tell' })
    expect(page.statusCode).toBe(200)
    expect(page.headers['set-cookie']).toBeUndefined()
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
    expect(page.payload).toContain('<html lang="bn">')
    expect(page.payload).not.toMatch(/<script>|style=| on[a-z]+=|https?:\/\/|\/\/[a-z]/)
    expect(page.payload).not.toMatch(/<title>[^<]*(পাচার|rafficking)/)
    const english = await app.inject({ method: 'GET', url: '/tell?lang=en' })
    expect(english.payload).toContain('<html lang="en">')
    for (const number of ['999', '109', '1098']) expect(english.payload).toContain(`tel:${number}`)
  })

  test('seals what is told to a unit of which nobody is there, and shows a number once', async () => {
    const fields = tip('CNRY-told: they are kept in the brick kiln.')
    const sent = await send('/tell', fields)
    expect(sent.statusCode, sent.payload).toBe(201)
    expect(sent.headers['set-cookie']).toBeUndefined()
    expect(receiptIn(sent.payload)).toMatch(/^\d{16}$/)
    expect(sent.payload).not.toContain('CNRY')
    const again = await send('/tell', fields)
    expect([again.statusCode, receiptIn(again.payload)]).toEqual([200, ''])
    const { asha, mina, inspector } = world.people
    const { items = [] } = (await client.get('/tips', asha.cookie)).body
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ channel: 'publicPage', urgency: 'emergency', district: 'BD4041' })
    const at = `/tips/${asha.org}/${String(items[0]?.['id'])}`
    expect((await client.get(at, asha.cookie)).body).toMatchObject({
      words: 'CNRY-told: they are kept in the brick kiln.',
      mentioned: ['CNRY-name one', 'CNRY-name two'],
      way: 'CNRY-way',
    })
    for (const other of [mina, inspector]) expect((await client.get(at, other.cookie)).status).toBe(404)
  })

  test('tells whoever has the number how it stands, in words that say nothing, and takes what they add', async () => {
    const sent = await send('/tell', tip('CNRY-first words', [['lang', 'en']]))
    const code = receiptIn(sent.payload)
    const spaced = code.replace(/(.{4})/g, '$1 ').replace(/[0-4]/g, (digit) => '০১২৩৪'.charAt(Number(digit)))
    const look = await send('/tell/number', [
      ['lang', 'en'],
      ['code', spaced],
    ])
    expect(look.statusCode, look.payload).toBe(200)
    expect(look.payload).toContain('Your message has arrived.')
    expect(look.payload).not.toMatch(/CNRY|police|traffick|shelter|brick/i)
    const more = await send('/tell/more', [
      ['lang', 'en'],
      ['code', code],
      ['words', 'CNRY-more words'],
    ])
    expect(more.payload).toContain('That has arrived, too.')
    const { asha } = world.people
    const { items = [] } = (await client.get('/tips', asha.cookie)).body
    const reads = await Promise.all(
      items.map((one) => client.get(`/tips/${asha.org}/${String(one['id'])}`, asha.cookie)),
    )
    expect(
      reads.flatMap(({ body }) => (body['added'] as { words: string }[]).map(({ words }) => words)),
    ).toEqual(['CNRY-more words'])
    const wrong = await send('/tell/number', [['code', '1234123412341234']])
    expect(wrong.statusCode).toBe(404)
    const [counted] = await rowsOf(world.owner, 'select count(*)::int as n from sign_in_failure')
    expect(Number(counted?.['n'])).toBeGreaterThan(0)
  })

  test('keeps what cannot be kept out, and never reads what somebody wrote as a part of the page', async () => {
    const hostile = `<script>alert(1)</script>" onfocus="x`
    const short = await send('/tell', [
      ['words', `${hostile}\u0000\ud800`],
      ['way', hostile],
    ])
    expect(short.statusCode).toBe(400)
    expect(short.payload).not.toContain('<script>alert')
    expect(short.payload).toContain('&lt;script&gt;alert(1)')
    const long = await send('/tell', tip('ক'.repeat(9000)))
    expect([201, 503]).toContain(long.statusCode)
    const huge = await send('/tell', tip('x'.repeat(60_000)))
    expect(huge.statusCode).toBe(503)
    expect(huge.payload).toContain('tel:999')
    const json = await app.inject({
      method: 'POST',
      url: '/tell',
      headers: { 'content-type': 'application/json' },
      payload: '{"words":"CNRY"}',
    })
    expect(json.statusCode).toBe(400)
    const elsewhere = await send('/tell', tip('CNRY-cross'), { 'sec-fetch-site': 'cross-site' })
    expect(elsewhere.statusCode).toBe(403)
    const api = await app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-setu': '1' },
      payload: 'name=a&password=b',
    })
    expect(api.statusCode).toBe(415)
  })

  test.skipIf(kind === 'postgres')(
    'a flood is slowed and never locks out: what was written stays, and some work lets one through',
    async () => {
      const flood = await Promise.all(
        Array.from({ length: 30 }, (_, at) => send('/tell', tip(`CNRY-flood ${at}`))),
      )
      const turned = flood.filter(({ statusCode }) => statusCode === 429)
      expect(turned.length).toBeGreaterThan(0)
      expect(turned[0]?.payload).toMatch(/CNRY-flood \d+<\/textarea>/)
      const asked = await app.inject({ method: 'GET', url: '/tell/work' })
      const [challenge = '', bits = ''] = asked.payload.split(' ')
      const zeros = (digest: Buffer) => {
        const first = digest.findIndex((byte) => byte !== 0)
        return first < 0 ? 256 : first * 8 + Math.clz32(digest[first] ?? 0) - 24
      }
      let answer = 0
      while (zeros(createHash('sha256').update(`${challenge}:${answer}`).digest()) < Number(bits)) answer += 1
      const worked = tip('CNRY-worked', [
        ['challenge', challenge],
        ['answer', String(answer)],
      ])
      expect((await send('/tell', worked)).statusCode).toBe(201)
    },
    60_000,
  )

  test('leaves nobody’s words in clear anywhere, and nothing of the one who wrote', async () => {
    const tables = await rowsOf(
      world.owner,
      `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
    )
    for (const { name } of tables) {
      const [row] = await rowsOf(
        world.owner,
        `select count(*)::int as n from "${String(name)}" t where t::text like '%CNRY%' or t::text like '%434e5259%'`,
      )
      expect([name, row?.['n']]).toEqual([name, 0])
    }
    const events = await rowsOf(
      world.owner,
      `select distinct account_id, session_id from audit_event where action like 'tell%'`,
    )
    expect(events).toEqual([{ account_id: null, session_id: null }])
  })
})

describe('the pace of the page', () => {
  test('lets a few through at once, then one after another, and says when waiting would be too long', () => {
    const pace = paceOf({ everyMs: 1000, atOnce: 3, longestMs: 2000 })
    expect([0, 1, 2, 3, 4, 5, 6].map(() => pace.turn(0))).toEqual([0, 0, 0, 1000, 2000, null, null])
    expect(pace.turn(1000)).toBe(2000)
    expect(pace.turn(60_000)).toBe(0)
  })
})
