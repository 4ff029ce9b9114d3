import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { firstSignIn, knock } from '../../../test/second-factor.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { inTransaction, platformEndpoints } from '../index.ts'
import { countFailure } from './session-store.ts'

const right = 'asha walks by the river'
const wrong = 'asha runs by the canal'

describe.each(['pglite', 'postgres'] as const)('signing in, on %s', (kind) => {
  let world: World
  let client: Client
  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, platformEndpoints)
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const signIn = (name: string, password: string, cookie?: string) =>
    client.ask('POST', '/session', { body: { name, password }, ...(cookie === undefined ? {} : { cookie }) })

  const events = (action: string) =>
    rowsOf(world.owner, 'select * from audit_event where action = $1 order by at', [action])

  test('somebody who knows the password is in, and sees who they are and where they work', async () => {
    const begun = await signIn('asha', right)
    expect(begun.status).toBe(201)
    expect(begun.cookie).toMatch(/^[A-Za-z0-9_-]{43}$/)
    const { answer, cookie } = await firstSignIn(client, 'asha', right)
    const { asha } = world.people
    const session = (await client.get('/session', cookie)).body
    expect(session).toMatchObject({
      account: { id: asha.account, name: 'asha', language: 'en' },
      org: { id: asha.org, type: 'ngo', ownsCases: true },
      roles: ['caseworker'],
      units: [{ org: asha.org, id: asha.unit, name: { en: 'ngoJashore' }, supervises: false, focal: true }],
      preferences: {},
      demo: false,
      engine: kind,
    })
    expect(session['today']).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(answer.body['session']).toEqual(session)
  })

  test('the name is taken however it was typed', async () => {
    expect((await signIn('  Asha ', right)).status).toBe(201)
  })

  test('a wrong password and an unknown name are answered alike, and set nothing', async () => {
    const [known, unknown] = [await signIn('bina', wrong), await signIn('nobody.at.all', wrong)]
    expect([known.status, unknown.status]).toEqual([401, 401])
    expect([known.cookie, unknown.cookie]).toEqual([undefined, undefined])
    const apart = { number: '' }
    expect({ ...known.body, ...apart }).toEqual({ ...unknown.body, ...apart })
    expect(known.body.code).toBe('sign-in-failed')
  })

  test('a success and a failure each leave one event, and a failure names nobody', async () => {
    const before = await events('signIn')
    const good = await signIn('asha', right)
    const [success, ...others] = (await events('signIn')).slice(before.length)
    expect(others).toEqual([])
    expect(success).toMatchObject({
      status: 201,
      account_id: world.people.asha.account,
      org_id: world.people.asha.org,
    })
    const [session] = await rowsOf(world.owner, 'select id from session where id = $1', [
      success?.['session_id'],
    ])
    expect(session).toBeDefined()
    expect(good.status).toBe(201)

    await signIn('bina', wrong)
    const [failure, ...more] = (await events('signIn')).slice(before.length + 1)
    expect(more).toEqual([])
    expect(failure).toMatchObject({ status: 401, problem: 'sign-in-failed', account_id: null, org_id: null })
  })

  test('what was typed is nowhere: not in the answer, the log or the count of failures', async () => {
    const typed = 'Typed-Into-The-Wrong-Field-77'
    const answer = await signIn(typed, typed)
    expect(answer.text).not.toContain(typed)
    const [kept] = await rowsOf(
      world.owner,
      `select string_agg(t::text, ' ') as all from (select e::text as t from audit_event e union all
        select f::text from sign_in_failure f) x`,
    )
    expect(String(kept?.['all']).toLowerCase()).not.toContain(typed.toLowerCase())
    const { createHash } = await import('node:crypto')
    const plain = createHash('sha256').update(typed.toLowerCase()).digest('hex')
    expect(String(kept?.['all'])).not.toContain(plain)
  })

  test('a body of the wrong shape is refused by the names of its fields alone', async () => {
    const answer = await client.ask('POST', '/session', {
      body: { name: 'asha', password: 7_777_777, pin: 'secret-pin' },
    })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('pin')
    expect(answer.text).not.toContain('secret-pin')
    expect(answer.text).not.toContain('7777777')
  })

  test('a hundred strangers guessing under a name do not keep its owner out', async () => {
    const mark = world.node.nodeKey.mark('lawyer', 'sign-in name')
    await inTransaction(world.node.engine, { role: 'setu_signin' }, async (db) => {
      for (let guess = 0; guess < 100; guess++) await countFailure(db, mark)
    })
    const answer = await signIn('lawyer', 'lawyer walks by the river')
    expect(answer.status).toBe(201)
  })

  test('each sign-in is a new session, and the one before it in the same browser is dead', async () => {
    const first = await firstSignIn(client, 'mina', 'mina walks by the river')
    expect((await client.get('/session', first.cookie)).status).toBe(200)
    const second = await signIn('mina', 'mina walks by the river', first.cookie)
    expect(second.cookie).not.toBe(first.cookie)
    expect((await client.get('/session', first.cookie)).status).toBe(401)
    const third = await knock(client, 'mina', 'mina walks by the river', 'x'.repeat(43))
    expect(third.cookie, 'nor does anybody bring their own').not.toBe('x'.repeat(43))
  })

  test('somebody whose account was closed cannot come in, and is told no more than anyone', async () => {
    await rowsOf(world.owner, 'update account set disabled_at = now() where id = $1', [
      world.people.constable.account,
    ])
    const answer = await signIn('constable', 'constable walks by the river')
    expect(answer.body.code).toBe('sign-in-failed')
    expect((await client.get('/session', world.people.constable.cookie)).status).toBe(401)
  })

  test('another site cannot sign anyone in or out', async () => {
    const body = { name: 'asha', password: right }
    const bare = await client.ask('POST', '/session', { body, headers: { 'x-setu': '' } })
    const foreign = await client.ask('POST', '/session', {
      body,
      headers: { 'sec-fetch-site': 'cross-site' },
    })
    expect([bare.body.code, foreign.body.code]).toEqual(['cross-site', 'cross-site'])
    const out = await client.ask('DELETE', '/session', {
      cookie: world.people.bina.cookie,
      headers: { 'x-setu': '' },
    })
    expect(out.body.code).toBe('cross-site')
    expect((await client.get('/session', world.people.bina.cookie)).status).toBe(200)
  })
})
