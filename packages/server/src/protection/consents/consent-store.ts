import type { ConsentView } from '@setu/records/api'
import type { OrganisationType, Part } from '@setu/vocabulary'
import { sql } from 'kysely'
import type { Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { officeName } from '../office-name.ts'

export interface LiveConsent {
  readonly id: string
  readonly version: number
  readonly purpose: string
  readonly recipientUnit: string
  readonly parts: readonly Part[]
}

interface Row extends LiveConsent {
  readonly org: string | null
  readonly state: ConsentView['state']
  readonly givenOn: string
  readonly validUntil: string
  readonly withdrawn: string | null
  readonly medium: string
  readonly language: string
  readonly textVersion: string
  readonly nameEn: string | null
  readonly nameBn: string | null
}

/** The consents that let others have something today. */
export async function liveConsents(work: Work, file: CaseRef): Promise<LiveConsent[]> {
  const { rows } = await sql<LiveConsent>`
    select id, version, purpose, recipient_unit as "recipientUnit", parts from consent
    where org_id = ${file.org} and case_id = ${file.id} and state = 'given' and withdrawn_at is null
      and recipient_unit is not null and valid_until >= ${work.today}::date`.execute(work.db)
  return rows
}

export async function findConsent(
  work: Work,
  file: CaseRef,
  id: string,
): Promise<(LiveConsent & { state: string }) | null> {
  const { rows } = await sql<LiveConsent & { state: string }>`
    select id, version, purpose, recipient_unit as "recipientUnit", parts, state from consent
    where org_id = ${file.org} and case_id = ${file.id} and id = ${id}`.execute(work.db)
  return rows[0] ?? null
}

/** Takes an answer back; from here on the database lets nobody read through it. */
export async function endConsent(work: Work, file: CaseRef, id: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    update consent set state = 'withdrawn', withdrawn_at = ${work.now.toISOString()}, version = version + 1
    where org_id = ${file.org} and case_id = ${file.id} and id = ${id} returning version`.execute(work.db)
  return rows[0]?.version ?? 0
}

/** All answers of a case, newest first, as they stand today. */
export async function consentsOf(work: Work, file: CaseRef): Promise<ConsentView[]> {
  const { rows } = await sql<Row>`
    select k.id, k.version, k.purpose, k.recipient_unit as "recipientUnit", k.parts,
      case when k.state = 'given' and k.valid_until < ${work.today}::date then 'expired' else k.state end as state,
      k.given_on as "givenOn", k.valid_until as "validUntil", k.withdrawn_at as withdrawn, k.medium, k.language,
      k.text_version as "textVersion", u.org_id as org, ${officeName('u', 'o', 'en')} as "nameEn",
      ${officeName('u', 'o', 'bn')} as "nameBn"
    from consent k left join unit u on u.id = k.recipient_unit left join organisation o on o.id = u.org_id
    where k.org_id = ${file.org} and k.case_id = ${file.id}
    order by k.recorded_at desc, k.id`.execute(work.db)
  return rows.map(({ org, recipientUnit, nameEn, nameBn, ...row }) => ({
    ...row,
    parts: [...row.parts],
    recipient:
      org === null ? null : { org, unit: recipientUnit, name: { en: nameEn ?? '', bn: nameBn ?? '' } },
  }))
}

export interface Receiver {
  readonly org: string
  readonly unit: string
  readonly type: OrganisationType
  readonly work: string
  readonly orgNameEn: string
  readonly orgNameBn: string
}

/** A unit that could receive something, if it and its organisation are active. */
export async function findReceiver(
  work: Work,
  to: { readonly org: string; readonly unit: string },
): Promise<Receiver | null> {
  const { rows } = await sql<Receiver>`
    select u.org_id as org, u.id as unit, o.type, o.work, o.name_en as "orgNameEn", o.name_bn as "orgNameBn"
    from unit u join organisation o on o.id = u.org_id
    where u.org_id = ${to.org} and u.id = ${to.unit} and u.active and o.active`.execute(work.db)
  return rows[0] ?? null
}
