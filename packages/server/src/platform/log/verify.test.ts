import { describe, expect, test } from 'vitest'
import { type BundleLeaf, bundleHeader, bundleLine } from './bundle.ts'
import { commitmentOf, contentOf, hashOfLeaf } from './entry.ts'
import type { FolderRecord } from './folder-witness.ts'
import { keyLine, signedCheckpoint, signerFrom } from './note.ts'
import { type Frontier, grown, noLeaves, rootOf } from './tree.ts'
import { type LogFault, verifyLog } from './verify.ts'

const signer = signerFrom('setu-test', Buffer.alloc(32, 5))
const key = keyLine({ name: signer.name, kind: 'log', publicKey: signer.publicKey })
const stranger = signerFrom('setu-test', Buffer.alloc(32, 6))
const strangersKey = keyLine({ name: 'setu-test', kind: 'log', publicKey: stranger.publicKey })
const made = '2026-05-04T00:00:00.000Z'

const event = {
  org: null,
  account: null,
  session: null,
  action: 'test',
  method: 'GET',
  status: 200,
  problem: null,
  reason: null,
  count: null,
  sealedReason: null,
} as const

const idOf = (seq: number): string => `00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`

/** An entry of the log, sealed a second after the one before it. */
function leafAt(seq: number, portion = 0): BundleLeaf {
  const entry = idOf(seq)
  const sealed = new Date(Date.parse('2026-05-01T00:00:00Z') + seq * 1000).toISOString()
  const content = contentOf({
    id: entry,
    portion,
    event: { ...event, at: sealed, request: entry },
    items: [],
  })
  const salt = Buffer.alloc(16, seq)
  const commitment = commitmentOf(salt, content).toString('hex')
  return { seq, entry, portion, sealed, commitment, salt: salt.toString('hex'), content }
}

const hashesOf = (leaves: readonly BundleLeaf[]) =>
  leaves.map((leaf) => hashOfLeaf({ ...leaf, commitment: Buffer.from(leaf.commitment, 'hex') }))

function noteOf(
  leaves: readonly BundleLeaf[],
  { size = leaves.length, by = signer, origin = 'setu-test' } = {},
): string {
  const root = rootOf(hashesOf(leaves.slice(0, size)).reduce<Frontier>(grown, noLeaves))
  return signedCheckpoint({ origin, size, root }, by)
}

const leaves = Array.from({ length: 6 }, (_, at) => leafAt(at))

interface Told {
  readonly leaves?: readonly BundleLeaf[]
  readonly notes?: readonly string[]
  readonly loose?: readonly string[]
  readonly header?: Readonly<Record<string, unknown>>
}

function linesOf({
  leaves: all = leaves,
  notes = [noteOf(leaves)],
  loose = [],
  header = {},
}: Told): string[] {
  return [
    { setuLog: 1, key, made, ...header },
    ...notes.map((checkpoint) => ({ checkpoint })),
    ...all.map((leaf) => ({ leaf })),
    ...loose.map((at) => ({ loose: { entry: idOf(99), at } })),
  ].map((line) => JSON.stringify(line))
}

const check = (lines: readonly string[], trust: Parameters<typeof verifyLog>[1] = {}) =>
  verifyLog(
    (async function* () {
      yield* lines
    })(),
    trust,
  )
const faultsOf = async (
  told: Told,
  trust: Parameters<typeof verifyLog>[1] = {},
): Promise<readonly LogFault[]> => (await check(linesOf(told), trust)).faults

const witnessed = (size: number, more: Partial<FolderRecord> = {}): FolderRecord => ({
  key,
  notes: [{ size, note: noteOf(leaves, { size }) }],
  leaves: hashesOf(leaves.slice(0, size)),
  tombstones: [],
  ...more,
})

describe('a log that is whole', () => {
  test('is told with its size, its checkpoints and what a witness has seen of it', async () => {
    expect(await check(linesOf({}))).toEqual({
      size: 6,
      witnessed: 0,
      without: 0,
      checkpoints: 1,
      faults: [],
    })
    expect(await check(linesOf({}), { witnesses: [witnessed(3), witnessed(5)] })).toEqual({
      size: 6,
      witnessed: 5,
      without: 0,
      checkpoints: 3,
      faults: [],
    })
  })

  test('may have empty lines, several checkpoints, and entries on their way into it', async () => {
    const notes = [noteOf(leaves, { size: 2 }), noteOf(leaves)]
    const loose = ['2026-05-03T23:59:30.000Z', '2026-05-03T23:59:00.000Z']
    const lines = linesOf({ notes, loose })
    const spaced = lines.flatMap((line) => ['', line, ''])
    expect(await check(spaced)).toMatchObject({ size: 6, checkpoints: 2, faults: [] })
  })

  test('keeps the portions of one event apart', async () => {
    const two = [leafAt(0), { ...leafAt(0, 1), seq: 1, sealed: leafAt(1).sealed }]
    expect(await faultsOf({ leaves: two, notes: [noteOf(two)] })).toEqual([])
  })

  test('may be empty', async () => {
    expect(await check(linesOf({ leaves: [], notes: [] }))).toEqual({
      size: 0,
      witnessed: 0,
      without: 0,
      checkpoints: 0,
      faults: [],
    })
  })
})

describe('a log that is no log', () => {
  const unreadable = {
    size: 0,
    witnessed: 0,
    without: 0,
    checkpoints: 0,
    faults: [{ kind: 'unreadable', at: 0 }],
  }

  test.each([
    ['nothing', []],
    ['an empty line', ['']],
    ['no JSON', ['log', ...linesOf({})]],
    ['another version', linesOf({ header: { setuLog: 2 } })],
    ['a header with more in it', linesOf({ header: { more: true } })],
  ])('is unreadable: %s', async (_, lines) => {
    expect(await check(lines)).toEqual(unreadable)
  })

  test('is unreadable from the line on that is none', async () => {
    const lines = linesOf({})
    expect((await check(lines.toSpliced(4, 0, '{"other":1}'))).faults).toEqual([
      { kind: 'unreadable', at: 2 },
    ])
  })
})

describe('an entry', () => {
  const swapped = (at: number, change: Partial<BundleLeaf>) => leaves.with(at, { ...leafAt(at), ...change })
  const found = async (all: readonly BundleLeaf[]) =>
    (await faultsOf({ leaves: all, notes: [] })).map((one) => one)

  test('that is missing leaves a gap, from its place on', async () => {
    const [first, ...rest] = await found(leaves.toSpliced(2, 1))
    expect(first).toEqual({ kind: 'gap', at: 2 })
    expect(rest.every(({ kind }) => kind === 'gap')).toBe(true)
  })

  test('that stands twice is told', async () => {
    const twice = leaves.with(3, { ...leafAt(2), seq: 3, sealed: leafAt(3).sealed })
    expect(await found(twice)).toEqual([{ kind: 'twice', at: 3 }])
  })

  test('that was sealed before the one before it is backdated; one at the same moment is not', async () => {
    expect(await found(swapped(3, { sealed: leafAt(0).sealed }))).toEqual([{ kind: 'backdated', at: 3 }])
    expect(await found(swapped(3, { sealed: leafAt(2).sealed }))).toEqual([])
  })

  test('whose content is not the one that was sealed was changed', async () => {
    expect(await found(swapped(1, { content: leafAt(1).content?.replace('200', '404') ?? null }))).toEqual([
      { kind: 'changed', at: 1 },
    ])
    expect(await found(swapped(1, { salt: leafAt(2).salt }))).toEqual([{ kind: 'changed', at: 1 }])
  })

  test('whose content speaks of another event was changed, well bound as it may be', async () => {
    const [mine, other] = [leafAt(1), leafAt(4)]
    const borrowed = { ...mine, content: other.content, salt: other.salt, commitment: other.commitment }
    expect(await found(leaves.with(1, borrowed))).toEqual([{ kind: 'changed', at: 1 }])
  })

  test('without its content is gone while it is young, or while what binds it is there', async () => {
    const bare = { content: null, salt: null }
    expect(await found(swapped(1, bare))).toEqual([{ kind: 'gone', at: 1 }])
    expect(await found(swapped(1, { content: null }))).toEqual([{ kind: 'gone', at: 1 }])
    expect(await found(swapped(1, { salt: null }))).toEqual([{ kind: 'gone', at: 1 }])
    const old = await check(linesOf({ leaves: swapped(1, bare) }), { retentionDays: 1 })
    expect(old).toMatchObject({ without: 1, faults: [] })
    const bound = await check(linesOf({ leaves: swapped(1, { content: null }) }), { retentionDays: 1 })
    expect(bound.faults).toEqual([{ kind: 'gone', at: 1 }])
  })

  test('may be without its content to the millisecond when its time is over', async () => {
    const all = leaves.with(0, { ...leafAt(0), content: null, salt: null })
    const days = (Date.parse(made) - Date.parse(leafAt(0).sealed)) / (24 * 60 * 60 * 1000)
    expect((await check(linesOf({ leaves: all }), { retentionDays: days })).faults).toEqual([])
    expect((await check(linesOf({ leaves: all }), { retentionDays: days + 1e-6 })).faults).toEqual([
      { kind: 'gone', at: 0 },
    ])
  })

  test('is kept for ten years where nobody says otherwise', async () => {
    const all = leaves.map((leaf) => ({ ...leaf, content: null, salt: null }))
    const later = (days: number) =>
      new Date(Date.parse(leafAt(5).sealed) + days * 24 * 60 * 60 * 1000).toISOString()
    expect((await faultsOf({ leaves: all, header: { made: later(3651) } })).length).toBe(0)
    expect((await faultsOf({ leaves: all, header: { made: later(3649) } })).length).toBe(6)
  })

  test('that is withheld from this reader is not missed', async () => {
    const held = swapped(1, { content: null, salt: null, withheld: true })
    expect(await check(linesOf({ leaves: held }))).toMatchObject({ without: 1, faults: [] })
  })

  test('that no leaf stands for is told once it had a minute to get one', async () => {
    expect(await faultsOf({ loose: ['2026-05-03T23:58:59.999Z'] })).toEqual([{ kind: 'unsealed', at: 6 }])
    expect(await faultsOf({ loose: ['2026-05-03T23:59:00.000Z'] })).toEqual([])
  })
})

describe('a checkpoint', () => {
  test('by another key, of another log, or that is none, is forged', async () => {
    const forged = [{ kind: 'forged', at: 0 }]
    expect(await faultsOf({ notes: [noteOf(leaves, { by: stranger })] })).toEqual(forged)
    expect(await faultsOf({ notes: [noteOf(leaves, { origin: 'setu-other' })] })).toEqual(forged)
    expect(await faultsOf({ notes: ['nonsense'] })).toEqual(forged)
    expect(await faultsOf({ header: { key: 'nonsense' } })).toEqual(forged)
  })

  test('of more entries than there are shows that some were cut off', async () => {
    expect(await faultsOf({ leaves: leaves.slice(0, 4) })).toEqual([{ kind: 'cut', at: 4 }])
  })

  test('whose root differs says after which good one the log went wrong', async () => {
    const other = leaves.with(4, { ...leafAt(4), ...leafAt(4, 1), seq: 4 })
    const notes = [noteOf(leaves, { size: 2 }), noteOf(leaves, { size: 3 }), noteOf(leaves)]
    expect(await faultsOf({ leaves: other, notes })).toEqual([{ kind: 'rootDiffers', at: 3 }])
    expect(await faultsOf({ leaves: other, notes: [noteOf(leaves)] })).toEqual([
      { kind: 'rootDiffers', at: 0 },
    ])
  })

  test('whose root differs names the entry that shows it', async () => {
    const other = leaves.with(4, { ...leafAt(4), commitment: leafAt(5).commitment })
    const notes = [noteOf(leaves, { size: 2 }), noteOf(leaves)]
    expect(await faultsOf({ leaves: other, notes })).toEqual([
      { kind: 'changed', at: 4 },
      { kind: 'rootDiffers', at: 4 },
    ])
    const two = other.with(2, { ...leafAt(2), commitment: leafAt(5).commitment })
    expect(await faultsOf({ leaves: two, notes })).toContainEqual({ kind: 'rootDiffers', at: 2 })
    const before = other.with(1, { ...leafAt(1), salt: leafAt(2).salt })
    expect(await faultsOf({ leaves: before, notes })).toContainEqual({ kind: 'rootDiffers', at: 4 })
  })

  test('that is forged is told where the last good one ends', async () => {
    const notes = [noteOf(leaves, { size: 2 }), noteOf(leaves, { by: stranger })]
    expect(await faultsOf({ notes })).toEqual([{ kind: 'forged', at: 2 }])
    expect(await faultsOf({ notes: notes.toReversed() })).toEqual([{ kind: 'forged', at: 0 }])
    const forged = (size: number) => noteOf(leaves, { size, by: stranger })
    for (const size of [3, 6])
      expect(await faultsOf({ notes: [noteOf(leaves), forged(size)] })).toEqual([{ kind: 'forged', at: 0 }])
  })
})

describe('what a witness holds', () => {
  test('is believed before the log’s own word for its key', async () => {
    const other = { ...witnessed(3), key: strangersKey }
    expect(await faultsOf({}, { witnesses: [other] })).toContainEqual({ kind: 'otherKey', at: 0 })
    expect((await faultsOf({}, { witnesses: [other] })).filter(({ kind }) => kind === 'forged')).toHaveLength(
      2,
    )
    expect(await faultsOf({}, { key: strangersKey })).toContainEqual({ kind: 'otherKey', at: 0 })
    expect(await faultsOf({}, { key })).toEqual([])
    expect(await faultsOf({}, { key, witnesses: [other] })).toEqual([{ kind: 'otherKey', at: 0 }])
  })

  test('shows an entry that was written anew, and only that', async () => {
    const anew = leaves.with(2, { ...leafAt(2, 1), seq: 2 })
    expect(await faultsOf({ leaves: anew, notes: [] }, { witnesses: [witnessed(2, { notes: [] })] })).toEqual(
      [],
    )
    expect(await faultsOf({ leaves: anew, notes: [] }, { witnesses: [witnessed(3, { notes: [] })] })).toEqual(
      [{ kind: 'rewritten', at: 2 }],
    )
  })

  test('shows a log that was cut back, and does not count what is no longer there', async () => {
    const report = await check(linesOf({ leaves: leaves.slice(0, 4), notes: [] }), {
      witnesses: [witnessed(5)],
    })
    expect(report).toMatchObject({ size: 4, witnessed: 4, checkpoints: 1, faults: [{ kind: 'cut', at: 4 }] })
  })

  test('has its own checkpoints tried against the log', async () => {
    const { notes } = witnessed(3)
    const forged = [{ size: 3, note: noteOf(leaves, { size: 3, by: stranger }) }]
    expect(await faultsOf({ notes: [] }, { witnesses: [witnessed(3, { notes: forged })] })).toEqual([
      { kind: 'forged', at: 0 },
    ])
    expect(await faultsOf({ notes: [] }, { witnesses: [witnessed(3, { notes })] })).toEqual([])
    const other = leaves.with(1, { ...leafAt(1, 1), seq: 1 })
    expect(
      await faultsOf({ leaves: other, notes: [] }, { witnesses: [witnessed(3, { leaves: [] })] }),
    ).toEqual([{ kind: 'rootDiffers', at: 0 }])
  })
})

describe('a line of a bundle', () => {
  const fits = (line: object) => bundleLine.safeParse(line).success
  const leaf = leafAt(0)

  test('is a leaf, a checkpoint or an event without a leaf, and nothing besides', () => {
    expect(fits({ leaf })).toBe(true)
    expect(fits({ leaf: { ...leaf, withheld: true } })).toBe(true)
    expect(fits({ checkpoint: 'x' })).toBe(true)
    expect(fits({ loose: { entry: leaf.entry, at: made } })).toBe(true)
    expect(fits({ checkpoint: 'x', leaf })).toBe(false)
    expect(fits({ loose: { entry: leaf.entry, at: made, more: 1 } })).toBe(false)
    expect(fits({ loose: { entry: leaf.entry, at: 'today' } })).toBe(false)
  })

  test.each([
    ['a place below the first', { seq: -1 }],
    ['a portion below the first', { portion: -1 }],
    ['half a place', { seq: 0.5 }],
    ['no id', { entry: 'x' }],
    ['no moment', { sealed: 'today' }],
    ['a short commitment', { commitment: 'ab' }],
    ['a commitment in other signs', { commitment: 'g'.repeat(64) }],
    ['half a byte of salt', { salt: 'abc' }],
    ['an empty salt', { salt: '' }],
    ['salt and more', { salt: 'ab\nzz' }],
    ['withheld from nobody', { withheld: false }],
    ['more than a leaf has', { more: 1 }],
  ])('is no leaf with %s', (_, change) => {
    expect(fits({ leaf: { ...leaf, ...change } })).toBe(false)
  })

  test('begins with the version, the key and the moment', () => {
    expect(bundleHeader.safeParse({ setuLog: 1, key, made }).success).toBe(true)
    for (const change of [{ setuLog: 2 }, { key: 1 }, { made: 'today' }, { more: 1 }])
      expect(bundleHeader.safeParse({ setuLog: 1, key, made, ...change }).success).toBe(false)
  })
})
