import type { SignedIn } from '@setu/records/api'
import type { Db } from '../database/dialect.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Visit } from '../http/endpoint.ts'
import { asActor, type Node } from '../node.ts'
import { Problem } from '../problem.ts'
import { viewSession } from '../sessions/session-view.ts'
import { handleOf } from '../sessions/token.ts'
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
  const { stage, mustChange, kinds } = await onSignIn({ ...visit, cookie }, async (db, stands) => ({
    ...stands,
    kinds: await kindsFor(visit.node, db, stands),
  }))
  if (stage === 'factor') return { next: 'factor', kinds, session: null }
  if (stage === 'enrol') return { next: mustChange ? 'password' : 'enrol', kinds, session: null }
  const session = await asActor(visit.node, handleOf(cookie), (work) => viewSession(work))
  return { next: null, kinds: [], session }
}

const placeOf = ({ org, account }: Pick<Standing, 'org' | 'account'>): string => `totp|${org}|${account}`

/** The secret of somebody's codes under the node's key, bound to the account that it is for. */
export function wrapTotp(node: Node, whose: Standing, secret: Uint8Array): Uint8Array {
  return node.nodeKey.wrap(secret, placeOf(whose))
}

export function unwrapTotp(node: Node, whose: Standing, wrapped: Uint8Array): Uint8Array {
  return node.nodeKey.unwrap(wrapped, placeOf(whose))
}
