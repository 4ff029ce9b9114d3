import { sql } from 'kysely'
import type { Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'

/** Criminal cases to which a case is tied, and of what the survivor wishes to be told. */
export async function linksOf(
  work: Work,
  file: CaseRef,
): Promise<readonly { readonly id: string; readonly wish: string | null }[]> {
  const { rows } = await sql<{ id: string; wish: string | null }>`
    select id, wish from court_link where org_id = ${file.org} and case_id = ${file.id} and state = 'linked' order by id`.execute(
    work.db,
  )
  return rows
}
