import type { ReviewLine, ReviewSummary } from '@setu/records/api'
import { sql } from 'kysely'
import type { Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'

interface Row extends Omit<ReviewSummary, 'unit'> {
  readonly unitId: string | null
  readonly unitEn: string | null
  readonly unitBn: string | null
}

/** The reviews that this person answers or answers for, what is open first; with `one`, just that. */
export async function reviewRows(work: Work, one: CaseRef | null): Promise<ReviewSummary[]> {
  const only = one === null ? sql`true` : sql`r.org_id = ${one.org} and r.id = ${one.id}`
  const { rows } = await sql<Row>`
    select r.org_id as org, r.id, r.quarter, r.unit_id as "unitId", u.name_en as "unitEn", u.name_bn as "unitBn", r.due_at as due,
      r.done_at as "doneAt", count(l.id)::int as lines, (count(l.id) filter (where l.answer is null))::int as open,
      review_mine(r.org_id, r.id, null) as "mayAnswer"
    from access_review r left join unit u on u.org_id = r.org_id and u.id = r.unit_id
    join access_review_line l on l.org_id = r.org_id and l.review_id = r.id
    where ${only} group by r.org_id, r.id, r.quarter, r.unit_id, u.name_en, u.name_bn, r.due_at, r.done_at
    order by (r.done_at is not null), r.quarter desc, u.name_en nulls first limit 200`.execute(work.db)
  return rows.map(({ unitId, unitEn, unitBn, ...row }) => ({
    ...row,
    unit: unitId === null ? null : { id: unitId, name: { en: unitEn ?? '', bn: unitBn ?? '' } },
  }))
}

interface LineRow extends Omit<ReviewLine, 'post'> {
  readonly postEn: string
  readonly postBn: string
}

/** Everybody of a review: those without an answer first. */
export async function lineRows(work: Work, { org, id }: CaseRef): Promise<ReviewLine[]> {
  const { rows } = await sql<LineRow>`
    select l.id, l.version, l.account_id as account, a.name, a.post_en as "postEn", a.post_bn as "postBn",
      a.disabled_at is not null as disabled, l.roles, l.last_seen as "lastSeen", l.factors, l.outside, l.answer,
      b.name as "answeredBy", l.answered_at as "answeredAt", review_mine(l.org_id, l.review_id, l.account_id) as "mayAnswer",
      coalesce((select json_agg(json_build_object('en', u.name_en, 'bn', u.name_bn) order by u.name_en) from unit u
        where u.org_id = l.org_id and u.id = any (l.units)), '[]') as units
    from access_review_line l join account a on a.org_id = l.org_id and a.id = l.account_id
    left join account b on b.org_id = l.org_id and b.id = l.answered_by
    where l.org_id = ${org} and l.review_id = ${id}
    order by (l.answer is not null), a.name, l.id`.execute(work.db)
  return rows.map(({ postEn, postBn, ...row }) => ({ ...row, post: { en: postEn, bn: postBn } }))
}
