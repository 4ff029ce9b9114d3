import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
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
    const answer = await client.ask('POST', '/session', { body: { name: 'rahima', password: made.password } })
    expect(answer.body).toMatchObject({ roles: ['caseworker'], units: [{ id: world.people.asha.unit }] })
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
    const signIn = () => client.ask('POST', '/session', { body: { name: 'leaver', password: made.password } })
    const { cookie } = await signIn()
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
    const signIn = (password: string) =>
      client.ask('POST', '/session', { body: { name: 'forgetful', password } })
    const { cookie } = await signIn(made.password)
    await post('admin', `/admin/accounts/${made.id}`, { base: 1, password: 'lanterns along the ghat' })
    expect((await client.get('/session', cookie)).status).toBe(401)
    expect((await signIn(made.password)).status).toBe(401)
    expect((await signIn('lanterns along the ghat')).status).toBe(201)
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
