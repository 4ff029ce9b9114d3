import { randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCase } from '../../test/cases.ts'
import { type Client, openClient, rowsOf } from '../../test/client.ts'
import { sealAll } from '../../test/seal-all.ts'
import { enginesInTurn } from '../../test/seed.ts'
import { run, type Said } from '../../test/server-process.ts'
import { openWorld, testPostgres, type World } from '../../test/world.ts'
import { type Engine, pgliteEngine, platformEndpoints, postgresEngine } from '../platform/index.ts'
import { anchor } from '../platform/log/anchor.ts'
import { logSigner } from '../platform/log/log-key.ts'
import { readWitnesses, type WitnessPlace } from '../platform/log/witness-list.ts'
import { witnessKeyLine, witnessServer, witnessSigner } from '../platform/log/witness-server.ts'
import { openSession } from '../platform/sessions/session.ts'
import { protectionEndpoints } from '../protection/index.ts'

const patience = 300_000

describe.each(enginesInTurn)('KE-01 on %s: yesterday’s backup, and a case erased today', (kind) => {
  let home: string
  let world: World
  let server: Server
  let places: readonly WitnessPlace[]
  let c1: string
  let c2: string
  let wraps: number
  let address: string
  const endpoints = [...platformEndpoints, ...protectionEndpoints]
  const at = (name: string): string => join(home, name)
  const files = ['--data', 'backup/data.gz', '--keys', 'elsewhere/keys.gz']

  /** What must have happened before anything can be asked. */
  const sure = (came: unknown, wanted: unknown): void => {
    if (came !== wanted) throw new Error(`came to ${String(came)}, not to ${String(wanted)}`)
  }

  const open = async (client: Client, canary: string): Promise<string> => {
    const made = newCase(world.people.asha, canary)
    sure((await client.post('/cases', world.people.asha.cookie, made)).status, 201)
    return made.id
  }

  const command = (args: readonly string[], env: Readonly<Record<string, string>>): Promise<Said> =>
    run(args, { SETU_KEY_FILE: at('node.key'), ...env }, home).ended

  async function emptyPlace(): Promise<Record<string, string>> {
    const name = `setu_${randomUUID().replaceAll('-', '')}`
    if (kind === 'pglite') return { SETU_DATA: at(name) }
    const admin = new pg.Client({ connectionString: testPostgres() })
    await admin.connect()
    await admin.query(`create database ${name}`)
    await admin.end()
    const url = new URL(testPostgres())
    url.pathname = `/${name}`
    return { SETU_DATA: at(name), DATABASE_OWNER_URL: url.href }
  }

  async function engineAt(place: Readonly<Record<string, string>>): Promise<Engine> {
    const url = place['DATABASE_OWNER_URL']
    return url === undefined
      ? pgliteEngine(join(place['SETU_DATA'] ?? '', 'database'))
      : postgresEngine(url, { connections: 2 })
  }

  async function witnessed(): Promise<void> {
    await sealAll(world.node)
    sure((await anchor(world.node, places)).length, 0)
  }

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'setu-erased-'))
    for (const folder of ['data', 'backup', 'elsewhere', 'witness', 'service']) mkdirSync(at(folder))
    world = await openWorld(kind, kind === 'pglite' ? at('data/database') : null)
    writeFileSync(at('node.key'), `${Buffer.from(world.secret).toString('base64')}\n`, { mode: 0o600 })
    const { name, publicKey } = await logSigner(world.node.engine, world.node)
    const signer = witnessSigner(at('service'), 'witness.example')
    const logs = [{ name, kind: 'log', publicKey }] as const
    server = witnessServer({ folder: at('service'), signer, logs, clock: () => new Date() })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const bound = server.address()
    address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}/`
    places = readWitnesses(`${at('witness')} ${address}#${witnessKeyLine(signer)}`) ?? []
    sure(places.length, 2)

    let client = await openClient(world.node, endpoints)
    ;[c1, c2] = [await open(client, 'cnry-C1'), await open(client, 'cnry-C2')]
    await witnessed()
    cpSync(at('witness'), at('witness-before'), { recursive: true })
    // Something more is sealed, so that the copy is older than the backup.
    await open(client, 'cnry-C3')
    await sealAll(world.node)
    sure((await anchor(world.node, places, true)).length, 0)
    ;[{ wraps }] = (await rowsOf(
      world.owner,
      'select count(*)::int as wraps from part_wrap where case_id = $1',
      [c2],
    )) as [{ wraps: number }]

    await client.close()
    if (kind === 'pglite') await world.owner.close()
    const taken = await command(
      ['backup', ...files, '--plain'],
      kind === 'pglite' ? { SETU_DATA: at('data') } : { DATABASE_BACKUP_URL: world.url ?? '' },
    )
    sure(taken.code, 0)
    if (kind === 'pglite') {
      const engine = await pgliteEngine(at('data/database'))
      world = { ...world, owner: engine, node: { ...world.node, engine }, close: () => engine.close() }
    }

    client = await openClient(world.node, endpoints)
    const { asha, guard } = world.people
    const id = randomUUID()
    const asked = await client.post(`/cases/${asha.org}/${c2}/erasures`, asha.cookie, {
      id,
      reason: 'survivorsWish',
    })
    sure(asked.status, 201)
    const done = await client.post(`/erasures/${asha.org}/${id}/answer`, guard.cookie, {
      base: 1,
      answer: 'approve',
    })
    sure(done.status, 200)
    // The next minute's round, not the next checkpoint's: what was erased is not let wait for ten minutes.
    await witnessed()
    await client.close()
  }, patience)

  afterAll(async () => {
    await new Promise((closed) => server.close(closed))
    await world.close()
    rmSync(home, { recursive: true, force: true })
  }, patience)

  /** Where restoring is refused again and again; what was refused leaves nothing that is in the way. */
  let refusing: Promise<Record<string, string>> | null = null

  const refusedFor = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    refusing ??= emptyPlace()
    const { code, err } = await command(['restore', ...files, ...args], { ...(await refusing), ...env })
    expect(code).toBe(1)
    return err
  }

  test(
    'is not put back by whoever cannot say what was erased since',
    async () => {
      expect(await refusedFor([])).toContain('--tombstones')
      expect(await refusedFor(['--never-witnessed'])).toContain('says that its log had witnesses')
      expect(await refusedFor(['--tombstones', at('nowhere')])).toContain('cannot be reached')
      expect(await refusedFor(['--tombstones', at('backup')])).toContain('has seen nothing of this log')
      expect(await refusedFor(['--tombstones', at('witness-before')])).toContain('older than the backup')
      expect(await refusedFor([], { SETU_WITNESSES: at('witness-before') })).toContain(
        'older than the backup',
      )
    },
    patience,
  )

  test(
    'nor by whoever bends the list',
    async () => {
      const [origin = ''] = readdirSync(at('witness'))
      const [list = ''] = readdirSync(at(`witness/${origin}`)).filter((name) => name.endsWith('.tombstones'))
      for (const bend of [
        (text: string) => text.replace(/ ./, (was) => (was === ' A' ? ' B' : ' A')),
        () => '',
        (text: string) => text.repeat(2),
      ]) {
        const copy = `bent-${randomUUID()}`
        cpSync(at('witness'), at(copy), { recursive: true })
        const file = at(`${copy}/${origin}/${list}`)
        writeFileSync(file, bend(readFileSync(file, 'utf8')))
        expect(await refusedFor(['--tombstones', at(copy)])).toContain(
          'not the whole one that the log signed',
        )
      }
      expect(readFileSync(at(`witness/${origin}/${list}`), 'utf8')).not.toContain(c2)
    },
    patience,
  )

  test.each(['a folder', 'a service'])(
    'stays unreadable when the backup comes back with the word of %s',
    async (witness) => {
      const named = witness === 'a folder' ? at('witness') : address
      const place = await (witness === 'a folder' ? (refusing ?? emptyPlace()) : emptyPlace())
      const restored = await command(['restore', ...files, '--tombstones', named], place)
      expect(restored.out).toContain('1 cases that were erased since then are erased again')
      expect(restored.out).toContain('Erased for good: 1 cases')
      expect([restored.code, restored.err]).toEqual([0, ''])

      const owner = await engineAt(place)
      const left = await rowsOf(
        owner,
        `select (select count(*) from part_wrap where case_id = $1)::int as wraps,
           (select count(*) from part_key where holder_id = $1)::int as keys,
           (select count(*) from person_token where case_id = $1)::int as tokens,
           (select count(*) from person_identity where case_id = $1)::int as names,
           (select count(*) from case_file where id = $1)::int as files, tombstones_broken()::int as broken`,
        [c2],
      )
      expect(left).toEqual([{ wraps: 0, keys: 0, tokens: 0, names: 0, files: 0, broken: 0 }])
      const [{ kept } = { kept: 0 }] = await rowsOf(
        owner,
        'select count(*)::int as kept from part_wrap where case_id = $1',
        [c1],
      )
      expect([wraps, kept]).toEqual([expect.any(Number), wraps])
      expect(wraps).toBeGreaterThan(0)

      const node = { ...world.node, engine: owner }
      const client = await openClient(node, endpoints)
      const { asha } = world.people
      const cookie = await openSession(node, { org: asha.org, account: asha.account, device: 'test' })
      expect((await client.get(`/cases/${asha.org}/${c1}`, cookie)).status).toBe(200)
      expect((await client.get(`/cases/${asha.org}/${c2}`, cookie)).status).toBe(404)
      const body = { field: 'name', text: 'cnry-C2-name', reason: 'supervision' }
      const found = await client.ask('POST', '/cases/look-up', { cookie, body })
      expect([found.status, found.body.items]).toEqual([200, []])
      const again = await client.post('/cases', cookie, { ...newCase(asha, 'cnry'), id: c2 })
      expect(again.status).toBe(404)
      await client.close()
      await owner.close()
    },
    patience,
  )
})
