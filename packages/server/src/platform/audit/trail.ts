import { randomUUID } from 'node:crypto'
import type { Part } from '@setu/vocabulary'
import { sql } from 'kysely'
import type { Db } from '../database/dialect.ts'

/**
 * One person's part touched by a request: what the survivor and the case's owner are shown. For the address of
 * a site, the service it belongs to stands in the place of the case; for accused persons, their criminal case does,
 * for what stands in a network, the network.
 */
export interface TrailItem {
  readonly org: string
  readonly caseId: string
  readonly part: Part | 'referral' | 'site' | 'accused' | 'hearings' | 'orders' | 'offices' | 'network'
  readonly did: 'read' | 'wrote' | 'shared' | 'withdrew' | 'unopened'
  readonly record?: string
  readonly relation?: string
  readonly reason?: string
}

/** The one event of a request's outcome. */
export interface Outcome {
  readonly request: string
  readonly action: string
  readonly method: string
  readonly status: number
  readonly problem: string | null
  readonly reason: string | null
  readonly count: number | null
}

/** Whose doing it was: all that the log needs of a person. A survivor has no account; her items say that it was she. */
export interface Doer {
  readonly org: string | null
  readonly account: string | null
  readonly session: string | null
}

/** An event that several transactions write: the first of them the event, each its own portion of the items. */
export interface SharedEvent {
  readonly id: string
  portions: number
}

/** Writes the event and its items in the transaction of what they record; if this fails, so does the request. */
export async function writeOutcome(
  db: Db,
  actor: Doer | null,
  outcome: Outcome,
  items: readonly TrailItem[],
  shared: SharedEvent = { id: randomUUID(), portions: 0 },
): Promise<void> {
  const event = shared.id
  const adding = sql`
    insert into audit_event (id, org_id, account_id, session_id, request_id, action, method, status, problem, reason, count)
    values (${event}, ${actor?.org ?? null}, ${actor?.account ?? null}, ${actor?.session ?? null}, ${outcome.request},
      ${outcome.action}, ${outcome.method}, ${outcome.status}, ${outcome.problem}, ${outcome.reason}, ${outcome.count})`
  const portion = shared.portions
  const begun = portion > 0
  if (items.length === 0) {
    if (!begun) await adding.execute(db)
    shared.portions += 1
    return
  }
  const once = new Map(items.map((item) => [`${item.caseId}|${item.part}|${item.did}`, item]))
  const list = [...once.values()]
  await sql`
    ${begun ? sql`` : sql`with added as (${adding})`}
    insert into audit_item (event_id, org_id, case_id, part, did, record_id, account_id, account_org_id, relation, reason, portion)
    select ${event}::uuid, t.org_id, t.case_id, t.part, t.did, t.record_id, ${actor?.account ?? null}::uuid,
      ${actor?.org ?? null}::uuid, t.relation, t.reason, ${portion}::integer
    from unnest(
      ${list.map((item) => item.org)}::uuid[], ${list.map((item) => item.caseId)}::uuid[],
      ${list.map((item) => item.part)}::text[], ${list.map((item) => item.did)}::text[],
      ${list.map((item) => item.record ?? null)}::uuid[], ${list.map((item) => item.relation ?? null)}::text[],
      ${list.map((item) => item.reason ?? null)}::text[]
    ) as t (org_id, case_id, part, did, record_id, relation, reason)`.execute(db)
  // Counted once it is written: a snapshot that is taken again writes its portion again.
  shared.portions += 1
}
