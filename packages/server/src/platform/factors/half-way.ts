import type { SignedIn } from '@setu/records/api'
import type { Db } from '../database/dialect.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Visit } from '../http/endpoint.ts'
import { heldKey, keepInSession, type Owner } from '../keys/member-key.ts'
import { settleKeys } from '../keys/settle-keys.ts'
import { asActor, type Node } from '../node.ts'
import { Problem } from '../problem.ts'
import { viewSession } from '../sessions/session-view.ts'
import { handleOf, passOf } from '../sessions/token.ts'
import { type Standing, standing } from './factor-store.ts'
import { passkeyParty } from './passkey-party.ts'
import { passkeysHere } from './passkey-store.ts'

/** Works on the sign-in behind a visit's cookie, however far it has come. */
export function onSignIn<Result>(
  { node, cookie }: Visit,
  run: (db: Db, stands: Standing) => Promise<Result>,
): Promise<Result> {
  if (cookie === null) return Promise.reject(new Problem('not-signed-in'))
  return inTransaction(node.engine, { role: 'setu_signin', handle: handleOf(cookie) }, async (db) => {
    const stands = await standing(db)
    if (stands === null) throw new Problem('not-signed-in')
    return run(db, stands)
  })
}

/** With what somebody can go on: what they have, or what they can enrol. */
async function kindsFor(node: Node, db: Db, { stage, mustChange, wrapped, recoveryLeft }: Standing) {
  const party = passkeyParty(node) !== null
  const enrolling = stage === 'enrol'
  const kinds: SignedIn['kinds'] = []
  if (enrolling && mustChange) return kinds
  if (party && (enrolling || (await passkeysHere(db)).length > 0)) kinds.push('passkey')
  if (enrolling || wrapped !== null) kinds.push('totp')
  if (!enrolling && recoveryLeft > 0) kinds.push('recovery')
  return kinds
}

/** What the sign-in behind a cookie still asks for, or who is in. */
export async function whatNext(visit: Visit, cookie: string): Promise<SignedIn> {
  const { node } = visit
  const { stage, mustChange, kinds } = await onSignIn({ ...visit, cookie }, async (db, stands) => ({
    ...stands,
    kinds: await kindsFor(node, db, stands),
  }))
  if (stage === 'factor') return { next: 'factor', kinds, session: null }
  if (stage === 'enrol') return { next: mustChange ? 'password' : 'enrol', kinds, session: null }
  await asActor(node, passOf(cookie), (work) => settleKeys(work, node.nodeKey))
  const session = await asActor(node, passOf(cookie), (work) => viewSession(work))
  return { next: null, kinds: [], session }
}

/** The member's key that the sign-in behind a visit's cookie carries, before that cookie gives way to another. */
export function heldBy(db: Db, { cookie }: Visit, owner: Owner): Promise<Buffer | null> {
  return cookie === null ? Promise.resolve(null) : heldKey(db, owner, passOf(cookie), 'half')
}

/** Lets a member's key travel on with the cookie that takes the place of the one before. */
export async function carryOn(db: Db, owner: Owner, cookie: string, held: Buffer | null): Promise<void> {
  if (held !== null) await keepInSession(db, owner, cookie, held)
}

const placeOf = ({ org, account }: Pick<Standing, 'org' | 'account'>): string => `totp|${org}|${account}`

/** The secret of somebody's codes under the node's key, bound to the account that it is for. */
export function wrapTotp(node: Node, whose: Standing, secret: Uint8Array): Uint8Array {
  return node.nodeKey.wrap(secret, placeOf(whose))
}

export function unwrapTotp(node: Node, whose: Standing, wrapped: Uint8Array): Uint8Array {
  return node.nodeKey.unwrap(wrapped, placeOf(whose))
}
