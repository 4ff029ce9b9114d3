import type { SignedIn } from '@setu/records/api'
import { inTransaction } from '../database/transaction.ts'
import type { Reply, Visit } from '../http/endpoint.ts'
import { enterWithPassword } from '../keys/member-key.ts'
import { Problem } from '../problem.ts'
import { makeSecret, slotKeyOf } from '../sessions/password.ts'
import { weakPassword } from '../sessions/password-strength.ts'
import { findSignIn } from '../sessions/session-store.ts'
import { freshCookie, handleHash, handleOf } from '../sessions/token.ts'
import { logVisit } from '../sessions/visit-log.ts'
import { cameFurther } from './come-in.ts'
import { replacePassword, type Standing } from './factor-store.ts'
import { onSignIn } from './half-way.ts'

/** The password that an administrator gave is known to two, so it may not become one's own. */
async function needAnother({ node }: Visit, { signInName, name }: Standing, next: string): Promise<void> {
  if (await weakPassword(next, [signInName, name])) throw new Problem('password-weak')
  const mark = node.nodeKey.mark(signInName, 'sign-in name')
  const { candidate } = await inTransaction(node.engine, { role: 'setu_signin' }, (db) =>
    findSignIn(db, signInName, mark),
  )
  const same = candidate === null ? null : await slotKeyOf(next, candidate.secret)
  if (candidate === null || same !== null) throw new Problem('password-weak')
}

/** Sets one's own password at the first sign-in with one that somebody else had set. */
export async function setOwnPassword(visit: Visit, next: string): Promise<Reply<SignedIn>> {
  const stands = await onSignIn(visit, (_, found) => Promise.resolve(found))
  if (stands.stage !== 'enrol' || !stands.mustChange) throw new Problem('step-not-possible')
  await needAnother(visit, stands, next)
  const secret = await makeSecret(next, visit.node.passwordCost)
  const fresh = freshCookie()
  const stage = await onSignIn(visit, async (db, who) => {
    const reached = await replacePassword(db, secret, handleHash(handleOf(fresh)))
    if (reached === null) throw new Problem('step-not-possible')
    const now = reached === 'full' ? fresh : (visit.cookie ?? '')
    await enterWithPassword(db, who, now, secret.slotKey)
    await logVisit(db, visit, { action: 'setOwnPassword', method: 'POST', status: 200 }, who)
    return reached
  })
  return cameFurther(visit, stage === 'full' ? fresh : null, (next) => next)
}
