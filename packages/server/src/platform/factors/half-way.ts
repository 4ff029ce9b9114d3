import type { SignedIn } from '@setu/records/api'
import type { Db } from '../database/dialect.ts'
import { DatabaseRefusal } from '../database/engine.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Visit } from '../http/endpoint.ts'
import { heldKey, keepInSession, type Owner } from '../keys/member-key.ts'
import type { NodeKey } from '../keys/node-key.ts'
import { nodePlaces } from '../keys/node-places.ts'
import { renewWhatIsDue } from '../keys/renew-unit.ts'
import { settleKeys } from '../keys/settle-keys.ts'
import { asActor, type Node } from '../node.ts'
import { Problem } from '../problem.ts'
import { viewSession } from '../sessions/session-view.ts'
import { handleOf, passOf } from '../sessions/token.ts'
import { visitOutcome } from '../sessions/visit-log.ts'
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

/** Renews what is due of the keys that somebody holds who has just come in. It waits for the next time where it cannot. */
async function goOnWithKeys(visit: Visit, cookie: string): Promise<void> {
  const answered = { action: 'keys.goOn', method: 'POST', status: 200 } as const
  try {
    await asActor(visit.node, passOf(cookie), async (work, log) => {
      if (await renewWhatIsDue(work)) await log(visitOutcome(visit, answered))
    })
  } catch (error) {
    if (!(error instanceof DatabaseRefusal || error instanceof Problem)) throw error
  }
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
  await goOnWithKeys(visit, cookie)
  const session = await asActor(node, passOf(cookie), (work) => viewSession(work))
  return { next: null, kinds: [], session }
}

/**
 * Takes a sign-in a step further, and its member's key along to the cookie under which it goes on; none where the
 * cookie stays. Answers whether the step was taken.
 */
export async function stepOn(
  db: Db,
  { cookie }: Visit,
  { owner, fresh }: { readonly owner: Owner; readonly fresh: string | null },
  step: () => Promise<boolean>,
): Promise<boolean> {
  const held = fresh === null || cookie === null ? null : await heldKey(db, owner, passOf(cookie), 'half')
  const taken = await step()
  if (taken && fresh !== null && held !== null) await keepInSession(db, owner, fresh, held)
  return taken
}

/** The secret of somebody's codes under the node's key, bound to the account that it is for. */
export function wrapTotp(nodeKey: NodeKey, whose: Standing, secret: Uint8Array): Uint8Array {
  return nodeKey.wrap(secret, nodePlaces.totp(whose))
}

export function unwrapTotp(node: Node, whose: Standing, wrapped: Uint8Array): Uint8Array {
  return node.nodeKey.unwrap(wrapped, nodePlaces.totp(whose))
}
