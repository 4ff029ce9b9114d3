import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeOnce } from '../write-once.ts'
import { keyLine, type Verifier } from './note.ts'
import { readTombstones } from './tombstones.ts'
import { grown, type Hash, noLeaves, rootOf } from './tree.ts'

/**
 * A witness that is a folder somewhere else: a share of another organisation, a disk that only takes additions. It
 * gets each checkpoint and the hashes of the leaves beneath it, never anything of their content; nothing in it is
 * ever written twice.
 */
export interface FolderRecord {
  readonly key: string
  /** The notes in the order of their sizes. */
  readonly notes: readonly { readonly size: number; readonly note: string }[]
  /** The hash of every leaf that the notes cover. */
  readonly leaves: readonly Hash[]
  /** The tombstones of what was erased, a line each. */
  readonly tombstones: readonly string[]
}

/** What a witness holds is for everybody to read. */
const readable = 0o644
const noteName = /^(\d{12})[.]checkpoint$/
const tombstonesName = /^\d{12}-(\d{12})[.]tombstones$/
const padded = (size: number): string => String(size).padStart(12, '0')

/** The tombstones that a folder holds, from as many files as there were additions. */
function tombstonesIn(place: string): string[] {
  const files = readdirSync(place)
    .flatMap((name) => tombstonesName.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((one, other) => one - other)
  const lines: string[] = []
  for (const size of files) {
    const text = readFileSync(join(place, `${padded(lines.length)}-${padded(size)}.tombstones`), 'utf8')
    lines.push(...(readTombstones(text) ?? []))
    if (lines.length !== size) throw new RangeError('a damaged witness')
  }
  return lines
}

/** What a folder has seen of a log; `null` when it has seen nothing of it. Throws when the record is damaged. */
export function readFolder(folder: string, origin: string): FolderRecord | null {
  const place = join(folder, origin)
  if (!existsSync(join(place, 'log.key'))) return null
  const sizes = readdirSync(place)
    .flatMap((name) => noteName.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((one, other) => one - other)
  const leaves: Hash[] = []
  const notes = sizes.map((size) => {
    const bytes = readFileSync(join(place, `${padded(leaves.length)}-${padded(size)}.leaves`))
    if (bytes.length !== (size - leaves.length) * 32) throw new RangeError('a damaged witness')
    for (let at = 0; at < bytes.length; at += 32) leaves.push(bytes.subarray(at, at + 32))
    return { size, note: readFileSync(join(place, `${padded(size)}.checkpoint`), 'utf8') }
  })
  const key = readFileSync(join(place, 'log.key'), 'utf8').trim()
  return { key, notes, leaves, tombstones: tombstonesIn(place) }
}

/** The root of the leaves that a folder has seen. */
export function rootSeen({ leaves }: FolderRecord): Hash {
  return rootOf(leaves.reduce((frontier, leaf) => grown(frontier, leaf), noLeaves))
}

interface Addition {
  readonly verifier: Verifier
  readonly from: number
  readonly size: number
  readonly leaves: readonly Hash[]
  readonly note: string
  /** Those erased since the folder was told last, after so many that it knows. */
  readonly tombstones: { readonly after: number; readonly lines: readonly string[] }
}

/** Adds a checkpoint with what came since the last one: that first, so that a note never stands without it. */
export function addToFolder(
  folder: string,
  { verifier, from, size, leaves, note, tombstones: { after, lines } }: Addition,
): void {
  const place = join(folder, verifier.name)
  mkdirSync(place, { recursive: true })
  writeOnce(join(place, 'log.key'), `${keyLine(verifier)}\n`, readable)
  writeOnce(join(place, `${padded(from)}-${padded(size)}.leaves`), Buffer.concat(leaves), readable)
  if (lines.length > 0) {
    const name = `${padded(after)}-${padded(after + lines.length)}.tombstones`
    writeOnce(join(place, name), lines.join(''), readable)
  }
  writeOnce(join(place, `${padded(size)}.checkpoint`), note, readable)
}
