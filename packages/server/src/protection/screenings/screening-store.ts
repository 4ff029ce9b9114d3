import type { ScreeningSummary } from '@setu/records/api'
import {
  dangerQuestions,
  framingQuestions,
  isCode,
  type ScreeningAnswers,
  type ScreeningInstrument,
  screeningAnswers,
  screeningInstrument,
  treatedAsChild,
} from '@setu/vocabulary'
import { sql } from 'kysely'
import { officeName } from '../../directory/index.ts'
import { type Holder, Problem, type Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'

const mostShown = 200

export const screeningHolder = ({ org, id }: CaseRef): Holder => ({
  org,
  kind: 'screening',
  id,
  caseId: null,
  part: 'screening',
})

/** What is sealed of a screening: all that was said, and what was seen and done. */
export interface Asked {
  readonly who: string | null
  readonly answers: ScreeningAnswers
  readonly signs: readonly string[]
  readonly safety: { readonly steps: readonly string[]; readonly words: string | null } | null
}

const nothingAsked: Asked = { who: null, answers: {}, signs: [], safety: null }

interface Kept {
  readonly saved: number
  readonly answers: Buffer | null
  readonly reasons: Buffer | null
  readonly ageSure: boolean
  readonly toEn: string | null
  readonly toBn: string | null
  readonly decidedBy: string | null
  readonly interviews: number
  readonly tipOrg: string | null
  readonly tipId: string | null
}

export type ScreeningRow = Omit<ScreeningSummary, 'child' | 'from' | 'case'> &
  Kept & {
    readonly fromEn: string
    readonly fromBn: string
    readonly caseOrg: string | null
    readonly caseId: string | null
  }

/** Screenings of one's own units, those of people offered to them, and those of one's cases; the latest first. */
export async function screeningRows(work: Work, only: CaseRef | null): Promise<ScreeningRow[]> {
  const one = only === null ? sql`true` : sql`s.org_id = ${only.org} and s.id = ${only.id}`
  const { org } = work.actor
  const { rows } = await sql<ScreeningRow>`
    select s.org_id as org, s.id, s.version, s.instrument, s.instrument_version as "instrumentVersion",
      s.age_band as "ageBand", s.age_sure as "ageSure", s.state, s.outcome, s.began_at as began, s.saved, s.answers, s.reasons,
      s.gone_at is not null as gone, a.name as by, d.name as "decidedBy", s.tip_org as "tipOrg", s.tip_id as "tipId",
      ${officeName('u', 'o', 'en')} as "fromEn", ${officeName('u', 'o', 'bn')} as "fromBn",
      case when t.id is null then null else ${officeName('t', 'q', 'en')} end as "toEn",
      case when t.id is null then null else ${officeName('t', 'q', 'bn')} end as "toBn",
      s.unit_id = any ((select actor_units())::uuid[]) as ours,
      s.state = 'offered' and s.to_unit = any ((select actor_units())::uuid[]) as offered,
      case when case_relation(s.case_org, s.case_id) in ('own', 'supervise') then s.case_org end as "caseOrg",
      case when case_relation(s.case_org, s.case_id) in ('own', 'supervise') then s.case_id end as "caseId",
      (select count(*)::int from interview i where i.org_id = s.org_id and i.screening_id = s.id) as interviews,
      (select min(e.due_at) from due_item e where e.org_id = s.org_id and e.about_id = s.id and e.done_at is null
        and e.cancelled_at is null) as due
    from screening s join unit u on u.id = s.unit_id join organisation o on o.id = s.org_id
    left join unit t on t.id = s.to_unit left join organisation q on q.id = s.to_org
    left join account a on a.org_id = ${org} and a.id = s.account_id
    left join account d on d.org_id = ${org} and d.id = s.decided_by
    where ${one} order by s.began_at desc limit ${mostShown}`.execute(work.db)
  return rows
}

export const childOf = ({ ageBand, ageSure }: Pick<ScreeningRow, 'ageBand' | 'ageSure'>): boolean =>
  treatedAsChild(ageBand, ageSure)

export function summaryOf(row: ScreeningRow): ScreeningSummary {
  const { org, id, version, instrument, instrumentVersion, ageBand, state, outcome, began, due, by } = row
  return {
    org,
    id,
    version,
    instrument,
    instrumentVersion,
    ageBand,
    child: childOf(row),
    state,
    outcome,
    began,
    due,
    by,
    from: { en: row.fromEn, bn: row.fromBn },
    ours: row.ours,
    offered: row.offered,
    case: row.caseOrg === null || row.caseId === null ? null : { org: row.caseOrg, id: row.caseId },
    gone: row.gone,
  }
}

/** The list of questions that somebody was asked from, as it stood then. */
export function instrumentOf({ instrument, instrumentVersion }: ScreeningRow): ScreeningInstrument {
  const found = screeningInstrument(instrument, instrumentVersion)
  if (found === null) throw new Problem('cannot-be-opened')
  return found
}

const placeOfAnswers = (id: string, saved: number) => ({ table: 'screening', row: id, version: saved })
const placeOfReasons = (id: string) => ({ table: 'screening', row: id, version: 1 })

function askedIn(value: unknown): Asked {
  if (typeof value !== 'object' || value === null) return nothingAsked
  return { ...nothingAsked, ...value }
}

/** What was said so far, for whoever holds the key of the unit that asks or is offered the person. */
export async function openAsked(work: Work, row: ScreeningRow): Promise<Asked> {
  const opened = await work.vault.open(row.org, placeOfAnswers(row.id, row.saved), { answers: row.answers })
  if (row.answers !== null && !('answers' in opened)) throw new Problem('not-admitted')
  return askedIn(opened['answers'])
}

export async function openReasons(work: Work, row: ScreeningRow): Promise<string | null> {
  const opened = await work.vault.open(row.org, placeOfReasons(row.id), { reasons: row.reasons })
  return typeof opened['reasons'] === 'string' ? opened['reasons'] : null
}

export async function sealAsked(work: Work, at: CaseRef, saved: number, asked: Asked): Promise<Buffer> {
  const sealed = await work.vault.seal(screeningHolder(at), placeOfAnswers(at.id, saved), { answers: asked })
  const bytes = sealed['answers']
  if (bytes === undefined) throw new TypeError('nothing was sealed')
  return bytes
}

export async function sealReasons(work: Work, at: CaseRef, reasons: string): Promise<Buffer> {
  const sealed = await work.vault.seal(screeningHolder(at), placeOfReasons(at.id), { reasons })
  const bytes = sealed['reasons']
  if (bytes === undefined) throw new TypeError('nothing was sealed')
  return bytes
}

/** Danger was said, and what was done about it is not written down yet. */
export function unsafe({ answers, safety }: Asked): boolean {
  return safety === null && dangerQuestions.entries.some(({ code }) => answers[code] === 'yes')
}

/** Every question about danger was put, whatever the answer was. */
export const dangerAsked = ({ answers }: Asked): boolean =>
  dangerQuestions.entries.every(({ code }) => isCode(screeningAnswers, answers[code]))

export const dangerCodes: readonly string[] = dangerQuestions.entries.map(({ code }) => code)

/** The questions that may be answered in a screening. */
export function questionsOf(instrument: ScreeningInstrument): readonly string[] {
  return [
    ...dangerCodes,
    ...framingQuestions.entries.map(({ code }) => code),
    ...instrument.items.map(({ id }) => id),
  ]
}

/** A screening of one's own unit in the version that the person saw; one that is offered to it, where that is enough. */
export async function heldScreening(
  work: Work,
  at: CaseRef,
  base: number,
  who: 'ours' | 'either' = 'ours',
): Promise<ScreeningRow> {
  const [row] = await screeningRows(work, at)
  if (row === undefined || !(row.ours || (who === 'either' && row.offered))) throw new Problem('not-found')
  if (row.version !== base) throw new Problem('stale', { current: { version: row.version, values: {} } })
  if (row.gone || row.state === 'caseOpened') throw new Problem('step-not-possible')
  return row
}

/** Notes that somebody was asked today about what a screening is about. */
export async function asksToday(work: Work, at: CaseRef): Promise<void> {
  await sql`
    insert into interview (org_id, id, screening_id, topic, account_id, on_day)
    values (${at.org}, ${work.freshId()}, ${at.id}, 'screening', ${work.actor.account}, ${work.today}::date)
    on conflict do nothing`.execute(work.db)
}
