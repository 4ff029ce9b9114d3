import { randomBytes, randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCase } from '../test/cases.ts'
import { type Driver, openDriver, type User } from '../test/driver.ts'
import { brokenRules } from '../test/faults/whole.ts'

const json = { 'content-type': 'application/json' }

describe.each(['pglite', 'postgres'] as const)('the named cases of what goes wrong, on %s', (kind) => {
  let driver: Driver
  beforeAll(async () => {
    driver = await openDriver(kind)
  })
  afterAll(() => driver.close())

  const http = (user: User | null) => driver.as(user).http()
  const raw = (text: string, values: readonly unknown[] = []) => driver.db.raw(text, values)
  const note = (words: string) => ({ id: randomUUID(), kind: 'general', happenedOn: '2026-01-02', words })

  test('IN-01 nothing that a spreadsheet would run leaves in a file', async () => {
    const person = driver.world.people.officer
    const client = http(null)
    for (const name of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1+1']) {
      const body = { ...newCase(person, 'x'), id: randomUUID(), command: randomUUID(), identity: { name } }
      expect((await client.ask('POST', '/cases', { cookie: person.cookie, body })).status).toBe(201)
    }
    const { status, text } = await client.ask('GET', '/exchange/htcds/export?format=csv', {
      cookie: person.cookie,
    })
    expect(status).toBe(200)
    expect(text).toContain("'=1+1")
    expect(text).not.toMatch(/(^|,)"?\s*[=+@＝-]/m)
  })

  test('IN-02 fifty megabytes are refused before they are read', async () => {
    const { C1 } = driver.cases
    const before = process.memoryUsage().arrayBuffers
    const body = Buffer.alloc(50 * 1024 * 1024, 0x20)
    const answer = await http('n1a').ask('POST', `${C1.at}/notes`, { body, headers: json })
    expect(answer.body).toMatchObject({ status: 413, code: 'body-too-large' })
    expect(process.memoryUsage().arrayBuffers - before - body.length).toBeLessThan(20 * 1024 * 1024)
  })

  test.each([
    [
      'IN-03 four hundred thousand keys',
      `{${Array.from({ length: 400_000 }, (_, at) => `"${at}":1`).join()}}`,
      [400, 413],
    ],
    ['IN-03 two hundred thousand levels', '['.repeat(200_000), [400, 413]],
    ['IN-04 __proto__', '{"__proto__":{"role":"x"}}', [400]],
    ['IN-04 constructor.prototype', '{"constructor":{"prototype":{}}}', [400]],
    ['IN-04 a key said twice', '{"command":1,"command":2}', [400]],
    ['IN-06 bytes that are no text', Buffer.from([0x22, 0xff, 0xfe, 0xc0, 0xaf, 0x22]), [400]],
    ['IN-06 half a character', String.raw`{"words":"\ud800"}`, [400]],
  ])('%s: refused', async (_name, body, statuses) => {
    const answer = await http('n1a').ask('POST', `${driver.cases.C1.at}/notes`, { body, headers: json })
    expect(statuses).toContain(answer.status)
  })

  test('IN-05 a NUL in a text is refused, and the field is named', async () => {
    const answer = await http('n1a').post(`${driver.cases.C1.at}/notes`, note('a\u0000b'))
    expect(answer.body).toMatchObject({ status: 400, fields: [{ field: 'words' }] })
  })

  test('CR-01 a pulled plug loses nothing', async () => {
    expect(await driver.kill({ seed: randomBytes(4).readUInt32LE() })).toMatchObject({
      lost: [],
      broken: [],
      wrong: [],
    })
  }, 120_000)

  test('CR-02 a statement that fails leaves nothing behind, and a repeat does it once', async () => {
    const { C1 } = driver.cases
    const body = { command: randomUUID(), ...note('once') }
    for (const at of [2, 5, 9]) {
      driver.failAt(at)
      expect((await http('n1a').ask('POST', `${C1.at}/notes`, { body })).status).toBe(500)
    }
    for (let again = 0; again < 2; again += 1)
      expect((await http('n1a').ask('POST', `${C1.at}/notes`, { body })).status).toBe(200)
    expect(await raw('select id from case_note where id = $1', [body.id])).toHaveLength(1)
    expect(await brokenRules(driver.world.owner)).toEqual([])
  })

  test('CR-05 a backup brings everything back, and the log with it', async () => {
    const counts = `select (select count(*) from case_file)::int as cases, (select count(*) from case_note)::int as notes,
      (select count(*) from part_wrap)::int as wraps, (select count(*) from pg_policies)::int as policies`
    await driver.exportAudit()
    const before = await raw(counts)
    const restored = await driver.restore(await driver.backup())
    expect(await restored.db.raw(counts)).toEqual(before)
    await restored.close()
  })

  test('DO-02 whoever sends a byte a second keeps nobody waiting', async () => {
    const line = await driver.net('d1')
    line.suffer({ trickle: true, delayMs: 1000 })
    const slow = Array.from({ length: 50 }, () => {
      const socket = connect(line.port, '127.0.0.1')
      socket.on('error', () => undefined)
      socket.write('POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-length: 9000\r\n\r\n')
      return socket
    })
    const began = performance.now()
    expect((await http('n1a').get(driver.cases.C1.at)).status).toBe(200)
    expect(performance.now() - began).toBeLessThan(5000)
    for (const socket of slow) socket.destroy()
    await line.close()
  })

  test('DO-03 twenty costly searches at once leave room for others', async () => {
    const costly = Array.from({ length: 20 }, () => http('n1s').get('/cases?limit=200'))
    const other = await http('n2a').get('/session')
    expect(other.status).toBe(200)
    for (const answer of await Promise.all(costly)) expect([200, 503]).toContain(answer.status)
  })

  test('KE-02 sealed words in another place do not open', async () => {
    const { C1, C2 } = driver.cases
    const name = (id: string) => raw('select name from person_identity where case_id = $1', [id])
    const [mine, other] = [await name(C1.id), await name(C2.id)]
    await raw('update person_identity set name = $1 where case_id = $2', [other[0]?.['name'], C1.id])
    const opened = await http('n1a').post(`${C1.at}/open-part`, { part: 'identity', reason: 'planningCare' })
    expect(opened.text).not.toContain('CNRY-C2-name')
    expect(opened.text).not.toContain('CNRY-C1-name"')
    await raw('update person_identity set name = $1 where case_id = $2', [mine[0]?.['name'], C1.id])
    expect(
      (await http('n1a').post(`${C1.at}/open-part`, { part: 'identity', reason: 'planningCare' })).text,
    ).toContain('CNRY-C1-name')
  })

  test('AC-02 a session is drawn anew at sign-in and dead once it is ended', async () => {
    const { cookie } = await driver.world.session('asha')
    const { ask } = http(null)
    expect((await ask('GET', '/session', { cookie })).status).toBe(200)
    expect((await ask('DELETE', '/session', { cookie, body: { command: randomUUID() } })).status).toBe(204)
    expect((await ask('GET', driver.cases.C1.at, { cookie })).status).toBe(401)
    const fixed = 'A'.repeat(43)
    const wrong = await ask('POST', '/session', { cookie: fixed, body: { name: 'asha', password: 'not it' } })
    expect([wrong.status, wrong.cookie]).toEqual([401, undefined])
    expect((await ask('GET', '/session', { cookie: fixed })).status).toBe(401)
  })
})
