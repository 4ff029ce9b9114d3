import { type ClaimState, openClaimStates } from '@setu/vocabulary'
import { type RawBuilder, sql } from 'kysely'
import type { Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'

/** Whether a claim of a case goes on, for a case that other SQL names. */
export function claimOpenIn(
  org: RawBuilder<unknown>,
  caseId: RawBuilder<unknown>,
  today: string,
): RawBuilder<boolean> {
  const contestable: ClaimState = 'notAccepted'
  return sql`exists (select 1 from non_punishment_claim c where c.org_id = ${org} and c.case_id = ${caseId}
    and (c.state = any (${[...openClaimStates]}::text[]) or (c.state = ${contestable} and c.contest_until >= ${today}::date)))`
}

/** Keeps the mark of how somebody is named in a criminal case beside their claim; nothing where that is not known. */
export async function keepMark(work: Work, file: CaseRef, id: string, mark: string | null): Promise<void> {
  await sql`
    update non_punishment_claim set accused_mark = ${mark}
    where org_id = ${file.org} and case_id = ${file.id} and id = ${id} and accused_mark is distinct from ${mark}`.execute(
    work.db,
  )
}

/** The purposes to which the survivor agrees now, whoever is named in them. */
export async function agreedPurposes(work: Work, file: CaseRef): Promise<readonly string[]> {
  const { rows } = await sql<{ purpose: string }>`
    select distinct purpose from consent where org_id = ${file.org} and case_id = ${file.id} and state = 'given'
      and valid_until >= ${work.today}::date`.execute(work.db)
  return rows.map(({ purpose }) => purpose)
}
