import { sql } from 'kysely'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import type { Db } from '../database/dialect.ts'
import type { Engine } from '../database/engine.ts'
import { inTransaction } from '../database/transaction.ts'
import { contentOf } from './entry.ts'
import { entryOfRow, entryText, eventJoin } from './entry-rows.ts'
import { sealedText } from './leaves.ts'
import { logVerifier } from './log-key.ts'
import { keyLine } from './note.ts'

/**
 * A log in a file that anybody can check without us: lines of JSON, first the log's key, then every
 * checkpoint, then every leaf with its content, then what was not sealed yet. With `org`, only the contents of what that
 * organisation's own people did; of all else just what binds it, so that the whole can still be checked.
 */
export const bundleHeader = z.strictObject({ setuLog: z.literal(1), key: z.string(), made: z.iso.datetime() })

const hex = z.string().regex(/^([0-9a-f]{2})+$/)

const bundleLeaf = z.strictObject({
  seq: z.int().min(0),
  entry: z.uuid(),
  portion: z.int().min(0),
  sealed: z.iso.datetime(),
  commitment: hex.length(64),
  /** Gone once a content was forgotten: without it the content cannot even be guessed. */
  salt: hex.nullable(),
  content: z.string().nullable(),
  withheld: z.literal(true).optional(),
})

/** One leaf of a bundle. */
export type BundleLeaf = z.infer<typeof bundleLeaf>

/** A line of a bundle after its header. */
export const bundleLine = z.union([
  z.strictObject({ checkpoint: z.string() }),
  z.strictObject({ leaf: bundleLeaf }),
  z.strictObject({ loose: z.strictObject({ entry: z.uuid(), at: z.iso.datetime() }) }),
])

interface LeafRow {
  readonly seq: number
  readonly sealed: string
  readonly commitment: string
  readonly salt: string | null
  readonly mine: boolean
  readonly there: boolean
  readonly id: string
  readonly portion: number
  readonly event: null
  readonly items: readonly []
}

const chunk = 1000

interface Span {
  readonly from: number
  readonly to: number
  readonly org: string | null
}

async function leavesFrom(db: Db, { from, to, org }: Span): Promise<LeafRow[]> {
  const { rows } = await sql<LeafRow>`
    with f as (
      select l.seq, l.event_id, l.portion, ${sql.raw(sealedText)} as sealed, encode(l.commitment, 'hex') as commitment,
        encode(l.salt, 'hex') as salt
      from log_leaf l where l.seq >= ${from}::bigint and l.seq < ${to}::bigint
    )
    select f.seq::double precision as seq, f.sealed, f.commitment, f.salt,
      ${org}::uuid is null or coalesce(e.org_id, i.account_org_id) = ${org}::uuid as mine,
      e.id is not null or i.event_id is not null as there, ${sql.raw(entryText)}
    from f ${sql.raw(eventJoin)}
    left join lateral (select a.event_id, a.account_org_id from audit_item a
      where a.event_id = f.event_id and a.portion = f.portion and f.portion > 0 limit 1) i on true
    order by f.seq`.execute(db)
  return rows
}

function leafOf({ seq, sealed, commitment, salt, mine, there, ...row }: LeafRow): BundleLeaf {
  const leaf = { seq, entry: row.id, portion: row.portion, sealed, commitment }
  if (!mine && there) return { ...leaf, salt: null, content: null, withheld: true }
  return { ...leaf, salt, content: there ? contentOf(entryOfRow(row)) : null }
}

/** One piece is cut off after this long. */
const patience = 60_000

/**
 * The bundle's lines, as long as the log was when it was begun. Each piece is read in a transaction of its own,
 * so that a slow reader keeps nobody waiting; what is behind the end does not change meanwhile.
 */
export async function* bundleLines(
  { engine, clock }: { readonly engine: Engine; readonly clock: Clock },
  org: string | null,
): AsyncGenerator<string> {
  const read = <Result>(work: (db: Db) => Promise<Result>): Promise<Result> =>
    inTransaction(engine, { role: 'setu_sealer', readOnly: true, timeoutMs: patience }, work)
  const { header, notes, size } = await read((db) => beginning(db, clock()))
  yield `${JSON.stringify(header)}\n`
  for (const checkpoint of notes) yield `${JSON.stringify({ checkpoint })}\n`
  for (let from = 0; from < size; from += chunk) {
    const rows = await read((db) => leavesFrom(db, { from, to: Math.min(from + chunk, size), org }))
    yield rows.map((row) => `${JSON.stringify({ leaf: leafOf(row) })}\n`).join('')
  }
  for (const { entry, at } of await read((db) => looseIn(db, org)))
    yield `${JSON.stringify({ loose: { entry, at: new Date(at).toISOString() } })}\n`
}

async function beginning(db: Db, made: Date) {
  const verifier = await logVerifier(db)
  const header: z.infer<typeof bundleHeader> = {
    setuLog: 1,
    key: verifier ? keyLine(verifier) : '',
    made: made.toISOString(),
  }
  const { rows: heads } = await sql<{
    size: number
  }>`select size::double precision as size from log_head`.execute(db)
  const { rows: notes } = await sql<{ note: string }>`select note from log_checkpoint order by size`.execute(
    db,
  )
  return { header, notes: notes.map(({ note }) => note), size: heads[0]?.size ?? 0 }
}

/** Events that no leaf stands for: on their way into the tree, or beside it. */
async function looseIn(db: Db, org: string | null): Promise<{ entry: string; at: string }[]> {
  const { rows } = await sql<{ entry: string; at: string }>`
    select e.id as entry, e.at from audit_event e
    where not exists (select 1 from log_leaf l where l.event_id = e.id and l.portion = 0)
      and (${org}::uuid is null or e.org_id = ${org}::uuid) order by e.at, e.id`.execute(db)
  return rows
}
