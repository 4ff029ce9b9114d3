import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { paperLog, paperNote, paperProof, paperSigner, paperTombstones } from '../../../test/paper-log.ts'
import { keyLine, readNote, signedAt, signerFrom } from './note.ts'
import { witnessKeyLine, witnessServer, witnessSigner } from './witness-server.ts'

const moment = new Date('2026-05-04T03:02:01Z')
const plain = 'text/plain; charset=utf-8'
const [first = '', second = '', third = ''] = paperTombstones

let folder: string
let server: Server
let address: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'setu-witness-'))
  const signer = witnessSigner(join(folder, 'deep'), 'witness.example')
  // Two keys under one name: a log that changed its key is known by either.
  const before = { ...paperLog, publicKey: signerFrom(paperLog.name, Buffer.alloc(32, 12)).publicKey }
  server = witnessServer({ folder, signer, logs: [before, paperLog], clock: () => moment })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const bound = server.address()
  address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`
})
afterEach(async () => {
  await new Promise((closed) => server.close(closed))
  rmSync(folder, { recursive: true, force: true })
})

async function ask(
  path: string,
  body?: string,
): Promise<{ status: number; text: string; type: string | null }> {
  const response = await fetch(`${address}${path}`, body === undefined ? {} : { method: 'POST', body })
  return { status: response.status, text: await response.text(), type: response.headers.get('content-type') }
}

const add = (old: number | string, proof: readonly string[], note: string) =>
  ask('/add-checkpoint', [`old ${old}`, ...proof, '', note].join('\n'))

async function grow(old: number, size: number, erased: readonly string[] = []) {
  return add(old, await paperProof(old, size), paperNote(size, { erased }))
}

const hand = (from: unknown, lines: readonly string[] | string, more: object = {}) =>
  ask(
    '/add-tombstones',
    JSON.stringify({
      origin: paperLog.name,
      from,
      tombstones: typeof lines === 'string' ? lines : lines.join(''),
      ...more,
    }),
  )

describe('a witness', () => {
  test('keeps its secret for itself, and is the same one ever after', () => {
    const file = join(folder, 'deep', 'witness.key')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, 'deep')).mode & 0o777).toBe(0o700)
    expect(Buffer.from(readFileSync(file, 'utf8'), 'base64')).toHaveLength(32)
    const again = witnessSigner(join(folder, 'deep'), 'witness.example')
    expect(witnessKeyLine(again)).toBe(
      keyLine({ name: 'witness.example', kind: 'witness', publicKey: again.publicKey }),
    )
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n`)
    expect(witnessKeyLine(witnessSigner(join(folder, 'deep'), 'witness.example'))).toBe(witnessKeyLine(again))
  })

  test('signs a log that begins, and each step that continues it', async () => {
    const signer = witnessSigner(join(folder, 'deep'), 'witness.example')
    const verifier = { name: signer.name, kind: 'witness', publicKey: signer.publicKey } as const
    for (const [old, size] of [
      [0, 3],
      [3, 4],
      [4, 11],
      [11, 11],
    ] as const) {
      const { status, text, type } = await grow(old, size)
      expect([status, type]).toEqual([200, plain])
      const note = readNote(`${paperNote(size)}${text}`)
      expect(note && signedAt(note, verifier)).toEqual(moment)
    }
    expect(readFileSync(join(folder, 'setu-paper.checkpoint'), 'utf8')).toBe(paperNote(11))
    expect(readdirSync(folder).toSorted()).toEqual(['deep', 'setu-paper.checkpoint'])
  })

  test('says how far the log had come to whoever begins elsewhere', async () => {
    await grow(0, 3)
    const there = { status: 409, text: '3\n', type: 'text/x.tlog.size' }
    expect(await grow(0, 5)).toEqual(there)
    expect(await grow(2, 5)).toEqual(there)
    // The same size with another root is a fork, and is told apart only by the size that was seen.
    expect(await add(3, [], paperNote(3, { root: Buffer.alloc(32, 1) }))).toEqual(there)
  })

  test('refuses what does not continue the log', async () => {
    await grow(0, 3)
    expect(await add(3, await paperProof(3, 5), paperNote(5, { root: Buffer.alloc(32, 1) }))).toEqual({
      status: 422,
      text: 'inconsistent\n',
      type: plain,
    })
    expect(await add(3, [], paperNote(5))).toMatchObject({ status: 422 })
    expect(await add(4, [], paperNote(3))).toEqual({ status: 400, text: 'backwards\n', type: plain })
    expect((await grow(3, 5)).status).toBe(200)
  })

  test('refuses a log that says fewer were erased than before', async () => {
    expect((await grow(0, 3, [first, second])).status).toBe(200)
    expect(await grow(3, 5, [first])).toEqual({
      status: 422,
      text: 'fewer were erased than before\n',
      type: plain,
    })
    expect((await grow(3, 5)).status).toBe(422)
    expect((await grow(3, 5, [first, second])).status).toBe(200)
  })

  test('knows no other log, and nobody who does not sign for it', async () => {
    expect(await add(0, [], paperNote(3, { origin: 'setu-other' }))).toEqual({
      status: 404,
      text: 'unknown log\n',
      type: plain,
    })
    const stranger = signerFrom(paperSigner.name, Buffer.alloc(32, 13))
    expect(await add(0, [], paperNote(3, { by: stranger }))).toEqual({
      status: 403,
      text: 'unsigned\n',
      type: plain,
    })
  })

  test.each([
    ['nothing', ''],
    ['no end of the proof', `old 0\n${paperNote(3)}`.replaceAll('\n\n', '\n')],
    ['a size with a nought before it', `old 00\n\n${paperNote(3)}`],
    ['a size of sixteen digits', `old 1000000000000000\n\n${paperNote(3)}`],
    ['something before the size', `an old 0\n\n${paperNote(3)}`],
    ['something behind the size', `old 0 \n\n${paperNote(3)}`],
    ['no size', `old \n\n${paperNote(3)}`],
    ['a step that is too short', `old 0\nAAAA\n\n${paperNote(3)}`],
    ['a good step and a short one', `old 0\n${'A'.repeat(43)}=\nAAAA\n\n${paperNote(3)}`],
    ['more steps than a tree has', `old 0\n${`${'A'.repeat(43)}=\n`.repeat(64)}\n${paperNote(3)}`],
    ['no checkpoint', 'old 0\n\nnonsense'],
  ])('cannot read %s', async (_, body) => {
    expect(await ask('/add-checkpoint', body)).toEqual({ status: 400, text: 'unreadable\n', type: plain })
  })

  test('reads as many steps as a tree can have', async () => {
    const steps = Array.from({ length: 63 }, () => `${'A'.repeat(43)}=`)
    expect(await add(0, steps, paperNote(3))).toMatchObject({ status: 422 })
  })

  test('takes so many bytes and no more', async () => {
    expect(await ask('/add-checkpoint', 'x'.repeat(20_000))).toMatchObject({ status: 400 })
    expect(await ask('/add-checkpoint', 'x'.repeat(20_001))).toEqual({ status: 413, text: '', type: plain })
    expect(await ask('/add-tombstones', 'x'.repeat(20_001))).toMatchObject({ status: 400 })
    expect(await ask('/add-tombstones', 'x'.repeat(16 * 1024 * 1024 + 1))).toMatchObject({ status: 413 })
  })

  test('answers other paths and other ways of asking with nothing', async () => {
    for (const path of [
      '/',
      '/add-checkpoint',
      '/tombstones/',
      '/tombstones/a/b',
      '/a/tombstones/setu-paper',
    ])
      expect(await ask(path)).toEqual({ status: 404, text: '', type: plain })
    expect(await ask('/elsewhere', 'x')).toEqual({ status: 404, text: '', type: plain })
    expect(await ask('/tombstones/setu-paper', 'x')).toEqual({ status: 404, text: '', type: plain })
    expect(await ask(`/tombstones/${'a'.repeat(201)}`)).toMatchObject({ status: 404, text: '' })
    expect(await ask(`/tombstones/${'a'.repeat(200)}`)).toMatchObject({ status: 404, text: 'unknown log\n' })
  })

  test('says nothing of what went wrong inside it', async () => {
    writeFileSync(join(folder, 'setu-paper.checkpoint'), 'damaged')
    expect(await grow(0, 3)).toEqual({ status: 500, text: '', type: plain })
  })
})

describe('what was erased, at a witness', () => {
  test('is taken once the log has signed it, and is told to whoever restores', async () => {
    expect(await ask('/tombstones/setu-paper')).toEqual({ status: 404, text: 'nothing seen\n', type: plain })
    await grow(0, 3, [first, second])
    expect(await hand(0, [first, second])).toEqual({ status: 200, text: '2\n', type: plain })
    expect(await hand(2, [])).toEqual({ status: 200, text: '2\n', type: plain })
    await grow(3, 5, [first, second, third])
    expect(await hand(2, [third])).toEqual({ status: 200, text: '3\n', type: plain })
    const told = await ask('/tombstones/setu%2Dpaper')
    expect([told.status, told.type]).toEqual([200, 'application/json'])
    expect(JSON.parse(told.text)).toEqual({
      checkpoint: paperNote(5, { erased: [first, second, third] }),
      tombstones: first + second + third,
    })
  })

  test('is taken from where it stands, whole, and as it was signed', async () => {
    expect(await hand(0, [first])).toEqual({ status: 422, text: 'not what was signed\n', type: plain })
    await grow(0, 3, [first, second])
    expect(await hand(1, [second])).toEqual({ status: 409, text: '0\n', type: plain })
    for (const lines of [[first], [second, first], [first, second, third], 'nonsense'])
      expect(await hand(0, lines)).toEqual({ status: 422, text: 'not what was signed\n', type: plain })
    expect(readdirSync(folder)).not.toContain('setu-paper.tombstones')
  })

  test.each([
    ['a place below the first', { from: -1 }],
    ['half a place', { from: 0.5 }],
    ['no list', { tombstones: null }],
    ['more than it asks for', { more: 1 }],
    ['a name without end', { origin: 'a'.repeat(201) }],
    ['a list without end', { tombstones: 'a'.repeat(8 * 1024 * 1024 + 1) }],
  ])('is not read with %s', async (_, change) => {
    expect(await hand(0, [first], change)).toEqual({ status: 400, text: 'unreadable\n', type: plain })
  })

  test('is not kept of a log that nobody knows', async () => {
    expect(await hand(0, [first], { origin: 'setu-other' })).toMatchObject({
      status: 404,
      text: 'unknown log\n',
    })
    expect(await ask('/add-tombstones', 'no JSON')).toMatchObject({ status: 400 })
  })

  test('that was damaged is said to nobody as if it were whole', async () => {
    await grow(0, 3, [first])
    writeFileSync(join(folder, 'setu-paper.tombstones'), 'damaged\n')
    expect(await hand(0, [first])).toMatchObject({ status: 500 })
    expect(await ask('/tombstones/setu-paper')).toMatchObject({ status: 500 })
  })
})
