import { sql } from 'kysely'
import type { Db } from '../database/dialect.ts'
import { handleHash, type Pass, passOf } from '../sessions/token.ts'
import type { Work } from '../work.ts'
import type { NodeKey } from './node-key.ts'
import { type KeyPair, makePair } from './sealing.ts'
import { unwrapUnder, wrapUnder } from './wrapping.ts'

/** Whose key it is. */
export interface Owner {
  readonly org: string
  readonly account: string
}

const slotPlace = (kind: 'password' | 'demo', { org, account }: Owner): string =>
  `setu1|slot|${kind}|${org}|${account}`

const sessionPlace = ({ org, account }: Owner): string => `setu1|session|${org}|${account}`

/** A member's private half as the password slot keeps it: only the password's own slot key opens it. */
export function inPasswordSlot(owner: Owner, slotKey: Uint8Array, privateKey: Uint8Array): Buffer {
  return wrapUnder(slotKey, privateKey, slotPlace('password', owner))
}

/** The same as the demonstration keeps it, whose accounts open themselves. */
export function inDemoSlot(owner: Owner, nodeKey: NodeKey, privateKey: Uint8Array): Buffer {
  return Buffer.from(nodeKey.wrap(privateKey, slotPlace('demo', owner)))
}

async function slotOf(db: Db, { org, account }: Owner, kind: 'password' | 'demo'): Promise<Buffer | null> {
  const { rows } = await sql<{ wrapped: Buffer | null }>`
    select sign_in_slot(${org}, ${account}, ${kind}) as wrapped`.execute(db)
  return rows[0]?.wrapped ?? null
}

/** Puts a member's private half into the session behind a cookie, under a key that only the cookie gives. */
export async function keepInSession(
  db: Db,
  owner: Owner,
  cookie: string,
  privateKey: Uint8Array,
): Promise<void> {
  const { handle, vaultKey } = passOf(cookie)
  const sealed = wrapUnder(vaultKey, privateKey, sessionPlace(owner))
  await sql`select session_keep_key(${handleHash(handle)}, ${sealed})`.execute(db)
}

/** The member's key in the session of this transaction, or in the sign-in on its way; `null` where there is none. */
export async function heldKey(
  db: Db,
  owner: Owner,
  { vaultKey }: Pass,
  stage: 'full' | 'half' = 'full',
): Promise<Buffer | null> {
  const asked = stage === 'full' ? sql`actor_sealed_key()` : sql`session_sealed_key()`
  const { rows } = await sql<{ sealed: Buffer | null }>`select ${asked} as sealed`.execute(db)
  const sealed = rows[0]?.sealed ?? null
  return sealed === null ? null : unwrapUnder(vaultKey, sealed, sessionPlace(owner))
}

async function keepSlot(db: Db, cookie: string, { publicKey }: KeyPair, wrapped: Buffer): Promise<boolean> {
  const { rows } = await sql<{ kept: boolean }>`
    select member_key_keep(${handleHash(passOf(cookie).handle)}, ${Buffer.from(publicKey)}, ${wrapped}) as kept`.execute(
    db,
  )
  return rows[0]?.kept ?? false
}

/** Makes somebody's first key, opened by the password that was just proved or set; not where two know that. */
async function firstKey(db: Db, owner: Owner, cookie: string, slotKey: Uint8Array): Promise<Buffer | null> {
  const pair = await makePair()
  const made = await keepSlot(db, cookie, pair, inPasswordSlot(owner, slotKey, pair.privateKey))
  return made ? Buffer.from(pair.privateKey) : null
}

/** Opens a member's key with what their password gave, or makes it, and lets it travel with the session. */
export async function enterWithPassword(
  db: Db,
  owner: Owner,
  cookie: string,
  slotKey: Uint8Array,
): Promise<void> {
  const slot = await slotOf(db, owner, 'password')
  const privateKey =
    slot === null
      ? await firstKey(db, owner, cookie, slotKey)
      : unwrapUnder(slotKey, slot, slotPlace('password', owner))
  if (privateKey !== null) await keepInSession(db, owner, cookie, privateKey)
}

/** Lets the new password open the key that the old one opened, in the transaction that changes the password. */
export async function changeSlot({ db, actor, ring }: Work, slotKey: Uint8Array): Promise<void> {
  const privateKey = await ring.member()
  if (privateKey === null) return
  const { rows } = await sql`
    update account_slot set wrapped = ${inPasswordSlot(actor, slotKey, privateKey)}, made_at = now()
    where org_id = ${actor.org} and account_id = ${actor.account} and kind = 'password' returning kind`.execute(
    db,
  )
  if (rows.length === 0) throw new TypeError('a key without a password slot')
}

/** The private half of somebody of the demonstration; `null` for everybody else. */
export async function demoKey(db: Db, owner: Owner, nodeKey: NodeKey): Promise<Buffer | null> {
  const slot = await slotOf(db, owner, 'demo')
  return slot === null ? null : Buffer.from(nodeKey.unwrap(slot, slotPlace('demo', owner)))
}
