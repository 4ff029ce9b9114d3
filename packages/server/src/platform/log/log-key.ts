import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../database/dialect.ts'
import type { Engine } from '../database/engine.ts'
import { inTransaction } from '../database/transaction.ts'
import type { NodeKey } from '../keys/node-key.ts'
import { nodePlaces } from '../keys/node-places.ts'
import { type Signer, signerFrom, type Verifier } from './note.ts'

interface Row {
  readonly origin: string
  readonly wrapped: Buffer
}

async function keptKey(db: Db): Promise<Row | undefined> {
  const { rows } = await sql<Row>`select origin, wrapped from log_key`.execute(db)
  return rows[0]
}

/** What of a node the log's key needs. */
interface Keeper {
  readonly name: string
  readonly nodeKey: NodeKey
}

interface LogSecret {
  readonly origin: string
  readonly seed: Uint8Array
}

/** The secret of a log, unwrapped. */
export function logSeedOf(wrapped: Uint8Array, nodeKey: NodeKey): Uint8Array {
  return nodeKey.unwrap(wrapped, nodePlaces.log())
}

/** The log's own signing key, drawn at the first checkpoint and wrapped by the node key. */
export async function logSigner(engine: Engine, node: Keeper): Promise<Signer> {
  const { origin, seed } = await logSecret(engine, node)
  return signerFrom(origin, seed)
}

/** The secret from which the log signs, and under which it marks what was erased. */
export function logSecret(engine: Engine, node: Keeper): Promise<LogSecret> {
  return inTransaction(engine, { role: 'setu_sealer' }, async (db) => {
    const known = await keptKey(db)
    if (known) return { origin: known.origin, seed: logSeedOf(known.wrapped, node.nodeKey) }
    const seed = randomBytes(32)
    const fresh = signerFrom(`setu-${node.name}`, seed)
    const key = node.nodeKey.still()
    await sql`insert into log_key (origin, public_key, wrapped, node_key_id)
      values (${fresh.name}, ${fresh.publicKey}, ${Buffer.from(key.wrap(seed, nodePlaces.log()))}, ${key.id})
      on conflict do nothing`.execute(db)
    const kept = await keptKey(db)
    if (!kept) throw new Error('the log has no key')
    return { origin: kept.origin, seed: logSeedOf(kept.wrapped, node.nodeKey) }
  })
}

/** The public half of the log's key, as it was kept; `null` before the first checkpoint. */
export async function logVerifier(db: Db): Promise<Verifier | null> {
  const { rows } = await sql<{ origin: string; key: Buffer }>`
    select origin, public_key as key from log_key`.execute(db)
  const [row] = rows
  return row ? { name: row.origin, kind: 'log', publicKey: row.key } : null
}
