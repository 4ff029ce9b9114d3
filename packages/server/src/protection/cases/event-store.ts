import type { EventList, EventView } from '@setu/records/api'
import { asksForLook, type CaseEventKind, type Part } from '@setu/vocabulary'
import { sql } from 'kysely'
import type { Work } from '../../platform/index.ts'
import { bringForward } from '../due/due-store.ts'
import { rulesInForce } from '../due/rules-in-force.ts'
import type { CaseRef } from './record-store.ts'

interface Happened {
  readonly kind: CaseEventKind
  readonly part: Part
  readonly on?: string
  readonly record?: string
  /** Ids, codes and counts only: the timeline is read more widely than what it speaks of. */
  readonly about?: Readonly<Record<string, string | number | boolean | readonly string[]>>
}

/** Adds to a case's timeline; what stands there is never changed. */
export async function happened(work: Work, file: CaseRef, ...events: readonly Happened[]): Promise<void> {
  const rows = events.map(({ kind, part, on = work.today, record = null, about = {} }) => ({
    id: work.freshId(),
    kind,
    part,
    happened_on: on,
    record_id: record,
    about,
  }))
  await sql`
    insert into case_event (org_id, id, case_id, kind, part, happened_on, recorded_at, account_id, account_org, record_id, about)
    select ${file.org}::uuid, t.id, ${file.id}::uuid, t.kind, t.part, t.happened_on, ${work.now.toISOString()}::timestamptz,
      ${work.actor.account}::uuid, ${work.actor.org}::uuid, t.record_id, t.about
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as t (id uuid, kind text, part text, happened_on date, record_id uuid, about jsonb)`.execute(work.db)
  if (events.some(asksLook)) {
    const rules = await rulesInForce(work)
    await bringForward(work, rules, file, 'reassessRisk', rules.clocks.lookAfterEvent)
  }
}

/** A note about safety is one that something happened, too. */
function asksLook({ kind, about }: Happened): boolean {
  return asksForLook.includes(kind) || (kind === 'noteAdded' && about?.['kind'] === 'safety')
}

interface Row {
  readonly org_id: string
  readonly case_id: string
  readonly id: string
  readonly kind: string
  readonly part: Part
  readonly happened_on: string
  readonly recorded_at: string
  readonly account_org: string | null
  readonly person: string | null
  readonly office_en: string | null
  readonly office_bn: string | null
  readonly about: EventView['about']
}

/** Someone of one's own organisation by name, anyone else by their office. */
function viewOf(row: Row): EventView {
  const office = { en: row.office_en ?? '', bn: row.office_bn ?? '' }
  return {
    id: row.id,
    kind: row.kind,
    part: row.part,
    happenedOn: row.happened_on,
    recorded: row.recorded_at,
    by: row.account_org === null ? null : { person: row.person, office },
    about: row.about,
  }
}

const columns = sql`
  e.org_id, e.case_id, e.id, e.kind, e.part, e.happened_on, e.recorded_at, e.account_org, e.about,
  a.name as person, o.name_en as office_en, o.name_bn as office_bn`

const joins = sql`
  left join account a on a.org_id = e.account_org and a.id = e.account_id
  left join organisation o on o.id = e.account_org`

/** A page of the timeline, newest first. */
export async function timelineOf(
  work: Work,
  file: CaseRef,
  after: string | null,
  limit = 50,
): Promise<EventList> {
  const [at, id] = (after ?? '').split('|')
  const older = at && id ? sql`and (e.recorded_at, e.id) < (${at}::timestamptz, ${id}::uuid)` : sql``
  const { rows } = await sql<Row>`
    select ${columns} from case_event e ${joins}
    where e.org_id = ${file.org} and e.case_id = ${file.id} ${older}
    order by e.recorded_at desc, e.id desc limit ${limit + 1}`.execute(work.db)
  const last = rows[limit - 1]
  return {
    items: rows.slice(0, limit).map(viewOf),
    next: rows.length > limit && last ? `${last.recorded_at}|${last.id}` : null,
  }
}

/** What others did in some cases since a moment. */
export async function changedSince(
  work: Work,
  cases: readonly string[],
  since: Date,
): Promise<(EventView & { caseId: string; org: string })[]> {
  if (cases.length === 0) return []
  const { rows } = await sql<Row>`
    select ${columns} from case_event e ${joins}
    where e.case_id = any (${[...cases]}::uuid[]) and e.recorded_at > ${since.toISOString()}::timestamptz
      and e.account_id is distinct from ${work.actor.account}
    order by e.recorded_at desc limit 40`.execute(work.db)
  return rows.map((row) => ({ ...viewOf(row), caseId: row.case_id, org: row.org_id }))
}
