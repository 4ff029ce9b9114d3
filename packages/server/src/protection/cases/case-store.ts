import { randomBytes } from 'node:crypto'
import { type CaseState, caseCodeFrom } from '@setu/vocabulary'
import { type RawBuilder, sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import type { CaseRef } from './record-store.ts'

export type CaseRelation = 'own' | 'supervise' | 'emergency' | 'named' | 'dataProtection'

export interface CaseFile {
  readonly org: string
  readonly id: string
  readonly version: number
  readonly state: CaseState
  readonly ownerOrg: string
  readonly ownerUnit: string
  readonly relation: CaseRelation
  readonly closedOn: string | null
}

/**
 * A case held for a change is held against other changes only: a receiver who answers a referral writes rows that
 * refer to it, and must neither wait for a withdrawal that waits for them, nor make it fail.
 */
async function read(work: Work, file: CaseRef, lock: boolean): Promise<CaseFile | null> {
  const { rows } = await sql<CaseFile>`
    select org_id as org, id, version, state, owner_org as "ownerOrg", owner_unit as "ownerUnit",
      closed_on as "closedOn", case_relation(org_id, id) as relation
    from case_file where org_id = ${file.org} and id = ${file.id} ${lock ? sql`for no key update` : sql``}`.execute(
    work.db,
  )
  return rows[0] ?? null
}

/** A case that this person may open at all; to everyone else it does not exist. */
export async function findCase(work: Work, file: CaseRef): Promise<CaseFile> {
  const found = await read(work, file, false)
  if (found === null) throw new Problem('not-found')
  return found
}

const working: readonly string[] = ['own', 'supervise']

/** The same for those who work on it or supervise it; nobody else is told that it is there. */
export async function findWorked(work: Work, file: CaseRef): Promise<CaseFile> {
  const found = await findCase(work, file)
  if (!working.includes(found.relation)) throw new Problem('not-found')
  return found
}

/** What a transaction holds stays as it is until it changes it itself. */
const held = new WeakMap<Work, Map<string, CaseFile>>()

/** The case held for a change: only for those who work on it or supervise it. */
export async function holdCase(work: Work, file: CaseRef): Promise<CaseFile> {
  const before = held.get(work)?.get(file.id)
  if (before?.org === file.org) return before
  const found = await read(work, file, true)
  if (found === null || !working.includes(found.relation)) throw new Problem('not-found')
  held.set(work, (held.get(work) ?? new Map<string, CaseFile>()).set(file.id, found))
  return found
}

function letGo(work: Work, file: CaseRef): void {
  held.get(work)?.delete(file.id)
}

export async function insertCase(
  work: Work,
  made: CaseRef & {
    readonly unit: string
    readonly urgency: string
    readonly state: CaseState
    readonly openedOn: string
    readonly imported: boolean
  },
): Promise<void> {
  await sql`
    insert into case_file (org_id, id, version, state, owner_org, owner_unit, urgency, opened_on, state_since, changed_at, imported)
    values (${made.org}, ${made.id}, 1, ${made.state}, ${made.org}, ${made.unit}, ${made.urgency}, ${made.openedOn}::date,
      ${work.now.toISOString()}, ${work.now.toISOString()}, ${made.imported})`.execute(work.db)
}

export async function insertAssignment(
  work: Work,
  file: CaseRef,
  made: { readonly id: string; readonly account: string; readonly lead: boolean; readonly conflict: string },
): Promise<void> {
  await sql`
    insert into case_assignment (org_id, id, case_id, version, account_org, account_id, lead, conflict, declared_at, made_by, began_at)
    values (${file.org}, ${made.id}, ${file.id}, 1, ${work.actor.org}, ${made.account}, ${made.lead}, ${made.conflict},
      ${made.conflict === 'pending' ? null : work.now.toISOString()}, ${work.actor.account}, ${work.now.toISOString()})`.execute(
    work.db,
  )
}

/** A code for this holder only, drawn again should it be taken: codes never join two agencies' lists. */
export async function giveCode(
  work: Work,
  file: CaseRef,
  draw: () => Uint8Array = () => randomBytes(8),
): Promise<string> {
  for (let tries = 0; tries < 20; tries++) {
    const code = caseCodeFrom(draw())
    const { numAffectedRows } = await sql`
      insert into case_code (org_id, case_id, holder_org, code, made_at)
      values (${file.org}, ${file.id}, ${work.actor.org}, ${code}, ${work.now.toISOString()})
      on conflict do nothing`.execute(work.db)
    if (numAffectedRows === 1n) return code
    const kept = await codeOf(work, file)
    if (kept !== null) return kept
  }
  throw new Problem('busy')
}

/** The code under which this organisation knows the case. */
export async function codeOf(work: Work, file: CaseRef): Promise<string | null> {
  const { rows } = await sql<{ code: string }>`
    select code from case_code
    where org_id = ${file.org} and case_id = ${file.id} and holder_org = ${work.actor.org}`.execute(work.db)
  return rows[0]?.code ?? null
}

/**
 * The same beside rows of a list, by the names of their columns. It is asked row by row: joined, the codes of the
 * whole organisation might be read, each under its policy.
 */
export function codeBeside(work: Work, org: string, caseId: string): RawBuilder<string | null> {
  return sql`(select k.code from case_code k
    where k.org_id = ${sql.ref(org)} and k.case_id = ${sql.ref(caseId)} and k.holder_org = ${work.actor.org})`
}

/** Marks a case as changed now, at its next version. */
export async function caseChanged(work: Work, file: CaseRef): Promise<void> {
  letGo(work, file)
  await sql`
    update case_file set changed_at = ${work.now.toISOString()}, version = version + 1
    where org_id = ${file.org} and id = ${file.id}`.execute(work.db)
}

export async function setState(
  work: Work,
  file: CaseRef,
  to: CaseState,
  more: { readonly closedOn: string | null; readonly holdUntil: string | null },
): Promise<number> {
  letGo(work, file)
  const { rows } = await sql<{ version: number }>`
    update case_file set state = ${to}, state_since = ${work.now.toISOString()}, changed_at = ${work.now.toISOString()},
      closed_on = ${more.closedOn}::date, hold_until = ${more.holdUntil}::date, version = version + 1
    where org_id = ${file.org} and id = ${file.id} returning version`.execute(work.db)
  const [row] = rows
  if (!row) throw new Problem('not-found')
  return row.version
}

export interface Assignment {
  readonly id: string
  readonly version: number
  readonly account: string
  readonly name: string | null
  readonly lead: boolean
  readonly conflict: string
  readonly ended: string | null
}

export async function teamOf(work: Work, file: CaseRef): Promise<Assignment[]> {
  const { rows } = await sql<Assignment>`
    select s.id, s.version, s.account_id as account, a.name, s.lead, s.conflict, s.ended_at as ended
    from case_assignment s left join account a on a.org_id = s.account_org and a.id = s.account_id
    where s.org_id = ${file.org} and s.case_id = ${file.id} order by s.began_at`.execute(work.db)
  return rows
}

/** Who a new promise of a case is for: whoever leads it, or nobody yet of the unit that owns it. */
export async function promiseHolder(
  work: Work,
  held: CaseFile,
): Promise<{ org: string; unit: string; account: string | null }> {
  const { rows } = await sql<{ account: string }>`
    select account_id as account from case_assignment
    where org_id = ${held.org} and case_id = ${held.id} and account_org = ${held.ownerOrg} and ended_at is null
      and conflict = 'none' order by lead desc, began_at limit 1`.execute(work.db)
  return { org: held.ownerOrg, unit: held.ownerUnit, account: rows[0]?.account ?? null }
}

/**
 * What the signed-in person may read and write of a case, part by part, as the database decides. Where a rule
 * holds for everyone of their relation it is read; for all else the database is asked about this case.
 */
export async function partsFor(
  work: Work,
  file: CaseRef,
  relation: CaseRelation,
): Promise<{ read: string[]; write: string[] }> {
  const { rows } = await sql<{ part: string; may_read: boolean; may_write: boolean }>`
    select p.part,
      case when coalesce(a.consent, true) then case_may(${file.org}, ${file.id}, p.part, false) else a.may_read end as may_read,
      case when coalesce(a.consent, true) then case_may(${file.org}, ${file.id}, p.part, true) else a.may_write end as may_write
    from unnest(array['identity', 'contact', 'facts', 'protection', 'narrative', 'family', 'health', 'legal', 'status', 'trail']) as p (part)
    left join access_rule a on a.relation = ${relation} and a.work = '' and a.part = p.part`.execute(work.db)
  return {
    read: rows.filter((row) => row.may_read).map((row) => row.part),
    write: rows.filter((row) => row.may_write).map((row) => row.part),
  }
}
