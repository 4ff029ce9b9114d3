import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type Doer, type Outcome, type TrailItem, writeOutcome } from '../audit/trail.ts'
import type { Db } from '../database/dialect.ts'
import { inSnapshot, inTransaction } from '../database/transaction.ts'
import { unwrapUnder } from '../keys/wrapping.ts'
import type { Node } from '../node.ts'
import { Problem } from '../problem.ts'
import type { Pass } from '../sessions/token.ts'
import { slotSessionPlace } from './receipt.ts'

/** Her window shuts by itself after so many minutes without a tap, and after so many in all. */
export const idleMinutes = 10
export const wholeMinutes = 30

/**
 * All that a survivor's own request may touch: a transaction under a role that reaches no table, the case of her
 * session, and the key of her slot.
 */
export interface OwnWork {
  readonly db: Db
  readonly node: string
  readonly org: string
  readonly caseId: string
  readonly slot: string
  readonly key: Buffer
  readonly publicKey: Buffer
  readonly now: Date
  freshId(): string
  /** Notes what of her case she touched; in the log it stands as hers. */
  touched(item: Pick<TrailItem, 'part' | 'did' | 'record'>): void
}

interface Row {
  readonly org: string
  readonly caseId: string
  readonly slot: string
  readonly session: string
  readonly sealed: Buffer
  readonly publicKey: Buffer
}

async function ownCase(db: Db): Promise<Row | null> {
  const { rows } = await sql<Row>`
    select org_id as org, case_id as "caseId", slot_id as slot, session_id as session, sealed_key as sealed,
      public_key as "publicKey"
    from own_case()`.execute(db)
  return rows[0] ?? null
}

/** No account stands behind her: the log knows the session and, item by item, that it was she. */
export const herself = (session: string): Doer => ({ org: null, account: null, session })

/** Runs one piece of work as the survivor behind a session of her own: one transaction, logged in the same. */
export function asOwn<Result>(
  node: Node,
  pass: Pass | null,
  run: (work: OwnWork, log: (outcome: Outcome) => Promise<void>) => Promise<Result>,
  { reads = false }: { readonly reads?: boolean } = {},
): Promise<Result> {
  if (pass === null) return Promise.reject(new Problem('not-signed-in'))
  const inOne = reads ? inSnapshot : inTransaction
  return inOne(node.engine, { role: 'setu_survivor', handle: pass.handle }, async (db) => {
    const own = await ownCase(db)
    if (own === null) throw new Problem('not-signed-in')
    await sql`select own_seen(${idleMinutes})`.execute(db)
    const { org, caseId, slot, session, sealed, publicKey } = own
    const key = unwrapUnder(pass.vaultKey, sealed, slotSessionPlace(org, slot))
    const items: TrailItem[] = []
    const work: OwnWork = {
      db,
      node: node.name,
      org,
      caseId,
      slot,
      key,
      publicKey,
      now: node.clock(),
      freshId: randomUUID,
      touched: (item) => void items.push({ ...item, org, caseId, relation: 'self' }),
    }
    return run(work, (outcome) => writeOutcome(db, herself(session), outcome, items))
  })
}

/** Logs what was refused to her; `false` where no session of hers is open. */
export function logOwnRefusal(node: Node, handle: string, outcome: Outcome): Promise<boolean> {
  return inTransaction(node.engine, { role: 'setu_survivor', handle }, async (db) => {
    const own = await ownCase(db)
    if (own === null) return false
    await writeOutcome(db, herself(own.session), outcome, [])
    return true
  })
}
