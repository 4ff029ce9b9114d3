import { existsSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { readFolder } from './folder-witness.ts'
import { readNote, signedAt, type Verifier } from './note.ts'
import { isSumOf, readTombstones, toldTombstones } from './tombstones.ts'

/** Why what a witness holds cannot be used. */
export type TombstoneFault = 'unreachable' | 'unknown' | 'forged' | 'incomplete'

/** The tombstones that a log had when it signed a checkpoint of this size. */
export interface TombstoneList {
  readonly size: number
  readonly lines: readonly string[]
}

interface Told {
  readonly note: string
  readonly lines: readonly string[]
}

/** The list is the log's own word: its digest stands in the checkpoint, and that bears the log's signature. */
function checked({ note: text, lines }: Told, verifier: Verifier): TombstoneList | TombstoneFault {
  const note = readNote(text)
  if (note === null || note.origin !== verifier.name || signedAt(note, verifier) === null) return 'forged'
  const { size, tombstones } = note
  if (tombstones === undefined) return { size, lines: [] }
  // A witness may know of later ones, whose checkpoint it has not seen.
  const signed = lines.slice(0, tombstones.count)
  return isSumOf(tombstones, signed) ? { size, lines: signed } : 'incomplete'
}

function inFolder(folder: string, verifier: Verifier): Told | TombstoneFault {
  if (!existsSync(folder)) return 'unreachable'
  try {
    const record = readFolder(folder, verifier.name)
    const last = record?.notes.at(-1)
    if (!record || !last) return 'unknown'
    const counts = record.notes.map(({ note }) => readNote(note)?.tombstones?.count ?? 0)
    // A log that later says that fewer were erased is not believed.
    if (counts.some((count) => count > (counts.at(-1) ?? 0))) return 'incomplete'
    return { note: last.note, lines: record.tombstones }
  } catch {
    return 'incomplete'
  }
}

async function overNetwork(address: string, verifier: Verifier): Promise<Told | TombstoneFault> {
  let response: Response
  let text: string
  try {
    const url = new URL(`tombstones/${encodeURIComponent(verifier.name)}`, address)
    response = await fetch(url, { signal: AbortSignal.timeout(60_000), redirect: 'error' })
    text = await response.text()
  } catch {
    return 'unreachable'
  }
  if (!response.ok) return response.status === 404 ? 'unknown' : 'unreachable'
  try {
    const told = toldTombstones.parse(JSON.parse(text))
    const lines = readTombstones(told.tombstones)
    return lines === null ? 'incomplete' : { note: told.checkpoint, lines }
  } catch {
    return 'incomplete'
  }
}

/** Asks a witness, a folder by its full path or an address, what was erased, and checks that the log said so. */
export async function tombstonesAt(
  place: string,
  verifier: Verifier,
): Promise<TombstoneList | TombstoneFault> {
  const told = isAbsolute(place) ? inFolder(place, verifier) : await overNetwork(place, verifier)
  return typeof told === 'string' ? told : checked(told, verifier)
}
