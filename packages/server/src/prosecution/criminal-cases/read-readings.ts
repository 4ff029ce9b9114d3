import type { CriminalReadings, ReadingsQuery } from '@setu/records/api'
import { sql } from 'kysely'
import { needRole, type Work } from '../../platform/index.ts'

const aPage = 50

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const cursor = new RegExp(`^([\\d.:TZ-]+)_(${uuid})_(${uuid})_([a-zA-Z]+)_([a-z]+)$`)

/** One request may open several parts: a page goes on behind the part that it ended with. */
const fromCursor = (after: string | undefined) => {
  const found = cursor.exec(after ?? '')
  const at = Date.parse(found?.[1] ?? '')
  return found === null || Number.isNaN(at)
    ? sql`true`
    : sql`(i.at, i.event_id, i.case_id, i.part, i.did)
        < (${found[1]}::timestamptz, ${found[2]}::uuid, ${found[3]}::uuid, ${found[4]}::text, ${found[5]}::text)`
}

interface ReadingRow extends Omit<CriminalReadings['items'][number], 'tasks' | 'file'> {
  readonly place: string
  readonly relation: string | null
}

/** Whoever takes a network out says for whom; an office that is let in is no file. */
const fileIn = (did: string, relation: string | null) =>
  did === 'shared' && (relation === 'others' || relation === 'own') ? relation : null

/**
 * Who opened names of accused persons, orders and networks, or took a network out, the latest first, for whoever guards
 * the data of an organisation.
 */
export async function readReadings(work: Work, { after }: ReadingsQuery): Promise<CriminalReadings> {
  needRole(work, 'dataProtectionOfficer')
  const { rows } = await sql<ReadingRow>`
    select
      concat_ws('_', to_char(i.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), i.event_id, i.case_id, i.part, i.did) as place,
      i.at, i.part, i.did, i.relation,
      case when i.part = 'network' then network_reading_code(i.org_id, i.case_id, i.record_id) else criminal_code(i.org_id, i.case_id) end as code,
      a.name,
      json_build_object('en', o.name_en, 'bn', o.name_bn) as office
    from audit_item i join organisation o on o.id = i.account_org_id
      left join account a on a.org_id = i.account_org_id and a.id = i.account_id and a.org_id = ${work.actor.org}
    where i.part in ('accused', 'orders', 'network') and i.did in ('read', 'shared') and ${fromCursor(after)}
    order by i.at desc, i.event_id desc, i.case_id desc, i.part desc, i.did desc limit ${aPage + 1}`.execute(
    work.db,
  )
  const page = rows.slice(0, aPage)
  work.counted(page.length)
  const last = page.at(-1)
  return {
    items: page.map(({ place: _place, relation, ...row }) => ({
      ...row,
      file: fileIn(row.did, relation),
      tasks: row.did === 'read' ? (relation?.split('+') ?? []) : [],
    })),
    next: rows.length > aPage && last !== undefined ? last.place : null,
  }
}
