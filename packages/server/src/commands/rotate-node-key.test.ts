import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { rowsOf } from '../../test/client.ts'
import { type FaultyEngine, faulty } from '../../test/faults/fail-at.ts'
import { enginesInTurn } from '../../test/seed.ts'
import { openWorld, type World } from '../../test/world.ts'
import { beginTotp } from '../platform/factors/factor-store.ts'
import {
  closeNodeKey,
  type Engine,
  handleOf,
  inTransaction,
  keysOf,
  logSigner,
  type NodeKey,
  nodeKeyFrom,
  nodeKeyOfFile,
  parseKeyFile,
} from '../platform/index.ts'
import { nodePlaces } from '../platform/keys/node-places.ts'
import { findNodeKey } from './node-key.ts'
import { tellKeyAge } from './node-key-report.ts'
import { settingsOf } from './open-database.ts'
import { exchangeNodeKey, nodeKeyCommand } from './rotate-node-key.ts'

const kinds = ['demo', 'index', 'log', 'totp', 'unit'] as const
type Kind = (typeof kinds)[number]

describe.each(enginesInTurn)('the node key, on %s', (kind) => {
  let home: string
  let world: World
  let engine: FaultyEngine
  let said: string[]
  const path = () => join(home, 'node.key')
  const settings = () => settingsOf({ SETU_DATA: join(home, 'data'), SETU_KEY_FILE: path() })

  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), 'setu-rotate-'))
    mkdirSync(join(home, 'data'))
    world = await openWorld(kind)
    engine = faulty(world.node.engine)
    writeFileSync(path(), `${Buffer.from(world.secret).toString('base64')}\n`, { mode: 0o600 })
    said = []
    await keep()
  })
  afterEach(async () => {
    await world.close()
    rmSync(home, { recursive: true, force: true })
  })

  const voice = {
    language: 'en' as const,
    say: ({ en }: { en: string }) => void said.push(en),
    complain: ({ en }: { en: string }) => void said.push(`! ${en}`),
  }
  const owner = (text: string, values: readonly unknown[] = []) => rowsOf(world.owner, text, values)

  const placeOf: Readonly<Record<Kind, () => string>> = {
    demo: () => nodePlaces.demo(world.people.asha),
    index: () => nodePlaces.index(world.people.asha.org),
    log: () => nodePlaces.log(),
    totp: () => nodePlaces.totp(world.people.asha),
    unit: () => nodePlaces.unit(world.people.asha.unit),
  }

  /** One thing of each kind that a node ever held under its own key. */
  async function keep(): Promise<void> {
    const { nodeKey } = world.node
    const { org, account, unit } = world.people.asha
    const wrapped = (what: Kind) => Buffer.from(nodeKey.wrap(Buffer.from(what), placeOf[what]()))
    await logSigner(world.node.engine, world.node)
    await owner('update log_key set wrapped = $1', [wrapped('log')])
    await owner('insert into totp_factor values ($1, $2, false, null, $3, $4, 0, now())', [
      org,
      account,
      wrapped('totp'),
      nodeKey.id,
    ])
    await owner('update unit_key set wrapped_private = $2, node_key_id = $3 where unit_id = $1', [
      unit,
      wrapped('unit'),
      nodeKey.id,
    ])
    await owner('insert into index_key values ($1, $2, $3, now())', [org, wrapped('index'), nodeKey.id])
    await owner(
      `insert into account_slot (org_id, account_id, kind, wrapped, node_key_id, made_at) values ($1, $2, 'demo', $3, $4, now())`,
      [org, account, wrapped('demo'), nodeKey.id],
    )
  }

  const kept = () =>
    owner(`select 'log' as kind, wrapped, node_key_id as key from log_key
      union all select 'totp', wrapped, node_key_id from totp_factor
      union all select 'unit', wrapped_private, node_key_id from unit_key where node_key_id is not null
      union all select 'index', wrapped, node_key_id from index_key
      union all select 'demo', wrapped, node_key_id from account_slot where kind = 'demo' order by 1`)

  async function expectAllOpen(key: Pick<NodeKey, 'unwrap'>): Promise<void> {
    const rows = await kept()
    expect(rows.map((row) => row['kind'])).toEqual(kinds)
    for (const row of rows) {
      const what = kinds.find((name) => name === row['kind']) ?? 'log'
      expect(Buffer.from(key.unwrap(row['wrapped'] as Buffer, placeOf[what]())).toString()).toBe(what)
    }
  }

  const keysNow = () => {
    const held = parseKeyFile(readFileSync(path(), 'utf8'))
    if (held === null) throw new TypeError('no key file')
    return keysOf(held)
  }

  const living = (): NodeKey => {
    const key = nodeKeyOfFile(path(), join(home, 'data'), false)
    if (typeof key === 'string') throw new TypeError(key)
    return key
  }

  const exchange = (on: Engine = engine) =>
    exchangeNodeKey({ engine: on, path: path(), former: [], voice, graceMs: 0 })

  async function expectAtRest(): Promise<NodeKey> {
    const [key, ...more] = keysNow()
    if (key === undefined) throw new TypeError('no key')
    expect(more).toEqual([])
    expect(key.id).not.toBe(world.node.nodeKey.id)
    await expectAllOpen(key)
    expect([...new Set((await kept()).map((row) => row['key']))]).toEqual([key.id])
    expect(await owner('select id from node_key where dropped_at is null')).toEqual([{ id: key.id }])
    expect((await findNodeKey(settings(), world.node.engine, false)).id).toBe(key.id)
    return key
  }

  test('is exchanged whole under a running node, which goes on with the new one', async () => {
    const running = living()
    expect(running.id).toBe(world.node.nodeKey.id)
    const before = Buffer.from(running.wrap(Buffer.from('read just now'), 'here'))
    await exchange()
    const key = await expectAtRest()
    expect(said.join(' ')).toContain(`5 secrets are wrapped anew, and all 5 open under the key ${key.id}`)
    expect(running.id).toBe(key.id)
    await expectAllOpen(running)
    expect(Buffer.from(running.unwrap(before, 'here')).toString()).toBe('read just now')
    expect(key.unwrap(running.wrap(Buffer.from('new'), 'here'), 'here')).toEqual(Buffer.from('new'))
    const [event] = await owner(
      `select method, status, count from audit_event where action = 'rotateNodeKey'`,
    )
    expect(event).toEqual({ method: 'COMMAND', status: 200, count: 5 })
    expect(statSync(path()).mode & 0o777).toBe(0o600)
    expect(readdirSync(home).toSorted()).toEqual(
      ['data', 'node.key', `node.key.former-${world.node.nodeKey.id}`].toSorted(),
    )
  })

  test('is exchanged as often as somebody wants, and each former key is kept apart', async () => {
    await exchange()
    const [one] = keysNow()
    await exchange()
    await expectAtRest()
    const apart = readdirSync(home).filter((name) => name.includes('former'))
    expect(apart.toSorted()).toEqual(
      [`node.key.former-${world.node.nodeKey.id}`, `node.key.former-${one?.id}`].toSorted(),
    )
    const former = parseKeyFile(readFileSync(join(home, `node.key.former-${world.node.nodeKey.id}`), 'utf8'))
    expect(former?.secrets.map((secret) => nodeKeyFrom(secret).id)).toEqual([world.node.nodeKey.id])
  })

  test('leaves browsers known and the owner of a passkey the same; what was tried is forgotten', async () => {
    const before = world.node.nodeKey
    await exchange()
    await exchange()
    const [now] = keysNow()
    for (const place of ['known device', 'passkey user'])
      expect(now?.mark('somebody', place)).toEqual(before.mark('somebody', place))
    for (const place of ['sign-in name', 'own password', 'second factor', 'proof of work'])
      expect(now?.mark('somebody', place)).not.toEqual(before.mark('somebody', place))
  })

  const begin = (on: Engine, key: NodeKey, then: () => Promise<void> = async () => {}) => {
    const { mina } = world.people
    return inTransaction(on, { role: 'setu_signin', handle: handleOf(mina.cookie) }, async (db) => {
      const begun = await beginTotp(db, key.wrap(Buffer.from('totp'), nodePlaces.totp(mina)), key.id)
      await then()
      return begun
    })
  }

  test('that is closed takes nothing more, whoever has not heard of the new one', async () => {
    await owner('update session set proved_at = now()')
    const stale = nodeKeyFrom(world.secret)
    expect(await begin(world.node.engine, stale)).toBe(true)
    await owner('delete from totp_factor where pending')
    await exchange()
    await expect(begin(world.node.engine, stale)).rejects.toMatchObject({ sqlState: '55000' })
    await expect(begin(world.node.engine, nodeKeyFrom(Buffer.alloc(32, 5)))).rejects.toMatchObject({
      sqlState: '55000',
    })
    expect(await begin(world.node.engine, living().still())).toBe(true)
  })

  test.runIf(kind === 'postgres')('waits for what is on its way under it', async () => {
    await owner('update session set proved_at = now()')
    const order: string[] = []
    const stale = nodeKeyFrom(world.secret)
    let closing: Promise<void> | undefined
    await begin(world.node.engine, stale, async () => {
      closing = inTransaction(world.node.engine, { role: 'setu_setup' }, (db) =>
        closeNodeKey(db, stale.id),
      ).then(() => void order.push('closed'))
      await new Promise((resolve) => setTimeout(resolve, 300))
      order.push('written')
    })
    await closing
    expect(order).toEqual(['written', 'closed'])
  })

  test('comes through a failure at any statement, and is exchanged in the end', async () => {
    let failed = 0
    for (let at = 1; ; at += 1) {
      engine.failAt(at, at % 2 === 0 ? 'refused' : 'cut')
      try {
        await exchange()
        break
      } catch {
        failed += 1
      }
      engine.mend()
      // Whatever it left, a node starts on it and opens everything.
      await expectAllOpen(await findNodeKey(settings(), world.node.engine, false))
      expect(keysNow().length).toBeLessThanOrEqual(2)
      expect(at).toBeLessThan(500)
    }
    engine.mend()
    expect(failed).toBeGreaterThan(15)
    await expectAtRest()
  })

  test('comes through a commit that nobody heard of, wherever it was', async () => {
    let lost = 0
    for (let at = 1; at < 200; at += 1) {
      engine.failAt(at, 'unheard')
      try {
        await exchange()
        engine.mend()
        if (lost > 15) break
      } catch {
        lost += 1
        engine.mend()
        await expectAllOpen(await findNodeKey(settings(), world.node.engine, false))
      }
    }
    expect(lost).toBeGreaterThan(15)
    await exchange()
    await expectAtRest()
  })

  test.runIf(kind === 'postgres')('that was announced first is the one that is taken', async () => {
    const env = { DATABASE_URL: world.url ?? '', SETU_DATA: join(home, 'data'), SETU_KEY_FILE: path() }
    expect(await nodeKeyCommand(env, ['next'], voice)).toBe(0)
    expect(await nodeKeyCommand(env, ['next'], voice)).toBe(0)
    const [first, second, ...more] = keysNow()
    expect([first?.id, more]).toEqual([world.node.nodeKey.id, []])
    expect(await nodeKeyCommand(env, ['check'], voice)).toBe(1)
    expect(await nodeKeyCommand(env, ['rotate'], voice)).toBe(0)
    expect((await expectAtRest()).id).toBe(second?.id)
    expect(await nodeKeyCommand(env, ['check'], voice)).toBe(0)
  })

  test('is told to be older than a year, and its exchange to be left half-way', async () => {
    expect(await tellKeyAge(world.node.engine, path(), voice)).toBe(true)
    expect(said).toEqual([])
    await owner(`update node_key set made_at = now() - interval '13 months'`)
    expect(await tellKeyAge(world.node.engine, path(), voice)).toBe(true)
    expect(said.splice(0)).toEqual([expect.stringContaining('older than a year')])
    engine.failAt(12, 'cut')
    await expect(exchange()).rejects.toThrow(Error)
    said.splice(0)
    expect(await tellKeyAge(world.node.engine, path(), voice)).toBe(false)
    expect(said).toEqual([expect.stringContaining('is not over')])
  })

  test('does not begin on a key that opens not all of it', async () => {
    writeFileSync(path(), `${Buffer.alloc(32, 3).toString('base64')}\n`, { mode: 0o600 })
    await expect(exchange()).rejects.toThrow('--node-key')
    await expectAllOpen(world.node.nodeKey)
  })

  test('from before opens what an older backup brought back, and lets go of it', async () => {
    writeFileSync(path(), `${Buffer.alloc(32, 3).toString('base64')}\n`, { mode: 0o600 })
    const former = [nodeKeyFrom(world.secret)]
    await exchangeNodeKey({ engine, path: path(), former, voice, graceMs: 0 })
    expect((await expectAtRest()).id).toBe(nodeKeyFrom(Buffer.alloc(32, 3)).id)
    expect(readdirSync(home).filter((name) => name.includes('former'))).toEqual([])
  })

  test('cannot be dropped by hand while something stands under it', async () => {
    await expect(
      inTransaction(world.node.engine, { role: 'setu_setup' }, async (db) => {
        await closeNodeKey(db, world.node.nodeKey.id)
        await sql`update node_key set dropped_at = now()`.execute(db)
      }),
    ).rejects.toMatchObject({ sqlState: '42501' })
  })

  test('shows a server’s own roles nothing of what stands under it while no exchange is on its way', async () => {
    const rows = () =>
      inTransaction(world.node.engine, { role: 'setu_setup' }, async (db) => {
        return (await sql`select 1 from node_key_rows(${world.node.nodeKey.id}, '', 100)`.execute(db)).rows
          .length
      })
    expect(await rows()).toBe(0)
  })
})
