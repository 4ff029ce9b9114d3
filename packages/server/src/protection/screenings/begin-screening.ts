import type { ScreeningBegin, Written } from '@setu/records/api'
import { screeningInstruments, treatedAsChild } from '@setu/vocabulary'
import { sql } from 'kysely'
import { needRole, Problem, type Work } from '../../platform/index.ts'
import { momentAfter, rulesInForce } from '../due/rules-in-force.ts'
import { screenTip } from '../tips/step-tip.ts'
import { asksToday, sealAsked } from './screening-store.ts'

/** Begins to ask: by any first responder, once everything is ready for it. A tip that it comes from goes along. */
export async function beginScreening(work: Work, given: ScreeningBegin): Promise<Written> {
  needRole(work, 'caseworker', 'supervisor', 'policeInvestigator', 'consularOfficer')
  const { org, account, units } = work.actor
  const { id, unit, instrument, ageBand, ageSure, ready, who, tip } = given
  if (!units.some((own) => own.unit === unit)) throw new Problem('not-for-you')
  const found = screeningInstruments.find((one) => one.id === instrument)
  if (found === undefined)
    throw new Problem('bad-request', { fields: [{ field: 'instrument', problem: 'unknown' }] })
  if (found.counted === 'ilo' && found.forChild !== treatedAsChild(ageBand, ageSure))
    throw new Problem('bad-request', { fields: [{ field: 'instrument', problem: 'other-age' }] })
  const at = { org, id }
  if (tip !== null) await screenTip(work, tip, tip.base)
  await sql`
    insert into screening (org_id, id, unit_id, account_id, tip_org, tip_id, instrument, instrument_version, age_band, age_sure, ready,
      state, began_at)
    values (${org}, ${id}, ${unit}, ${account}, ${tip?.org ?? null}, ${tip?.id ?? null}, ${found.id}, ${found.version}, ${ageBand},
      ${ageSure}, ${ready}::text[], 'asking', ${work.now.toISOString()})`.execute(work.db)
  const answers = await sealAsked(work, at, 1, { who, answers: {}, signs: [], safety: null })
  await sql`update screening set answers = ${answers}, saved = 1 where org_id = ${org} and id = ${id}`.execute(
    work.db,
  )
  await asksToday(work, at)
  const { clocks, calendar } = await rulesInForce(work)
  const due = momentAfter(clocks.completeScreening, work.now, calendar).toISOString()
  await sql`
    insert into due_item (org_id, id, about_id, kind, rule_version, began_at, due_at, holder_org, unit_id, account_id)
    values (${org}, ${work.freshId()}, ${id}, 'completeScreening', ${clocks.version}, ${work.now.toISOString()}, ${due}, ${org},
      ${unit}, ${account})`.execute(work.db)
  return { id, version: 1 }
}
