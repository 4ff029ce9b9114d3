import type { SettingList } from '@setu/records/api'
import { type SettingSet, settingSets } from '@setu/vocabulary'
import { sql } from 'kysely'
import type { Work } from '../../platform/index.ts'

type Version = SettingList['items'][number]['versions'][number]

/** Every version of some sets of rules, the one that holds last first. */
export async function versionsOf(
  work: Work,
  kinds: readonly string[],
): Promise<(Version & { readonly kind: string })[]> {
  const { rows } = await sql<Version & { readonly kind: string }>`
    select r.kind, r.version, r.valid_from as "validFrom", r.made_at as made, a.name as by, r.rules
    from rule_set r left join account a on a.org_id = ${work.actor.org} and a.id = r.made_by
    where r.kind = any (${[...kinds]}::text[])
    order by r.valid_from desc, r.made_at desc, r.version collate "C"`.execute(work.db)
  return rows
}

/** The rules of a set for today. What was laid down before a setting was known says nothing of it: there the first ones hold. */
export function inForce(
  work: Work,
  { first }: Pick<SettingSet, 'first'>,
  versions: readonly Version[],
): Readonly<Record<string, unknown>> {
  return { ...first, ...versions.find(({ validFrom }) => validFrom <= work.today)?.rules }
}

/** What is laid down, by whom and since when. */
export async function readSettings(work: Work): Promise<SettingList> {
  const all = await versionsOf(
    work,
    settingSets.map(({ kind }) => kind),
  )
  const byKind = Map.groupBy(all, ({ kind }) => kind)
  return {
    mayChange: work.actor.roles.includes('technicalAdministrator'),
    items: settingSets.map((set) => {
      const versions = (byKind.get(set.kind) ?? []).map(({ kind: _kind, ...version }) => version)
      return { kind: set.kind, base: versions.length, rules: inForce(work, set, versions), versions }
    }),
  }
}
