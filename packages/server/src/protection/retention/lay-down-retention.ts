import { randomUUID } from 'node:crypto'
import type { RetentionSet, Written } from '@setu/records/api'
import { type RetentionRules, retentionRules } from '@setu/vocabulary'
import { sql } from 'kysely'
import { needRole, ruleInForce, type Work } from '../../platform/index.ts'

/** Lays down from today on how long cases are kept. */
export async function layDownRetention(work: Work, given: RetentionSet): Promise<Written> {
  needRole(work, 'technicalAdministrator')
  const { years, childUntilAge, ageWhenUnknown, shownBefore } = given
  const version = `${work.today}-${randomUUID().slice(0, 8)}`
  const youngest = { ...retentionRules.youngest, childUnknown: ageWhenUnknown, unknown: ageWhenUnknown }
  // What is not said stays as it was laid down before.
  const before = {
    ...retentionRules,
    ...(await ruleInForce<RetentionRules>(work.db, 'retentionRules', work.today)),
  }
  const { logAfterErasure = before.logAfterErasure, logYears = before.logYears } = given
  const rules: RetentionRules = {
    ...retentionRules,
    version,
    years,
    childUntilAge,
    ageWhenUnknown,
    shownBefore,
    youngest,
    logAfterErasure,
    logYears,
    consentYears: given.consentYears ?? before.consentYears,
  }
  await sql`
    insert into rule_set (kind, version, valid_from, rules, made_by, made_at)
    values ('retentionRules', ${version}, ${work.today}::date, ${JSON.stringify(rules)}::jsonb, ${work.actor.account}, now())`.execute(
    work.db,
  )
  return { id: given.command, version: 1 }
}
