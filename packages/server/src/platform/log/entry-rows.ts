import { sql } from 'kysely'
import type { Db } from '../database/dialect.ts'
import type { Entry, EntryEvent, EntryItem } from './entry.ts'

/** Moments as they are kept, to the microsecond: what is hashed must not depend on who reads it. */
const moment = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

const eventText = `case when e.id is null then null else json_build_object(
  'at', ${moment('e.at')}, 'org', e.org_id, 'account', e.account_id, 'session', e.session_id, 'request', e.request_id,
  'action', e.action, 'method', e.method, 'status', e.status, 'problem', e.problem, 'reason', e.reason, 'count', e.count,
  'sealedReason', encode(e.sealed_reason, 'hex')) end`

const itemsText = `coalesce((select json_agg(json_build_object(
  'org', i.org_id, 'case', i.case_id, 'part', i.part, 'did', i.did, 'record', i.record_id, 'at', ${moment('i.at')},
  'account', i.account_id, 'accountOrg', i.account_org_id, 'relation', i.relation, 'reason', i.reason))
  from audit_item i where i.event_id = f.event_id and i.portion = f.portion), '[]'::json)`

/** What an entry is made of, for rows that name one as `f`: its event when it begins one, and its items. */
export const entryText = `f.event_id as id, f.portion, ${eventText} as event, ${itemsText} as items`

/** Joins the event that an entry begins. */
export const eventJoin = 'left join audit_event e on e.id = f.event_id and f.portion = 0'

interface EntryRow {
  readonly id: string
  readonly portion: number
  readonly event: EntryEvent | null
  readonly items: readonly EntryItem[]
}

/** An entry of a row made by `entryText`. */
export function entryOfRow({ id, portion, event, items }: EntryRow): Entry {
  return { id, portion, event, items }
}

/** The row after which to go on: a transaction, and within it an entry. */
export interface Position {
  readonly xid: string
  readonly id: string
  readonly portion: number
}

/** Before every entry of a transaction. */
export const beforeAll = { id: '00000000-0000-0000-0000-000000000000', portion: -1 } as const

interface Wanted {
  readonly after: Position
  /** The first transaction that may not be finished. */
  readonly to: string
  readonly most: number
}

/**
 * The entries that finished transactions wrote and that are not sealed, in the order of those transactions. Each
 * of the two readings follows its index, so that a transaction with a million rows is not read again for each few.
 */
export async function entriesIn(
  db: Db,
  { after, to, most }: Wanted,
): Promise<{ readonly xid: string; readonly entry: Entry }[]> {
  const { xid, id, portion } = after
  const { rows } = await sql<EntryRow & { readonly xid: string }>`
    with f as (
      select * from (
        (select e.xid, e.id as event_id, 0 as portion from audit_event e
          where (e.xid, e.id) > (${xid}::xid8, ${id}::uuid) and e.xid < ${to}::xid8
            and not exists (select 1 from log_leaf l where l.event_id = e.id and l.portion = 0)
          order by e.xid, e.id limit ${most})
        union all
        (select distinct i.xid, i.event_id, i.portion from audit_item i
          where i.portion > 0 and (i.xid, i.event_id, i.portion) > (${xid}::xid8, ${id}::uuid, ${portion}::integer)
            and i.xid < ${to}::xid8
            and not exists (select 1 from log_leaf l where l.event_id = i.event_id and l.portion = i.portion)
          order by i.xid, i.event_id, i.portion limit ${most})
      ) g
      order by xid, event_id, portion limit ${most}
    )
    select f.xid::text as xid, ${sql.raw(entryText)} from f ${sql.raw(eventJoin)} order by f.xid, f.event_id, f.portion`.execute(
    db,
  )
  return rows.map((row) => ({ xid: row.xid, entry: entryOfRow(row) }))
}
