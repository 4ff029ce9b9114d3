import type { AssistanceDesk, AssistanceQuery, AssistanceView } from '@setu/records/api'
import type { AssistanceStage } from '@setu/vocabulary'
import { sql } from 'kysely'
import type { Work } from '../../platform/index.ts'
import type { CriminalRef } from '../addresses.ts'

/** More than these are told to be there, and asked for by country. */
const mostOnDesk = 500

/** A request is waited for from the day it was sent last, until the other country says anything. */
const silentSince = sql`case when r.stage = 'sent' then r.stage_on end`

export interface RequestRow extends Omit<AssistanceView, 'doubts' | 'criminality' | 'next' | 'steps'> {}

/** The requests of one case, the first of them first. */
export async function requestRows(work: Work, { org, id }: CriminalRef): Promise<RequestRow[]> {
  const { rows } = await sql<RequestRow>`
    select r.id, r.version, r.kind, r.to_country as country, r.basis, r.basis_paper as "basisPaper", r.asked, r.accused, r.stage,
      r.stage_on as on, r.paper, ${silentSince} as "silentSince"
    from assistance_request r where r.org_id = ${org} and r.case_id = ${id}
    order by (select min(s.at) from assistance_step s where s.org_id = r.org_id and s.request_id = r.id), r.id limit 500`.execute(
    work.db,
  )
  return rows
}

export type StepRow = AssistanceView['steps'][number] & { readonly request: string }

/** Every step of the requests of one case, in their order. */
export async function requestSteps(work: Work, { org, id }: CriminalRef): Promise<StepRow[]> {
  const { rows } = await sql<StepRow>`
    select s.request_id as request, s.from_code as "from", s.to_code as "to", s.taken_on as on, s.paper,
      json_build_object('en', o.name_en, 'bn', o.name_bn) as by
    from assistance_step s join organisation o on o.id = s.account_org
    where s.org_id = ${org} and s.case_id = ${id} order by s.taken_on, s.at, s.id limit 5000`.execute(work.db)
  return rows
}

export interface HeldRequest {
  readonly version: number
  readonly stage: AssistanceStage
  readonly on: string
}

/** A request that is about to be taken further, held until that is done. */
export async function heldRequest(
  work: Work,
  { org, id }: CriminalRef,
  item: string,
): Promise<HeldRequest | undefined> {
  const { rows } = await sql<HeldRequest>`
    select version, stage, stage_on as on from assistance_request
    where org_id = ${org} and case_id = ${id} and id = ${item} for update`.execute(work.db)
  return rows[0]
}

/** The offences of a case by law and section, of those accused whom a request concerns. */
export async function offencesCharged(
  work: Work,
  { org, id }: CriminalRef,
): Promise<readonly { readonly accused: string; readonly law: string; readonly section: string }[]> {
  const { rows } = await sql<{ accused: string; law: string; section: string }>`
    select accused_id as accused, law, section from accused_offence
    where org_id = ${org} and case_id = ${id} order by law, section`.execute(work.db)
  return rows
}

/** The requests of all cases of one's offices, the longest silence first. */
export async function deskRows(
  work: Work,
  { standing = 'open', country }: AssistanceQuery,
): Promise<AssistanceDesk> {
  const over = sql`r.stage in ('executed', 'refused', 'lapsed')`
  const { rows } = await sql<AssistanceDesk['items'][number]>`
    select r.org_id as org, r.case_id as case, c.code, r.id, r.kind, r.to_country as country, r.basis, r.basis_paper as "basisPaper", r.asked,
      r.accused, r.stage, r.stage_on as on, ${silentSince} as "silentSince"
    from assistance_request r join criminal_case c on c.org_id = r.org_id and c.id = r.case_id
    where ${standing === 'over' ? over : sql`not (${over})`} and ${country === undefined ? sql`true` : sql`r.to_country = ${country}`}
    order by "silentSince" nulls last, r.stage_on, r.id limit ${mostOnDesk + 1}`.execute(work.db)
  return { items: rows.slice(0, mostOnDesk), more: rows.length > mostOnDesk }
}
