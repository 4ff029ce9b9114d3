import { sql } from 'kysely'
import type { Db } from '../database/dialect.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Node } from '../node.ts'
import { checkpoint } from './checkpoints.ts'
import { addToFolder, readFolder, rootSeen } from './folder-witness.ts'
import { leavesOf, wholeIn } from './leaves.ts'
import { logSecret, logVerifier } from './log-key.ts'
import { readNote, signedAt, type Verifier } from './note.ts'
import { tombstoneLines } from './tombstones.ts'
import { consistencyProof, rangeRoot } from './tree.ts'
import type { WitnessPlace } from './witness-list.ts'

/** Why a witness does not stand by the log; what it says about the log is told, never mended. */
export type WitnessTrouble = 'unreachable' | 'refused' | 'ahead' | 'unsigned' | 'damaged'

interface Shown {
  readonly note: string
  readonly size: number
  readonly root: Buffer
  readonly verifier: Verifier
  /** What was erased until then, a line each. */
  readonly tombstones: readonly string[]
}

interface Answer {
  readonly size: number
  readonly note: string
}

class Trouble extends Error {
  readonly trouble: WitnessTrouble

  constructor(trouble: WitnessTrouble) {
    super(`a witness: ${trouble}`)
    this.name = 'WitnessTrouble'
    this.trouble = trouble
  }
}

type Reader = <Result>(read: (db: Db) => Promise<Result>) => Promise<Result>

function readerOn(node: Node): Reader {
  return (read) =>
    inTransaction(node.engine, { role: 'setu_sealer', readOnly: true, timeoutMs: 60_000 }, read)
}

function recordIn(folder: string, origin: string) {
  try {
    return readFolder(folder, origin)
  } catch {
    throw new Trouble('damaged')
  }
}

async function showFolder(folder: string, shown: Shown, read: Reader): Promise<Answer> {
  const { note, size, verifier, tombstones } = shown
  const seen = recordIn(folder, verifier.name)
  const from = seen?.leaves.length ?? 0
  if (from > size) throw new Trouble('ahead')
  if (seen && from > 0) {
    const here = await read((db) => rangeRoot(wholeIn(db), 0, from))
    if (!here.equals(rootSeen(seen))) throw new Trouble('refused')
  }
  const known = seen?.tombstones ?? []
  // What was erased is never fewer: a node that has forgotten some of it has been put back by hand.
  if (!known.every((line, at) => line === tombstones[at])) throw new Trouble('refused')
  if (from < size) {
    const after = known.length
    const fresh = { after, lines: tombstones.slice(after) }
    const leaves = await read((db) => leavesOf(db, from, size))
    try {
      addToFolder(folder, { verifier, from, size, leaves, note, tombstones: fresh })
    } catch {
      throw new Trouble('unreachable')
    }
  }
  return { size, note }
}

const patience = 20_000

async function ask(url: string, old: number, shown: Shown, read: Reader): Promise<Response> {
  const proof =
    old === 0 || old === shown.size ? [] : await read((db) => consistencyProof(wholeIn(db), old, shown.size))
  const lines = [`old ${old}`, ...proof.map((hash) => hash.toString('base64')), '', shown.note]
  try {
    return await fetch(new URL('add-checkpoint', url), {
      method: 'POST',
      body: lines.join('\n'),
      signal: AbortSignal.timeout(patience),
      redirect: 'error',
    })
  } catch {
    throw new Trouble('unreachable')
  }
}

/** Hands over what was erased since the witness was told last; one of another make keeps no such list. */
async function handOver(url: string, { tombstones, verifier }: Shown): Promise<void> {
  for (let from = tombstones.length; ; ) {
    const body = JSON.stringify({ origin: verifier.name, from, tombstones: tombstones.slice(from).join('') })
    let response: Response
    try {
      response = await fetch(new URL('add-tombstones', url), {
        method: 'POST',
        body,
        signal: AbortSignal.timeout(patience),
        redirect: 'error',
      })
    } catch {
      throw new Trouble('unreachable')
    }
    if (response.ok || response.status === 404) return
    if (response.status >= 500) throw new Trouble('unreachable')
    const known = Number((await response.text()).slice(0, 20))
    if (response.status !== 409 || !(known < from)) throw new Trouble('refused')
    from = known
  }
}

/** Shows a checkpoint by C2SP's tlog-witness: with the proof that it continues what the witness saw last. */
async function showService(
  place: Extract<WitnessPlace, { kind: 'service' }>,
  known: number,
  shown: Shown,
  read: Reader,
): Promise<Answer> {
  let response = await ask(place.url, Math.min(known, shown.size), shown, read)
  if (response.status === 409) {
    const theirs = Number((await response.text()).slice(0, 20))
    if (!Number.isSafeInteger(theirs) || theirs > shown.size) throw new Trouble('ahead')
    response = await ask(place.url, theirs, shown, read)
  }
  if (response.status >= 500) throw new Trouble('unreachable')
  if (!response.ok) throw new Trouble('refused')
  const note = `${shown.note}${(await response.text()).slice(0, 2000)}`
  const signed = readNote(note)
  if (signed === null || signedAt(signed, place.verifier) === null) throw new Trouble('unsigned')
  if (shown.tombstones.length > 0) await handOver(place.url, shown)
  return { size: shown.size, note }
}

async function knownBy(db: Db, name: string): Promise<number> {
  const { rows } = await sql<{
    size: number
  }>`select size::double precision as size from log_witness where name = ${name}`.execute(db)
  return rows[0]?.size ?? 0
}

async function keep(node: Node, name: string, answer: Answer | WitnessTrouble): Promise<void> {
  const now = node.clock()
  const [seen, trouble] = typeof answer === 'string' ? [null, answer] : [answer, null]
  await inTransaction(node.engine, { role: 'setu_sealer' }, (db) =>
    sql`insert into log_witness as w (name, size, note, seen_at, tried_at, trouble)
      values (${name}, ${seen?.size ?? 0}::bigint, ${seen?.note ?? null}, ${seen ? now : null}, ${now}, ${trouble})
      on conflict (name) do update set tried_at = excluded.tried_at, trouble = excluded.trouble,
        size = case when excluded.note is null then w.size else excluded.size end, note = coalesce(excluded.note, w.note),
        seen_at = coalesce(excluded.seen_at, w.seen_at)`.execute(db),
  )
}

/** A log of ours in which something is missing is as bad as a witness that disagrees, and is told the same way. */
function troubleOf(error: unknown): WitnessTrouble {
  if (error instanceof Trouble) return error.trouble
  if (error instanceof RangeError) return 'damaged'
  throw error
}

async function show(place: WitnessPlace, shown: Shown, read: Reader): Promise<Answer> {
  if (place.kind === 'folder') return showFolder(place.folder, shown, read)
  return showService(place, await read((db) => knownBy(db, place.name)), shown, read)
}

/**
 * Signs the log's root when it is time, and shows it to every witness who has not seen it yet. A witness who cannot
 * be reached or who disagrees is noted and asked again; the others are asked all the same. Answers who disagreed.
 */
export async function anchor(
  node: Node,
  places: readonly WitnessPlace[],
  atOnce = false,
): Promise<{ readonly name: string; readonly trouble: WitnessTrouble }[]> {
  const note = await checkpoint(node, atOnce)
  const said = note === null ? null : readNote(note)
  if (note === null || said === null) return []
  const read = readerOn(node)
  const verifier = await read(logVerifier)
  if (verifier === null) return []
  const { seed } = await logSecret(node.engine, node)
  const erased = said.tombstones === undefined ? [] : await read((db) => tombstoneLines(db, seed))
  const tombstones = erased.slice(0, said.tombstones?.count ?? 0)
  const troubles: { readonly name: string; readonly trouble: WitnessTrouble }[] = []
  for (const place of places) {
    try {
      await keep(
        node,
        place.name,
        await show(place, { note, size: said.size, root: said.root, verifier, tombstones }, read),
      )
    } catch (error) {
      const trouble = troubleOf(error)
      troubles.push({ name: place.name, trouble })
      await keep(node, place.name, trouble)
    }
  }
  return troubles
}
