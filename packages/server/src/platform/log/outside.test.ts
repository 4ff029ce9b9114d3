import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { paperLeaves, paperLog, paperNote, paperRoot, paperTombstones } from '../../../test/paper-log.ts'
import { tombstonesAt } from './current-tombstones.ts'
import { addToFolder, readFolder, rootSeen } from './folder-witness.ts'
import { keyLine, signerFrom } from './note.ts'
import { isSumOf, markerOf, partsOfLine, readTombstones, sumOf, tombstoneLine } from './tombstones.ts'
import { readWitnesses } from './witness-list.ts'

const [first = '', second = '', third = ''] = paperTombstones

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'setu-outside-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function show(from: number, size: number, lines: readonly string[] = [], after = 0, erased = lines): void {
  addToFolder(folder, {
    verifier: paperLog,
    from,
    size,
    leaves: paperLeaves.slice(from, size),
    note: paperNote(size, { erased }),
    tombstones: { after, lines },
  })
}

const place = () => join(folder, 'setu-paper')

describe('a folder that is a witness', () => {
  test('has seen nothing of a log that was never shown to it', () => {
    expect(readFolder(folder, 'setu-paper')).toBeNull()
    mkdirSync(place())
    expect(readFolder(folder, 'setu-paper')).toBeNull()
  })

  test('keeps each step under its sizes, for everybody to read', () => {
    show(0, 3, [first])
    show(3, 10, [second], 1, [first, second])
    expect(readdirSync(place()).toSorted()).toEqual([
      '000000000000-000000000001.tombstones',
      '000000000000-000000000003.leaves',
      '000000000001-000000000002.tombstones',
      '000000000003-000000000010.leaves',
      '000000000003.checkpoint',
      '000000000010.checkpoint',
      'log.key',
    ])
    expect(statSync(join(place(), 'log.key')).mode & 0o777).toBe(0o644)
    expect(readFileSync(join(place(), 'log.key'), 'utf8')).toBe(`${keyLine(paperLog)}\n`)
    const seen = readFolder(folder, 'setu-paper')
    expect(seen).toEqual({
      key: keyLine(paperLog),
      notes: [
        { size: 3, note: paperNote(3, { erased: [first] }) },
        { size: 10, note: paperNote(10, { erased: [first, second] }) },
      ],
      leaves: paperLeaves.slice(0, 10),
      tombstones: [first, second],
    })
    expect(seen && rootSeen(seen)).toEqual(paperRoot(10))
  })

  test('writes no list where nothing was erased, and passes over what is not its own', () => {
    show(0, 3)
    show(3, 10)
    expect(readdirSync(place()).filter((name) => name.endsWith('.tombstones'))).toEqual([])
    for (const name of [
      'x000000000004.checkpoint',
      '000000000004.checkpoint.half',
      '4.checkpoint',
      'a.tombstones',
    ])
      writeFileSync(join(place(), name), 'x')
    for (const name of ['x000000000000-000000000009.tombstones', '000000000000-000000000009.tombstones.half'])
      writeFileSync(join(place(), name), 'x')
    expect(readFolder(folder, 'setu-paper')).toMatchObject({ tombstones: [], leaves: { length: 10 } })
  })

  test('is damaged when leaves are missing or too many', () => {
    show(0, 3)
    const file = join(place(), '000000000000-000000000003.leaves')
    for (const bytes of [Buffer.alloc(95), Buffer.alloc(97), Buffer.alloc(128)]) {
      writeFileSync(file, bytes)
      expect(() => readFolder(folder, 'setu-paper')).toThrow('a damaged witness')
    }
  })

  test('is damaged when its list of what was erased is not as long as it says', () => {
    show(0, 3, [first, second])
    const file = join(place(), '000000000000-000000000002.tombstones')
    for (const text of [first, first + second + third, 'nonsense']) {
      writeFileSync(file, text)
      expect(() => readFolder(folder, 'setu-paper')).toThrow('a damaged witness')
    }
  })

  test('is damaged when its only line is none', () => {
    show(0, 3, [first])
    writeFileSync(join(place(), '000000000000-000000000001.tombstones'), 'nonsense')
    expect(() => readFolder(folder, 'setu-paper')).toThrow('a damaged witness')
  })
})

describe('a list of what was erased', () => {
  test('has a line for each, and can be read back', () => {
    const id = '3f2c8b1e-6a4d-4c7f-9b0a-2d5e8f1c7a64'
    const line = tombstoneLine(id, Buffer.alloc(32, 3))
    expect(line).toBe(`${id} ${Buffer.alloc(32, 3).toString('base64')}\n`)
    expect(partsOfLine(line)).toEqual({ id, mark: Buffer.alloc(32, 3).toString('base64') })
    expect(readTombstones(first + second)).toEqual([first, second])
    expect(readTombstones('')).toEqual([])
  })

  test.each([
    ['a line without its end', first.trimEnd()],
    ['something before it', `x${first}`],
    ['something behind it', `${first.trimEnd()}x\n`],
    ['a short id', first.slice(1)],
    ['a short mark', first.replace('=\n', '\n')],
    ['one bad line', `${first}x\n`],
    ['an empty line', `${first}\n`],
    ['other signs', `${'g'.repeat(36)}${first.slice(36)}`],
  ])('is none with %s', (_, text) => expect(readTombstones(text)).toBeNull())

  test('is summed up by its number and its digest', () => {
    expect(sumOf([])).toBeUndefined()
    const sum = sumOf([first, second])
    if (!sum) throw new TypeError('no sum')
    expect(sum.count).toBe(2)
    expect(isSumOf(sum, [first, second])).toBe(true)
    expect(isSumOf(sum, [second, first])).toBe(false)
    expect(isSumOf({ ...sum, count: 3 }, [first, second])).toBe(false)
  })

  test('marks a case alike in one log, and in no other', () => {
    const mark = markerOf(Buffer.alloc(32, 1))
    expect(mark('org', 'case').toString('hex')).toBe(
      '184d62b4efbbb3532b11a1fc765c7bbf46573971a06d4b570b8db3a97ecb555d',
    )
    expect(markerOf(Buffer.alloc(32, 1))('org', 'case')).toEqual(mark('org', 'case'))
    expect(markerOf(Buffer.alloc(32, 2))('org', 'case')).not.toEqual(mark('org', 'case'))
    expect(mark('org', 'other')).not.toEqual(mark('org', 'case'))
    expect(mark('other', 'case')).not.toEqual(mark('org', 'case'))
  })
})

describe('what a folder remembers of the erased', () => {
  const asked = () => tombstonesAt(folder, paperLog)

  test('is the list that the last checkpoint speaks of', async () => {
    show(0, 3, [first])
    show(3, 5, [second], 1, [first, second])
    expect(await asked()).toEqual({ size: 5, lines: [first, second] })
  })

  test('is nothing where nothing was erased, and unknown where nothing was shown', async () => {
    expect(await tombstonesAt(join(folder, 'nowhere'), paperLog)).toBe('unreachable')
    expect(await asked()).toBe('unknown')
    mkdirSync(place())
    writeFileSync(join(place(), 'log.key'), keyLine(paperLog))
    expect(await asked()).toBe('unknown')
    show(0, 3)
    expect(await asked()).toEqual({ size: 3, lines: [] })
  })

  test('is not believed when a later checkpoint speaks of fewer, or its files are damaged', async () => {
    show(0, 3, [first, second])
    show(3, 5, [], 2, [first])
    expect(await asked()).toBe('incomplete')
    writeFileSync(join(place(), '000000000000-000000000003.leaves'), '')
    expect(await asked()).toBe('incomplete')
  })

  test('is incomplete when it is not what was signed', async () => {
    show(0, 3, [first], 0, [second])
    expect(await asked()).toBe('incomplete')
  })

  test('may hold more than the last checkpoint speaks of', async () => {
    show(0, 3, [first, second], 0, [first])
    expect(await asked()).toEqual({ size: 3, lines: [first] })
  })

  test('is forged when somebody else signed it', async () => {
    show(0, 3, [first])
    const file = join(place(), '000000000003.checkpoint')
    writeFileSync(file, paperNote(3, { erased: [first], by: signerFrom('setu-paper', Buffer.alloc(32, 1)) }))
    expect(await asked()).toBe('forged')
    writeFileSync(file, paperNote(3, { origin: 'setu-other' }))
    expect(await asked()).toBe('forged')
    writeFileSync(file, 'nonsense')
    expect(await asked()).toBe('forged')
  })
})

describe('what a witness over the network remembers of the erased', () => {
  async function told(status: number, body: string, more: Record<string, string> = {}) {
    const paths: (string | undefined)[] = []
    const server = createServer((request, response) => {
      paths.push(request.url)
      response.writeHead(status, more).end(body)
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const bound = server.address()
    const address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}/`
    try {
      return { answer: await tombstonesAt(address, paperLog), paths }
    } finally {
      await new Promise((closed) => server.close(closed))
    }
  }
  const list = (checkpoint: string, tombstones: string) => JSON.stringify({ checkpoint, tombstones })
  const good = list(paperNote(3, { erased: [first, second] }), first + second)

  test('is asked for by the name of the log', async () => {
    expect(await told(200, good)).toEqual({
      answer: { size: 3, lines: [first, second] },
      paths: ['/tombstones/setu-paper'],
    })
  })

  test.each([
    ['unknown', 404, good],
    ['unreachable', 500, good],
    ['unreachable', 403, good],
    ['incomplete', 200, 'no JSON'],
    ['incomplete', 200, '{}'],
    ['incomplete', 200, list(paperNote(3, { erased: [first] }), 'nonsense')],
    ['incomplete', 200, list(paperNote(3, { erased: [first, second] }), first)],
    ['forged', 200, list('nonsense', first)],
  ])('is %s when it answers %i with the wrong thing', async (fault, status, body) => {
    expect((await told(status, body)).answer).toBe(fault)
  })

  test('is not looked for elsewhere, and not at an address that is none', async () => {
    expect((await told(302, '', { location: 'http://127.0.0.1:9/' })).answer).toBe('unreachable')
    expect(await tombstonesAt('http://127.0.0.1:9/', paperLog)).toBe('unreachable')
    expect(await tombstonesAt('nowhere', paperLog)).toBe('unreachable')
  })
})

describe('the operator’s list of witnesses', () => {
  const witness = { ...paperLog, name: 'witness.example', kind: 'witness' } as const
  const line = keyLine(witness)
  const service = (url: string) => ({ kind: 'service', name: 'witness.example', url, verifier: witness })

  test('has folders by their full path, and services by their address and key', () => {
    const other = { kind: 'folder', name: '/mnt/other', folder: '/mnt/other' }
    expect(readWitnesses(`/mnt/other, https://witness.example/x#${line}`)).toEqual([
      other,
      service('https://witness.example/x'),
    ])
    expect(readWitnesses(` \n/mnt/other\n,,\thttp://localhost:81#${line} `)).toEqual([
      other,
      service('http://localhost:81/'),
    ])
    expect(readWitnesses('')).toEqual([])
  })

  test.each([
    ['a folder by half a path', 'mnt/other'],
    ['no address', `#${line}`],
    ['an address that is none', `witness#${line}`],
    ['another way of reaching it', `ftp://witness.example#${line}`],
    ['no key', 'https://witness.example'],
    ['a key that is none', 'https://witness.example#key'],
    ['the key of a log', `https://witness.example#${keyLine(paperLog)}`],
    ['one that is neither', `/mnt/other nowhere https://witness.example#${line}`],
  ])('is refused with %s', (_, text) => expect(readWitnesses(text)).toBeNull())
})
