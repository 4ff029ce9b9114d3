import type { SignedIn, SignIn } from '@setu/records/api'
import { inTransaction } from '../database/transaction.ts'
import { whatNext } from '../factors/half-way.ts'
import type { Reply, Visit } from '../http/endpoint.ts'
import { asActor, type Node } from '../node.ts'
import { Problem } from '../problem.ts'
import { deviceName } from './device-name.ts'
import { nobodysSecret, passwordFits } from './password.ts'
import { beginSessionOn, countFailure, endSession, findSignIn, openSessionOn } from './session-store.ts'
import { paced } from './sign-in-pace.ts'
import { handleOf } from './token.ts'
import { logVisit } from './visit-log.ts'

/**
 * Tries a password at the pace that the failures under its name have earned; a failure is counted under a keyed
 * mark of the name, since people type passwords into the wrong field. A database is never held meanwhile.
 */
export async function proveWho(
  node: Node,
  given: SignIn,
): Promise<{ readonly org: string; readonly account: string }> {
  const name = given.name.trim().toLowerCase()
  const mark = node.nodeKey.mark(name, 'sign-in name')
  const signin = { role: 'setu_signin' } as const
  const { candidate, failures } = await inTransaction(node.engine, signin, (db) => findSignIn(db, name, mark))
  const secret = candidate?.secret ?? nobodysSecret(node.passwordCost)
  const fits = await paced(failures, () => passwordFits(given.password, secret))
  if (candidate !== null && fits) return candidate
  await inTransaction(node.engine, signin, (db) => countFailure(db, mark))
  throw new Problem('sign-in-failed')
}

/** Whoever signs in where somebody was signed in takes the place over: the session before is dead. */
async function endSessionBefore({ node, cookie }: Visit): Promise<void> {
  if (cookie === null) return
  try {
    await asActor(node, handleOf(cookie), (work) => endSession(work.db, work.actor.session))
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'not-signed-in')) throw error
  }
}

/**
 * Begins to sign someone in: logged in the transaction that opens what a password alone opens, which is nothing yet
 * but in the demonstration, where nobody has a second factor.
 */
export async function signIn(visit: Visit, given: SignIn): Promise<Reply<SignedIn>> {
  const { node } = visit
  const { org, account } = await proveWho(node, given)
  await endSessionBefore(visit)
  const cookie = await inTransaction(node.engine, { role: 'setu_signin' }, async (db) => {
    const who = { org, account, device: deviceName(visit.device) }
    const opened = await (node.demo ? openSessionOn : beginSessionOn)(db, who)
    const answered = { action: 'signIn', method: 'POST', status: 201 } as const
    await logVisit(db, visit, answered, { org, account, session: opened.session })
    return opened.cookie
  })
  return { status: 201, body: await whatNext(visit, cookie), cookie }
}
