import { createHash, hkdfSync } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { openCaseOf } from '../../../test/referred.ts'
import { enterWindow, giveWindow, pin } from '../../../test/windows.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { endpoints } from '../../endpoints.ts'
import {
  asActor,
  handleOf,
  inTransaction,
  nodeKeyFrom,
  passOf,
  receiptKeys,
  slotPlace,
} from '../../platform/index.ts'
import { unwrapUnder } from '../../platform/keys/wrapping.ts'

/** What does not open, and what the database holds back. */
const shut = /unable to authenticate|Invalid key length/
const held = { sqlState: '42501' }

describe.each(['pglite', 'postgres'] as const)('whoever wants in to a survivor’s window, on %s', (kind) => {
  let world: World
  let client: Client
  let receipt: string
  let own: string
  let file: { org: string; id: string }
  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, endpoints)
    file = await openCaseOf(world.people.asha, 'cnry')
    receipt = await giveWindow(world.people.asha, file)
    own = await enterWindow(client, receipt)
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const tables = () =>
    rowsOf(
      world.owner,
      `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
    )

  test('finds neither receipt nor PIN anywhere in the database', async () => {
    await client.ask('POST', '/own', { body: { receipt, pin: '135799' } })
    const spelt = (text: string) => [
      text,
      Buffer.from(text).toString('hex'),
      Buffer.from(text).toString('base64').replace(/=+$/, ''),
    ]
    for (const { name } of await tables()) {
      const [row] = await rowsOf(
        world.owner,
        `select coalesce(string_agg(t::text, ' '), '') as all from "${String(name)}" t`,
      )
      for (const word of [...spelt(receipt), ...spelt(pin)])
        expect(String(row?.['all']).includes(word), `${String(name)}: ${word}`).toBe(false)
    }
  })

  test('opens nothing of the slot with the database and the node key', async () => {
    const [slot] = await rowsOf(world.owner, 'select * from case_slot where case_id = $1', [file.id])
    const [session] = await rowsOf(world.owner, 'select * from slot_session where ended_at is null')
    const [org, id] = [String(slot?.['org_id']), String(slot?.['id'])]
    const wrapped = slot?.['wrapped_private'] as Uint8Array
    const nodeKey = nodeKeyFrom(world.secret)
    expect(() => nodeKey.unwrap(wrapped, slotPlace(org, id))).toThrow(shut)
    const found = [
      slot?.['look_up'],
      slot?.['public_key'],
      session?.['handle_hash'],
      world.secret,
    ] as Uint8Array[]
    const guesses = found.flatMap((bytes) => [
      Buffer.from(bytes),
      createHash('sha256').update(bytes).digest(),
      Buffer.from(hkdfSync('sha256', bytes, '', 'setu1|own slot', 32)),
      Buffer.from(hkdfSync('sha256', bytes, '', 'setu1|vault key', 32)),
    ])
    for (const key of guesses) {
      expect(() => unwrapUnder(key, wrapped, slotPlace(org, id))).toThrow(shut)
      expect(() =>
        unwrapUnder(key, session?.['sealed_key'] as Uint8Array, `setu1|own session|${org}|${id}`),
      ).toThrow(shut)
    }
    // The PIN alone tells nothing: without every digit of the receipt no try can be told from another.
    const near = `${receipt.slice(0, 15)}${(Number(receipt[15]) + 1) % 10}`
    const tried = await receiptKeys(world.node, { receipt: near, pin }, 'known')
    expect(tried.lookUp.equals(slot?.['look_up'] as Buffer)).toBe(false)
    const right = await receiptKeys(world.node, { receipt, pin }, 'known')
    expect(unwrapUnder(right.slotKey, wrapped, slotPlace(org, id)).length).toBe(32)
  })

  test('leaves of a failed try no more than two bytes, and each after a few waits longer', async () => {
    for (let tries = 0; tries < 3; tries++)
      expect((await client.ask('POST', '/own', { body: { receipt, pin: '135798' } })).status).toBe(401)
    const kept = await rowsOf(
      world.owner,
      'select length(name_hash) as bytes, count(*)::int as tries from sign_in_failure group by 1',
    )
    expect(kept).toEqual([{ bytes: 2, tries: 4 }])
    expect(
      (await client.ask('POST', '/own', { body: { receipt, pin } })).status,
      'nobody is locked out',
    ).toBe(201)
    own = await enterWindow(client, receipt)
  })

  test('tries many at once and gains nothing: they stand in one line, and a long line is turned away', async () => {
    const body = { receipt: '7301946628450137', pin }
    const all = await Promise.all(Array.from({ length: 8 }, () => client.ask('POST', '/own', { body })))
    const answers = all.map(({ status }) => status)
    expect(answers.filter((status) => status === 429).length).toBe(5)
    expect(answers.filter((status) => status === 401).length).toBe(3)
  })

  test('reaches no table under the role of her session, with her handle or without', async () => {
    for (const handle of [handleOf(own), undefined]) {
      for (const { name } of await tables()) {
        const reading = inTransaction(
          world.node.engine,
          { role: 'setu_survivor', ...(handle === undefined ? {} : { handle }) },
          (db) => sql`select * from ${sql.table(String(name))}`.execute(db),
        )
        await expect(reading, String(name)).rejects.toMatchObject(held)
      }
    }
  })

  test('is nobody among the staff with her cookie, though it is tried as theirs', async () => {
    await expect(asActor(world.node, passOf(own), async () => undefined)).rejects.toMatchObject({
      code: 'not-signed-in',
    })
    const { rows } = await inTransaction(
      world.node.engine,
      { role: 'setu_app', handle: handleOf(own) },
      (db) => sql`select 1 from case_file`.execute(db),
    )
    expect(rows).toEqual([])
  })

  test('writes nothing into the log in another’s name, or about another case', async () => {
    const other = await openCaseOf(world.people.asha, 'other')
    const writing = (values: string) =>
      inTransaction(world.node.engine, { role: 'setu_survivor', handle: handleOf(own) }, (db) =>
        sql.raw(values).execute(db),
      )
    const event = (columns: string, given: string) =>
      `insert into audit_event (id, request_id, action, method, status, ${columns}) values (gen_random_uuid(), gen_random_uuid(), 'own.x', 'GET', 200, ${given})`
    await expect(writing(event('account_id', `'${world.people.asha.account}'`))).rejects.toMatchObject(held)
    await expect(writing(event('session_id', 'gen_random_uuid()'))).rejects.toMatchObject(held)
    const item = `insert into audit_item (event_id, org_id, case_id, part, did, relation)
      select id, '${file.org}', '${other.id}', 'status', 'read', 'self' from (values (gen_random_uuid())) x (id)`
    await expect(writing(item)).rejects.toMatchObject(held)
  })

  test('finds nothing left of it once the case is erased', async () => {
    await rowsOf(world.owner, 'select case_wipe($1, $2, false)', [file.org, file.id])
    const [left] = await rowsOf(
      world.owner,
      `select (select count(*) from case_slot where case_id = $1)::int as slots,
        (select count(*) from slot_wrap w where not exists (select 1 from case_slot s where s.id = w.slot_id))::int as wraps,
        (select count(*) from slot_session)::int as sessions`,
      [file.id],
    )
    expect(left).toEqual({ slots: 0, wraps: 0, sessions: 0 })
    expect((await client.ask('POST', '/own', { body: { receipt, pin } })).status).toBe(401)
  })
})
