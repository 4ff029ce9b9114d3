import type { TipWrite, TipWritten } from '@setu/records/api'
import { sql } from 'kysely'
import { needDistricts } from '../../directory/index.ts'
import { freshReceipt, Problem, receiptLookUp, sealForUnit, type Work } from '../../platform/index.ts'
import { tipJson, tipPlace, tipRulesInForce, triageBy } from './tip-store.ts'

/**
 * Writes a tip down. Its words are sealed to the unit that takes it: whoever wrote them cannot read them again, and
 * the receipt is for whoever told.
 */
export async function writeTip(work: Work, given: TipWrite): Promise<TipWritten> {
  const { id, unit, channel, subjects, urgency, district, ...words } = given
  if (district !== null) needDistricts([district], 'district')
  const rules = await tipRulesInForce(work.db, work.now)
  const receipt = freshReceipt()
  const sealed = await sealForUnit(
    work.node,
    { unit, ...(await work.ring.publicOf(unit)) },
    tipPlace(id),
    words.mentioned.length > 0 ? words : { ...words, mentioned: null },
  )
  const kept = {
    id,
    unit,
    channel,
    subjects: [...new Set(subjects)],
    urgency,
    district,
    receipt: await receiptLookUp({ name: work.node, passwordCost: work.passwordCost }, receipt, 'known'),
    sealed,
    due: triageBy(rules, work.now),
    rule: rules.version,
  }
  const { rows } = await sql<{ said: string; org: string }>`
    select tip_write(${tipJson(kept)}::jsonb) as said,
      (select d.org_id from tip_desk d where d.unit_id = ${unit}) as org`.execute(work.db)
  const [row] = rows
  if (row?.said === 'there') throw new Problem('exists-already')
  if (row?.said !== 'kept') throw new Problem('receiver-not-available')
  return { org: row.org, id, version: 1, receipt }
}
