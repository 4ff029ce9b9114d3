import { addDays } from '@setu/vocabulary'
import { type Work, wrongField } from '../../platform/index.ts'
import { promiseHolder } from '../cases/case-store.ts'
import type { Stepped, Writing } from '../cases/stepped.ts'
import { promiseAll, settle } from '../due/due-store.ts'
import { rulesInForce } from '../due/rules-in-force.ts'
import { addTask } from '../due/tasks.ts'
import { supervisorOf } from '../plans/approvals.ts'

/** Whoever supervises is promised to hear it: what is said of a caseworker is not said to them. */
export async function promiseHearing(work: Work, { held, id, base }: Writing): Promise<void> {
  if (base > 0) return
  const rules = await rulesInForce(work)
  const { version, reviewPlan: allowed } = rules.clocks
  const holder = { ...(await promiseHolder(work, held)), account: await supervisorOf(work, held.ownerUnit) }
  const about = { org: held.org, caseId: held.id, about: id, holder, version }
  await promiseAll(work, rules, [{ ...about, kind: 'hearFeedback', allowed }])
}

/** What was heard keeps the promise; a wish to complain is a task of whoever heard it. */
export async function followFeedback(work: Work, { held, id, to, values }: Stepped): Promise<void> {
  await settle(work, id, ['hearFeedback'])
  if (to !== 'answered') return
  if (String(values['heardOn']) > work.today) throw wrongField('heardOn', 'not-yet')
  if (values['complains'] !== true) return
  const { account } = work.actor
  await addTask(work, held, {
    id: work.freshId(),
    kind: 'writeComplaint',
    account,
    dueOn: addDays(work.today, 3),
  })
}
