import { needsSafetyPlan, parsePlainDate } from '@setu/vocabulary'
import { sql } from 'kysely'
import { type Work, wrongField } from '../../platform/index.ts'
import { promiseHolder } from '../cases/case-store.ts'
import type { CaseRef } from '../cases/record-store.ts'
import type { Stepped } from '../cases/stepped.ts'
import { promiseAll, settleCase } from '../due/due-store.ts'
import { rulesInForce } from '../due/rules-in-force.ts'
import { greatestOf, lastRisk } from './risk-store.ts'

async function planInForce(work: Work, file: CaseRef): Promise<boolean> {
  const { rows } = await sql`
    select 1 from safety_plan p where p.org_id = ${file.org} and p.case_id = ${file.id} and p.state = 'inForce'`.execute(
    work.db,
  )
  return rows.length > 0
}

/** The moment from which the next look is counted: the day of this one, which may have been written down later. */
function lookedAt(work: Work, given: unknown): Date {
  const day = parsePlainDate(String(given))
  if (day === null || day > work.today) throw wrongField('assessedOn', 'not-yet')
  return day === work.today ? work.now : new Date(`${day}T12:00:00+06:00`)
}

/**
 * After a look at the risks the promise to make it is kept, and the next one is promised: the greater the risk,
 * the sooner. Where it is more than low, a safety plan is promised too, unless the one in force still fits.
 */
export async function followRisk(work: Work, { held, id, to, values }: Stepped): Promise<void> {
  if (to !== 'made') return
  const from = lookedAt(work, values['assessedOn'])
  const last = await lastRisk(work, held)
  if (last?.id !== id) return
  const level = greatestOf(last.levels) ?? 'low'
  const fits = values['safetyPlanFits'] === true && (await planInForce(work, held))
  const plans = needsSafetyPlan(level) && !fits
  const rules = await rulesInForce(work)
  const { clocks } = rules
  const holder = await promiseHolder(work, held)
  const about = { org: held.org, caseId: held.id, holder, version: clocks.version }
  await settleCase(work, held.id, ['assessRisk', 'reassessRisk', 'makeSafetyPlan'])
  await promiseAll(work, rules, [
    { ...about, kind: 'reassessRisk', allowed: clocks.reassessRisk[level], from },
    ...(plans ? [{ ...about, kind: 'makeSafetyPlan' as const, allowed: clocks.makeSafetyPlan }] : []),
  ])
}
