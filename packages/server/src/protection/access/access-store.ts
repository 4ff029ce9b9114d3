import type { AccessRules } from '@setu/records/api'
import { sql } from 'kysely'
import type { Work } from '../../platform/index.ts'

/** The very rows that every policy asks, so that what people are told is what is enforced. */
export async function readAccessRules({ db }: Work): Promise<AccessRules> {
  const { rows: items } = await sql<AccessRules['items'][number]>`
    select relation, work, part, may_read as "read", may_write as "write", consent
    from access_rule order by relation, work, part`.execute(db)
  const { rows: days } = await sql<{ name: string; days: number }>`
    select name, days from access_days order by name`.execute(db)
  return { items, days: Object.fromEntries(days.map((row) => [row.name, row.days])) }
}
