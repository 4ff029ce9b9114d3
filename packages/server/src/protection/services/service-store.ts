import type { OwnServiceAdd, OwnServiceChange, OwnServiceView } from '@setu/records/api'
import { sql } from 'kysely'
import { officeName } from '../../directory/index.ts'
import type { Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'

type Told = Pick<OwnServiceAdd, 'happenedOn' | 'outcome' | 'why' | 'sessions' | 'nextOn'>

/** What is told of a session, whether it is written down or corrected. */
export type ToldOf = Pick<OwnServiceChange, keyof Told>

/** Whether the services of a referral are this person's own, and whether they still write them. */
export async function standsTo(
  work: Work,
  { org, caseId, id }: { readonly org: string; readonly caseId: string; readonly id: string },
): Promise<{ readonly mine: boolean; readonly writes: boolean }> {
  const { rows } = await sql<{ mine: boolean; writes: boolean }>`
    select service_mine(${org}, ${caseId}, ${id}) as mine, service_writable(${org}, ${caseId}, ${id}) as writes`.execute(
    work.db,
  )
  return rows[0] ?? { mine: false, writes: false }
}

export async function insertService(
  work: Work,
  at: { readonly file: CaseRef; readonly referral: string; readonly id: string },
  { happenedOn, outcome, why, sessions, nextOn }: Told,
): Promise<void> {
  await sql`
    insert into own_service (org_id, id, case_id, referral_id, version, account_org, account_id, recorded_at, happened_on,
      outcome, why, sessions, next_on)
    values (${at.file.org}, ${at.id}, ${at.file.id}, ${at.referral}, 1, ${work.actor.org}, ${work.actor.account},
      ${work.now.toISOString()}, ${happenedOn}::date, ${outcome}, ${why}, ${sessions}::integer, ${nextOn}::date)`.execute(
    work.db,
  )
}

/** A session of a referral, held for a correction. */
export async function holdService(
  work: Work,
  { org, id }: CaseRef,
  item: string,
): Promise<(ToldOf & { readonly version: number }) | null> {
  const { rows } = await sql<ToldOf & { readonly version: number }>`
    select version, happened_on as "happenedOn", outcome, why, sessions, next_on as "nextOn" from own_service
    where org_id = ${org} and referral_id = ${id} and id = ${item} for update`.execute(work.db)
  return rows[0] ?? null
}

export async function rewriteService(
  work: Work,
  org: string,
  item: string,
  { happenedOn, outcome, why, sessions, nextOn }: ToldOf,
): Promise<void> {
  await sql`
    update own_service set version = version + 1, happened_on = ${happenedOn}::date, outcome = ${outcome}, why = ${why},
      sessions = ${sessions}::integer, next_on = ${nextOn}::date
    where org_id = ${org} and id = ${item}`.execute(work.db)
}

/** The day of the next session of a referral, as it was last told. */
export async function nextDayOf(work: Work, { org, id }: CaseRef): Promise<string | null> {
  const { rows } = await sql<{ next: string | null }>`
    select next_on as next from own_service where org_id = ${org} and referral_id = ${id} and outcome <> 'inError'
    order by happened_on desc, recorded_at desc limit 1`.execute(work.db)
  return rows[0]?.next ?? null
}

/** What others gave for a case: all of it for those who work on it, one's own for somebody who took a referral on. */
export async function servicesOf(work: Work, file: CaseRef): Promise<OwnServiceView[]> {
  const { rows } = await sql<Omit<OwnServiceView, 'office'> & { nameEn: string; nameBn: string }>`
    select s.id, s.version, s.referral_id as referral, r.service, ${officeName('u', 'o', 'en')} as "nameEn",
      ${officeName('u', 'o', 'bn')} as "nameBn", s.happened_on as "happenedOn", s.outcome, s.why, s.sessions,
      s.next_on as "nextOn", service_writable(s.org_id, s.case_id, s.referral_id) as mine
    from own_service s join referral r on r.org_id = s.org_id and r.id = s.referral_id
    join unit u on u.org_id = r.to_org and u.id = r.to_unit join organisation o on o.id = u.org_id
    where s.org_id = ${file.org} and s.case_id = ${file.id}
    order by s.happened_on desc, s.recorded_at desc limit 500`.execute(work.db)
  return rows.map(({ nameEn, nameBn, ...row }) => ({ ...row, office: { en: nameEn, bn: nameBn } }))
}
