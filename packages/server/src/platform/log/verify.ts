import type { z } from 'zod'
import { type BundleLeaf, bundleHeader, bundleLine } from './bundle.ts'
import { commitmentOf, hashOfLeaf } from './entry.ts'
import type { FolderRecord } from './folder-witness.ts'
import { readKeyLine, readNote, signedAt, type Verifier } from './note.ts'
import { type Frontier, grown, noLeaves, rootOf } from './tree.ts'

/** What can be wrong with a log. */
export type LogFaultKind =
  | 'unreadable'
  | 'otherKey'
  | 'gap'
  | 'twice'
  | 'changed'
  | 'gone'
  | 'backdated'
  | 'rewritten'
  | 'rootDiffers'
  | 'forged'
  | 'cut'
  | 'unsealed'

/** One thing that is wrong, and the first entry that it touches. */
export interface LogFault {
  readonly kind: LogFaultKind
  readonly at: number
}

/** What a check of a log found. */
export interface LogReport {
  readonly size: number
  /** Entries that an outside witness has seen. */
  readonly witnessed: number
  /** Entries whose content was forgotten after its time, or is withheld from this reader. */
  readonly without: number
  readonly checkpoints: number
  readonly faults: readonly LogFault[]
}

interface Trust {
  /** What witnesses outside hold of this log. */
  readonly witnesses?: readonly FolderRecord[]
  /** The log's key as it was given to the checker; else the witnesses' copies are asked, else the bundle's own. */
  readonly key?: string
  /** Contents younger than this may not be missing. */
  readonly retentionDays?: number
}

const usualRetention = 3650
const day = 24 * 60 * 60 * 1000
/** What is younger may be on its way into the tree. */
const sealingTime = 60 * 1000

interface State {
  readonly made: Date
  readonly retention: number
  readonly verifier: Verifier | null
  readonly outside: readonly FolderRecord[]
  readonly seen: Set<string>
  readonly roots: Map<number, Buffer>
  readonly faults: LogFault[]
  readonly notes: string[]
  /** Sizes at which the root is asked for; a million roots would be too many to keep. */
  readonly wanted: Set<number>
  frontier: Frontier
  lastSealed: string
  without: number
  checkpoints: number
}

function takeLeaf(state: State, leaf: BundleLeaf): void {
  const at = state.frontier.size
  const wrong = (kind: LogFaultKind) => state.faults.push({ kind, at })
  const name = `${leaf.entry}/${leaf.portion}`
  if (leaf.seq !== at) wrong('gap')
  if (state.seen.has(name)) wrong('twice')
  state.seen.add(name)
  if (leaf.sealed < state.lastSealed) wrong('backdated')
  state.lastSealed = leaf.sealed
  if (leaf.content !== null && leaf.salt !== null) {
    const bound =
      commitmentOf(Buffer.from(leaf.salt, 'hex'), leaf.content).toString('hex') === leaf.commitment
    if (!bound || !leaf.content.includes(`"id":"${leaf.entry}"`)) wrong('changed')
  } else {
    state.without += 1
    const young = state.made.getTime() - new Date(leaf.sealed).getTime() < state.retention
    if (leaf.withheld !== true && (leaf.salt !== null || young)) wrong('gone')
  }
  const hash = hashOfLeaf({ ...leaf, commitment: Buffer.from(leaf.commitment, 'hex') })
  if (state.outside.some(({ leaves }) => leaves[at] !== undefined && !leaves[at].equals(hash)))
    wrong('rewritten')
  state.frontier = grown(state.frontier, hash)
  if (state.wanted.has(state.frontier.size)) state.roots.set(state.frontier.size, rootOf(state.frontier))
}

/** The last size before this one at which the root was found right: what is wrong begins after it. */
function goodBefore(size: number, good: readonly number[]): number {
  return Math.max(0, ...good.filter((one) => one < size))
}

/** A root says only that something before it is wrong; where a leaf itself shows it, that leaf is named. */
function firstWrong({ faults }: State, from: number, size: number): number {
  const shown = faults.map(({ at }) => at).filter((at) => at >= from && at < size)
  return shown.length === 0 ? from : Math.min(...shown)
}

function takeNote(state: State, text: string, good: number[]): void {
  state.checkpoints += 1
  const note = readNote(text)
  const size = note?.size ?? 0
  const from = goodBefore(size, good)
  if (note === null || state.verifier === null || signedAt(note, state.verifier) === null) {
    state.faults.push({ kind: 'forged', at: from })
    return
  }
  if (note.origin !== state.verifier.name) state.faults.push({ kind: 'forged', at: from })
  else if (size > state.frontier.size) state.faults.push({ kind: 'cut', at: state.frontier.size })
  else if (state.roots.get(size)?.equals(note.root) === false)
    state.faults.push({ kind: 'rootDiffers', at: firstWrong(state, from, size) })
  else good.push(size)
}

function parse<Shape extends z.ZodType>(shape: Shape, line: string): z.infer<Shape> | null {
  try {
    return shape.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}

function begin(
  header: z.infer<typeof bundleHeader>,
  { witnesses = [], key, retentionDays = usualRetention }: Trust,
): State {
  const trusted = key ?? witnesses[0]?.key ?? header.key
  const faults: LogFault[] = []
  if ([header.key, ...witnesses.map((one) => one.key)].some((one) => one !== trusted))
    faults.push({ kind: 'otherKey', at: 0 })
  return {
    made: new Date(header.made),
    retention: retentionDays * day,
    verifier: readKeyLine(trusted),
    outside: witnesses,
    seen: new Set(),
    roots: new Map(),
    faults,
    notes: [],
    wanted: new Set(witnesses.flatMap(({ notes }) => notes.map(({ size }) => size))),
    frontier: noLeaves,
    lastSealed: '',
    without: 0,
    checkpoints: 0,
  }
}

function takeOwnNote(state: State, text: string): void {
  state.notes.push(text)
  const note = readNote(text)
  if (note) state.wanted.add(note.size)
}

const nothing: LogReport = { size: 0, witnessed: 0, without: 0, checkpoints: 0, faults: [] }

/**
 * Checks a bundle with nothing but itself and what witnesses hold: every content against its leaf, every leaf
 * against the tree, every root against its signed checkpoint, and the whole against what was seen outside.
 */
export async function verifyLog(lines: AsyncIterable<string>, trust: Trust = {}): Promise<LogReport> {
  let state: State | null = null
  const loose: string[] = []
  for await (const line of lines) {
    if (line === '') continue
    if (state === null) {
      const header = parse(bundleHeader, line)
      if (header === null) break
      state = begin(header, trust)
      continue
    }
    const said = parse(bundleLine, line)
    if (said === null) state.faults.push({ kind: 'unreadable', at: state.frontier.size })
    else if ('leaf' in said) takeLeaf(state, said.leaf)
    else if ('checkpoint' in said) takeOwnNote(state, said.checkpoint)
    else loose.push(said.loose.at)
  }
  return state === null ? { ...nothing, faults: [{ kind: 'unreadable', at: 0 }] } : finish(state, loose)
}

function finish(state: State, loose: readonly string[]): LogReport {
  const good: number[] = []
  const outside = state.outside.flatMap(({ notes }) => notes.map(({ note }) => note))
  for (const note of [...outside, ...state.notes]) takeNote(state, note, good)
  for (const at of loose) {
    if (state.made.getTime() - new Date(at).getTime() > sealingTime)
      state.faults.push({ kind: 'unsealed', at: state.frontier.size })
  }
  return {
    size: state.frontier.size,
    witnessed: Math.max(
      0,
      ...state.outside.map(({ leaves }) => Math.min(leaves.length, state.frontier.size)),
    ),
    without: state.without,
    checkpoints: state.checkpoints,
    faults: state.faults.toSorted((one, other) => one.at - other.at),
  }
}
