import type { ReferralList, ReferralOpened, ReferralView } from '@setu/records/api'
import { referralTransitions } from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { type Box, findReferral, notePlace, type ReferralRow, referralBox } from './referral-store.ts'

interface Clock {
  readonly about: string
  readonly kind: string
  readonly began: string
  readonly due: string
  readonly done: string | null
}

async function clocksOf(work: Work, ids: readonly string[]): Promise<Map<string, Clock[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Clock>`
    select about_id as about, kind, began_at as began, due_at as due, done_at as done from due_item
    where about_id = any (${[...ids]}::uuid[]) and cancelled_at is null order by due_at`.execute(work.db)
  return Map.groupBy(rows, (row) => row.about)
}

const bySender: ReadonlySet<string> = new Set(['recalled', 'feedbackClosed'])
const byNobody: ReadonlySet<string> = new Set([
  'expired',
  'withdrawnBySurvivor',
  'consentChecked',
  'sent',
  'draft',
])

/** Until it is accepted, its words stay shut for the receiver, so none are offered. */
const unanswered: ReadonlySet<string> = new Set(['sent', 'acknowledged'])

function viewOf(work: Work, row: ReferralRow, clocks: readonly Clock[]): ReferralView {
  const direction = work.actor.units.some(({ unit }) => unit === row.toUnit) ? 'received' : 'sent'
  return {
    org: row.org,
    id: row.id,
    version: row.version,
    code: row.code,
    direction,
    case: row.caseCode === null ? null : { org: row.org, id: row.caseId, code: row.caseCode },
    state: row.state,
    service: row.service,
    urgency: row.urgency,
    from: { org: row.fromOrg, unit: row.fromUnit, name: { en: row.fromNameEn, bn: row.fromNameBn } },
    to: { org: row.toOrg, unit: row.toUnit, name: { en: row.toNameEn, bn: row.toNameBn } },
    sex: row.sex,
    ageBand: row.ageBand,
    language: row.language,
    district: row.district,
    workerPreference: row.workerPreference,
    accompanied: row.accompanied,
    declineReason: row.declineReason,
    worker: row.workerName,
    sent: row.sent,
    answered: row.answered,
    ended: row.ended,
    clocks: clocks.map(({ kind, began, due, done }) => ({ kind, began, due, done })),
    mayBecome: referralTransitions[row.state].filter(
      (to) => !byNobody.has(to) && bySender.has(to) === (direction === 'sent'),
    ),
    hasNote:
      (row.note !== null || row.sharedName !== null || (direction === 'sent' && row.feedback !== null)) &&
      !(direction === 'received' && unanswered.has(row.state)),
  }
}

export async function referralViews(work: Work, rows: readonly ReferralRow[]): Promise<ReferralView[]> {
  const clocks = await clocksOf(
    work,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => viewOf(work, row, clocks.get(row.id) ?? []))
}

export async function readReferral(work: Work, ref: CaseRef): Promise<ReferralView> {
  const row = await findReferral(work, ref)
  const [view] = await referralViews(work, [row])
  if (!view) throw new TypeError('a referral without a view')
  work.touched({
    org: row.org,
    caseId: row.caseId,
    part: 'status',
    did: 'read',
    record: row.id,
    relation: view.direction === 'received' ? 'offered' : 'own',
  })
  return view
}

/** The inbox or outbox of one's units, a page at a time. */
export async function readBox(work: Work, box: Box): Promise<ReferralList> {
  const limit = 50
  const rows = await referralBox(work, { ...box, limit })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  work.counted(page.length)
  return {
    items: await referralViews(work, page),
    next: rows.length > limit && last ? `${last.sent}|${last.id}` : null,
  }
}

/** Which side somebody opens a referral from. Its words are for those who sent it, and for whoever took it on. */
async function sideOf(work: Work, row: ReferralRow): Promise<string> {
  const { rows } = await sql<{ relation: string; received: boolean }>`
    select case_relation(${row.org}, ${row.caseId}) as relation, referral_received(${row.org}, ${row.id}) as received
  `.execute(work.db)
  const { relation = 'stranger', received = false } = rows[0] ?? {}
  if (relation === 'own' || relation === 'supervise') return relation
  if (!received || row.state === 'sent' || row.state === 'acknowledged') throw new Problem('not-found')
  return 'named'
}

/** Opens the words that travel with a referral, for the two sides; for the receiver only once it has accepted. */
export async function openReferral(work: Work, ref: CaseRef, reason: string): Promise<ReferralOpened> {
  const row = await findReferral(work, ref)
  const relation = await sideOf(work, row)
  const note = await work.vault.open(row.org, notePlace(row.id, 'note'), {
    note: row.note,
    shared_name: row.sharedName,
  })
  const back = await work.vault.open(row.org, notePlace(row.id, 'feedback'), { feedback: row.feedback })
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
  work.because(reason)
  const touched = { org: row.org, caseId: row.caseId, did: 'read', record: row.id, relation, reason } as const
  if (row.sharedName !== null) work.touched({ ...touched, part: 'identity' })
  if (row.note !== null || row.feedback !== null) work.touched({ ...touched, part: 'narrative' })
  const unopened = !('note' in note && 'shared_name' in note && 'feedback' in back)
  if (unopened) work.touched({ ...touched, part: 'narrative', did: 'unopened' })
  return {
    note: text(note['note']),
    name: text(note['shared_name']),
    feedback: text(back['feedback']),
    unopened,
  }
}
