import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { openWorld, type PersonName, type World } from '../../../test/world.ts'
import { directoryEndpoints } from '../index.ts'

const house = '14/2 Mango Lane, behind the blue mosque, Jashore'

describe.each(['pglite', 'postgres'] as const)('services, on %s', (kind) => {
  let world: World
  let client: Client
  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, directoryEndpoints)
    await rowsOf(
      world.owner,
      `insert into account_role (org_id, account_id, role) select org_id, id, 'supervisor' from account where sign_in_name in ('nadia', 'officer')`,
    )
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const post = (who: PersonName, path: string, body: Record<string, unknown>) =>
    client.post(path, world.people[who].cookie, body)
  const offer = (who: PersonName, given: Record<string, unknown> = {}) => ({
    id: randomUUID(),
    unit: world.people[who].unit,
    service: 'shelter',
    takes: ['women', 'girls'],
    districts: ['BD4041'],
    places: 20,
    free: 3,
    ...given,
  })
  async function add(who: PersonName, given: Record<string, unknown> = {}): Promise<string> {
    const body = offer(who, given)
    expect((await post(who, '/directory/services', body)).body).toEqual({ id: body.id, version: 1 })
    return body.id
  }
  const find = async (query: string, who: PersonName = 'asha') =>
    (await client.get(`/directory/services?${query}`, world.people[who].cookie)).body.items ?? []
  const at = (who: PersonName, id: string, rest: string) =>
    `/directory/services/${world.people[who].org}/${id}/${rest}`

  test.each([
    ['farida', 200],
    ['admin', 200],
    ['asha', 403],
    ['guard', 403],
    ['constable', 403],
  ] as const)('%s may add one to their unit: %i', async (who, status) => {
    expect((await post(who, '/directory/services', offer(who, { service: 'peerGroup' }))).status).toBe(status)
  })

  test('are added to a unit of one’s own organisation only', async () => {
    const foreign = offer('nadia')
    expect((await post('farida', '/directory/services', foreign)).status).toBe(404)
    expect(
      await rowsOf(world.owner, 'select 1 as one from service_offer where id = $1', [foreign.id]),
    ).toEqual([])
  })

  test('are found best first: a place free now, the same district, then by name', async () => {
    const full = await add('farida', { service: 'medical', free: 0, places: 9 })
    const far = await add('nadia', { service: 'medical', free: 2, districts: ['BD1006'] })
    const near = await add('officer', {
      service: 'medical',
      free: 1,
      districts: ['BD4041', 'BD4047'],
      takes: ['men', 'boys'],
    })
    const uncounted = await add('farida', { service: 'medical', free: null, places: null, districts: [] })
    const ids = async (query: string) => (await find(query)).map(({ id }) => id)
    expect(await ids('service=medical&district=BD4041')).toEqual([near, far, uncounted, full])
    expect(await ids('service=medical&district=BD1006')).toEqual([far, near, uncounted, full])
    expect(await ids('service=medical')).toEqual([near, far, uncounted, full])
    expect(await ids('service=medical&takes=boys')).toEqual([near])
    expect(await ids('service=medical&takes=girls')).toEqual([far, uncounted, full])
    expect((await client.get('/directory/services?service=magic', world.people.asha.cookie)).status).toBe(400)
  })

  test('tell others how many places are free, and only their own how many there are', async () => {
    const id = await add('farida', { service: 'legalAid', free: 4, places: 11 })
    const seenBy = async (who: PersonName) =>
      (await find('service=legalAid', who)).find((item) => item['id'] === id)
    expect(await seenBy('asha')).toMatchObject({
      free: 4,
      places: 11,
      takes: ['women', 'girls'],
      districts: ['BD4041'],
    })
    expect(await seenBy('constable')).toMatchObject({ free: 4, places: null })
  })

  test.each([
    ['asha', 200],
    ['farida', 200],
    ['admin', 200],
    ['mina', 403],
    ['guard', 403],
    ['nadia', 403],
    ['inspector', 403],
  ] as const)('%s may say how many places of the Jashore unit are free: %i', async (who, status) => {
    const id = await add('farida')
    const answer = await post(who, at('farida', id, 'capacity'), { base: 1, free: 1, places: 20 })
    expect(answer.status).toBe(status)
  })

  test('keep the first of two changes made from the same version, and show it to the second', async () => {
    const id = await add('farida')
    const path = at('farida', id, 'capacity')
    const answers = await Promise.all([
      post('asha', path, { base: 1, free: 2, places: 20 }),
      post('bina', path, { base: 1, free: 1, places: 20 }),
    ])
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409'])
    const [kept] = await rowsOf(world.owner, 'select free, version from service_offer where id = $1', [id])
    const refused = answers.find(({ status }) => status === 409)
    expect(refused?.body).toMatchObject({
      code: 'stale',
      current: { version: 2, values: { free: kept?.['free'], places: 20 } },
    })
    expect(kept?.['version']).toBe(2)
  })

  test.each([
    ['more free than there are', { free: 21, places: 20 }],
    ['fewer than none', { free: -1, places: 20 }],
    ['half a place', { free: 1.5, places: 20 }],
  ])('do not count %s', async (_, capacity) => {
    const id = await add('farida')
    expect((await post('asha', at('farida', id, 'capacity'), { base: 1, ...capacity })).body.code).toBe(
      'bad-request',
    )
    expect((await post('farida', '/directory/services', offer('farida', capacity))).status).toBe(400)
  })

  test('serve districts that exist', async () => {
    const answer = await post('farida', '/directory/services', offer('farida', { districts: ['BD-22'] }))
    expect(answer.body).toMatchObject({
      code: 'bad-request',
      fields: [{ field: 'districts', problem: 'unknown-place' }],
    })
    expect(answer.text).not.toContain('BD-22')
  })

  describe('and the address of a shelter', () => {
    let id: string
    beforeAll(async () => {
      id = await add('farida')
      await post('farida', at('farida', id, 'site'), { address: house })
    })

    test.each([
      ['asha', 200],
      ['farida', 200],
      ['admin', 403],
      ['guard', 403],
      ['mina', 404],
      ['nadia', 404],
      ['officer', 404],
      ['inspector', 403],
    ] as const)('%s may read and write it: %i', async (who, status) => {
      const read = await post(who, at('farida', id, 'site/read'), {})
      expect(read.status).toBe(status)
      expect(read.text.includes(house)).toBe(status === 200)
      expect((await post(who, at('farida', id, 'site'), { address: house })).status).toBe(status)
    })

    test('is in no answer of the directory, and nowhere in the database in clear', async () => {
      for (const who of ['asha', 'nadia', 'admin'] as const) {
        const { text } = await client.get('/directory/services', world.people[who].cookie)
        expect(text).toContain(id)
        expect(text).not.toContain('Mango')
      }
      const [row] = await rowsOf(
        world.owner,
        `select string_agg(encode(address, 'hex'), ' ') as all from service_site`,
      )
      expect(row?.['all']).toMatch(/^[0-9a-f ]+$/)
      expect(row?.['all']).not.toContain(Buffer.from('Mango').toString('hex'))
      const [kept] = await rowsOf(
        world.owner,
        `select (select string_agg(c::text, '') from command_done c) || (select string_agg(e::text, '') from audit_event e) as all`,
      )
      expect(kept?.['all']).not.toContain('Mango')
    })

    test('changes for whoever reads it next, and is sealed to the unit that runs the site', async () => {
      await post('asha', at('farida', id, 'site'), { address: 'a new house by the canal' })
      expect((await post('bina', at('farida', id, 'site/read'), {})).body).toEqual({
        address: 'a new house by the canal',
      })
      const wraps = await rowsOf(
        world.owner,
        'select w.unit_id from part_wrap w join part_key k on k.id = w.part_key_id where k.holder_id = $1',
        [id],
      )
      expect(wraps).toEqual([{ unit_id: world.people.farida.unit }])
    })

    test('is sealed to its own unit even by someone who works in two', async () => {
      const { asha, mina } = world.people
      await rowsOf(
        world.owner,
        'insert into unit_member (org_id, unit_id, account_id, since) values ($1, $2, $3, now())',
        [asha.org, mina.unit, asha.account],
      )
      for (const [owner, reader] of [
        ['mina', 'mina'],
        ['farida', 'bina'],
      ] as const) {
        const given = offer(owner)
        await post('admin', '/directory/services', given)
        await post('asha', at(owner, given.id, 'site'), { address: house })
        expect((await post(reader, at(owner, given.id, 'site/read'), {})).body).toEqual({ address: house })
      }
    })

    test('each reading is logged, and shown to the data-protection officer of its organisation alone', async () => {
      await post('asha', at('farida', id, 'site/read'), {})
      const { sql } = await import('kysely')
      const readings = (who: PersonName) =>
        world.people[who].as(async ({ db }) => {
          const { rows } = await sql<{ account_id: string; did: string }>`
            select account_id, did from audit_item where record_id = ${id} order by at desc limit 1`.execute(
            db,
          )
          return rows
        })
      expect(await readings('guard')).toEqual([{ account_id: world.people.asha.account, did: 'read' }])
      expect(await readings('nadia')).toEqual([])
      expect(await readings('mina')).toEqual([])
    })

    test('is none until somebody writes it down', async () => {
      const bare = await add('farida')
      expect((await post('asha', at('farida', bare, 'site/read'), {})).body).toEqual({ address: null })
    })
  })
})
