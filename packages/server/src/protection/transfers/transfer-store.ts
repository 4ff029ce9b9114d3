import type { TransferView } from '@setu/records/api'
import { sql } from 'kysely'
import { officeName } from '../../directory/index.ts'
import { Problem, type Work } from '../../platform/index.ts'
import { codeBeside } from '../cases/case-store.ts'
import type { CaseRef } from '../cases/record-store.ts'

interface Row {
  readonly org: string
  readonly id: string
  readonly caseId: string
  readonly version: number
  readonly code: string
  readonly fromUnit: string
  readonly toOrg: string
  readonly toUnit: string
  readonly state: string
  readonly sender: string
  readonly sent: string
  readonly sex: string | null
  readonly ageBand: string | null
  readonly language: string | null
  readonly district: string | null
  readonly fromOrg: string
  readonly fromNameEn: string
  readonly fromNameBn: string
  readonly toNameEn: string
  readonly toNameBn: string
  readonly caseCode: string | null
}

export type TransferRow = Row

function select(work: Work) {
  return sql`
    select t.org_id as org, t.id, t.case_id as "caseId", t.version, t.code, t.from_unit as "fromUnit", t.to_org as "toOrg",
      t.to_unit as "toUnit", t.state, t.sender_account as sender, t.sent_at as sent, t.sex, t.age_band as "ageBand",
      t.language, t.district, f.org_id as "fromOrg", ${officeName('f', 'fo', 'en')} as "fromNameEn",
      ${officeName('f', 'fo', 'bn')} as "fromNameBn", ${officeName('u', 'o', 'en')} as "toNameEn",
      ${officeName('u', 'o', 'bn')} as "toNameBn", ${codeBeside(work, 't.org_id', 't.case_id')} as "caseCode"
    from case_transfer t
    join unit f on f.id = t.from_unit join organisation fo on fo.id = f.org_id
    join unit u on u.org_id = t.to_org and u.id = t.to_unit join organisation o on o.id = u.org_id
`
}

export function transferView(work: Work, row: Row): TransferView {
  return {
    org: row.org,
    id: row.id,
    version: row.version,
    code: row.code,
    direction: work.actor.units.some(({ unit }) => unit === row.toUnit) ? 'received' : 'sent',
    case: row.caseCode === null ? null : { org: row.org, id: row.caseId, code: row.caseCode },
    from: { org: row.fromOrg, unit: row.fromUnit, name: { en: row.fromNameEn, bn: row.fromNameBn } },
    to: { org: row.toOrg, unit: row.toUnit, name: { en: row.toNameEn, bn: row.toNameBn } },
    state: row.state,
    sent: row.sent,
    sex: row.sex,
    ageBand: row.ageBand,
    language: row.language,
    district: row.district,
  }
}

export async function findTransfer(work: Work, ref: CaseRef): Promise<Row> {
  const { rows } = await sql<Row>`${select(work)} where t.org_id = ${ref.org} and t.id = ${ref.id}`.execute(
    work.db,
  )
  const [row] = rows
  if (!row) throw new Problem('not-found')
  return row
}

export async function transfersOf(work: Work, file: CaseRef): Promise<Row[]> {
  const { rows } = await sql<Row>`
    ${select(work)} where t.org_id = ${file.org} and t.case_id = ${file.id} order by t.sent_at desc`.execute(
    work.db,
  )
  return rows
}

/** Handovers that wait for an answer of one's units. */
export async function transfersToAnswer(work: Work): Promise<Row[]> {
  const units = work.actor.units.map(({ unit }) => unit)
  const { rows } = await sql<Row>`
    ${select(work)} where t.to_unit = any (${units}::uuid[]) and t.state = 'offered' order by t.sent_at`.execute(
    work.db,
  )
  return rows
}

export async function insertTransfer(
  work: Work,
  file: CaseRef,
  made: {
    readonly id: string
    readonly code: string
    readonly fromUnit: string
    readonly to: { readonly org: string; readonly unit: string }
  },
): Promise<void> {
  await sql`
    insert into case_transfer (org_id, id, case_id, version, code, from_unit, to_org, to_unit, state, sender_account, sent_at,
      sex, age_band, language, district)
    select ${file.org}, ${made.id}, ${file.id}, 1, ${made.code}, ${made.fromUnit}, ${made.to.org}, ${made.to.unit}, 'offered',
      ${work.actor.account}, ${work.now.toISOString()}, f.sex, f.age_band, f.language, coalesce(f.found_district, f.home_district)
    from (select 1) as one left join case_facts f on f.org_id = ${file.org} and f.case_id = ${file.id}`.execute(
    work.db,
  )
}

export async function endTransfer(work: Work, ref: CaseRef, state: 'declined' | 'recalled'): Promise<void> {
  await sql`
    update case_transfer set state = ${state}, answered_at = ${work.now.toISOString()}, version = version + 1
    where org_id = ${ref.org} and id = ${ref.id}`.execute(work.db)
}
