import { provedLately } from '../factors/factor-store.ts'
import { doneBefore, remember } from '../http/command-done.ts'
import { nothing, type Reply, type Visit } from '../http/endpoint.ts'
import { renewMemberKey } from '../keys/member-key.ts'
import { asActor } from '../node.ts'
import { Problem } from '../problem.ts'
import { endOtherSessions, ownNames } from './session-store.ts'
import { proveWho } from './sign-in.ts'
import { passOf } from './token.ts'
import { visitOutcome } from './visit-log.ts'

const name = 'renewOwnKey'

/**
 * Takes a new pair of keys under the password that one has; every other session ends. The password is asked for since
 * the new private half goes into its slot, and is worked on between two transactions.
 */
export async function renewOwnKey(
  visit: Visit,
  { command, password }: { readonly command: string; readonly password: string },
): Promise<Reply<undefined>> {
  const { node, cookie } = visit
  if (cookie === null) throw new Problem('not-signed-in')
  const pass = passOf(cookie)
  const answered = { action: name, method: 'POST', status: 204 } as const
  const signInName = await asActor(node, pass, async (work, log) => {
    if ((await doneBefore(work, command, name)) !== null) {
      await log(visitOutcome(visit, answered))
      return null
    }
    if (!(await provedLately(work.db))) throw new Problem('step-up-needed')
    return (await ownNames(work.db))?.signInName ?? ''
  })
  if (signInName === null) return nothing
  const { slotKey } = await proveWho(node, { name: signInName, password }, 'session')
  await asActor(node, pass, async (work, log) => {
    if ((await doneBefore(work, command, name)) === null) {
      await renewMemberKey(work, { slotKey, cookie, nodeKey: node.nodeKey })
      await endOtherSessions(work.db, work.actor.account)
      await remember(work, command, name, nothing)
    }
    await log(visitOutcome(visit, answered))
  })
  return nothing
}
