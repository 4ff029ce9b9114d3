import {
  accessClocks,
  accessReviews,
  alertRules,
  approvals,
  breachClocks,
  caseClocks,
  caseloadRules,
  childRules,
  complaintClocks,
  figureRules,
  followUpSchedule,
  identificationRules,
  knownCourts,
  reminders,
  retentionRules,
  seedCalendars,
  serviceLevels,
  tellingRules,
  textRules,
  tipRules,
} from '@setu/vocabulary'
import { sql } from 'kysely'
import { type Engine, inTransaction } from '../platform/index.ts'

/** The rules an installation begins with; they hold for every day before the first change of them, too. */
const seedRuleSets = {
  serviceLevels,
  caseClocks,
  followUpSchedule,
  accessClocks,
  reminders,
  breachClocks,
  complaintClocks,
  accessReviews,
  tipRules,
  approvals,
  childRules,
  retentionRules,
  tellingRules,
  figureRules,
  textRules,
  caseloadRules,
  identificationRules,
  criminalAlerts: alertRules,
}
const fromTheBeginning = '2000-01-01'

/** Puts the calendars, courts and rules that Setu brings beside those that are there; what is there is never changed. */
export async function seedRules(engine: Engine): Promise<void> {
  await inTransaction(engine, { role: 'setu_setup' }, async (db) => {
    for (const { jurisdiction, institution, version, weekend, holidays } of seedCalendars) {
      await sql`
        insert into working_calendar (jurisdiction, institution, version, valid_from, weekend, holidays, made_at)
        values (${jurisdiction}, ${institution}, ${version}, ${fromTheBeginning}, ${[...weekend]}::integer[],
          ${JSON.stringify(holidays)}::jsonb, now())
        on conflict do nothing`.execute(db)
    }
    for (const { id, jurisdiction, kind, name, district } of knownCourts) {
      await sql`
        insert into court (id, jurisdiction, kind, name_en, name_bn, district, made_at)
        values (${id}, ${jurisdiction}, ${kind}, ${name.en}, ${name.bn}, ${district}, now())
        on conflict do nothing`.execute(db)
    }
    for (const [kind, rules] of Object.entries(seedRuleSets)) {
      await sql`
        insert into rule_set (kind, version, valid_from, rules, made_at)
        values (${kind}, ${rules.version}, ${fromTheBeginning}, ${JSON.stringify(rules)}::jsonb, now())
        on conflict do nothing`.execute(db)
    }
  })
}
