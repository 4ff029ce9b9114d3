import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../../test/client.ts'
import { openCaseOf } from '../../../test/referred.ts'
import { sealAll } from '../../../test/seal-all.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { writeOutcome } from '../audit/trail.ts'
import { inTransaction } from '../database/transaction.ts'
import { anchor } from './anchor.ts'
import { checkTombstones } from './check-tombstones.ts'
import { checkpoint } from './checkpoints.ts'
import { logSecret, logSigner } from './log-key.ts'
import { readNote } from './note.ts'
import { markerOf, readTombstones, tombstoneLine } from './tombstones.ts'
import { readWitnesses, type WitnessPlace } from './witness-list.ts'
import { witnessKeyLine, witnessServer, witnessSigner } from './witness-server.ts'

describe.each(['pglite', 'postgres'] as const)('what was erased, at a witness, on %s', (kind) => {
  let world: World
  let folder: string
  let shown: string
  let server: Server
  let places: readonly WitnessPlace[]

  beforeAll(async () => {
    world = await openWorld(kind)
    folder = mkdtempSync(join(tmpdir(), 'setu-tombstones-'))
    const { name, publicKey } = await logSigner(world.node.engine, world.node)
    const signer = witnessSigner(join(folder, 'service'), 'witness.example')
    const logs = [{ name, kind: 'log', publicKey }] as const
    server = witnessServer({ folder: join(folder, 'service'), signer, logs, clock: () => new Date() })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const bound = server.address()
    const address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}/`
    shown = join(folder, 'shown')
    places = readWitnesses(`${shown} ${address}#${witnessKeyLine(signer)}`) ?? []
  })
  afterAll(async () => {
    await new Promise((closed) => server.close(closed))
    await world.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const entomb = (caseId: string) =>
    rowsOf(
      world.owner,
      `insert into tombstone (place, id, org_id, case_id, reason, at)
       select coalesce(max(place), 0) + 1, gen_random_uuid(), $1, $2, 'survivorsWish', now() from tombstone`,
      [world.people.asha.org, caseId],
    )

  async function happen(): Promise<void> {
    await inTransaction(world.node.engine, { role: 'setu_signin' }, (db) =>
      writeOutcome(
        db,
        null,
        {
          request: randomUUID(),
          action: 'test',
          method: 'GET',
          status: 200,
          problem: null,
          reason: null,
          count: null,
        },
        [],
      ),
    )
    await sealAll(world.node)
  }

  test('is bound into the next checkpoint, which does not wait its ten minutes', async () => {
    await happen()
    const before = readNote((await checkpoint(world.node, true)) ?? '')
    expect(before?.tombstones).toBeUndefined()
    await happen()
    expect(readNote((await checkpoint(world.node)) ?? '')?.size).toBe(before?.size)
    const [erased, also] = [randomUUID(), randomUUID()]
    await entomb(erased)
    const after = readNote((await checkpoint(world.node)) ?? '')
    expect([after?.tombstones?.count, (after?.size ?? 0) > (before?.size ?? 0)]).toEqual([1, true])

    expect(await anchor(world.node, places)).toEqual([])
    await entomb(also)
    await happen()
    expect(await anchor(world.node, places)).toEqual([])
    await happen()
    const stands = readNote((await checkpoint(world.node)) ?? '')
    expect(stands?.tombstones?.count, 'what was said already is no hurry').toBe(2)
    const [sealed] = await rowsOf(world.owner, 'select size::int as size from log_head')
    expect(stands?.size).toBe(Number(sealed?.['size']) - 1)
    const [origin = ''] = readdirSync(shown)
    const lists = readdirSync(join(shown, origin)).filter((name) => name.endsWith('.tombstones'))
    expect(lists).toEqual(['000000000000-000000000001.tombstones', '000000000001-000000000002.tombstones'])
    const { seed } = await logSecret(world.node.engine, world.node)
    const [line] = await rowsOf(world.owner, 'select id from tombstone where case_id = $1', [erased])
    const mark = markerOf(seed)(world.people.asha.org, erased)
    expect(readFileSync(join(shown, origin, lists[0] ?? ''), 'utf8')).toBe(
      tombstoneLine(String(line?.['id']), mark),
    )
    for (const name of lists) {
      const text = readFileSync(join(shown, origin, name), 'utf8')
      expect(readTombstones(text)).toHaveLength(1)
      for (const id of [erased, also, world.people.asha.org]) expect(text).not.toContain(id)
    }
    expect(await checkTombstones(world.node, places)).toEqual({
      count: 2,
      broken: 0,
      forgotten: [],
      unread: [],
    })
  })

  test('is handed over as far as a witness takes it, and never without end', async () => {
    const [, service] = places
    if (service?.kind !== 'service') throw new TypeError('no service')
    const { url: there } = service
    let answers = 200
    let stands = ''
    const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const body = await textOf(request)
      const handing = request.url === '/add-tombstones'
      if (handing && answers === 0) return void request.socket.destroy()
      if (handing) return void response.writeHead(answers).end('2\n')
      if (stands !== '') return void response.writeHead(409).end(stands)
      const passed = await fetch(new URL('add-checkpoint', there), { method: 'POST', body })
      return void response.writeHead(passed.status).end(await passed.text())
    }
    const stubborn = createServer((request, response) => void answer(request, response))
    await new Promise<void>((listening) => stubborn.listen(0, '127.0.0.1', listening))
    const bound = stubborn.address()
    const url = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}/`
    const told = async (status: number, from = '') => {
      answers = status
      stands = from
      return (await anchor(world.node, [{ ...service, name: 'stubborn', url }])).map(({ trouble }) => trouble)
    }
    expect(await told(200)).toEqual([])
    expect(await told(404), 'of another make, it keeps no list').toEqual([])
    expect(await told(409), 'says again what it has said').toEqual(['refused'])
    expect(await told(422)).toEqual(['refused'])
    expect(await told(500)).toEqual(['unreachable'])
    for (const from of ['999999\n', 'nowhere\n', '0.5\n'])
      expect(await told(200, from), 'has seen what is not there').toEqual(['ahead'])
    expect(await told(0), 'hangs up').toEqual(['unreachable'])
    await new Promise((closed) => stubborn.close(closed))
  })

  test('is missed when the node forgets it, and when something of it is here again', async () => {
    const file = await openCaseOf(world.people.asha, 'cnry')
    await entomb(file.id)
    expect(await checkTombstones(world.node, places)).toMatchObject({ count: 3, broken: 1, forgotten: [] })
    await rowsOf(world.owner, 'delete from tombstone where place > 1')
    expect(await checkTombstones(world.node, places)).toMatchObject({
      count: 1,
      broken: 0,
      forgotten: [shown, 'witness.example'],
    })
    // A list that lost its end is not the one that was shown: the witness stands by the longer one.
    await happen()
    expect(await anchor(world.node, places, true)).toEqual([
      { name: shown, trouble: 'refused' },
      { name: 'witness.example', trouble: 'refused' },
    ])
    expect(await checkTombstones(world.node, places)).toMatchObject({ forgotten: [shown, 'witness.example'] })
  })

  test('is said not to be known by a witness who has seen nothing', async () => {
    const nowhere: WitnessPlace = { kind: 'folder', name: 'nowhere', folder: join(folder, 'nowhere') }
    const { unread } = await checkTombstones(world.node, [nowhere])
    expect(unread).toEqual([{ name: 'nowhere', fault: 'unreachable' }])
  })
})
