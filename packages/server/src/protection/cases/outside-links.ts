import { sql } from 'kysely'
import type { Work } from '../../platform/index.ts'
import type { CaseRef } from './record-store.ts'

/** What a link of a record may lead to that is no such record itself. */
export const outside: readonly string[] = ['budgetLine', 'caseDocument', 'referral']

/** Whether there is such a thing to point to: a line that money is paid from, of the organisation that pays, or a paper or a referral of the same case. */
export async function isThere(work: Work, file: CaseRef, to: string, id: string): Promise<boolean> {
  const table = sql.table(to === 'referral' ? 'referral' : 'case_document')
  const { rows } =
    to === 'budgetLine'
      ? await sql`select 1 from budget_line where org_id = ${work.actor.org} and id = ${id} and closed_on is null`.execute(
          work.db,
        )
      : await sql`select 1 from ${table} where org_id = ${file.org} and case_id = ${file.id} and id = ${id}`.execute(
          work.db,
        )
  return rows.length > 0
}
