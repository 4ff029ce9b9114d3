import { doneBefore, remember } from '../http/command-done.ts'
import { nothing, type Reply, type Visit } from '../http/endpoint.ts'
import { renewMemberKey } from '../keys/member-key.ts'
import { asActor } from '../node.ts'
import { Problem } from '../problem.ts'
import { makeSecret } from './password.ts'
import { weakPassword } from './password-strength.ts'
import { endOtherSessions, keepSecret, ownNames } from './session-store.ts'
import { proveWho } from './sign-in.ts'
import { passOf } from './token.ts'
import { visitOutcome } from './visit-log.ts'

const name = 'changePassword'

interface Change {
  readonly command: string
  readonly now: string
  readonly next: string
}

/**
 * Changes one's own password, and takes a new pair of keys with it. The old one is asked for at the pace of sign-in, so that a session left open does
 * not become a way to guess it; every other session ends. Passwords are worked on between two transactions,
 * never inside one.
 */
export async function changePassword(
  visit: Visit,
  { command, now, next }: Change,
): Promise<Reply<undefined>> {
  const { node, cookie } = visit
  if (cookie === null) throw new Problem('not-signed-in')
  const pass = passOf(cookie)
  const answered = { action: name, method: 'POST', status: 204 } as const
  const before = await asActor(node, pass, async (work, log) => {
    const done = await doneBefore(work, command, name)
    if (done !== null) await log(visitOutcome(visit, answered))
    return { done: done !== null, names: await ownNames(work.db) }
  })
  if (before.done) return nothing
  if (before.names === null) throw new Problem('not-signed-in')
  const { signInName, name: ownName } = before.names
  if (await weakPassword(next, [signInName, ownName])) throw new Problem('password-weak')
  await proveWho(node, { name: signInName, password: now }, 'session')
  const secret = await makeSecret(next, node.passwordCost)
  await asActor(node, pass, async (work, log) => {
    await keepSecret(work.db, work.actor, secret)
    await renewMemberKey(work, { slotKey: secret.slotKey, cookie, nodeKey: node.nodeKey })
    await endOtherSessions(work.db, work.actor.account)
    await remember(work, command, name, nothing)
    await log(visitOutcome(visit, answered))
  })
  return nothing
}
