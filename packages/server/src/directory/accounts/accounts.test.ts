import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { bringCode, enrolApp, firstSignIn, knock } from '../../../test/second-factor.ts'
import { openWorld, type PersonName, type World } from '../../../test/world.ts'
import { platformEndpoints } from '../../platform/index.ts'
import { directoryEndpoints } from '../index.ts'

describe.each(['pglite', 'postgres'] as const)('accounts, on %s', (kind) => {
  let world: World
  let client: Client
  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, [...platformEndpoints, ...directoryEndpoints])
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const post = (who: PersonName, path: string, body: Record<string, unknown>) =>
    client.post(path, world.people[who].cookie, body)
  const colleague = (signInName: string) => ({
    id: randomUUID(),
    name: 'Rahima Begum',
    signInName,
    postEn: 'Caseworker',
    postBn: 'কেস ওয়ার্কার',
    language: 'bn',
    roles: ['caseworker'],
    units: [{ id: world.people.asha.unit, supervises: false, focal: false }],
    password: 'ten kites over Khulna',
  })
  const viewOf = async (id: string) =>
    ((await client.get('/admin/accounts', world.people.admin.cookie)).body.items ?? []).find(
      (account) => account['id'] === id,
    )

  test.each([
    ['admin', 200],
    ['asha', 403],
    ['farida', 403],
    ['guard', 403],
    ['nadia', 403],
    ['constable', 403],
  ] as const)('%s may list, make and change them: %i', async (who, status) => {
    const { cookie } = world.people[who]
    expect((await client.get('/admin/accounts', cookie)).status).toBe(status)
    const made = colleague(`made.by.${who}`)
    expect((await post(who, '/admin/accounts', made)).status).toBe(status)
    const target = status === 200 ? made.id : world.people.bina.account
    expect((await post(who, `/admin/accounts/${target}`, { base: 1, roles: ['analyst'] })).status).toBe(
      status,
    )
  })

  test('an administrator sees those of their own organisation and nobody else’s', async () => {
    const items = (await client.get('/admin/accounts', world.people.admin.cookie)).body.items ?? []
    const shown = items.map(({ signInName }) => signInName)
    expect(shown).toEqual(expect.arrayContaining(['admin', 'asha', 'bina', 'farida', 'guard', 'mina']))
    expect(shown).not.toContain('nadia')
    const { nadia } = world.people
    const answer = await post('admin', `/admin/accounts/${nadia.account}`, { base: 1, disabled: true })
    expect(answer.status).toBe(404)
    expect((await client.get('/session', nadia.cookie)).status).toBe(200)
  })

  test('cannot be put into a unit of another organisation', async () => {
    const elsewhere = [{ id: world.people.nadia.unit, supervises: false, focal: false }]
    const made = { ...colleague('reaches.over'), units: elsewhere }
    expect((await post('admin', '/admin/accounts', made)).status).toBe(404)
    const { bina } = world.people
    const moved = await post('admin', `/admin/accounts/${bina.account}`, { base: 1, units: elsewhere })
    expect(moved.status).toBe(404)
    expect(await viewOf(made.id)).toBeUndefined()
    expect((await viewOf(bina.account))?.['version']).toBe(1)
  })

  test('let a colleague in with the roles and units that they were given', async () => {
    const made = colleague('rahima')
    await post('admin', '/admin/accounts', made)
    const { cookie } = await firstSignIn(client, 'rahima', made.password)
    const { body } = await client.get('/session', cookie)
    expect(body).toMatchObject({ roles: ['caseworker'], units: [{ id: world.people.asha.unit }] })
  })

  test('go by a name that is one person’s alone, and not by a weak password', async () => {
    const taken = await post('admin', '/admin/accounts', colleague('nadia'))
    expect(taken.body.code).toBe('name-taken')
    expect(taken.text).not.toContain('nadia')
    const weak = await post('admin', '/admin/accounts', {
      ...colleague('weakling'),
      password: 'weakling12345',
    })
    expect(weak.body.code).toBe('password-weak')
    expect(weak.text).not.toContain('weakling12345')
  })

  test('have their roles changed as data, at once, and from the version that was seen', async () => {
    const { bina } = world.people
    const unit = [{ id: bina.unit, supervises: true, focal: true }]
    const command = randomUUID()
    const change = { command, base: 1, roles: ['supervisor', 'caseworker'], units: unit }
    const changed = await post('admin', `/admin/accounts/${bina.account}`, change)
    expect(changed.body).toEqual({ id: bina.account, version: 2 })
    expect((await post('admin', `/admin/accounts/${bina.account}`, change)).body).toEqual(changed.body)
    expect((await client.get('/session', bina.cookie)).body).toMatchObject({
      roles: ['caseworker', 'supervisor'],
      units: [{ supervises: true, focal: true }],
    })
    const late = await post('admin', `/admin/accounts/${bina.account}`, { base: 1, roles: ['analyst'] })
    expect(late.status).toBe(409)
    expect(late.body).toMatchObject({
      code: 'stale',
      current: { version: 2, values: { roles: ['caseworker', 'supervisor'], units: unit, disabled: false } },
    })
    expect((await viewOf(bina.account))?.['roles']).toEqual(['caseworker', 'supervisor'])
  })

  test('who stays in a unit keeps the day they joined it; who leaves it is out', async () => {
    const { mina, asha } = world.people
    const since = () =>
      rowsOf(world.owner, 'select unit_id, since from unit_member where account_id = $1 order by since', [
        mina.account,
      ])
    const [before] = await since()
    const both = [mina.unit, asha.unit].map((id) => ({ id, supervises: false, focal: false }))
    await post('admin', `/admin/accounts/${mina.account}`, { base: 1, units: both })
    expect((await since())[0]).toEqual(before)
    await post('admin', `/admin/accounts/${mina.account}`, { base: 2, units: both.slice(1) })
    expect((await since()).map(({ unit_id: unit }) => unit)).toEqual([asha.unit])
  })

  test('are closed at once, wherever their person is signed in, and can be opened again', async () => {
    const made = colleague('leaver')
    await post('admin', '/admin/accounts', made)
    const signIn = () => knock(client, 'leaver', 'green mangoes in a basket')
    const { cookie } = await firstSignIn(client, 'leaver', made.password)
    expect((await client.get('/session', cookie)).status).toBe(200)
    await post('admin', `/admin/accounts/${made.id}`, { base: 1, disabled: true })
    expect((await client.get('/session', cookie)).status).toBe(401)
    expect((await signIn()).status).toBe(401)
    await post('admin', `/admin/accounts/${made.id}`, { base: 2, disabled: false })
    expect((await client.get('/session', cookie)).status).toBe(401)
    expect((await signIn()).status).toBe(201)
  })

  test('get a new password from an administrator, and every session ends', async () => {
    const made = colleague('forgetful')
    await post('admin', '/admin/accounts', made)
    const signIn = (password: string) => knock(client, 'forgetful', password)
    const own = 'green mangoes in a basket'
    const { cookie, recovery } = await firstSignIn(client, 'forgetful', made.password, own)
    await post('admin', `/admin/accounts/${made.id}`, { base: 1, password: 'lanterns along the ghat' })
    expect((await client.get('/session', cookie)).status).toBe(401)
    expect((await signIn(own)).status).toBe(401)
    const begun = await signIn('lanterns along the ghat')
    expect(begun.body, 'which is no way past the second factor').toMatchObject({ next: 'factor' })
    const proved = await bringCode(client, begun.cookie ?? '', recovery[0] ?? '')
    expect(proved.body, 'and good for one sign-in').toEqual({ next: 'password', kinds: [], session: null })
    const half = proved.cookie ?? ''
    const choose = (next: string) =>
      client.ask('POST', '/session/first-password', { cookie: half, body: { next } })
    expect((await choose('lanterns along the ghat')).body.code).toBe('password-weak')
    expect((await client.get('/session', half)).status).toBe(401)
    const done = await choose('a kite above the paddy')
    expect(done.body).toMatchObject({ next: null, session: { account: { id: made.id } } })
    expect((await signIn('lanterns along the ghat')).status).toBe(401)
    expect((await signIn('a kite above the paddy')).body).toMatchObject({ next: 'factor' })
  })

  test('are given a password for one sign-in only, even the first', async () => {
    const made = colleague('beginner')
    await post('admin', '/admin/accounts', made)
    const { body, cookie = '' } = await knock(client, 'beginner', made.password)
    expect(body).toEqual({ next: 'password', kinds: [], session: null })
    expect((await client.ask('POST', '/session/totp', { cookie })).body.code).toBe('step-not-possible')
    const own = { cookie, body: { next: 'a kite above the paddy' } }
    expect((await client.ask('POST', '/session/first-password', own)).body).toMatchObject({ next: 'enrol' })
    expect((await enrolApp(client, cookie)).answer.body).toMatchObject({ next: null })
  })

  describe('of whoever lost their phone', () => {
    let made: ReturnType<typeof colleague>
    const reset = (who: PersonName, id: string = made.id) =>
      post(who, `/admin/accounts/${id}/factors/reset`, {})
    const own = 'green mangoes in a basket'
    let cookie: string
    beforeAll(async () => {
      made = colleague('phoneless')
      await post('admin', '/admin/accounts', made)
      cookie = (await firstSignIn(client, 'phoneless', made.password, own)).cookie
    })

    test.each([
      ['asha', 403],
      ['guard', 403],
      ['nadia', 403],
    ] as const)('are opened anew by an administrator, not by %s', async (who, status) => {
      expect((await reset(who)).status).toBe(status)
      expect((await client.get('/session', cookie)).status).toBe(200)
    })

    test('are opened anew: every session ends, and person and data-protection officer are told', async () => {
      expect((await reset('admin')).status).toBe(204)
      expect((await client.get('/session', cookie)).status).toBe(401)
      expect((await knock(client, 'phoneless', own)).body).toMatchObject({ next: 'enrol' })
      const told = await rowsOf(
        world.owner,
        `select account_id from notice where kind = 'factorsReset' and about ->> 'account' = $1 order by 1`,
        [made.id],
      )
      const { guard } = world.people
      expect(told.map((row) => row['account_id'])).toEqual([made.id, guard.account].toSorted())
    })

    test('are not then opened by the administrator: their password is not theirs to set', async () => {
      const answer = await post('admin', `/admin/accounts/${made.id}`, {
        base: 1,
        password: 'my own little key',
      })
      expect(answer.body.code).toBe('not-for-you')
      expect((await knock(client, 'phoneless', own)).status).toBe(201)
      const { cookie: enrolled } = await firstSignIn(client, 'phoneless', own)
      expect((await client.get('/session', enrolled)).status).toBe(200)
      const later = await post('admin', `/admin/accounts/${made.id}`, {
        base: 1,
        password: 'nine boats by the ghat',
      })
      expect(later.status, 'once they have enrolled, it is harmless').toBe(200)
    })

    test('nor the other way round: whoever set a password does not take the second factor away', async () => {
      expect((await reset('admin')).body.code).toBe('not-for-you')
    })

    test('and nobody does it for themselves', async () => {
      expect((await reset('admin', world.people.admin.account)).body.code).toBe('not-for-you')
    })
  })

  test.each([
    ['a caseworker’s role', { roles: ['technicalAdministrator', 'caseworker'] }],
    ['a unit to supervise', { units: [] }],
    ['a closed account', { disabled: true }],
  ])('do not change under their own hands: nobody gives themselves %s', async (_, change) => {
    const answer = await post('admin', `/admin/accounts/${world.people.admin.account}`, {
      base: 1,
      ...change,
    })
    expect(answer.body.code).toBe('not-for-you')
    expect((await viewOf(world.people.admin.account))?.['version']).toBe(1)
  })

  test('of an administrator open no case and no key of a case', async () => {
    const seen = await world.people.admin.as(async ({ db }) => {
      const { sql } = await import('kysely')
      const tables = [
        'case_file',
        'person_identity',
        'person_contact',
        'case_note',
        'referral',
        'part_wrap',
        'account_secret',
      ]
      const counts: number[] = []
      for (const table of tables.slice(0, -1)) {
        const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db)
        counts.push(rows[0]?.n ?? -1)
      }
      return counts
    })
    expect(new Set(seen)).toEqual(new Set([0]))
    const stolen = world.people.admin.as(async ({ db }) => {
      const { sql } = await import('kysely')
      return sql`select verifier from account_secret`.execute(db)
    })
    await expect(stolen).rejects.toThrow('42501')
  })
})
