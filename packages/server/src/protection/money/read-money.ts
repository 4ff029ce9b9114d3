import type { MoneyBook, MoneyRow, MoneySum } from '@setu/records/api'
import { sql } from 'kysely'
import { needRole, type Work } from '../../platform/index.ts'
import { codeBeside } from '../cases/case-store.ts'

/** As many rows as a page shows; the sums are of all of them. */
const shown = 200

/** Every payment of the cases that one supervises, with what it counts for: a counter entry counts against. */
function counted(work: Work) {
  return sql`
    select p.org_id as org, p.id, p.case_id as "caseId", ${codeBeside(work, 'p.org_id', 'p.case_id')} as code,
      f.owner_unit as unit, u.name_en as "unitEn", u.name_bn as "unitBn", p.kind, p.state, p.currency, p.line,
      l.code as "lineCode", l.name_en as "lineEn", l.name_bn as "lineBn", l.donor, p.paid_on as "paidOn",
      p.reverses is not null as counter, case when p.reverses is null then p.amount else - p.amount end as amount,
      (select min(s.at) from record_step s where s.org_id = p.org_id and s.case_id = p.case_id and s.item_id = p.id) as asked
    from payment p
    join case_file f on f.org_id = p.org_id and f.id = p.case_id
    left join unit u on u.id = f.owner_unit
    left join budget_line l on l.id = p.line
    where p.amount is not null and case_relation(p.org_id, p.case_id) = 'supervise'`
}

const sums = sql`
  currency, sum(amount) filter (where state = 'asked') as asked,
  sum(amount) filter (where state = 'approved') as approved,
  sum(amount) filter (where state in ('paid', 'receipted', 'unreceipted')) as paid`

interface Sum {
  readonly id: string | null
  readonly code: string | null
  readonly en: string | null
  readonly bn: string | null
  readonly currency: MoneySum['currency']
  readonly asked: number | null
  readonly approved: number | null
  readonly paid: number | null
}

const sumOf = ({ id, code, en, bn, currency, asked, approved, paid }: Sum): MoneySum => ({
  id,
  code,
  name: en === null || bn === null ? null : { en, bn },
  currency,
  asked: asked ?? 0,
  approved: approved ?? 0,
  paid: paid ?? 0,
})

/** What was asked for, approved and paid, row by row and added up by case, unit and line, for who supervises it. */
export async function readMoney(work: Work): Promise<MoneyBook> {
  needRole(work, 'supervisor')
  const rows = await moneyRows(work, shown)
  const by = async (columns: string): Promise<MoneySum[]> => {
    const found = await sql<Sum>`
      with m as (${counted(work)}) select ${sql.raw(columns)}, ${sums} from m group by 1, 2, 3, 4, currency
      order by 2 nulls last, 3 nulls last, 1, currency`.execute(work.db)
    return found.rows.map(sumOf)
  }
  return {
    rows,
    byUnit: await by(`unit as id, null::text as code, "unitEn" as en, "unitBn" as bn`),
    byLine: await by(`line as id, "lineCode" as code, "lineEn" as en, "lineBn" as bn`),
    byCase: await by(`"caseId" as id, code, null::text as en, null::text as bn`),
  }
}

interface Row extends Omit<MoneyRow, 'case' | 'unit' | 'line' | 'asked'> {
  readonly org: string
  readonly caseId: string
  readonly code: string | null
  readonly unitEn: string | null
  readonly unitBn: string | null
  readonly lineCode: string | null
  readonly lineEn: string | null
  readonly lineBn: string | null
  readonly donor: string | null
  readonly asked: string
}

/** The rows themselves, the newest first, each read of a case written down. */
export async function moneyRows(work: Work, limit: number | null): Promise<MoneyRow[]> {
  const { rows } = await sql<Row>`
    with m as (${counted(work)}) select * from m order by asked desc, id
    ${limit === null ? sql`` : sql`limit ${limit}`}`.execute(work.db)
  const cases = new Map(rows.map((row) => [row.caseId, row.org]))
  for (const [caseId, org] of cases)
    work.touched({
      org,
      caseId,
      part: 'narrative',
      did: 'read',
      relation: 'supervise',
      reason: 'supervision',
    })
  return rows.map((row) => ({
    id: row.id,
    case: { org: row.org, id: row.caseId, code: row.code ?? '' },
    unit: { en: row.unitEn ?? '', bn: row.unitBn ?? '' },
    kind: row.kind,
    state: row.state,
    counter: row.counter,
    amount: row.amount,
    currency: row.currency,
    line:
      row.lineCode === null
        ? null
        : { code: row.lineCode, name: { en: row.lineEn ?? '', bn: row.lineBn ?? '' }, donor: row.donor },
    asked: row.asked.slice(0, 10),
    paidOn: row.paidOn,
  }))
}
