import type { ConsentsKept, KeptConsents, PaperOver } from '@setu/records/api'
import type { Part, RetentionRules } from '@setu/vocabulary'
import { sql } from 'kysely'
import { officeName } from '../../directory/index.ts'
import { Problem, type Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'

const mostShown = 200

/** Papers whose own time is over, those that are over longest first, for whoever supervises the unit that holds them. */
export async function papersOver(work: Work, { papers }: RetentionRules): Promise<PaperOver[]> {
  const { rows } = await sql<Omit<PaperOver, 'days' | 'code'> & { code: string | null }>`
    select org, id, case_id as "case", code, kind, kept_until as "keptUntil", held
    from retention_papers(${mostShown})`.execute(work.db)
  return rows.map((row) => ({ ...row, code: row.code ?? '-', days: papers[row.kind] ?? 0 }))
}

/** Lets one paper go whose time is over; nothing where it is not, where it is held back, or where it is not this person's. */
export async function letPaperGo(
  work: Work,
  paper: CaseRef,
): Promise<{ readonly case: string; readonly part: Part } | null> {
  const { rows } = await sql<{ case: string; part: Part }>`
    select case_id as "case", part from retention_paper_goes(${paper.org}::uuid, ${paper.id}::uuid)`.execute(
    work.db,
  )
  return rows[0] ?? null
}

/** What is left of erased cases as proof of what was allowed, for whoever guards the data. */
export async function consentsKept(work: Work, years: number): Promise<ConsentsKept[]> {
  const { rows } = await sql<ConsentsKept>`
    select k.org_id as org, k.erasure_id as erasure, e.code, k.erased_on as "erasedOn",
      (k.erased_on + make_interval(years => ${years}::integer))::date as "keptUntil", count(*)::integer as count
    from kept_consent k join case_erasure e on e.org_id = k.org_id and e.id = k.erasure_id
    group by k.org_id, k.erasure_id, e.code, k.erased_on order by k.erased_on, e.code limit ${mostShown}`.execute(
    work.db,
  )
  return rows
}

type Kept = KeptConsents['items'][number]

interface Row extends Omit<Kept, 'recipient'> {
  readonly case: string
  readonly nameEn: string | null
  readonly nameBn: string | null
}

/** What one erased case's survivor had allowed. */
export async function keptConsentsOf(work: Work, erasure: CaseRef): Promise<KeptConsents> {
  const { rows } = await sql<Row>`
    select k.id, k.case_id as "case", k.purpose, k.parts, k.in_words as "inWords", k.state, k.given_on as "givenOn",
      k.valid_until as "validUntil", k.withdrawn_on as "withdrawnOn", ${officeName('u', 'o', 'en')} as "nameEn",
      ${officeName('u', 'o', 'bn')} as "nameBn"
    from kept_consent k left join unit u on u.id = k.recipient_unit left join organisation o on o.id = u.org_id
    where k.org_id = ${erasure.org} and k.erasure_id = ${erasure.id}
    order by k.given_on, k.id`.execute(work.db)
  const [first] = rows
  if (!first) throw new Problem('not-found')
  work.touched({ org: erasure.org, caseId: first.case, part: 'status', did: 'read', record: erasure.id })
  return {
    items: rows.map(({ nameEn, nameBn, ...row }) => ({
      id: row.id,
      purpose: row.purpose,
      parts: [...row.parts],
      inWords: row.inWords,
      state: row.state,
      givenOn: row.givenOn,
      validUntil: row.validUntil,
      withdrawnOn: row.withdrawnOn,
      recipient: nameEn === null ? null : { en: nameEn, bn: nameBn ?? nameEn },
    })),
  }
}
