import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newCase } from '../test/cases.ts'
import { type Client, openClient, rowsOf } from '../test/client.ts'
import { refer, widest } from '../test/referred.ts'
import { firstSignIn } from '../test/second-factor.ts'
import { overtaking } from '../test/waiting.ts'
import { openWorld, type Person, type World } from '../test/world.ts'
import { endpoints } from './endpoints.ts'
import { lookUpPlace, partPlace } from './platform/keys/key-ring.ts'
import { beginRenewal, goOnRenewing } from './platform/keys/renew-unit.ts'
import { openWith } from './platform/keys/sealing.ts'
import { openCase } from './protection/index.ts'

const passwordOf = (name: string) => `${name} walks by the river`

describe.each(['pglite', 'postgres'] as const)('the key of a unit, renewed, on %s', (kind) => {
  let world: World
  let client: Client
  let file: { org: string; id: string }

  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, endpoints)
    const { asha } = world.people
    file = await asha.as((work) => openCase(work, newCase(asha, 'cnry-renew')))
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })
  beforeEach(async () => {
    const { asha } = world.people
    for (let tried = 0; tried < 9; tried += 1)
      if ((await asha.as((work) => goOnRenewing(work, asha.unit))).done) return
  })

  const owner = (text: string, values: readonly unknown[] = []) => rowsOf(world.owner, text, values)
  const nameIn = async (cookie: string): Promise<boolean> => {
    const body = { part: 'identity', reason: 'planningCare' }
    const { text } = await client.post(`/cases/${file.org}/${file.id}/open-part`, cookie, body)
    return text.includes('cnry-renew-name')
  }
  const renew = (cookie: string, unit: string) => client.post('/keys/renew', cookie, { unit })
  const goOn = (cookie: string, unit: string) => client.post('/keys/go-on', cookie, { unit })
  const keyOf = async ({ unit }: Person) =>
    owner('select generation, due_why from unit_key where unit_id = $1 order by generation', [unit])
  const newestOf = async (person: Person): Promise<number> =>
    Number((await keyOf(person)).at(-1)?.['generation'])
  const holdersOf = async ({ unit }: Person, generation: number): Promise<string[]> =>
    (
      await owner('select account_id from unit_wrap where unit_id = $1 and generation = $2', [
        unit,
        generation,
      ])
    ).map((row) => String(row['account_id']))
  const secretOf = async (person: Person): Promise<Buffer> => {
    const [newest] = await person.as(({ ring }) => ring.held(person.unit))
    if (newest === undefined) throw new TypeError('holds no key')
    return newest.secret
  }
  const leftUnder = async ({ unit }: Person, generation: number): Promise<number> =>
    (await owner('select 1 from part_wrap where unit_id = $1 and unit_generation = $2', [unit, generation]))
      .length

  /** How many of the wraps of a unit a private half opens, whatever their rows say. */
  async function opensOf({ unit }: Person, secret: Buffer): Promise<number> {
    const parts = await owner('select part_key_id as id, wrapped from part_wrap where unit_id = $1', [unit])
    const indexes = await owner('select key_id as id, wrapped from look_up_wrap where unit_id = $1', [unit])
    const tried = await Promise.allSettled([
      ...parts.map(({ id, wrapped }) => openWith(secret, wrapped as Buffer, partPlace(String(id), unit))),
      ...indexes.map(({ id, wrapped }) => openWith(secret, wrapped as Buffer, lookUpPlace(String(id), unit))),
    ])
    return tried.filter(({ status }) => status === 'fulfilled').length
  }

  async function change(account: string, body: Record<string, unknown>) {
    const [kept] = await owner('select version from account where id = $1', [account])
    const { admin } = world.people
    const path = `/admin/accounts/${account}`
    expect((await client.post(path, admin.cookie, { base: kept?.['version'], ...body })).status).toBe(200)
  }

  test('opens all that the one before opened, which then opens nothing and is gone', async () => {
    const { asha, bina, farida } = world.people
    const before = await secretOf(asha)
    const wraps = await opensOf(asha, before)
    expect(wraps).toBeGreaterThan(3)
    expect((await goOn(bina.cookie, bina.unit)).body).toEqual({ done: true, left: 0, damaged: 0 })
    const renewed = await renew(bina.cookie, bina.unit)
    expect([renewed.status, renewed.body]).toEqual([200, { done: true, left: 0, damaged: 0 }])
    expect(await keyOf(asha)).toEqual([{ generation: 2, due_why: null }])
    expect((await holdersOf(asha, 2)).toSorted()).toEqual(
      [asha, bina, farida].map(({ account }) => account).toSorted(),
    )
    expect(await holdersOf(asha, 1)).toEqual([])
    expect(await opensOf(asha, before)).toBe(0)
    expect(await opensOf(asha, await secretOf(asha))).toBe(wraps)
    expect(await nameIn(asha.cookie)).toBe(true)
    expect(
      await owner(`select kind, generation, account_id from key_event where unit_id = $1 order by kind`, [
        asha.unit,
      ]),
    ).toEqual([
      { kind: 'renewalBegun', generation: 2, account_id: bina.account },
      { kind: 'renewalDone', generation: 2, account_id: bina.account },
    ])
    const { items } = (await client.get('/keys/units', asha.cookie)).body
    expect(items).toMatchObject([{ unit: asha.unit, generation: 2, holders: 3, due: null, renewal: null }])
  })

  test('takes the other’s place slice by slice, and everything is read and written meanwhile', async () => {
    const { asha, bina, lawyer } = world.people
    const former = await newestOf(asha)
    const older = await leftUnder(asha, former)
    const one = await asha.as(async (work) => {
      const held = await beginRenewal(work, asha.unit)
      return goOnRenewing(work, asha.unit, { held, most: 1 })
    })
    expect(one).toEqual({ done: false, left: older - 1, damaged: 0 })
    expect(await nameIn(asha.cookie)).toBe(true)
    await bina.as((work) => beginRenewal(work, bina.unit))
    expect(await newestOf(asha), 'begun once, by whomever').toBe(former + 1)
    await refer(asha, file, lawyer, widest.legal)
    const written = await asha.as((work) => openCase(work, newCase(asha, 'cnry-meanwhile')))
    expect(await leftUnder(asha, former)).toBe(older - 1)
    expect((await client.get('/keys/units', asha.cookie)).body.items).toMatchObject([
      { generation: former + 1, renewal: { left: older - 1 } },
    ])
    // Another holder goes on with it, and the index finds what it found.
    expect(await bina.as(({ ring }) => ring.lookUp(bina.org))).toHaveLength(1)
    expect((await goOn(bina.cookie, bina.unit)).body).toEqual({ done: true, left: 0, damaged: 0 })
    expect(await keyOf(asha)).toEqual([{ generation: former + 1, due_why: null }])
    expect(await nameIn(asha.cookie)).toBe(true)
    const body = { part: 'identity', reason: 'planningCare' }
    const read = await client.post(`/cases/${written.org}/${written.id}/open-part`, asha.cookie, body)
    expect(read.text).toContain('cnry-meanwhile-name')
  })

  test('is begun once by two who begin at once, and both go on with it', async () => {
    const { asha, bina } = world.people
    const former = await newestOf(asha)
    const both = await Promise.all([renew(asha.cookie, asha.unit), renew(bina.cookie, bina.unit)])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    const begun = await owner(
      `select 1 from key_event where unit_id = $1 and kind = 'renewalBegun' and generation = $2`,
      [asha.unit, former + 1],
    )
    expect(begun).toHaveLength(1)
    await goOn(asha.cookie, asha.unit)
    expect((await keyOf(asha)).length).toBe(1)
    expect(await nameIn(asha.cookie)).toBe(true)
  })

  test('is renewed by nobody who does not hold it', async () => {
    const { asha, admin, mina, nadia, guard } = world.people
    for (const { cookie } of [admin, mina, nadia, guard]) {
      for (const asked of [await renew(cookie, asha.unit), await goOn(cookie, asha.unit)])
        expect([409, 404]).toContain(asked.status)
    }
    expect((await renew(asha.cookie, randomUUID())).status).toBe(404)
  })

  test.runIf(kind === 'postgres')('is not destroyed while another organisation wraps to it', async () => {
    const { asha, lawyer, nadia } = world.people
    const theirs = await nadia.as((work) => openCase(work, newCase(nadia, 'cnry-race')))
    const former = await newestOf(asha)
    let begun = (): void => undefined
    let goOnNow = (): void => undefined
    const started = new Promise<void>((resolve) => (begun = resolve))
    const wait = new Promise<void>((resolve) => (goOnNow = resolve))
    const sharing = nadia.as(async ({ ring, vault }) => {
      expect((await ring.publicOf(asha.unit)).generation).toBe(former)
      begun()
      await wait
      const share = { org: nadia.org, caseId: theirs.id, parts: ['identity'], unit: asha.unit }
      await vault.share({ ...share, through: 'transfer', throughId: randomUUID() })
    })
    await started
    expect((await renew(asha.cookie, asha.unit)).body).toMatchObject({ done: false, left: 0 })
    expect((await keyOf(asha)).map(({ generation }) => generation)).toEqual([former, former + 1])
    goOnNow()
    await sharing
    expect(await leftUnder(asha, former)).toBe(1)
    expect((await goOn(asha.cookie, asha.unit)).body).toEqual({ done: true, left: 0, damaged: 0 })
    expect(await leftUnder(asha, former + 1)).toBeGreaterThan(1)
    expect(lawyer.org).not.toBe(nadia.org)
  })

  test('is handed whole to a colleague who is let in meanwhile', async () => {
    const { asha, bina } = world.people
    const former = await newestOf(asha)
    await owner('delete from unit_wrap where account_id = $1', [bina.account])
    await asha.as(async (work) => {
      const held = await beginRenewal(work, asha.unit)
      await goOnRenewing(work, asha.unit, { held, most: 1 })
    })
    expect(await nameIn(asha.cookie)).toBe(true)
    expect(
      (await client.post('/keys/let-in', asha.cookie, { unit: bina.unit, account: bina.account })).status,
    ).toBe(204)
    expect(await holdersOf(bina, former)).toContain(bina.account)
    expect(await holdersOf(bina, former + 1)).toContain(bina.account)
    expect((await goOn(bina.cookie, bina.unit)).body).toMatchObject({ done: true })
  })

  test('takes nothing over that whoever goes on with it never held the key to', async () => {
    const { asha, bina } = world.people
    const former = await newestOf(asha)
    await asha.as((work) => beginRenewal(work, asha.unit))
    const own = [asha.account, former]
    await owner('delete from unit_wrap where account_id = $1 and generation = $2', own)
    const left = await leftUnder(asha, former)
    expect((await goOn(asha.cookie, asha.unit)).body).toEqual({ done: false, left, damaged: left })
    expect((await goOn(bina.cookie, bina.unit)).body).toEqual({ done: true, left: 0, damaged: 0 })
  })

  test('leaves in its place what opens with neither, and is not destroyed over it', async () => {
    const { asha } = world.people
    const [one] = await owner(
      `select part_key_id, through_id, wrapped from part_wrap where unit_id = $1 and part = 'contact' limit 1`,
      [asha.unit],
    )
    const row = [one?.['part_key_id'], one?.['through_id'], asha.unit]
    await owner(
      `update part_wrap set wrapped = set_byte(wrapped, 40, get_byte(wrapped, 40) # 1)
       where part_key_id = $1 and through_id = $2 and unit_id = $3`,
      row,
    )
    expect((await renew(asha.cookie, asha.unit)).body).toEqual({ done: false, left: 1, damaged: 1 })
    expect(await nameIn(asha.cookie)).toBe(true)
    await owner(
      'update part_wrap set wrapped = $4 where part_key_id = $1 and through_id = $2 and unit_id = $3',
      [...row, one?.['wrapped']],
    )
    expect((await goOn(asha.cookie, asha.unit)).body).toEqual({ done: true, left: 0, damaged: 0 })
  })

  test('is due once somebody who held it leaves, is shut out or has their password set, and is renewed as a holder comes in', async () => {
    const { asha, bina, farida, mina } = world.people
    const known = await secretOf(farida)
    const former = await newestOf(asha)
    await change(farida.account, { units: [{ id: mina.unit, supervises: true, focal: false }] })
    expect(await keyOf(asha)).toEqual([{ generation: former, due_why: 'left' }])
    expect((await client.get('/keys/units', asha.cookie)).body.items).toMatchObject([{ due: 'left' }])
    const renewals = () =>
      owner(`select account_id from audit_event where action = 'keys.goOn' and method = 'POST'`)
    const before = await renewals()
    await firstSignIn(client, 'nadia', passwordOf('nadia'))
    expect(await renewals(), 'nothing was due where they sit').toEqual(before)
    await firstSignIn(client, 'bina', passwordOf('bina'))
    expect(await renewals()).toEqual([...before, { account_id: bina.account }])
    expect(await keyOf(asha)).toEqual([{ generation: former + 1, due_why: null }])
    expect(await opensOf(asha, known)).toBe(0)
    expect(await nameIn(asha.cookie)).toBe(true)
    await change(bina.account, { password: 'nine herons by a pond' })
    expect(await keyOf(asha)).toEqual([{ generation: former + 1, due_why: 'passwordSet' }])
    await asha.as((work) => beginRenewal(work, asha.unit))
    await change(farida.account, { disabled: true })
    expect((await keyOf(mina)).at(-1)?.['due_why']).toBe(null)
  })

  test('is due when the account of a holder is closed', async () => {
    const { inspector, constable } = world.people
    await owner('update account set disabled_at = now() where id = $1', [constable.account])
    expect(await keyOf(inspector)).toEqual([{ generation: 1, due_why: 'closed' }])
    await renew(inspector.cookie, inspector.unit)
    expect(await holdersOf(inspector, 2)).toEqual([inspector.account])
  })

  test.runIf(kind === 'postgres')('is handed to nobody who loses their own meanwhile', async () => {
    const { mina, guard } = world.people
    const former = await newestOf(mina)
    expect(await holdersOf(mina, former)).toContain(guard.account)
    const taken = { text: 'delete from account_key where account_id = $1', values: [guard.account] }
    const asked = await overtaking(world, taken, () => renew(mina.cookie, mina.unit))
    expect([asked.status, asked.body]).toEqual([200, { done: true, left: 0, damaged: 0 }])
    expect(await holdersOf(mina, former + 1)).toEqual([mina.account])
    const own = { ...taken, values: [mina.account] }
    const lost = await overtaking(world, own, () => renew(mina.cookie, mina.unit))
    expect([lost.status, lost.body.code]).toEqual([409, 'not-admitted'])
  })

  test('finds what is still under the one before by an index, however much is wrapped to other units', async () => {
    const connection = await world.owner.connect()
    await connection.query(
      `insert into part_wrap (org_id, part_key_id, unit_id, unit_generation, through_id, through, case_id, part, wrapped, made_at)
       select org_id, part_key_id, gen_random_uuid(), 1, gen_random_uuid(), 'own', case_id, part, wrapped, now()
       from (select * from part_wrap limit 1) w, generate_series(1, 20000)`,
      [],
    )
    await connection.query('analyze part_wrap', [])
    const { rows } = await connection.query(
      `explain select * from part_wrap w where w.unit_id = '${world.people.asha.unit}' and w.unit_generation < 9
       limit 250 for update of w skip locked`,
      [],
    )
    connection.release(false)
    expect(JSON.stringify(rows)).toContain('part_wrap_generation')
  })
})
