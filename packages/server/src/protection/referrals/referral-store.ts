import type { ReferralState, ServiceType, Urgency } from '@setu/vocabulary'
import { type RawBuilder, sql } from 'kysely'
import { officeName } from '../../directory/index.ts'
import { type Holder, Problem, type Work } from '../../platform/index.ts'
import { codeBeside } from '../cases/case-store.ts'
import type { CaseRef } from '../cases/record-store.ts'

export interface ReferralRow {
  readonly org: string
  readonly id: string
  readonly caseId: string
  readonly version: number
  readonly code: string
  readonly fromUnit: string
  readonly toOrg: string
  readonly toUnit: string
  readonly service: ServiceType
  readonly urgency: Urgency
  readonly state: ReferralState
  readonly work: string
  readonly purpose: string
  readonly sex: string | null
  readonly ageBand: string | null
  readonly language: string | null
  readonly district: string | null
  readonly workerPreference: string | null
  readonly accompanied: boolean | null
  readonly note: Buffer | null
  readonly sharedName: Buffer | null
  readonly feedback: Buffer | null
  readonly declineReason: string | null
  readonly worker: string | null
  readonly workerName: string | null
  readonly sender: string
  readonly sent: string | null
  readonly answered: string | null
  readonly ended: string | null
  readonly fromOrg: string
  readonly fromNameEn: string
  readonly fromNameBn: string
  readonly toNameEn: string
  readonly toNameBn: string
  readonly caseCode: string | null
}

/** Somebody who guards the data sees how a referral stands, and no fact of the survivor. */
const guarded = sql`case_relation(r.org_id, r.case_id) = 'dataProtection'`
const unguarded = (column: string) => sql`case when not ${guarded} then ${sql.ref(column)} end`

/** Of the case itself a reader who may not open it has no code. */
const columns = (work: Work) => sql`
  r.org_id as org, r.id, r.case_id as "caseId", r.version, r.code, r.from_unit as "fromUnit", r.to_org as "toOrg",
  r.to_unit as "toUnit", r.service, r.urgency, r.state, r.work, r.purpose, ${unguarded('r.sex')} as sex,
  ${unguarded('r.age_band')} as "ageBand", ${unguarded('r.language')} as language, ${unguarded('r.district')} as district,
  ${unguarded('r.worker_preference')} as "workerPreference", ${unguarded('r.accompanied')} as accompanied, r.note, r.shared_name as "sharedName", r.feedback,
  r.decline_reason as "declineReason", r.worker_account as worker, w.name as "workerName", r.sender_account as sender,
  r.sent_at as sent, r.answered_at as answered, r.ended_at as ended, f.org_id as "fromOrg",
  ${officeName('f', 'fo', 'en')} as "fromNameEn", ${officeName('f', 'fo', 'bn')} as "fromNameBn",
  ${officeName('t', 'o', 'en')} as "toNameEn", ${officeName('t', 'o', 'bn')} as "toNameBn",
  ${codeBeside(work, 'r.org_id', 'r.case_id')} as "caseCode"`

function joins(work: Work) {
  return sql`
    join unit f on f.id = r.from_unit join organisation fo on fo.id = f.org_id
    join unit t on t.org_id = r.to_org and t.id = r.to_unit join organisation o on o.id = t.org_id
    left join account w on w.id = r.worker_account and w.org_id = ${work.actor.org}`
}

/** One referral, held for a change; to anyone but its two sides it does not exist. */
export function holdReferral(work: Work, ref: CaseRef): Promise<ReferralRow> {
  return read(work, ref, sql`for update of r`)
}

export function findReferral(work: Work, ref: CaseRef): Promise<ReferralRow> {
  return read(work, ref, sql``)
}

async function read(work: Work, ref: CaseRef, hold: RawBuilder<unknown>): Promise<ReferralRow> {
  const { rows } = await sql<ReferralRow>`
    select ${columns(work)} from referral r ${joins(work)}
    where r.org_id = ${ref.org} and r.id = ${ref.id} ${hold}`.execute(work.db)
  const [row] = rows
  if (!row) throw new Problem('not-found')
  return row
}

export async function referralsOf(work: Work, file: CaseRef): Promise<ReferralRow[]> {
  const { rows } = await sql<ReferralRow>`
    select ${columns(work)} from referral r ${joins(work)}
    where r.org_id = ${file.org} and r.case_id = ${file.id} order by r.sent_at desc nulls last, r.id`.execute(
    work.db,
  )
  return rows
}

/** Spelt as the index of open referrals has it, so that years of finished ones are not read on the way. */
const stillOpen = sql`r.state in ('draft', 'consentChecked', 'sent', 'acknowledged', 'accepted', 'serviceStarted')`

/** Those that nobody has answered yet. */
const waiting = sql`r.state in ('sent', 'acknowledged')`

/** Which referrals of a unit are looked for. */
export interface Box {
  readonly direction: 'in' | 'out'
  readonly open: boolean
  /** Only those that wait for an answer. */
  readonly waiting?: true
  readonly after: string | null
}

/** A page of the inbox or the outbox of one's units, newest first: of each unit no more than a page is read. */
export async function referralBox(work: Work, box: Box & { readonly limit: number }): Promise<ReferralRow[]> {
  const units = work.actor.units.map(({ unit }) => unit)
  const side = box.direction === 'in' ? sql`r.to_unit` : sql`r.from_unit`
  const open = box.open ? sql`and ${stillOpen} ${box.waiting ? sql`and ${waiting}` : sql``}` : sql``
  const [at, id] = (box.after ?? '').split('|')
  const older = at && id ? sql`and (r.sent_at, r.id) < (${at}::timestamptz, ${id}::uuid)` : sql``
  const { rows } = await sql<ReferralRow>`
    select ${columns(work)}
    from unnest(${units}::uuid[]) as x (unit_id)
    cross join lateral (select * from referral r where ${side} = x.unit_id ${open} ${older}
      order by r.sent_at desc, r.id desc limit ${box.limit + 1}) r
    ${joins(work)}
    order by r.sent_at desc, r.id desc limit ${box.limit + 1}`.execute(work.db)
  return rows
}

/** The key of a referral's own note: the two units that it stands between. */
export function noteHolder(ref: {
  readonly org: string
  readonly id: string
  readonly caseId: string
}): Holder {
  return { org: ref.org, kind: 'referral', id: ref.id, caseId: ref.caseId, part: 'referral' }
}

/** The place that a referral's sealed words are bound to: they are written once, at version 1. */
export const notePlace = (id: string, column: 'note' | 'feedback') => ({
  table: `referral:${column}`,
  row: id,
  version: 1,
})

export interface NewReferral {
  readonly id: string
  readonly code: string
  readonly fromUnit: string
  readonly to: { readonly org: string; readonly unit: string }
  readonly service: string
  readonly urgency: string
  readonly work: string
  readonly purpose: string
  readonly workerPreference: string | null
  readonly accompanied: boolean | null
}

/** Writes a referral with the few facts that a receiver sees before answering, as they are today. */
export async function insertReferral(work: Work, file: CaseRef, made: NewReferral): Promise<void> {
  await sql`
    insert into referral (org_id, id, case_id, version, code, from_unit, to_org, to_unit, service, urgency, state, work,
      purpose, sex, age_band, language, district, worker_preference, accompanied, sender_account)
    select ${file.org}, ${made.id}, ${file.id}, 1, ${made.code}, ${made.fromUnit}, ${made.to.org}, ${made.to.unit},
      ${made.service}, ${made.urgency}, 'draft', ${made.work}, ${made.purpose}, f.sex, f.age_band, f.language,
      coalesce(f.found_district, f.home_district), ${made.workerPreference}, ${made.accompanied}::boolean, ${work.actor.account}
    from (select 1) as one left join case_facts f on f.org_id = ${file.org} and f.case_id = ${file.id}`.execute(
    work.db,
  )
}

interface Change {
  readonly state: ReferralState
  readonly declineReason?: string
  readonly feedback?: Buffer
  readonly note?: Buffer
  readonly sharedName?: Buffer
  readonly sent?: boolean
  readonly worker?: string
  readonly answered?: boolean
  readonly ended?: boolean
}

/** Moves a referral on. Whoever moves it may no longer see it afterwards, so nothing is read back. */
export async function moveReferral(work: Work, ref: CaseRef, version: number, change: Change): Promise<void> {
  const now = work.now.toISOString()
  const { numAffectedRows } = await sql`
    update referral set state = ${change.state}, version = ${version + 1},
      decline_reason = coalesce(${change.declineReason ?? null}, decline_reason),
      feedback = coalesce(${change.feedback ?? null}::bytea, feedback),
      note = coalesce(${change.note ?? null}::bytea, note),
      shared_name = coalesce(${change.sharedName ?? null}::bytea, shared_name),
      sent_at = ${change.sent === true ? sql`${now}::timestamptz` : sql`sent_at`},
      worker_account = coalesce(${change.worker ?? null}::uuid, worker_account),
      answered_at = ${change.answered === true ? sql`${now}::timestamptz` : sql`answered_at`},
      ended_at = ${change.ended === true ? sql`${now}::timestamptz` : sql`ended_at`}
    where org_id = ${ref.org} and id = ${ref.id} and version = ${version}`.execute(work.db)
  if (numAffectedRows !== 1n) throw new Problem('not-found')
}
