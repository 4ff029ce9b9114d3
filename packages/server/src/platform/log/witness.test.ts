import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../../test/client.ts'
import { sealAll } from '../../../test/seal-all.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { writeOutcome } from '../audit/trail.ts'
import type { Engine } from '../database/engine.ts'
import { inTransaction } from '../database/transaction.ts'
import { anchor } from './anchor.ts'
import { checkpoint } from './checkpoints.ts'
import { logSigner } from './log-key.ts'
import { readKeyLine, readNote, signedAt, signedCheckpoint } from './note.ts'
import { startSealer } from './sealer.ts'
import { readWitnesses, type WitnessPlace } from './witness-list.ts'
import { witnessKeyLine, witnessServer, witnessSigner } from './witness-server.ts'

describe('a witness over the network', () => {
  let world: World
  let folder: string
  let server: Server
  let places: readonly WitnessPlace[]
  let address: string

  async function write(times: number): Promise<void> {
    await inTransaction(world.node.engine, { role: 'setu_signin' }, async (db) => {
      const outcome = { action: 'test', method: 'GET', status: 200, problem: null, reason: null, count: null }
      for (let one = 0; one < times; one++)
        await writeOutcome(db, null, { request: randomUUID(), ...outcome }, [])
    })
  }
  async function happen(times: number): Promise<void> {
    await write(times)
    await sealAll(world.node)
  }

  beforeAll(async () => {
    world = await openWorld('pglite')
    folder = mkdtempSync(join(tmpdir(), 'setu-witness-'))
    await happen(5)
    await checkpoint(world.node, true)
    const { name, publicKey } = await logSigner(world.node.engine, world.node)
    const signer = witnessSigner(folder, 'witness.example')
    server = witnessServer({
      folder,
      signer,
      logs: [{ name, kind: 'log', publicKey }],
      clock: () => new Date(),
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const bound = server.address()
    address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}/`
    places = readWitnesses(`${address}#${witnessKeyLine(signer)}`) ?? []
  })
  afterAll(async () => {
    await new Promise((closed) => server.close(closed))
    await world.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const kept = async () => (await rowsOf(world.owner, 'select size::int, note, trouble from log_witness'))[0]

  test('signs what continues the log, through hundreds of entries', async () => {
    expect(places).toHaveLength(1)
    for (const more of [0, 1, 300, 7, 600]) {
      if (more > 0) await happen(more)
      expect(await anchor(world.node, places, true)).toEqual([])
      const row = await kept()
      const note = readNote(String(row?.['note']))
      const key = readKeyLine(witnessKeyLine(witnessSigner(folder, 'witness.example')))
      expect(note && key && signedAt(note, key)).toBeInstanceOf(Date)
      expect(note?.size).toBe(row?.['size'])
    }
  })

  test('has a log before it that is sealed as things happen, whatever failed in between', async () => {
    const sizeNow = async () => {
      const [head] = await rowsOf(world.owner, 'select size::int as size from log_head')
      return Number(head?.['size'])
    }
    const before = await sizeNow()
    const { engine, clock } = world.node
    const told: string[] = []
    const failing: Engine = {
      ...engine,
      connect: () => (told.length < 2 ? Promise.reject(new RangeError('a private word')) : engine.connect()),
    }
    await write(3)
    const report = (kind: string) => void told.push(kind)
    const stop = startSealer({ engine: failing, clock, report, everyMs: 5 })
    while ((await sizeNow()) < before + 3) await setTimeout(5)
    await stop()
    expect([await sizeNow(), told]).toEqual([before + 3, ['log RangeError', 'log RangeError']])
    await write(1)
    await setTimeout(50)
    expect(await sizeNow(), 'stopped').toBe(before + 3)
    await sealAll(world.node)
    expect(await sizeNow()).toBe(before + 4)
  })

  test('is asked from where it stands when the node has forgotten how far that is', async () => {
    await rowsOf(world.owner, 'update log_witness set size = 3')
    await happen(2)
    expect(await anchor(world.node, places, true)).toEqual([])
    expect((await kept())?.['trouble']).toBeNull()
  })

  test('refuses a log that was written anew, and says nothing for it', async () => {
    await happen(1)
    const signer = await logSigner(world.node.engine, world.node)
    const [head] = await rowsOf(world.owner, 'select size::int as size from log_head')
    const size = Number(head?.['size'])
    const forged = signedCheckpoint({ origin: signer.name, size, root: Buffer.alloc(32, 1) }, signer)
    await rowsOf(world.owner, 'insert into log_checkpoint values ($1, $2, now())', [size, forged])
    expect(await anchor(world.node, places, true)).toEqual([{ name: 'witness.example', trouble: 'refused' }])
    expect(await kept()).toMatchObject({ size: size - 1, trouble: 'refused' })
    await rowsOf(world.owner, 'delete from log_checkpoint where size = $1', [size])
  })

  test('is told of a log in which something is missing', async () => {
    await rowsOf(world.owner, 'delete from log_node')
    await happen(1)
    expect(await anchor(world.node, places, true)).toEqual([{ name: 'witness.example', trouble: 'damaged' }])
  })

  test.each([
    ['nothing', '', 400],
    ['no proof lines', 'old 0\nsetu-test\n1\n', 400],
    ['too much', 'x'.repeat(30_000), 413],
  ])('answers %s with a refusal', async (_, body, status) => {
    expect((await fetch(`${address}add-checkpoint`, { method: 'POST', body })).status).toBe(status)
  })

  test('knows no other log, and no other path', async () => {
    const signer = await logSigner(world.node.engine, world.node)
    const stranger = signedCheckpoint({ origin: 'another', size: 1, root: Buffer.alloc(32) }, signer)
    const send = (note: string, path = 'add-checkpoint') =>
      fetch(`${address}${path}`, { method: 'POST', body: `old 0\n\n${note}` })
    expect((await send(stranger)).status).toBe(404)
    const unsigned = signedCheckpoint(
      { origin: signer.name, size: 1, root: Buffer.alloc(32) },
      signer,
    ).replace(/.{8}\n$/, 'AAAAAAA=\n')
    expect((await send(unsigned)).status).toBe(403)
    expect((await send(stranger, 'elsewhere')).status).toBe(404)
  })

  test('a witness that cannot be reached is noted, and asked again later', async () => {
    const [place] = places
    if (place?.kind !== 'service') throw new Error('no witness')
    const away = { ...place, name: 'away', url: 'http://127.0.0.1:9/' }
    const [trouble] = await anchor(world.node, [away])
    expect(trouble).toEqual({ name: 'away', trouble: 'unreachable' })
  })

  test.each(['relative/folder', 'https://witness.example', 'https://witness.example#nonsense', 'ftp://x#y'])(
    'a list with %j in it is refused',
    (text) => expect(readWitnesses(text)).toBeNull(),
  )
})
