import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '../database/dialect.ts'
import type { TombstoneSum } from './note.ts'

/**
 * Tombstones as they stand at a witness: a line for each case that was erased, with a random id and a mark of which
 * case it was. The mark is keyed by the log's secret: it names the case to whoever restores its backup, and tells
 * a witness nothing.
 */
const lineShape = /^[0-9a-f-]{36} [A-Za-z0-9+/]{43}=\n$/

export function tombstoneLine(id: string, mark: Uint8Array): string {
  return `${id} ${Buffer.from(mark).toString('base64')}\n`
}

/** What stands in a line. */
export function partsOfLine(line: string): { readonly id: string; readonly mark: string } {
  return { id: line.slice(0, 36), mark: line.slice(37, -1) }
}

/** The lines of a list; `null` when it is none. */
export function readTombstones(text: string): readonly string[] | null {
  const lines = text.split(/(?<=\n)/).filter((line) => line !== '')
  return lines.every((line) => lineShape.test(line)) ? lines : null
}

export type Marker = (org: string, caseId: string) => Buffer

/** Marks cases under the secret of one log. */
export function markerOf(seed: Uint8Array): Marker {
  const key = Buffer.from(hkdfSync('sha256', seed, '', 'setu1|tombstone', 32))
  return (org, caseId) => createHmac('sha256', key).update(`${org}|${caseId}`).digest()
}

function digestOf(lines: readonly string[]): Buffer {
  return createHash('sha256').update(lines.join('')).digest()
}

/** What a checkpoint says of the list; nothing while nothing was erased. */
export function sumOf(lines: readonly string[]): TombstoneSum | undefined {
  return lines.length === 0 ? undefined : { count: lines.length, digest: digestOf(lines) }
}

/** Whether these lines are all that a checkpoint speaks of. */
export function isSumOf({ count, digest }: TombstoneSum, lines: readonly string[]): boolean {
  return lines.length === count && digestOf(lines).equals(digest)
}

interface Row {
  readonly id: string
  readonly org: string | null
  readonly caseId: string | null
  readonly mark: Buffer | null
}

/** Everything that was erased here, in its order. */
export async function tombstoneLines(db: Db, seed: Uint8Array): Promise<string[]> {
  const { rows } = await sql<Row>`
    select id, org_id as org, case_id as "caseId", mark from tombstone order by place`.execute(db)
  const mark = markerOf(seed)
  return rows.map((row) => tombstoneLine(row.id, row.mark ?? mark(row.org ?? '', row.caseId ?? '')))
}

/** What a witness over the network tells of a log. */
export const toldTombstones = z.strictObject({ checkpoint: z.string(), tombstones: z.string() })

export type ToldTombstones = z.infer<typeof toldTombstones>
