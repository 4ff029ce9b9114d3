import { createHash } from 'node:crypto'
import { type AlertRules, alertRules, type Calendar, lawName, type PlanBasis } from '@setu/vocabulary'
import { sql } from 'kysely'
import { type Db, ruleInForce } from '../../platform/index.ts'
import { holdingLaws } from '../laws/law-store.ts'

/** By what alerts are reckoned on a day, and a name for all of it that changes as soon as any of it does. */
export interface BasisOfDay extends PlanBasis {
  nameFor(jurisdiction: string): string
}

async function calendarsOn(db: Db, day: string): Promise<readonly Calendar[]> {
  const { rows } = await sql<Calendar>`
    select distinct on (jurisdiction, institution) jurisdiction, institution, version, weekend, holidays from working_calendar
    where valid_from <= ${day}::date order by jurisdiction, institution, valid_from desc, made_at desc`.execute(
    db,
  )
  return rows
}

/**
 * The rules for alerts that are laid down for a day; what they do not say, the first ones do. Which offices are told comes
 * with the release, also where a node wrote it down when it knew fewer kinds.
 */
async function alertRulesOn(db: Db, day: string): Promise<AlertRules> {
  const { to, escalatesTo } = alertRules
  const laidDown = await ruleInForce<Partial<AlertRules>>(db, 'criminalAlerts', day)
  return { ...alertRules, ...laidDown, to, escalatesTo }
}

/** The laws, the calendars and the rules that hold on a day. */
export async function basisOn(db: Db, day: string): Promise<BasisOfDay> {
  const holding = await holdingLaws({ db })
  const [calendars, rules] = [await calendarsOn(db, day), await alertRulesOn(db, day)]
  return {
    laws: holding.map(({ law }) => law),
    calendars,
    rules,
    nameFor: (jurisdiction) =>
      createHash('sha256')
        .update(
          JSON.stringify([
            rules,
            calendars.filter((one) => one.jurisdiction === jurisdiction).map(({ version }) => version),
            holding
              .filter(({ law }) => law.jurisdiction === jurisdiction)
              .map(({ law }) => [lawName(law), law.validFrom, law.validTo, law.limits]),
          ]),
        )
        .digest('hex'),
  }
}
