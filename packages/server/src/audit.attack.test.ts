import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type Client, openClient, rowsOf } from '../test/client.ts'
import { type About, aboutNothing, requestOf } from '../test/endpoint-calls.ts'
import { holdingsOf } from '../test/holdings.ts'
import { intrude } from '../test/intruder.ts'
import { accept, refer, widest } from '../test/referred.ts'
import { enginesInTurn } from '../test/seed.ts'
import { openWideWorld, type WideWorld } from '../test/wide-world.ts'
import { endpoints } from './endpoints.ts'
import { handleOf, type Report } from './platform/index.ts'

type Line = Parameters<Report>[0]

const ofWork = endpoints.filter(({ kind }) => kind === 'work')

describe.each(enginesInTurn)('the log, on %s', (kind) => {
  let world: WideWorld
  let client: Client
  /** The same node when something in it is broken, and when its clock stands still. */
  let broken: Client
  let about: About
  const reports: Line[] = []

  beforeAll(async () => {
    world = await openWideWorld(kind)
    const report: Report = (line) => reports.push(line)
    client = await openClient(world.node, endpoints, report)
    const clock = () => {
      throw new Error('cnry-in-an-error')
    }
    broken = await openClient({ ...world.node, clock }, endpoints, report)
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
    await broken.close()
    await client.close()
    await world.close()
  })

  /** What was logged while something was done: events with their items. */
  async function logged(
    doing: () => Promise<Answer>,
  ): Promise<{ answer: Answer; events: Record<string, unknown>[] }> {
    await rowsOf(world.owner, 'truncate audit_item, audit_event')
    const answer = await doing()
    const events = await rowsOf(
      world.owner,
      `select e.org_id, e.account_id, e.session_id, e.request_id, e.action, e.method, e.status, e.problem, e.reason,
         coalesce((select jsonb_agg(jsonb_build_object('case', i.case_id, 'part', i.part, 'did', i.did, 'reason', i.reason,
           'relation', i.relation, 'by', i.account_id) order by i.part) from audit_item i where i.event_id = e.id), '[]') as items
       from audit_event e`,
    )
    return { answer, events }
  }

  const at = () => `/cases/${about.org}/${about.case}`
  const itemOf = (part: string, more: object = {}) => ({
    case: about.case,
    part,
    did: 'read',
    by: world.people.asha.account,
    ...more,
  })

  test.each([
    ['200', 'cases.read', 'asha', 200, null],
    ['201', 'cases.open', 'asha', 201, null],
    ['204', 'markNoticesSeen', 'asha', 204, null],
    ['404', 'cases.read', 'nadia', 404, 'not-found'],
    ['403', 'addUnit', 'asha', 403, 'role-needed'],
  ] as const)('%s is one event of the right person', async (_status, name, who, status, problem) => {
    const endpoint = endpoints.find((one) => one.name === name)
    if (!endpoint) throw new TypeError(name)
    const { org, account, unit, cookie } = world.people[who]
    const request = requestOf(endpoint, { ...about, unit })
    const { answer, events } = await logged(() =>
      client.ask(request.method, request.path, {
        cookie,
        body: request.body,
        // Whatever a client says of itself, the log takes the actor from the session and the action from the address.
        headers: {
          'x-action': 'nothing',
          'x-account': randomUUID(),
          'x-request-id': 'mine',
          'user-agent': 'DROP',
        },
      }),
    )
    expect(answer.status).toBe(status)
    expect(events).toEqual([
      expect.objectContaining({
        org_id: org,
        account_id: account,
        action: name,
        method: endpoint.method,
        status,
        problem,
      }),
    ])
    expect(events[0]?.['session_id']).not.toBeNull()
    if (problem !== null) expect(answer.body['number']).toBe(events[0]?.['request_id'])
  })

  test('what is refused before anything is read is one event as well', async () => {
    const { asha } = world.people
    const path = `${at()}/notes`
    const json = { 'content-type': 'application/json' }
    const tries: readonly (readonly [object, number, string])[] = [
      [{ body: { words: 1 } }, 400, 'bad-request'],
      [{ body: '{', headers: json }, 400, 'body-unreadable'],
      [{ body: 'x'.repeat(300_000), headers: json }, 413, 'body-too-large'],
      [{ body: 'x', headers: { 'content-type': 'text/plain' } }, 415, 'body-kind'],
      [{ body: {}, headers: { 'sec-fetch-site': 'cross-site' } }, 403, 'cross-site'],
    ]
    for (const [asking, status, problem] of tries) {
      const { events } = await logged(() => client.ask('POST', path, { cookie: asha.cookie, ...asking }))
      const event = { action: 'notes.add', account_id: asha.account, status, problem, items: [] }
      expect(events, problem).toEqual([expect.objectContaining(event)])
    }
  })

  test('without a session it is an event of nobody', async () => {
    const { events } = await logged(() => client.get(at()))
    expect(events).toEqual([
      expect.objectContaining({ account_id: null, org_id: null, status: 401, items: [] }),
    ])
  })

  test.each(ofWork.map((endpoint) => [endpoint.name, endpoint] as const))(
    '%s that fails is one event of who asked, and says nothing',
    async (name, endpoint) => {
      const { asha } = world.people
      const { method, path, body } = requestOf(endpoint, aboutNothing(about.org))
      reports.length = 0
      const { answer, events } = await logged(() => broken.ask(method, path, { cookie: asha.cookie, body }))
      expect(events).toEqual([
        expect.objectContaining({ account_id: asha.account, action: name, status: 500, problem: 'failed' }),
      ])
      expect(answer.text).not.toMatch(/cnry|Error|\.ts/)
      expect(reports).toEqual([
        {
          number: answer.body['number'],
          action: name,
          code: 'failed',
          kind: expect.not.stringContaining('cnry'),
        },
      ])
    },
  )

  test('every part that is opened is one item, with relation and reason', async () => {
    const { asha } = world.people
    for (const part of ['identity', 'contact', 'narrative', 'family', 'health', 'legal', 'facts'] as const) {
      const { events } = await logged(() =>
        client.post(`${at()}/open-part`, asha.cookie, { part, reason: 'contacting' }),
      )
      expect(events).toEqual([
        expect.objectContaining({
          reason: 'contacting',
          items: [itemOf(part, { relation: 'own', reason: 'contacting' })],
        }),
      ])
    }
  })

  test('a stale change that shows sealed words is a reading', async () => {
    const { asha } = world.people
    const [row] = await rowsOf(world.owner, `select id from person_identity where case_id = $1`, [about.case])
    const write = { id: row?.['id'], base: 77, values: { father: null } }
    const { answer, events } = await logged(() =>
      client.post(`${at()}/records/personIdentity`, asha.cookie, write),
    )
    expect(answer.body['current']).toMatchObject({ values: { father: expect.stringContaining('cnry') } })
    expect(events).toEqual([
      expect.objectContaining({
        status: 409,
        items: [itemOf('identity', { relation: 'own', reason: 'correction' })],
      }),
    ])
  })

  test('looking up, opening a referral and taking a file out are readings of whom they show', async () => {
    const { asha, inspector } = world.people
    const look = {
      field: 'identityNumber',
      text: 'cnry-personIdentity-identityNumber',
      reason: 'planningCare',
    }
    const looked = await logged(() =>
      client.ask('POST', '/cases/look-up', { cookie: asha.cookie, body: look }),
    )
    expect(looked.events[0]?.['items']).toEqual([
      itemOf('identity', { reason: 'planningCare', relation: 'own' }),
    ])
    const file = { org: about.org, id: about.case }
    const sent = await refer(asha, file, inspector, { ...widest.police, note: 'cnry-note' })
    await accept(inspector, about.org, sent.referral, sent.version)
    const opened = await logged(() =>
      client.post(`/referrals/${about.org}/${sent.referral}/open`, inspector.cookie, { reason: 'legalWork' }),
    )
    expect(opened.events[0]?.['items']).toEqual([
      itemOf('narrative', { by: inspector.account, relation: 'named', reason: 'legalWork' }),
    ])
    const exported = await logged(() => client.get('/exchange/htcds/export?format=csv', asha.cookie))
    expect(exported.events.length).toBe(1)
    expect(exported.events[0]?.['items']).toEqual(
      expect.arrayContaining(
        ['contact', 'facts', 'identity', 'narrative'].map((part) => expect.objectContaining({ part })),
      ),
    )
  })

  test('no role of the application changes, removes or replaces what stands in it', async () => {
    await rowsOf(world.owner, 'truncate audit_item, audit_event')
    await client.get(at(), world.people.asha.cookie)
    const [kept] = await rowsOf(world.owner, `select md5(string_agg(e::text, '')) as sum from audit_event e`)
    const statements = ['audit_event', 'audit_item'].flatMap((table) => [
      `update ${table} set at = now()`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
      `insert into ${table} select * from ${table} on conflict do nothing`,
      `merge into ${table} t using (select 1) s on true when matched then delete`,
      `alter table ${table} disable row level security`,
      `create trigger quiet before insert on ${table} for each row execute function suppress_redundant_updates_trigger()`,
    ])
    const upsert = `insert into audit_event select * from audit_event on conflict (id) do update set status = 200`
    for (const role of [
      'setu_app',
      'setu_signin',
      'setu_clock',
      'setu_notify',
      'setu_backup',
      'setu_setup',
      'setu_jobs',
    ]) {
      const handle = role === 'setu_app' ? handleOf(world.people.asha.cookie) : null
      const engine = role === 'setu_backup' ? world.owner : world.node.engine
      await intrude(engine, role, handle, async (attempt) => {
        for (const text of [...statements, upsert]) {
          const { refused, count } = await attempt(text)
          expect(refused ?? count, `${role}: ${text}`).toBeOneOf(['42501', '42P01', 0])
        }
      })
    }
    const [still] = await rowsOf(world.owner, `select md5(string_agg(e::text, '')) as sum from audit_event e`)
    expect(still).toEqual(kept)
  })

  test('no rows are copied into it', async () => {
    const connection = await world.node.engine.connect()
    const pieces = (async function* () {
      yield Buffer.from(`${randomUUID()}\t2026-01-01\n`)
    })()
    const table = {
      name: 'audit_event',
      columns: [
        { name: 'id', type: 'uuid' },
        { name: 'at', type: 'timestamptz' },
      ],
      order: ['id'],
    }
    await connection.script(
      `begin; set local role setu_app; set local setu.session = '${handleOf(world.people.asha.cookie)}'`,
    )
    await expect(connection.copyIn(table, pieces)).rejects.toMatchObject({
      sqlState: expect.stringMatching(/^(0A000|42501)$/),
    })
    connection.release(true)
  })

  test('when it cannot be written, nothing is written and nothing is shown, and somebody is told', async () => {
    const { asha } = world.people
    const note = () => ({ id: randomUUID(), kind: 'general', happenedOn: '2026-01-02', words: 'unlogged' })
    const notes = () => rowsOf(world.owner, `select id from case_note where case_id = $1`, [about.case])
    const before = (await notes()).length
    for (const [table, also] of [
      ['audit_event', 'audit_event'],
      ['audit_item', 'audit_item'],
    ] as const) {
      await rowsOf(world.owner, `revoke insert on ${table} from setu_app`)
      reports.length = 0
      try {
        const written = await client.post(`${at()}/notes`, asha.cookie, note())
        const read = await client.get(at(), asha.cookie)
        const opened = await client.post(`${at()}/open-part`, asha.cookie, {
          part: 'identity',
          reason: 'planningCare',
        })
        for (const answer of [written, read, opened]) {
          expect(answer.status, also).toBe(500)
          expect(answer.text, also).not.toMatch(/cnry|unlogged|audit/)
        }
        expect(reports.length, `${also}: reported`).toBe(3)
      } finally {
        await rowsOf(world.owner, `grant insert on ${table} to setu_app`)
      }
      expect((await notes()).length, also).toBe(before)
    }
  })
})
