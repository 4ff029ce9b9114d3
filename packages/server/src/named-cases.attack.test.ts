import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCase } from '../test/cases.ts'
import type { Answer } from '../test/client.ts'
import { type Driver, openDriver, type User } from '../test/driver.ts'
import { aboutNothing, requestOf } from '../test/endpoint-calls.ts'
import { deep } from '../test/faults/draws.ts'
import { intrude } from '../test/intruder.ts'
import { endpoints } from './endpoints.ts'
import { handleOf } from './platform/index.ts'

const json = { 'content-type': 'application/json' }

/** A refusal apart from the number under which the operator knows it. */
const shown = ({ status, body }: Answer) => ({ status, body: { ...body, number: null } })

const inside = /select |insert |packages\/|node_modules|\bError\b|stack|sqlState|fastify|CNRY|pg_|case_file/

describe.each(['pglite', 'postgres'] as const)('the named cases of who may see what, on %s', (kind) => {
  let driver: Driver
  beforeAll(async () => {
    driver = await openDriver(kind)
  })
  afterAll(() => driver.close())

  const http = (user: User | null) => driver.as(user).http()
  const raw = (text: string, values: readonly unknown[] = []) => driver.db.raw(text, values)
  const note = (words: string) => ({ id: randomUUID(), kind: 'general', happenedOn: '2026-01-02', words })
  const eventsOf = async (user: User, action: string, status: number): Promise<number> => {
    const { account } = personOf(user)
    const [row] = await raw(
      'select count(*)::int as times from audit_event where account_id = $1 and action = $2 and status = $3',
      [account, action, status],
    )
    return Number(row?.['times'])
  }
  const personOf = (user: User) => {
    const names = {
      n1a: 'asha',
      n1b: 'bina',
      n1s: 'farida',
      n2a: 'nadia',
      p1: 'inspector',
      m1: 'analyst',
      adm: 'admin',
      dpo: 'guard',
    } as const
    return driver.world.people[names[user]]
  }

  test('AZ-01 a case of others and one that never was are answered alike, and both are in the log', async () => {
    const { C2 } = driver.cases
    const before = await eventsOf('n2a', 'cases.read', 404)
    const [others, none] = [
      await http('n2a').get(C2.at),
      await http('n2a').get(`/cases/${C2.org}/${randomUUID()}`),
    ]
    expect(others.status).toBe(404)
    expect(shown(others)).toEqual(shown(none))
    expect(Object.keys(others.headers)).toEqual(Object.keys(none.headers))
    expect((await eventsOf('n2a', 'cases.read', 404)) - before).toBe(2)
  })

  test('AZ-02 no address opens a case of another organisation to any of its outsiders', async () => {
    const { C1 } = driver.cases
    const about = { ...aboutNothing(C1.org), case: C1.id }
    const ofCase = endpoints.filter(({ path }) => path.startsWith('/cases/:org/:id'))
    expect(ofCase.length).toBeGreaterThan(15)
    for (const user of ['n2a', 'p1', 'm1', 'adm'] as const) {
      for (const endpoint of ofCase) {
        const { method, path, body } = requestOf(endpoint, about)
        const answer = await http(user).ask(method, path, body === undefined ? {} : { body })
        expect([user, endpoint.name, Math.floor(answer.status / 100)]).toEqual([user, endpoint.name, 4])
        expect(answer.text).not.toContain(C1.canary)
      }
    }
  })

  test('AZ-03 columns that decide something are no fields', async () => {
    const { C1 } = driver.cases
    const row = () => raw('select f::text as row from case_file f where id = $1', [C1.id])
    const before = await row()
    for (const field of [
      'org_id',
      'created_by',
      'version',
      'consent_state',
      'sealed',
      'role',
      'owner_unit',
    ]) {
      const change = { base: 1, to: 'onHold', [field]: 'x' }
      const answer = await http('n1a').post(`${C1.at}/state`, change)
      expect(answer.body, field).toMatchObject({ status: 400, code: 'unknown-field' })
    }
    expect(await row()).toEqual(before)
  })

  test('AZ-04 what is for administrators and guardians refuses a caseworker, once in the log each', async () => {
    const forOthers = endpoints.filter(
      ({ access: { roles }, kind: of }) =>
        of === 'work' && roles !== undefined && !roles.includes('caseworker'),
    )
    expect(forOthers.length).toBeGreaterThan(4)
    for (const endpoint of forOthers) {
      const { method, path, body } = requestOf(endpoint, {
        ...aboutNothing(personOf('n1a').org),
        unit: personOf('n1a').unit,
      })
      const before = await eventsOf('n1a', endpoint.name, 403)
      const answer = await http('n1a').ask(method, path, body === undefined ? {} : { body })
      expect([endpoint.name, answer.status]).toEqual([endpoint.name, 403])
      expect((await eventsOf('n1a', endpoint.name, 403)) - before, endpoint.name).toBe(1)
    }
  })

  test('AZ-05 whoever keeps the machines finds nobody', async () => {
    const { C1 } = driver.cases
    const tries = [
      await http('adm').get('/cases?limit=200'),
      await http('adm').get(C1.at),
      await http('adm').post(`${C1.at}/open-part`, { part: 'identity', reason: 'planningCare' }),
      await http('adm').ask('POST', '/cases/look-up', {
        body: { field: 'name', text: `${C1.canary}-name`, reason: 'planningCare' },
      }),
      await http('adm').get('/exchange/htcds/export?format=csv'),
    ]
    for (const answer of tries) expect(answer.text).not.toMatch(/CNRY|facts":{/)
  })

  test('AZ-06 whoever is taken off a case is out of it at their next request', async () => {
    const { C1 } = driver.cases
    const id = randomUUID()
    const { account } = personOf('n1b')
    expect((await http('n1s').post(`${C1.at}/assignments`, { id, account, lead: false })).status).toBe(200)
    expect((await http('n1b').post(`${C1.at}/assignments/${id}/declare`, { answer: 'none' })).status).toBe(
      200,
    )
    expect((await http('n1b').get(C1.at)).status).toBe(200)
    const [row] = await raw('select version from case_assignment where id = $1', [id])
    const ended = await http('n1s').post(`${C1.at}/assignments/${id}/end`, { base: row?.['version'] })
    expect(ended.status).toBe(200)
    expect((await http('n1b').get(C1.at)).status).toBe(404)
  })

  test('AZ-07 without a session, or with one that was made up, no table of a case has a row', async () => {
    for (const session of [null, '', 'x', '0'.repeat(64), 'f'.repeat(64)]) {
      await intrude(driver.world.node.engine, 'setu_app', session, async (attempt) => {
        for (const table of [
          'case_file',
          'person_identity',
          'person_contact',
          'case_note',
          'consent',
          'referral',
          'audit_event',
          'part_wrap',
        ]) {
          const { rows, refused } = await attempt(`select * from ${table}`)
          expect([table, refused ?? rows.length]).toEqual([table, 0])
        }
      })
    }
  })

  test('AZ-08 what one request was about is gone when the next one comes, also after a failure', async () => {
    for (let at = 2; at < 12; at += 1) {
      driver.failAt(at)
      await http('n1a').get(driver.cases.C1.at)
      await intrude(driver.world.node.engine, 'setu_app', null, async (attempt) => {
        expect((await attempt('select id from case_file')).rows).toEqual([])
      })
      expect((await http(null).get(driver.cases.C1.at)).status).toBe(401)
    }
    driver.failAt(0)
  })

  test('AZ-09 a note to a case one may not see and to one that is not there are refused alike', async () => {
    const { C4 } = driver.cases
    const words = note('words')
    const [unseen, missing] = [
      await http('n1a').post(`${C4.at}/notes`, words),
      await http('n1a').post(`/cases/${C4.org}/${randomUUID()}/notes`, words),
    ]
    expect(unseen.status).toBe(404)
    expect(shown(unseen)).toEqual(shown(missing))
  })

  test('LK-01 a list says no more than it shows', async () => {
    for (const user of ['n1a', 'n1b', 'n1s', 'n2a', 'p1', 'm1', 'adm'] as const) {
      const { items = [], ...rest } = (await http(user).get('/cases?limit=200')).body
      const [count] = await raw('select count(*)::int as all from case_file')
      expect(items.length, user).toBeLessThanOrEqual(Number(count?.['all']))
      for (const total of Object.values(rest).filter((value) => typeof value === 'number'))
        expect(total, user).toBe(items.length)
    }
  })

  test('LK-02 a number of somebody else’s case is looked up as one that nobody has', async () => {
    const look = (text: string) =>
      http('n1a').ask('POST', '/cases/look-up', {
        body: { field: 'identityNumber', text, reason: 'planningCare' },
      })
    const [known, unknown] = [await look(`${driver.cases.C4.canary}-id`), await look('CNRY-C9-id')]
    expect(known.text).toBe(unknown.text)
    expect(known.headers['content-length']).toBe(unknown.headers['content-length'])
  })

  test('LK-03 nobody sorts or filters by what they may not read', async () => {
    for (const query of ['sort=name', 'name=CNRY-C1-name', 'identityNumber=1', 'narrative=x'])
      expect([query, (await http('m1').get(`/cases?${query}`)).status]).toEqual([query, 400])
  })

  test('LK-04 a document that another organisation knows is taken without a hint', async () => {
    const person = personOf('n2a')
    const identity = { name: 'Somebody', identityNumber: `${driver.cases.C1.canary}-id` }
    const opened = await http('n2a').post('/cases', { ...newCase(person, 'x'), id: randomUUID(), identity })
    expect(opened.status).toBe(201)
    expect(Object.keys(opened.body).toSorted()).toEqual(['code', 'id', 'org', 'version'])
  })

  test('LK-05 whoever counts takes nobody out', async () => {
    for (const format of ['csv', 'xlsx'])
      expect((await http('m1').get(`/exchange/htcds/export?format=${format}`)).text).not.toContain('CNRY')
  })

  test('LK-06 twenty kinds of mistakes tell nothing of the inside', async () => {
    const { C1 } = driver.cases
    const { ask } = http('n1a')
    const post = (path: string, body: unknown, headers = {}) => ask('POST', path, { body, headers })
    const answers = [
      await ask('GET', '/nothing'),
      await ask('GET', '/cases/x/y'),
      await ask('GET', `/cases/${C1.org}/%00`),
      await ask('GET', '/cases?limit=-1'),
      await ask('GET', '/cases?after=x|y'),
      await ask('GET', '/cases?limit=1&limit=2'),
      await ask('DELETE', C1.at),
      await post('/cases', '{', json),
      await post('/cases', '[]', json),
      await post('/cases', {}),
      await post('/cases', 'x', { 'content-type': 'text/plain' }),
      await post('/cases', Buffer.from([0xff, 0xfe]), json),
      await post('/cases', { ...newCase(personOf('n1a'), 'x'), id: C1.id }),
      await post('/cases', { ...newCase(personOf('n1a'), 'x'), unit: randomUUID() }),
      await post(`${C1.at}/notes`, note('\u0000')),
      await post(`${C1.at}/state`, { command: randomUUID(), base: 99, to: 'closed', reason: 'x' }),
      await post(`${C1.at}/referrals`, { command: randomUUID(), id: randomUUID() }),
      await post('/exchange/htcds/preview', Buffer.from('PK\u0003\u0004')),
      await post('/exchange/htcds/import', {
        command: randomUUID(),
        preview: randomUUID(),
        unit: personOf('n1a').unit,
      }),
      await http(null).get('/session'),
    ]
    for (const [at, answer] of answers.entries()) {
      expect([at, answer.status >= 200 && answer.status < 500]).toEqual([at, true])
      expect(`${at} ${answer.text}`).not.toMatch(inside)
      expect(answer.headers['server']).toBeUndefined()
    }
  })

  test('LK-08 nothing of the API is kept by a browser', async () => {
    for (const path of ['/session', '/cases', driver.cases.C1.at, '/my-day', '/nothing'])
      expect([path, (await http('n1a').get(path)).headers['cache-control']]).toEqual([path, 'no-store'])
  })

  test('AU-01 one request is one event, whatever a client says of itself', async () => {
    const { C1 } = driver.cases
    const headers = { 'x-action': 'nothing', 'x-account': randomUUID() }
    const tries: readonly (readonly [number, () => Promise<Answer>])[] = [
      [200, () => http('n1a').ask('GET', C1.at, { headers })],
      [404, () => http('n2a').ask('GET', C1.at, { headers })],
      [
        400,
        () =>
          http('n1a').ask('POST', `${C1.at}/notes`, {
            body: { command: randomUUID(), action: 'x' },
            headers,
          }),
      ],
      [403, () => http('n1a').ask('POST', '/admin/units', { body: requestBody('addUnit'), headers })],
      [
        409,
        () =>
          http('n1a').ask('POST', `${C1.at}/state`, {
            body: { ...requestBody('cases.changeState'), base: 99 },
            headers,
          }),
      ],
      [
        500,
        () => {
          driver.failAt(3)
          return http('n1a').ask('GET', C1.at, { headers })
        },
      ],
    ]
    for (const [status, ask] of tries) {
      const [before] = await raw('select count(*)::int as times from audit_event')
      expect((await ask()).status).toBe(status)
      const rows = await raw(
        'select action, account_id as who, status from audit_event order by at desc, id limit 1',
      )
      const [after] = await raw('select count(*)::int as times from audit_event')
      expect([status, Number(after?.['times']) - Number(before?.['times'])]).toEqual([status, 1])
      expect(rows[0]?.['action']).not.toBe('nothing')
    }
  })

  const requestBody = (name: string): Readonly<Record<string, unknown>> => {
    const endpoint = endpoints.find((one) => one.name === name)
    if (!endpoint) throw new TypeError(name)
    const { body } = requestOf(endpoint, aboutNothing(personOf('n1a').org))
    return body as Record<string, unknown>
  }

  test('AU-02 a changed past is found, and where it begins', async () => {
    const whole = await driver.exportAudit()
    expect((await driver.verifyAudit(whole)).faults).toEqual([])
    const leaves = whole.flatMap((line, at) => (line.startsWith('{"leaf"') ? [at] : []))
    const at = leaves[Math.floor(leaves.length / 2)] ?? 0
    const edited = whole.with(at, (whole[at] ?? '').replace(/\\"status\\":\d+/, String.raw`\"status\":299`))
    expect(edited[at]).not.toBe(whole[at])
    expect((await driver.verifyAudit(edited)).faults[0]).toMatchObject({
      kind: 'changed',
      at: leaves.indexOf(at),
    })
    expect((await driver.verifyAudit(whole.toSpliced(at, 1))).faults[0]).toMatchObject({
      at: leaves.indexOf(at),
    })
  })

  test('AU-03 many who write at once, some of them in vain, leave a log without a gap', async () => {
    const each = deep ? 500 : 12
    const { C1 } = driver.cases
    await Promise.all(
      Array.from({ length: 8 }, async (_, who) => {
        for (let at = 0; at < each; at += 1) {
          const words = (at + who) % 3 === 0 ? { words: 1 } : note('words')
          await http('n1a').post(`${C1.at}/notes`, words)
        }
      }),
    )
    const { faults, size } = await driver.verifyAudit(await driver.exportAudit())
    expect(faults).toEqual([])
    const [events] = await raw('select count(*)::int as times from audit_event')
    expect(size).toBe(Number(events?.['times']))
  })

  test('AU-04 nobody who is served changes what stands in the log', async () => {
    await intrude(driver.world.node.engine, 'setu_app', handleOf(personOf('n1a').cookie), async (attempt) => {
      for (const text of [
        'update audit_event set status = 1',
        'delete from audit_event',
        'truncate audit_event cascade',
        'update audit_item set reason = null',
        'delete from log_leaf',
      ])
        expect([text, (await attempt(text)).refused]).toEqual([text, '42501'])
    })
  })

  test('AU-05 what cannot be logged is neither done nor shown, and somebody is told', async () => {
    const { C1 } = driver.cases
    await raw('revoke insert on audit_event from setu_app')
    const told = driver.reports.length
    try {
      expect((await http('n1a').post(`${C1.at}/notes`, note('unlogged'))).status).toBe(500)
      expect((await http('n1a').get(C1.at)).status).toBe(500)
      expect(driver.reports.length).toBe(told + 2)
    } finally {
      await raw(`grant insert (id, org_id, account_id, session_id, request_id, action, method, status, problem, reason, count, sealed_reason)
        on audit_event to setu_app`)
    }
    expect((await http('n1a').get(C1.at)).status).toBe(200)
  })
})
