import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { firstSignIn } from '../../../test/second-factor.ts'
import { type Opened, openNode, openWorld, type World } from '../../../test/world.ts'
import { platformEndpoints } from '../../platform/index.ts'
import { directoryEndpoints } from '../index.ts'

const first = {
  organisation: { nameEn: 'Riverside Shelter', nameBn: 'নদীতীর আশ্রয়', type: 'shelterOperator' },
  unit: { nameEn: 'Khulna', nameBn: 'খুলনা' },
  account: { name: 'Shirin Akter', signInName: 'shirin', password: 'seven boats on the Padma' },
}

describe.each(['pglite', 'postgres'] as const)('a node that nobody has begun, on %s', (kind) => {
  let opened: Opened
  let client: Client
  beforeAll(async () => {
    opened = await openNode(kind)
    client = await openClient(opened.node, [...platformEndpoints, ...directoryEndpoints])
  })
  afterAll(async () => {
    await client.close()
    await opened.close()
  })

  const begin = (body: unknown) => client.ask('POST', '/first-run', { body })
  const kept = () =>
    rowsOf(
      opened.owner,
      'select (select count(*) from organisation)::int as o, (select count(*) from account)::int as a',
    )

  test('says so, and lets nobody in', async () => {
    expect((await client.get('/node')).body).toMatchObject({ empty: true, demo: false, engine: kind })
    const answer = await client.ask('POST', '/session', {
      body: { name: 'shirin', password: 'anything at all' },
    })
    expect(answer.body.code).toBe('sign-in-failed')
  })

  test.each([
    [
      'an unknown type',
      { ...first, organisation: { ...first.organisation, type: 'guild' } },
      'bad-request',
      'guild',
    ],
    [
      'a sign-in name that is none',
      { ...first, account: { ...first.account, signInName: 'Shirin Akter!' } },
      'bad-request',
      'Shirin Akter!',
    ],
    [
      'a weak password',
      { ...first, account: { ...first.account, password: 'shirin123456' } },
      'password-weak',
      'shirin123456',
    ],
  ])('does not begin with %s, keeps nothing and repeats nothing', async (_, body, code, typed) => {
    const answer = await begin(body)
    expect(answer.body.code).toBe(code)
    expect(answer.text).not.toContain(typed)
    expect(await kept()).toEqual([{ o: 0, a: 0 }])
  })

  test('begins once, even when two people begin it at the same moment', async () => {
    const other = { ...first, account: { ...first.account, signInName: 'other' } }
    const answers = await Promise.all([begin(first), begin(other)])
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['201', '409'])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('node-in-use')
    expect(await kept()).toEqual([{ o: 1, a: 1 }])
    expect((await client.get('/node')).body['empty']).toBe(false)
    const events = await rowsOf(
      opened.owner,
      `select account_id is not null as named, status from audit_event where action = 'beginNode' and status = 201`,
    )
    expect(events).toEqual([{ named: true, status: 201 }])
  })

  test('is then worked by the person who began it, who administers it and supervises its unit', async () => {
    const [row] = await rowsOf(opened.owner, 'select sign_in_name as name from account')
    const name = String(row?.['name'])
    const { cookie } = await firstSignIn(client, name, first.account.password)
    expect((await client.get('/session', cookie)).body).toMatchObject({
      org: { ownsCases: true, type: 'shelterOperator' },
      roles: ['supervisor', 'technicalAdministrator'],
      units: [{ supervises: true, focal: true }],
    })
    const keys = await rowsOf(
      opened.owner,
      'select (select count(*) from unit_key)::int as u, (select count(*) from look_up_key)::int as i, (select count(*) from unit_wrap)::int as held',
    )
    expect(keys).toEqual([{ u: 1, i: 1, held: 1 }])
  })
})

describe('a node in use', () => {
  let world: World
  let client: Client
  beforeAll(async () => {
    world = await openWorld('pglite')
    client = await openClient(world.node, [...platformEndpoints, ...directoryEndpoints])
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  test.each(['nobody', 'admin', 'asha'] as const)('cannot be begun again, by %s', async (who) => {
    const cookie = who === 'nobody' ? {} : { cookie: world.people[who].cookie }
    const answer = await client.ask('POST', '/first-run', { body: first, ...cookie })
    expect(answer.body.code).toBe('node-in-use')
  })
})
