import type { accountAdd, Written } from '@setu/records/api'
import type { z } from 'zod'
import { needRole, Problem, type Work, weakPassword } from '../../platform/index.ts'
import { addAccount } from '../setup.ts'

/** Makes an account for a colleague of one's own organisation. */
export async function addColleague(work: Work, given: z.infer<typeof accountAdd>): Promise<Written> {
  needRole(work, 'technicalAdministrator')
  if (await weakPassword(given.password, [given.signInName, given.name])) throw new Problem('password-weak')
  const { org, account: setBy } = work.actor
  await addAccount(work.db, { org, ...given, setBy }, work.passwordCost)
  return { id: given.id, version: 1 }
}
