import type { TipHandOn, TipStep, Written } from '@setu/records/api'
import { mayBecome, tipTransitions } from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { settle } from '../due/due-store.ts'
import { type TipRow, tipHolder, tipRows, tipRulesInForce, triageBy } from './tip-store.ts'

/** A tip that lies with one's own unit, in the version that the person saw. */
async function heldTip(work: Work, at: CaseRef, base: number): Promise<TipRow> {
  await sql`select 1 from tip where org_id = ${at.org} and id = ${at.id} for update`.execute(work.db)
  const [row] = await tipRows(work, at)
  if (!row?.ours) throw new Problem('not-found')
  if (row.version !== base) throw new Problem('stale', { current: { version: row.version, values: {} } })
  if (row.gone) throw new Problem('step-not-possible')
  return row
}

/** Looks at a tip, or closes it with a reason. */
export async function stepTip(work: Work, at: CaseRef, given: TipStep): Promise<Written> {
  const row = await heldTip(work, at, given.base)
  const { to, urgency = row.urgency, closing = null } = given
  if (!mayBecome(tipTransitions, row.state, to)) throw new Problem('step-not-possible')
  if ((to === 'closed') !== (closing !== null)) throw new Problem('reason-needed')
  const now = work.now.toISOString()
  await sql`
    update tip set state = ${to}, urgency = ${urgency}, version = version + 1,
      triaged_at = case ${to}::text when 'triaged' then ${now}::timestamptz else triaged_at end,
      triaged_by = case ${to}::text when 'triaged' then ${work.actor.account}::uuid else triaged_by end,
      closing = ${closing}, closed_at = case ${to}::text when 'closed' then ${now}::timestamptz end
    where org_id = ${at.org} and id = ${at.id}`.execute(work.db)
  await settle(work, at.id, ['triageTip'])
  return { id: at.id, version: row.version + 1 }
}

/** A tip that was looked at goes over into a screening. */
export async function screenTip(work: Work, at: CaseRef, base: number): Promise<void> {
  const row = await heldTip(work, at, base)
  if (!mayBecome(tipTransitions, row.state, 'screening')) throw new Problem('step-not-possible')
  await sql`
    update tip set state = 'screening', version = version + 1 where org_id = ${at.org} and id = ${at.id}`.execute(
    work.db,
  )
}

/** Hands a tip to another unit that takes tips: it looks at it anew, and this one reads it no more. */
export async function handOnTip(work: Work, at: CaseRef, { base, unit }: TipHandOn): Promise<Written> {
  const row = await heldTip(work, at, base)
  if (!mayBecome(tipTransitions, row.state, 'handedOn')) throw new Problem('step-not-possible')
  if (unit === row.unit) throw new Problem('receiver-not-available')
  const rules = await tipRulesInForce(work.db, work.now)
  await work.vault.shareHolder(tipHolder(at), unit, at.id)
  const due = triageBy(rules, work.now)
  const { rows } = await sql<{ said: string }>`
    select tip_hand_on(${at.org}, ${at.id}, ${base}, ${unit}, ${due}::timestamptz, ${rules.version}) as said`.execute(
    work.db,
  )
  if (rows[0]?.said !== 'done') throw new Problem('receiver-not-available')
  return { id: at.id, version: row.version + 1 }
}
