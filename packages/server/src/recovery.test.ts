import { randomBytes, randomUUID } from 'node:crypto'
import { shareFromText, shareToText } from '@setu/records'
import { combine } from 'shamir-secret-sharing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCase } from '../test/cases.ts'
import { type Client, openClient, rowsOf } from '../test/client.ts'
import { faulty } from '../test/faults/fail-at.ts'
import { everythingKept } from '../test/faults/whole.ts'
import { firstSignIn } from '../test/second-factor.ts'
import { openWorld, type World } from '../test/world.ts'
import { endpoints } from './endpoints.ts'
import { recoveryPlace } from './platform/keys/cover-units.ts'
import { partPlace } from './platform/keys/key-ring.ts'
import { openWith } from './platform/keys/sealing.ts'
import { openCase } from './protection/index.ts'

const holders = ['Director, Jashore', 'Notary Rahman', 'Bank, locker 12']
const passwordOf = (name: string) => `${name} walks by the river`

describe.each(['pglite', 'postgres'] as const)('an organisation’s recovery key, on %s', (kind) => {
  let world: World
  let client: Client
  let file: { org: string; id: string }
  let shares: string[] = []
  let former: string[] = []

  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, endpoints)
    const { mina } = world.people
    file = await mina.as((work) => openCase(work, newCase(mina, 'cnry-lost')))
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const owner = (text: string, values: readonly unknown[] = []) => rowsOf(world.owner, text, values)
  const make = (cookie: string, body: Record<string, unknown> = { holders }) =>
    client.post('/admin/recovery/key', cookie, body)
  const bytesOf = (text: string | undefined): Uint8Array => {
    const read = shareFromText(text ?? '')
    if ('why' in read) throw new TypeError(`row ${read.row}`)
    return read.bytes
  }

  async function made(): Promise<string[]> {
    const { status, body } = await make(world.people.admin.cookie)
    expect(status).toBe(201)
    const given = body['shares'] as { number: number; holder: string; rows: string[] }[]
    expect(given.map(({ number, holder }) => [number, holder])).toEqual(
      holders.map((name, at) => [at + 1, name]),
    )
    return given.map(({ rows }) => rows.join('\n'))
  }

  interface Seen {
    key: { mark: string; holders: { number: number; name: string }[] } | null
    warn: string
    units: {
      unit: string
      covered: boolean
      lost: boolean
      holders: number
      members: { account: string }[]
    }[]
  }
  const view = async (): Promise<Seen> =>
    (await client.get('/admin/recovery', world.people.admin.cookie)).body as unknown as Seen
  const unitIn = async (unit: string) => (await view()).units.find((one) => one.unit === unit)
  const use = (
    typed: readonly (string | undefined)[],
    units: unknown[],
    cookie = world.people.admin.cookie,
  ) => client.post('/admin/recovery/use', cookie, { shares: typed, units })

  async function change(account: string, body: Record<string, unknown>) {
    const [kept] = await owner('select version from account where id = $1', [account])
    const path = `/admin/accounts/${account}`
    return client.post(path, world.people.admin.cookie, { base: kept?.['version'], ...body })
  }

  test('is missed where there is none', async () => {
    expect(await view()).toMatchObject({ key: null, warn: 'missing' })
    const { asha, guard } = world.people
    for (const { cookie } of [asha, guard]) {
      expect((await client.get('/admin/recovery', cookie)).status).toBe(403)
      expect((await make(cookie)).status).toBe(403)
      expect((await use(['a', 'b'], [{ unit: randomUUID(), account: null }], cookie)).status).toBe(403)
    }
  })

  test('is made for three different people, and its shares are said once and kept nowhere', async () => {
    const { admin } = world.people
    const same = await make(admin.cookie, { holders: ['Director', ' director', 'Bank'] })
    expect([same.status, same.body.code]).toEqual([400, 'three-holders'])
    const command = randomUUID()
    const first = await make(admin.cookie, { command, holders })
    expect(first.status).toBe(201)
    const again = await make(admin.cookie, { command, holders })
    expect([again.status, again.body.code]).toEqual([409, 'shares-shown-once'])
    former = (first.body['shares'] as { rows: string[] }[]).map(({ rows }) => rows.join('\n'))
    const tables = await owner(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    )
    const secret = await combine(former.slice(0, 2).map(bytesOf))
    const told = [secret, ...former.map((text) => bytesOf(text).subarray(0, 32))]
    const looked = told.map((bytes) => Buffer.from(bytes).toString('hex').slice(4, 40))
    for (const { relname } of tables) {
      const [row] = await owner(
        `select count(*)::int as found from "${String(relname)}" t where t::text ~* $1 or t::text ~ $2`,
        [looked.join('|'), former.flatMap((text) => text.split('\n').slice(2, 6)).join('|')],
      )
      expect([relname, row?.['found']]).toEqual([relname, 0])
    }
    const toldOf = await owner(`select distinct account_id from notice where kind = 'recoveryMade'`)
    expect(toldOf.map(({ account_id: id }) => String(id)).toSorted()).toEqual(
      [admin.account, world.people.guard.account].toSorted(),
    )
  })

  test('is made whole or not at all, whichever statement fails, and the one before holds until then', async () => {
    const engine = faulty(world.node.engine)
    const failing = await openClient({ ...world.node, engine }, endpoints)
    const before = await everythingKept(world.owner)
    for (let at = 1; ; at += 3) {
      engine.failAt(at, at % 2 === 0 ? 'cut' : 'refused')
      const { status } = await failing.post('/admin/recovery/key', world.people.admin.cookie, { holders })
      if (status === 201) break
      expect(status).toBeGreaterThanOrEqual(500)
      expect(await everythingKept(world.owner), `statement ${at}`).toBe(before)
      expect(at).toBeLessThan(100)
    }
    engine.mend()
    await failing.close()
    expect(await owner('select 1 from recovery_key where retired_at is null')).toHaveLength(1)
    expect(await owner('select 1 from recovery_share')).toHaveLength(6)
  })

  test('retires the one before when it is made anew; a year on it is called old', async () => {
    shares = await made()
    const { key, warn } = await view()
    expect(warn).toBe('none')
    expect(key?.holders).toEqual(holders.map((name, at) => ({ number: at + 1, name })))
    const gone = await use(former.slice(0, 2), [{ unit: randomUUID(), account: null }])
    expect([gone.status, gone.body.code]).toEqual([409, 'share-retired'])
    await owner(`update recovery_key set made_at = now() - interval '13 months' where retired_at is null`)
    expect((await view()).warn).toBe('old')
    await owner(`update recovery_key set made_at = now() where retired_at is null`)
  })

  test('covers a unit once somebody who holds its key has come in, and each new key of it from its beginning', async () => {
    const { asha, mina } = world.people
    expect((await unitIn(asha.unit))?.covered).toBe(false)
    const { cookie } = await firstSignIn(client, 'asha', passwordOf('asha'))
    expect((await unitIn(asha.unit))?.covered).toBe(true)
    expect((await unitIn(mina.unit))?.covered).toBe(false)
    expect((await client.post('/keys/renew', cookie, { unit: asha.unit })).status).toBe(200)
    expect((await unitIn(asha.unit))?.covered).toBe(true)
    const kept = await owner('select generation from recovery_wrap where unit_id = $1', [asha.unit])
    expect(kept).toEqual([{ generation: 2 }])
    await firstSignIn(client, 'mina', passwordOf('mina'))
    expect((await unitIn(mina.unit))?.covered).toBe(true)
  })

  test('opens nothing to whoever has the database, the node’s key and one share', async () => {
    const wraps = await owner('select key_id, unit_id, generation, wrapped from recovery_wrap')
    expect(wraps.length).toBeGreaterThan(1)
    const opens = async (secret: Uint8Array): Promise<number> => {
      const tried = await Promise.allSettled(
        wraps.map(({ key_id: key, unit_id: unit, generation, wrapped }) =>
          openWith(secret, wrapped as Buffer, recoveryPlace(String(key), String(unit), Number(generation))),
        ),
      )
      return tried.filter(({ status }) => status === 'fulfilled').length
    }
    for (const share of shares) {
      const bytes = bytesOf(share)
      expect(await opens(bytes.subarray(0, 32))).toBe(0)
      const guessed = new Uint8Array([...randomBytes(32), (bytes.at(-1) ?? 0) === 1 ? 2 : 1])
      expect(await opens(await combine([bytes, guessed]))).toBe(0)
    }
    for (const { key_id: key, unit_id: unit, generation, wrapped } of wraps)
      for (const place of [
        `unit|${String(unit)}`,
        recoveryPlace(String(key), String(unit), Number(generation)),
      ])
        expect(() => world.node.nodeKey.unwrap(wrapped as Buffer, place)).toThrow(Error)
    // With two shares and the database they do: that is what they are for, and why they are apart.
    for (const pair of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const)
      expect(await opens(await combine(pair.map((at) => bytesOf(shares[at]))))).toBe(wraps.length)
  })

  test('does nothing while somebody can open every unit', async () => {
    const { asha } = world.people
    const asked = await use(shares.slice(0, 2), [{ unit: asha.unit, account: asha.account }])
    expect([asked.status, asked.body.code]).toEqual([409, 'lost-units-changed'])
  })

  describe('on the day on which nobody can open a unit', () => {
    let cookie: string

    beforeAll(async () => {
      const { guard, mina } = world.people
      await change(guard.account, { units: [] })
      // The only one who holds the key forgot her password; the recovery key covers what would be lost by a new one.
      await change(mina.account, { password: 'nine herons by a pond' })
      await owner('delete from totp_factor where account_id = $1', [mina.account])
      cookie = (await firstSignIn(client, 'mina', 'nine herons by a pond', 'a lantern on the jetty')).cookie
    })

    const nameIn = async () => {
      const body = { part: 'identity', reason: 'planningCare' }
      return (await client.post(`/cases/${file.org}/${file.id}/open-part`, cookie, body)).text.includes(
        'cnry-lost-name',
      )
    }
    const lettings = () => [{ unit: world.people.mina.unit, account: world.people.mina.account }]

    test('says which unit that is, and is not made anew before it is opened', async () => {
      const { admin, mina } = world.people
      expect(await unitIn(mina.unit)).toMatchObject({
        lost: true,
        holders: 0,
        members: [{ account: mina.account }],
      })
      expect(await nameIn()).toBe(false)
      const anew = await make(admin.cookie)
      expect([anew.status, anew.body.code]).toEqual([409, 'open-lost-units-first'])
    })

    test('names what is wrong with shares that are typed wrongly, belong elsewhere or do not fit', async () => {
      const [one = '', two = ''] = shares
      const slip = one.replace(/^(.)/, (letter) => (letter === '7' ? '8' : '7'))
      const mistyped = await use([two, slip], lettings())
      expect([mistyped.status, mistyped.body.code, mistyped.body['about']]).toEqual([
        400,
        'share-mistyped',
        { share: '2', row: '1', why: 'mistyped' },
      ])
      expect((await use([one, one], lettings())).body.code).toBe('share-twice')
      expect((await use([one, former[1]], lettings())).body.code).toBe('shares-of-two-keys')
      const known = shareFromText(one)
      if ('why' in known) throw new TypeError('no share')
      const strange = [1, 2].map((number) => shareToText({ ...known, key: '00000000', number }).join('\n'))
      expect((await use(strange, lettings())).body.code).toBe('share-of-another')
      expect((await use([one, two], [{ unit: randomUUID(), account: null }])).body.code).toBe(
        'lost-units-changed',
      )
      const { asha, mina } = world.people
      const outsider = await use([one, two], [{ unit: mina.unit, account: asha.account }])
      expect(outsider.body.code).toBe('not-a-member')
      const bent = shareToText({
        ...known,
        number: 3,
        bytes: known.bytes.map((byte, at) => (at === 5 ? byte ^ 1 : byte)),
      })
      expect((await use([bent.join('\n'), two], lettings())).body.code).toBe('shares-do-not-fit')
      expect(await nameIn()).toBe(false)
    })

    test('asks for a fresh proof, and makes whoever guesses wait', async () => {
      const { admin } = world.people
      await owner(`update session set proved_at = now() - interval '6 minutes' where account_id = $1`, [
        admin.account,
      ])
      expect((await use(shares.slice(0, 2), lettings())).body.code).toBe('step-up-needed')
      await owner(`update session set proved_at = now() where account_id = $1`, [admin.account])
      const mark = world.node.nodeKey.mark(admin.org, 'recovery shares')
      await owner(
        `insert into sign_in_failure (name_hash, at) select $1, now() - n * interval '1 second' from generate_series(1, 9) n`,
        [mark],
      )
      const late = await use(shares.slice(0, 2), lettings())
      expect([late.status, late.body.code]).toEqual([429, 'sign-in-later'])
      await owner('delete from sign_in_failure where name_hash = $1', [mark])
    })

    test('lets the member in who is named; what was sealed opens, everybody concerned is told, and it is spent', async () => {
      const { admin, guard, mina } = world.people
      const body = { command: randomUUID(), shares: [shares[2], shares[0]], units: lettings() }
      expect((await client.post('/admin/recovery/use', admin.cookie, body)).status).toBe(204)
      expect(await nameIn()).toBe(true)
      expect((await client.post('/admin/recovery/use', admin.cookie, body)).status).toBe(204)
      const told = await owner(`select distinct account_id from notice where kind = 'keyRecovered'`)
      expect(told.map(({ account_id: id }) => String(id)).toSorted()).toEqual(
        [admin, guard, mina].map(({ account }) => account).toSorted(),
      )
      expect(await owner(`select unit_id, account_id from key_event where kind = 'recovered'`)).toEqual([
        { unit_id: mina.unit, account_id: admin.account },
      ])
      expect(await view()).toMatchObject({ key: null, warn: 'spent' })
      expect(await owner('select 1 from recovery_wrap')).toEqual([])
      const spent = await use(shares.slice(0, 2), lettings())
      expect([spent.status, spent.body.code]).toEqual([409, 'share-retired'])
      // What two shares opened is due to be renewed, and is at the next sign-in of whoever holds it.
      expect(await owner('select due_why from unit_key where unit_id = $1', [mina.unit])).toEqual([
        { due_why: 'recovered' },
      ])
      const [wrap] = await owner(
        'select part_key_id as id, wrapped from part_wrap where unit_id = $1 limit 1',
        [mina.unit],
      )
      const secret = await combine([bytesOf(shares[0]), bytesOf(shares[1])])
      await expect(
        openWith(secret, wrap?.['wrapped'] as Buffer, partPlace(String(wrap?.['id']), mina.unit)),
      ).rejects.toThrow(Error)
    })
  })
})
