import type { AccountView, accountChange, Written } from '@setu/records/api'
import type { z } from 'zod'
import {
  dropKey,
  endOtherSessions,
  keepSecret,
  makeSecret,
  needAnotherHolder,
  needRole,
  Problem,
  type Work,
  weakPassword,
} from '../../platform/index.ts'
import { accountOf, nextVersion, setRoles, setUnits, tellOfReset, tookFactors } from './account-store.ts'

type Change = z.infer<typeof accountChange>

function stale({ version, roles, units, disabled }: AccountView): Problem {
  return new Problem('stale', { current: { version, values: { roles, units, disabled } } })
}

async function found(work: Work, id: string): Promise<AccountView> {
  const account = await accountOf(work.db, id)
  if (account === null) throw new Problem('not-found')
  return account
}

/**
 * Nobody gives themselves a role, a unit or a caseload, nor closes the account they sit at: an administrator
 * who needs one asks another administrator.
 */
function needAnother(work: Work, id: string, { roles, units, disabled }: Change): void {
  const touches = roles !== undefined || units !== undefined || disabled !== undefined
  if (id === work.actor.account && touches) throw new Problem('not-for-you')
}

/**
 * Gives a colleague a password for one sign-in. Whoever also took away their second factor may not: the two
 * together would open the account to the administrator, so that takes two of them. The key that the old password
 * opened goes with it: whoever knows the new one still has to be let in by a colleague.
 */
async function givePassword(work: Work, account: string, password: string): Promise<void> {
  const whose = { org: work.actor.org, account }
  const secret = await makeSecret(password, work.passwordCost)
  if (account === work.actor.account) return keepSecret(work.db, whose, secret)
  if (await tookFactors(work.db, whose)) throw new Problem('not-for-you')
  await dropKey(work, account)
  await keepSecret(work.db, whose, secret, work.actor.account)
  await tellOfReset(work.db, account)
}

/** Changes what a colleague may do, or closes or opens their account, or gives them a new password. */
export async function changeAccount(work: Work, id: string, change: Change): Promise<Written> {
  needRole(work, 'technicalAdministrator')
  const kept = await found(work, id)
  needAnother(work, id, change)
  const { base, roles, units, password, disabled = kept.disabled } = change
  if (kept.version !== base) throw stale(kept)
  if (password !== undefined && (await weakPassword(password, [kept.signInName, kept.name])))
    throw new Problem('password-weak')
  const version = await nextVersion(work.db, { id, base, disabled })
  if (version === null) throw stale(await found(work, id))
  const whose = { org: work.actor.org, account: id }
  if (roles !== undefined) await setRoles(work.db, whose, roles)
  if (units !== undefined)
    await needAnotherHolder(
      work,
      id,
      units.map((seat) => seat.id),
    )
  if (units !== undefined) await setUnits(work.db, whose, units)
  if (password !== undefined) await givePassword(work, id, password)
  if (password !== undefined || disabled) await endOtherSessions(work.db, id)
  return { id, version }
}
