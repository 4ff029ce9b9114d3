import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCase } from '../test/cases.ts'
import { type Answer, type Client, openClient, rowsOf } from '../test/client.ts'
import { type About, requestOf } from '../test/endpoint-calls.ts'
import { holdingsOf } from '../test/holdings.ts'
import { everyThird } from '../test/seed.ts'
import { openWideWorld, type WideWorld } from '../test/wide-world.ts'
import { endpoints } from './endpoints.ts'
import type { Endpoint } from './platform/index.ts'

/** Columns that decide something, as an attacker would slip them in beside what is asked. */
const slippedIn = [
  'org_id',
  'created_by',
  'account',
  'version',
  'consent_state',
  'sealed',
  'role',
  'ownerUnit',
] as const

/** Text that cannot be kept as it is: it is refused, and the field is named. */
const unstorable = ['a\u0000b', 'a\ud800b', '\udc00'] as const

/** Values of every other kind than the one that was asked for. */
const otherKinds: readonly unknown[] = [null, true, -1, 1e308, 'x'.repeat(20_000), [[]], { a: { b: 1 } }]

/** Both engines refuse alike; every night each is asked all of it. */
const engines =
  process.env['SETU_DEEP'] === undefined ? (['postgres'] as const) : (['pglite', 'postgres'] as const)

const withBody = everyThird(endpoints.filter(({ body }) => body !== null && body !== 'bytes'))

/** Every place in a body where a text stands, as a path of keys. */
function textsIn(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value === 'string') return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]))
}

function leavesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, inner]) => leavesIn(inner, [...path, key]))].filter(
    (one) => one.length > 0,
  )
}

function replaced(value: unknown, [key, ...rest]: readonly (string | number)[], by: unknown): unknown {
  if (key === undefined) return by
  if (Array.isArray(value))
    return value.map((one, at) => (String(at) === String(key) ? replaced(one, rest, by) : one))
  const record = value as Record<string, unknown>
  return { ...record, [key]: replaced(record[String(key)], rest, by) }
}

describe.each(engines)('requests that are not what was asked for, on %s', (kind) => {
  let world: WideWorld
  let client: Client
  let about: About
  const reports: unknown[] = []

  beforeAll(async () => {
    world = await openWideWorld(kind)
    client = await openClient(world.node, endpoints, (line) => reports.push(line))
    const { asha, farida, lawyer, officer } = world.people
    about = await holdingsOf(world, client, {
      owner: asha,
      chief: farida,
      lawyer,
      taker: officer,
      canary: 'cnry',
    })
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const send = (endpoint: Endpoint, change: (body: unknown) => unknown): Promise<Answer> => {
    const { method, path, body } = requestOf(endpoint, about)
    return client.ask(method, path, { cookie: world.people.asha.cookie, body: change(body) })
  }

  /** All that is kept, the log apart: not a byte of it may differ. */
  async function everythingKept(): Promise<string> {
    const [row] = await rowsOf(
      world.owner,
      `select md5(string_agg(t::text, '|' order by t::text)) as sum from (
         select c::text as t from case_file c union all select a::text from account a union all
         select r::text from account_role r union all select p::text from person_identity p union all
         select k::text from consent k union all select s::text from case_assignment s union all
         select f::text from referral f union all select d::text from command_done d union all
         select o::text from organisation o union all select u::text from unit_member u) rows`,
    )
    return String(row?.['sum'])
  }

  test.each(withBody.map((endpoint) => [endpoint.name, endpoint] as const))(
    '%s refuses a field that is not asked for, and changes nothing',
    async (_name, endpoint) => {
      const before = await everythingKept()
      for (const field of slippedIn) {
        const answer = await send(endpoint, (body) => ({ ...(body as object), [field]: 'x' }))
        const asked = JSON.stringify(requestOf(endpoint, about).body)
        if (asked.includes(`"${field}":`)) continue
        expect(answer.status, field).toBe(400)
        expect(answer.body, field).toMatchObject({
          code: 'unknown-field',
          fields: [{ field, problem: 'unknown' }],
        })
      }
      for (const raw of [
        '{"__proto__": {"role": "x"}}',
        '{"constructor": {"prototype": {}}}',
        '{"command": 1, "command": 2}',
      ]) {
        expect((await send(endpoint, () => raw)).body.code, raw).toBe('body-unreadable')
      }
      expect(await everythingKept()).toBe(before)
    },
  )

  test.each(withBody.map((endpoint) => [endpoint.name, endpoint] as const))(
    '%s refuses text that could not be kept as it is, and names the field',
    async (_name, endpoint) => {
      const before = await everythingKept()
      const { body } = requestOf(endpoint, about)
      for (const path of textsIn(body)) {
        for (const text of unstorable) {
          const answer = await send(endpoint, (whole) => replaced(whole, path, text))
          const where = `${path.join('.')} ${JSON.stringify(text)}`
          // A password is never kept: it is simply the wrong one.
          const password = /password|now|next/.test(path.join('.'))
          expect(answer.status, where).toBe(password && answer.status !== 400 ? answer.body['status'] : 400)
          expect(answer.status, where).toBeLessThan(500)
          if (!password) expect(answer.body['fields'], where).not.toEqual([])
        }
      }
      expect(await everythingKept()).toBe(before)
    },
  )

  test.each(withBody.map((endpoint) => [endpoint.name, endpoint] as const))(
    '%s takes a value of another kind for a mistake, never for a failure of ours',
    async (_name, endpoint) => {
      const { body } = requestOf(endpoint, about)
      for (const path of leavesIn(body)) {
        for (const value of otherKinds) {
          const answer = await send(endpoint, (whole) => replaced(whole, path, value))
          expect(answer.status, `${path.join('.')} ${JSON.stringify(value)?.slice(0, 40)}`).toBeLessThan(500)
        }
      }
      for (const value of otherKinds) {
        expect((await send(endpoint, () => JSON.stringify(value))).status).toBe(400)
      }
    },
  )

  const rubbish = [
    'x|y',
    '2026-01-02T03:04:05Z|x',
    '9999-99-99T99:99:99Z|00000000-0000-4000-8000-000000000000',
    '%00',
    '%ED%A0%80',
    '%',
    '-1',
    '1e9',
    'null',
    "' or 1=1 --",
    'x'.repeat(2000),
  ]

  test.each(
    endpoints.filter(({ method }) => method === 'GET').map((endpoint) => [endpoint.name, endpoint] as const),
  )('%s takes rubbish in an address for rubbish', async (_name, endpoint) => {
    const { path } = requestOf(endpoint, about)
    const [bare = '', query = ''] = path.split('?')
    const { cookie } = world.people.asha
    const named = [
      'after',
      'limit',
      'state',
      'code',
      'district',
      'unit',
      'mine',
      'due',
      'box',
      'open',
      'sort',
      'name',
    ]
    for (const value of rubbish) {
      const encoded = value.startsWith('%') ? value : encodeURIComponent(value)
      for (const name of named) {
        const answer = await client.get(
          `${bare}?${query}${query === '' ? '' : '&'}${name}=${encoded}`,
          cookie,
        )
        expect(answer.status, `${name}=${value.slice(0, 40)}`).toBeLessThan(500)
        const asked = endpoint.query !== null && (name === 'sort' || name === 'name')
        if (asked) expect(answer.status, name).toBe(400)
      }
      const strange = await client.get(
        bare.replace(about.case, encoded).replace(about.referral, encoded),
        cookie,
      )
      expect(strange.status, value.slice(0, 40)).toBeLessThan(500)
    }
  })

  test('bytes that are no text, too many keys, too deep and too much are told apart and refused', async () => {
    const endpoint = endpoints.find(({ name }) => name === 'notes.add')
    if (!endpoint) throw new TypeError('no such address')
    const { path } = requestOf(endpoint, about)
    const json = { 'content-type': 'application/json' }
    const post = (body: string | Buffer) =>
      client.ask('POST', path, { cookie: world.people.asha.cookie, body, headers: json })
    const keys = `{${Array.from({ length: 6000 }, (_, at) => `"k${at}":1`).join(',')}}`
    const tries: readonly (readonly [string | Buffer, number, string])[] = [
      [Buffer.from([0x7b, 0xff, 0xfe, 0xc0, 0xaf, 0x7d]), 400, 'body-unreadable'],
      [keys, 400, 'body-unreadable'],
      [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 400, 'body-unreadable'],
      ['{"command":', 400, 'body-unreadable'],
      ['', 400, 'bad-request'],
      [`"${'x'.repeat(300_000)}"`, 413, 'body-too-large'],
    ]
    for (const [body, status, code] of tries) {
      expect((await post(body)).body, body.toString().slice(0, 20)).toMatchObject({ status, code })
    }
  })

  test('a look-up that finds nothing answers the same for a number of others and for none', async () => {
    const { nadia } = world.people
    const look = (text: string) =>
      client.ask('POST', '/cases/look-up', {
        cookie: nadia.cookie,
        body: { field: 'identityNumber', text, reason: 'planningCare' },
      })
    const [known, unknown] = [
      await look('cnry-personIdentity-identityNumber'),
      await look('cnry-nobody-at-all-has-this-one'),
    ]
    expect(known.text).toBe(unknown.text)
    expect(known.headers['content-length']).toBe(unknown.headers['content-length'])
  })

  test('a number that another organisation keeps may be kept again, without a hint', async () => {
    const { nadia } = world.people
    const identity = { name: 'Somebody', identityNumber: 'cnry-personIdentity-identityNumber' }
    const { command: _, ...mine } = newCase(nadia, 'x')
    const opened = await client.post('/cases', nadia.cookie, { ...mine, id: randomUUID(), identity })
    expect(opened.status).toBe(201)
    expect(Object.keys(opened.body).toSorted()).toEqual(['code', 'id', 'org', 'version'])
  })

  test('none of this was a failure of ours', () => {
    expect(reports).toEqual([])
  })
})
