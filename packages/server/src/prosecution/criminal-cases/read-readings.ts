import type { CriminalReadings, ReadingsQuery } from '@setu/records/api'
import { sql } from 'kysely'
import { needRole, type Work } from '../../platform/index.ts'

const aPage = 50

const fromCursor = (after: string | undefined) => {
  const found = /^(\S+)_([0-9a-f-]{36})$/.exec(after ?? '')
  const at = Date.parse(found?.[1] ?? '')
  return found === null || Number.isNaN(at)
    ? sql`true`
    : sql`(i.at, i.event_id) < (${found[1]}::timestamptz, ${found[2]}::uuid)`
}

interface ReadingRow extends Omit<CriminalReadings['items'][number], 'tasks'> {
  readonly event: string
  readonly moment: string
  readonly relation: string | null
}

/** Who opened names of accused persons, orders and networks, the latest first, for whoever guards the data of an organisation. */
export async function readReadings(work: Work, { after }: ReadingsQuery): Promise<CriminalReadings> {
  needRole(work, 'dataProtectionOfficer')
  const { rows } = await sql<ReadingRow>`
    select i.event_id as event, i.at, i.at::text as moment, i.part, i.relation, case when i.part = 'network' then network_reading_code(i.org_id, i.case_id, i.record_id) else criminal_code(i.org_id, i.case_id) end as code, a.name,
      json_build_object('en', o.name_en, 'bn', o.name_bn) as office
    from audit_item i join organisation o on o.id = i.account_org_id
      left join account a on a.org_id = i.account_org_id and a.id = i.account_id and a.org_id = ${work.actor.org}
    where i.part in ('accused', 'orders', 'network') and i.did = 'read' and ${fromCursor(after)}
    order by i.at desc, i.event_id desc limit ${aPage + 1}`.execute(work.db)
  const page = rows.slice(0, aPage)
  work.counted(page.length)
  const last = page.at(-1)
  return {
    items: page.map(({ event: _event, moment: _moment, relation, ...row }) => ({
      ...row,
      tasks: relation?.split('+') ?? [],
    })),
    next: rows.length > aPage && last !== undefined ? `${last.moment.replace(' ', 'T')}_${last.event}` : null,
  }
}
