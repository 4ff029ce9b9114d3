import type { ConsentView, PartOpened } from '@setu/records/api'
import type { OrganisationType, Part } from '@setu/vocabulary'
import { sql } from 'kysely'
import { officeName } from '../../directory/index.ts'
import type { Work } from '../../platform/index.ts'
import { type CaseRef, holderOf } from '../cases/record-store.ts'

export interface LiveConsent {
  readonly id: string
  readonly version: number
  readonly purpose: string
  readonly recipientUnit: string
  readonly parts: readonly Part[]
}

interface Row extends LiveConsent {
  readonly org: string | null
  readonly inWords: boolean
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

/** The yeses that name no office, by purpose: to a question of our own, or to one about somebody named in words. */
export async function livePlainConsents(
  work: Work,
  file: CaseRef,
): Promise<{ id: string; purpose: string }[]> {
  const { rows } = await sql<{ id: string; purpose: string }>`
    select id, purpose from consent
    where org_id = ${file.org} and case_id = ${file.id} and state = 'given' and withdrawn_at is null
      and recipient_unit is null`.execute(work.db)
  return rows
}

/** The place that whom an answer names is bound to: it is written once, whatever becomes of the answer. */
const wordsPlace = (id: string) => ({ table: 'consent', row: id, version: 1 })

/** Seals whom an answer names, as words that belong to the survivor's own. */
export async function sealNamed(
  work: Work,
  file: CaseRef,
  id: string,
  words: string | undefined,
): Promise<string | null> {
  if (words === undefined) return null
  const sealed = await work.vault.seal(holderOf(file, 'narrative'), wordsPlace(id), {
    recipient_words: words,
  })
  return sealed['recipient_words']?.toString('hex') ?? null
}

/** Whom the answers of a case name in words. */
export async function openNamed(work: Work, file: CaseRef): Promise<PartOpened['named']> {
  const { rows } = await sql<{ id: string; purpose: string; sealed: Buffer }>`
    select id, purpose, recipient_words as sealed from consent
    where org_id = ${file.org} and case_id = ${file.id} and recipient_words is not null
    order by recorded_at desc, id`.execute(work.db)
  const named: PartOpened['named'] = []
  for (const { sealed, ...answer } of rows) {
    const { recipient_words: words } = await work.vault.open(file.org, wordsPlace(answer.id), {
      recipient_words: sealed,
    })
    named.push({ ...answer, words: typeof words === 'string' ? words : null })
  }
  return named
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
      k.text_version as "textVersion", k.recipient_words is not null as "inWords", u.org_id as org, ${officeName('u', 'o', 'en')} as "nameEn",
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
