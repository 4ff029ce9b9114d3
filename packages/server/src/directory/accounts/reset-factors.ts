import { needRole, Problem, type Work } from '../../platform/index.ts'
import { accountOf, dropFactors } from './account-store.ts'

/**
 * Gives a colleague who lost their phone a new beginning: they enrol again at their next sign-in. Nobody does this
 * for themselves, nor for somebody whose password they have just set.
 */
export async function resetFactors(work: Work, id: string): Promise<void> {
  needRole(work, 'technicalAdministrator')
  if ((await accountOf(work.db, id)) === null) throw new Problem('not-found')
  if (!(await dropFactors(work.db, id))) throw new Problem('not-for-you')
}
