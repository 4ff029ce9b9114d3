import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeOnce } from '../write-once.ts'
import { keyLine, type Verifier } from './note.ts'
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
}

/** What a witness holds is for everybody to read. */
const readable = 0o644
const noteName = /^(\d{12})[.]checkpoint$/
const padded = (size: number): string => String(size).padStart(12, '0')

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
  return { key: readFileSync(join(place, 'log.key'), 'utf8').trim(), notes, leaves }
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
}

/** Adds a checkpoint with the leaves since the last one: leaves first, so that a note never stands without them. */
export function addToFolder(folder: string, { verifier, from, size, leaves, note }: Addition): void {
  const place = join(folder, verifier.name)
  mkdirSync(place, { recursive: true })
  writeOnce(join(place, 'log.key'), `${keyLine(verifier)}\n`, readable)
  writeOnce(join(place, `${padded(from)}-${padded(size)}.leaves`), Buffer.concat(leaves), readable)
  writeOnce(join(place, `${padded(size)}.checkpoint`), note, readable)
}
