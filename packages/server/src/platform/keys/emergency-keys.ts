import { sql } from 'kysely'
import type { Db } from '../database/dialect.ts'
import { Problem } from '../problem.ts'
import { type KeyRing, partPlace } from './key-ring.ts'
import { makePair, openWith, sealTo } from './sealing.ts'

/** A request for emergency access: the organisation that asks, and its own id. */
export interface Ask {
  readonly org: string
  readonly id: string
}

/** Where the private half of a request belongs once it is sealed to whoever asks. */
export const askPlace = (ask: string, account: string): string => `setu1|emergency|${ask}|${account}`

/**
 * Makes the key of a request, sealed to whoever asks: nobody else opens what is given to it, not even their own
 * unit, and it goes when the access is over.
 */
export async function makeAskKey(db: Db, { org, id }: Ask, account: string): Promise<void> {
  const { rows } = await sql<{ key: Buffer }>`
    select public_key as key from account_key where org_id = ${org} and account_id = ${account}`.execute(db)
  const [own] = rows
  if (own === undefined) throw new Problem('not-admitted')
  const pair = await makePair()
  const sealed = await sealTo(own.key, pair.privateKey, askPlace(id, account))
  await sql`
    insert into emergency_key (org_id, id, account_id, public_key, sealed, made_at)
    values (${org}, ${id}, ${account}, ${Buffer.from(pair.publicKey)}, ${sealed}, now())`.execute(db)
}

/** The public half of a request that waits for an answer; `null` where it has none. */
export async function askPublicKey(db: Db, { org, id }: Ask): Promise<Buffer | null> {
  const { rows } = await sql<{ key: Buffer }>`
    select public_key as key from emergency_key where org_id = ${org} and id = ${id}`.execute(db)
  return rows[0]?.key ?? null
}

interface OpenedPart {
  readonly org: string
  readonly caseId: string
  readonly id: string
  readonly part: string
  readonly secret: Uint8Array
}

/** Wraps the keys of parts to a request. */
export async function wrapToAsk(
  db: Db,
  ask: Ask,
  publicKey: Uint8Array,
  parts: readonly OpenedPart[],
): Promise<void> {
  for (const { org, caseId, id, part, secret } of parts) {
    const wrapped = await sealTo(publicKey, secret, partPlace(id, ask.id))
    await sql`
      insert into emergency_wrap (org_id, part_key_id, ask_org, ask_id, case_id, part, wrapped, made_at)
      values (${org}, ${id}, ${ask.org}, ${ask.id}, ${caseId}, ${part}, ${wrapped}, now()) on conflict do nothing`.execute(
      db,
    )
  }
}

/** Part keys that are open to this member through emergency accesses that last, by the ids of the keys. */
export async function openThroughAsks(
  db: Db,
  ring: KeyRing,
  org: string,
  keyIds: readonly string[],
): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>()
  if (keyIds.length === 0) return found
  const { rows } = await sql<{ key: string; ask: string; account: string; sealed: Buffer; wrapped: Buffer }>`
    select w.part_key_id as key, k.id as ask, k.account_id as account, k.sealed, w.wrapped
    from emergency_wrap w join emergency_key k on k.org_id = w.ask_org and k.id = w.ask_id
    where w.org_id = ${org} and w.part_key_id = any (${[...keyIds]}::uuid[])`.execute(db)
  if (rows.length === 0) return found
  const own = await ring.member()
  if (own === null) return found
  const asks = new Map<string, Promise<Buffer>>()
  for (const { key, ask, account, sealed, wrapped } of rows) {
    const opened = asks.get(ask) ?? openWith(own, sealed, askPlace(ask, account))
    asks.set(ask, opened)
    if (!found.has(key)) found.set(key, await openWith(await opened, wrapped, partPlace(key, ask)))
  }
  return found
}
