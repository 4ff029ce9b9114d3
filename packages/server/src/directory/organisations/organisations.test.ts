import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { openWorld, type PersonName, type World } from '../../../test/world.ts'
import { openSession } from '../../platform/index.ts'
import { directoryEndpoints } from '../index.ts'
import { addUnit } from '../setup.ts'

const names = { nameEn: 'Kushtia Legal Aid', nameBn: 'কুষ্টিয়া আইনি সহায়তা' }

describe.each(['pglite', 'postgres'] as const)('organisations and units, on %s', (kind) => {
  let world: World
  let client: Client
  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, directoryEndpoints)
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const post = (who: PersonName, path: string, body: Record<string, unknown>) =>
    client.post(path, world.people[who].cookie, body)
  const organisation = () => ({
    id: randomUUID(),
    ...names,
    type: 'legalAid',
    district: 'BD4018',
    phone: '+8801711000000',
  })
  const unit = () => ({ id: randomUUID(), ...names, district: 'BD4041' })

  test.each(['asha', 'guard', 'nadia', 'inspector'] as const)(
    'are shown to %s, who is signed in',
    async (who) => {
      const answer = await client.get('/directory/organisations', world.people[who].cookie)
      expect(answer.status).toBe(200)
      expect(answer.body.items).toHaveLength(5)
      const ngo = answer.body.items?.find(({ id }) => id === world.people.asha.org)
      expect(ngo).toMatchObject({ type: 'ngo', ownsCases: true, work: 'care', active: true })
      expect(ngo?.['units']).toHaveLength(2)
    },
  )

  test('are shown to nobody else', async () => {
    expect((await client.get('/directory/organisations')).status).toBe(401)
  })

  test.each([
    ['admin', 200],
    ['asha', 403],
    ['farida', 403],
    ['guard', 403],
    ['nadia', 403],
    ['inspector', 403],
  ] as const)('%s may bring in an agency or open a unit: %i', async (who, status) => {
    expect((await post(who, '/admin/organisations', organisation())).status).toBe(status)
    expect((await post(who, '/admin/units', unit())).status).toBe(status)
  })

  test('a new agency has the rights of its type, and no key until one of its own people comes in', async () => {
    const given = organisation()
    expect((await post('admin', '/admin/organisations', given)).body).toEqual({ id: given.id, version: 1 })
    const [row] = await rowsOf(
      world.owner,
      'select owns_cases, work, district from organisation where id = $1',
      [given.id],
    )
    expect(row).toEqual({ owns_cases: false, work: 'legal', district: 'BD4018' })
    for (const table of ['index_key', 'look_up_key', 'unit_key'])
      expect(
        await rowsOf(world.owner, `select 1 as one from ${table} where org_id = $1`, [given.id]),
      ).toEqual([])
  })

  test('a new agency can be given its first administrator, and is its own from their first sign-in on', async () => {
    const given = organisation()
    const first = {
      unit: { id: randomUUID(), nameEn: 'Desk', nameBn: 'ডেস্ক' },
      account: {
        id: randomUUID(),
        name: 'First',
        signInName: `first.${kind}`,
        postEn: 'Post',
        postBn: 'পদ',
        language: 'bn',
        password: 'seven herons on a wire',
      },
    }
    expect((await post('admin', '/admin/organisations', { ...given, first })).status).toBe(200)
    const cookie = await openSession(world.node, { org: given.id, account: first.account.id, device: 'test' })
    const colleague = {
      id: randomUUID(),
      name: 'Second',
      signInName: `second.${kind}`,
      postEn: 'Post',
      postBn: 'পদ',
      language: 'bn',
      roles: ['policeInvestigator'],
      units: [{ id: first.unit.id, supervises: false, focal: true }],
      password: 'nine boats by the ghat',
    }
    expect((await client.post('/admin/accounts', cookie, colleague)).status).toBe(200)
    const { admin } = world.people
    await expect(
      admin.as((work) =>
        addUnit(work.db, { org: given.id, id: randomUUID(), nameEn: 'Late', nameBn: 'দেরি' }),
      ),
    ).rejects.toMatchObject({ sqlState: '42501' })
  })

  test('a new unit belongs to its maker’s organisation, and has no key before one of its members comes in', async () => {
    const given = unit()
    await post('admin', '/admin/units', given)
    const [row] = await rowsOf(
      world.owner,
      'select u.org_id, k.public_key as key from unit u left join unit_key k on k.unit_id = u.id where u.id = $1',
      [given.id],
    )
    expect(row).toEqual({ org_id: world.people.admin.org, key: null })
  })

  test('sending a command again opens nothing again', async () => {
    const given = { ...unit(), command: randomUUID() }
    const [once, twice] = [
      await post('admin', '/admin/units', given),
      await post('admin', '/admin/units', given),
    ]
    expect(twice.body).toEqual(once.body)
    expect((await post('admin', '/admin/units', { ...given, command: randomUUID() })).body.code).toBe(
      'exists-already',
    )
  })

  test.each([
    ['a place that is none', { district: 'BD-18' }, 'bad-request', 'BD-18'],
    ['a camp as its district', { district: 'BD9999' }, 'bad-request', 'BD9999'],
    ['a phone that is none', { phone: 'call-me-42' }, 'bad-request', 'call-me-42'],
    ['a type that is none', { type: 'guild' }, 'bad-request', 'guild'],
  ])('an agency with %s is refused without repeating it', async (_, fault, code, typed) => {
    const answer = await post('admin', '/admin/organisations', { ...organisation(), ...fault })
    expect(answer.body.code).toBe(code)
    expect(answer.text).not.toContain(typed)
  })
})
