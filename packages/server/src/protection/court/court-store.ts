import { sql } from 'kysely'
import type { Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'

/** A criminal case to which a survivor’s case is tied, and of what the survivor wishes to be told. */
export interface OpenLink {
  readonly id: string
  readonly wish: string | null
  readonly criminalCode: string | null
}

/** Criminal cases to which a case is tied. */
export async function linksOf(work: Work, file: CaseRef): Promise<readonly OpenLink[]> {
  const { rows } = await sql<OpenLink>`
    select id, wish, criminal_code as "criminalCode" from court_link
    where org_id = ${file.org} and case_id = ${file.id} and state = 'linked' order by id`.execute(work.db)
  return rows
}

/** The last day on which a survivor was told of a criminal case; of their only one, where none was named. */
export async function lastTold(
  work: Work,
  file: CaseRef,
  { criminalCode }: OpenLink,
  only: boolean,
): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`
    select max(told_on) as day from court_told where org_id = ${file.org} and case_id = ${file.id}
      and (criminal_code = ${criminalCode} or (criminal_code is null and ${only}::boolean))`.execute(work.db)
  return rows[0]?.day ?? null
}

/** What had happened by a day, or was known by then of a day to come, is told; what came later stays to be told. */
export async function settleHeeded(work: Work, { id }: OpenLink, toldOn: string): Promise<void> {
  await sql`
    update due_item d set done_at = ${work.now.toISOString()}
    where d.about_id = ${id} and d.kind = 'heedCourt' and d.done_at is null and d.cancelled_at is null
      and coalesce((select least(e.happened_on, (e.recorded_at at time zone 'Asia/Dhaka')::date) from case_event e
          where e.org_id = d.org_id and e.id = d.id), (d.began_at at time zone 'Asia/Dhaka')::date) <= ${toldOn}::date`.execute(
    work.db,
  )
}
