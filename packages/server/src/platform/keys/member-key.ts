import { sql } from 'kysely'
import type { Db } from '../database/dialect.ts'
import { Problem } from '../problem.ts'
import { handleHash, type Pass, passOf } from '../sessions/token.ts'
import type { Work } from '../work.ts'
import type { NodeKey } from './node-key.ts'
import { nodePlaces } from './node-places.ts'
import { sealAnewToMember } from './sealed-to-member.ts'
import { type KeyPair, makePair } from './sealing.ts'
import { unwrapUnder, wrapUnder } from './wrapping.ts'

/** Whose key it is. */
export interface Owner {
  readonly org: string
  readonly account: string
}

const slotPlace = ({ org, account }: Owner): string => `setu1|slot|password|${org}|${account}`

const sessionPlace = ({ org, account }: Owner): string => `setu1|session|${org}|${account}`

/** A member's private half as the password slot keeps it: only the password's own slot key opens it. */
export function inPasswordSlot(owner: Owner, slotKey: Uint8Array, privateKey: Uint8Array): Buffer {
  return wrapUnder(slotKey, privateKey, slotPlace(owner))
}

/** The same as the demonstration keeps it, whose accounts open themselves. */
export function inDemoSlot(owner: Owner, nodeKey: NodeKey, privateKey: Uint8Array): Buffer {
  return Buffer.from(nodeKey.wrap(privateKey, nodePlaces.demo(owner)))
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

/** A slot that does not open was made anew, by a new password, while this one was being tried. */
function openSlot(owner: Owner, slotKey: Uint8Array, slot: Buffer): Buffer {
  try {
    return unwrapUnder(slotKey, slot, slotPlace(owner))
  } catch {
    throw new Problem('sign-in-failed')
  }
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
    slot === null ? await firstKey(db, owner, cookie, slotKey) : openSlot(owner, slotKey, slot)
  if (privateKey !== null) await keepInSession(db, owner, cookie, privateKey)
}

interface Renewal {
  /** What the password gives from now on, the same or a new one. */
  readonly slotKey: Buffer
  /** The cookie of the session that goes on; every other session of theirs is to end. */
  readonly cookie: string
  readonly nodeKey: NodeKey
}

/**
 * Gives a member a new pair in the place of theirs: whatever is sealed to them goes over to it, their password opens
 * it, and the session carries it on. Whoever wraps something to them just now is waited for.
 */
export async function renewMemberKey(work: Work, { slotKey, cookie, nodeKey }: Renewal): Promise<void> {
  const { db, actor, ring } = work
  const { rows } = await sql`
    select 1 from account_key where org_id = ${actor.org} and account_id = ${actor.account} for update`.execute(
    db,
  )
  if (rows.length === 0) return
  const former = await ring.member()
  if (former === null) throw new Problem('not-signed-in')
  const pair = await makePair()
  await sealAnewToMember(work, former, pair.publicKey)
  await sql`
    update account_key set public_key = ${Buffer.from(pair.publicKey)}, made_at = now()
    where org_id = ${actor.org} and account_id = ${actor.account}`.execute(db)
  await sql`
    update account_slot set wrapped = ${inPasswordSlot(actor, slotKey, pair.privateKey)}, made_at = now()
    where org_id = ${actor.org} and account_id = ${actor.account} and kind = 'password'`.execute(db)
  const key = nodeKey.still()
  await sql`
    update account_slot set wrapped = ${inDemoSlot(actor, key, pair.privateKey)}, node_key_id = ${key.id}, made_at = now()
    where org_id = ${actor.org} and account_id = ${actor.account} and kind = 'demo'`.execute(db)
  const carried = wrapUnder(passOf(cookie).vaultKey, pair.privateKey, sessionPlace(actor))
  await sql`select actor_keep_key(${carried})`.execute(db)
  await sql`
    insert into key_event (org_id, id, kind, account_id, at)
    values (${actor.org}, ${work.freshId()}, 'memberKeyRenewed', ${actor.account}, now())`.execute(db)
}

/** The private half of somebody of the demonstration; `null` for everybody else. */
export async function demoKey(db: Db, owner: Owner, nodeKey: NodeKey): Promise<Buffer | null> {
  const slot = await slotOf(db, owner, 'demo')
  return slot === null ? null : Buffer.from(nodeKey.unwrap(slot, nodePlaces.demo(owner)))
}
