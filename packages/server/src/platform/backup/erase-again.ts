import type { Connection } from '../database/engine.ts'
import type { NodeKey } from '../keys/node-key.ts'
import { type TombstoneList, tombstonesAt } from '../log/current-tombstones.ts'
import { logSeedOf } from '../log/log-key.ts'
import type { Verifier } from '../log/note.ts'
import { type Marker, markerOf, partsOfLine, tombstoneLine } from '../log/tombstones.ts'
import { BackupRefused } from './backup-refused.ts'

/** Where a restore learns what was erased since the backup: from witnesses, or from nobody as none ever was. */
export type ErasedSince =
  | { readonly kind: 'witnesses'; readonly places: readonly string[] }
  | { readonly kind: 'neverWitnessed' }

interface LogKey {
  readonly verifier: Verifier
  readonly seed: Uint8Array
}

async function logKeyIn(connection: Connection, nodeKey: NodeKey): Promise<LogKey | null> {
  const { rows } = await connection.query('select origin, public_key, wrapped from log_key', [])
  const [row] = rows
  const { public_key: publicKey, wrapped } = row ?? {}
  if (!(publicKey instanceof Uint8Array) || !(wrapped instanceof Uint8Array)) return null
  const verifier = { name: String(row?.['origin']), kind: 'log', publicKey: Buffer.from(publicKey) } as const
  return { verifier, seed: logSeedOf(wrapped, nodeKey) }
}

async function one(connection: Connection, text: string): Promise<unknown> {
  const [row] = await connection.script(text)
  return row?.['said']
}

/** What is in the backup itself: which cases it knows to be erased, in the words of a witness. */
async function ownLines(connection: Connection, mark: Marker): Promise<string[]> {
  const { rows } = await connection.query(
    'select id, org_id, case_id, mark from tombstone order by place',
    [],
  )
  return rows.map(({ id, org_id: org, case_id: caseId, mark: kept }) =>
    tombstoneLine(String(id), kept instanceof Uint8Array ? kept : mark(String(org), String(caseId))),
  )
}

const startsWith = (long: readonly string[], short: readonly string[]): boolean =>
  short.every((line, at) => line === long[at])

/** The longest of the lists; they must be one list that grew, and not older than what is put back. */
function current(
  lists: readonly TombstoneList[],
  { least, own, where }: { readonly least: number; readonly own: readonly string[]; readonly where: string },
): readonly string[] {
  const [longest] = lists.toSorted((a, b) => b.lines.length - a.lines.length)
  if (
    longest === undefined ||
    Math.max(...lists.map(({ size }) => size)) < least ||
    longest.lines.length < own.length
  )
    throw new BackupRefused('tombstones-stale', where)
  const agree = [...lists.map(({ lines }) => lines), own].every((lines) => startsWith(longest.lines, lines))
  if (!agree) throw new BackupRefused('tombstones-differ', where)
  return longest.lines
}

interface Putting {
  readonly connection: Connection
  readonly nodeKey: NodeKey
  readonly since: ErasedSince
  /** Whether the backup says that somebody outside was to remember its log. */
  readonly witnessed: boolean
  readonly dataFile: string
}

/** What was erased since a backup was taken, as the log itself said it to a witness. */
export interface Since {
  readonly lines: readonly string[]
  /** So many of them are in the backup. */
  readonly from: number
  readonly mark: Marker
}

async function has(connection: Connection, table: string): Promise<boolean> {
  return (await one(connection, `select to_regclass('public.${table}') is not null as said`)) === true
}

async function wasWitnessed({ connection, witnessed }: Putting): Promise<boolean> {
  if (witnessed) return true
  if (!(await has(connection, 'log_witness'))) return false
  return (await one(connection, 'select exists (select 1 from log_witness) as said')) === true
}

/**
 * Learns what was erased after a backup was taken, while its rows are in the transaction that puts them back and
 * nobody can see them. Refuses when it cannot be known.
 */
export async function learnErased(putting: Putting): Promise<Since | null> {
  const { connection, nodeKey, since, dataFile } = putting
  const known = await wasWitnessed(putting)
  if (since.kind === 'neverWitnessed') {
    if (known) throw new BackupRefused('was-witnessed', dataFile)
    return null
  }
  const { places } = since
  if (places.length === 0)
    throw new BackupRefused(known ? 'tombstones-needed' : 'never-witnessed-needed', dataFile)
  const key = (await has(connection, 'log_key')) ? await logKeyIn(connection, nodeKey) : null
  if (key === null) throw new BackupRefused('no-log-key', dataFile)
  const lists: TombstoneList[] = []
  for (const place of places) {
    const list = await tombstonesAt(place, key.verifier)
    if (typeof list === 'string') throw new BackupRefused(`witness-${list}`, place)
    lists.push(list)
  }
  const mark = markerOf(key.seed)
  const own = (await has(connection, 'tombstone')) ? await ownLines(connection, mark) : []
  const least = Number(await one(connection, 'select coalesce(max(size), 0) as said from log_checkpoint'))
  return { lines: current(lists, { least, own, where: places.join(', ') }), from: own.length, mark }
}

/** Erases again what was erased since, and remembers it; answers how many cases came back and are gone. */
export async function eraseAgain(connection: Connection, { lines, from, mark }: Since): Promise<number> {
  if (lines.length === from) return 0
  const { rows } = await connection.query('select org_id, id from case_file', [])
  const cases = new Map(
    rows.map(({ org_id: org, id }) => [
      mark(String(org), String(id)).toString('base64'),
      [String(org), String(id)] as const,
    ]),
  )
  let erased = 0
  for (const [at, line] of lines.entries()) {
    if (at < from) continue
    const { id, mark: marked } = partsOfLine(line)
    const [org, caseId] = cases.get(marked) ?? [null, null]
    await connection.query(
      'insert into tombstone (place, id, org_id, case_id, at, mark) values ($1, $2, $3, $4, now(), $5)',
      [at + 1, id, org, caseId, Buffer.from(marked, 'base64')],
    )
    if (org === null) continue
    await connection.query('select case_wipe($1, $2, true)', [org, caseId])
    erased += 1
  }
  return erased
}
