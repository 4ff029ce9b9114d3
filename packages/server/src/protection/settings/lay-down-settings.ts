import type { SettingLay, Written } from '@setu/records/api'
import { laidDown, settingSets, settingsChanged } from '@setu/vocabulary'
import { sql } from 'kysely'
import { needRole, Problem, type Work, wrongField } from '../../platform/index.ts'
import { inForce, versionsOf } from './read-settings.ts'

/**
 * Lays down some settings of one set from today on. Whoever saw an older version is told so; what was promised before
 * keeps the rules by which it was promised.
 */
export async function layDownSettings(work: Work, given: SettingLay): Promise<Written> {
  needRole(work, 'technicalAdministrator')
  const set = settingSets.find(({ kind }) => kind === given.kind)
  if (set === undefined) throw wrongField('kind', 'not-a-choice')
  await sql`select pg_advisory_xact_lock(hashtextextended(${`settings ${set.kind}`}, 7307))`.execute(work.db)
  const versions = await versionsOf(work, [set.kind])
  const base = versions.length
  if (base !== given.base) throw new Problem('stale', { current: { version: base, values: {} } })
  const before = inForce(work, set, versions)
  const done = laidDown(set, before, given.values)
  if ('faults' in done) throw new Problem('bad-request', { fields: done.faults })
  if (settingsChanged(set, before, done.rules).length === 0) return { id: given.command, version: base }
  const version = `${work.today}-${work.freshId().slice(0, 8)}`
  await sql`
    insert into rule_set (kind, version, valid_from, rules, made_by, made_at)
    values (${set.kind}, ${version}, ${work.today}::date, ${JSON.stringify({ ...done.rules, version })}::jsonb, ${work.actor.account},
      clock_timestamp())`.execute(work.db)
  return { id: given.command, version: base + 1 }
}
