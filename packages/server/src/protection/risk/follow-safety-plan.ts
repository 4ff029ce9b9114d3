import type { Work } from '../../platform/index.ts'
import { replaceOthers } from '../cases/replace-others.ts'
import type { Stepped } from '../cases/stepped.ts'
import { settleCase } from '../due/due-store.ts'

/** A safety plan in force takes the place of the one before, and keeps the promise to make one. */
export async function followSafetyPlan(work: Work, stepped: Stepped): Promise<void> {
  if (stepped.to !== 'inForce') return
  await replaceOthers(work, stepped, { in: ['inForce'], by: 'replaced' })
  await settleCase(work, stepped.held.id, ['makeSafetyPlan'])
}
