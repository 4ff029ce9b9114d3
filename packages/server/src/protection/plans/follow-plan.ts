import { caseRecords } from '@setu/records'
import { parsePlainDate } from '@setu/vocabulary'
import { type Work, wrongField } from '../../platform/index.ts'
import { promiseHolder } from '../cases/case-store.ts'
import { happened } from '../cases/event-store.ts'
import { keptValues, partOf, rewrite, rowsOf, stateOf } from '../cases/record-store.ts'
import { replaceOthers } from '../cases/replace-others.ts'
import type { Stepped } from '../cases/stepped.ts'
import { promiseAll, promiseFor, settle, settleCase } from '../due/due-store.ts'
import { endOf, rulesInForce } from '../due/rules-in-force.ts'
import { approverOf } from './approvals.ts'

/** What was proposed with a plan is agreed to together with it. */
async function agreeToGoals(work: Work, { held }: Stepped): Promise<void> {
  const record = caseRecords.supportPlan
  const proposed = (await rowsOf(work, held, record)).filter((row) => stateOf(row) === 'proposed')
  for (const row of proposed) {
    const values = await keptValues(work, held, record, row)
    await rewrite(work, held, record, row, values, 'agreed')
    work.touched({ org: held.org, caseId: held.id, part: partOf(record), did: 'wrote', record: row.id })
    await followGoal(work, {
      held,
      name: 'supportPlan',
      id: row.id,
      from: 'proposed',
      to: 'agreed',
      values,
    })
  }
  const about = { record: 'supportPlan', became: 'agreed' }
  if (proposed.length > 0) await happened(work, held, { kind: 'recordStepped', part: partOf(record), about })
}

/**
 * A plan that the survivor agreed to takes the place of the one before, with the goals proposed in it, and is
 * promised to be looked at again. A plan that they decline keeps the promise to make one, too: they were asked.
 */
export async function followServicePlan(work: Work, stepped: Stepped): Promise<void> {
  const { held, to, values } = stepped
  if (to === 'agreed' || to === 'declined') await settleCase(work, held.id, ['makePlan', 'reviewPlan'])
  if (to === 'draft') await settleCase(work, held.id, ['reviewPlan'])
  if (to !== 'agreed') return settle(work, stepped.id, ['approvePlan'])
  const review = parsePlainDate(String(values['reviewOn']))
  if (review === null || review < String(values['answeredOn'])) throw wrongField('reviewOn', 'before-answer')
  await replaceOthers(work, stepped, { in: ['agreed', 'approved'], by: 'replaced' })
  await agreeToGoals(work, stepped)
  const holder = await promiseHolder(work, held)
  await promiseFor(work, { org: held.org, caseId: held.id, kind: 'reviewPlan', holder }, endOf(review))
  const approver = await approverOf(work, held.ownerUnit)
  if (approver === null) return
  const rules = await rulesInForce(work)
  const { version, approvePlan: allowed } = rules.clocks
  const by = { ...holder, account: approver }
  const about = { org: held.org, caseId: held.id, about: stepped.id, holder: by, version }
  await promiseAll(work, rules, [{ ...about, kind: 'approvePlan', allowed }])
}

/** A goal that is agreed to is promised by its day, where a day was set for it; what ends it keeps the promise. */
export async function followGoal(work: Work, { held, id, to, values }: Stepped): Promise<void> {
  if (to !== 'agreed') return settle(work, id, ['reachGoal'])
  const day = parsePlainDate(String(values['plannedEnd']))
  if (day === null) return
  const holder = await promiseHolder(work, held)
  await promiseFor(work, { org: held.org, caseId: held.id, about: id, kind: 'reachGoal', holder }, endOf(day))
}

/** A look at what is needed keeps the promise to look. */
export async function followNeeds(work: Work, { held, to }: Stepped): Promise<void> {
  if (to === 'made') await settleCase(work, held.id, ['assessNeeds'])
}
