import type { OwnAgreements, OwnLooks, OwnNext, OwnPart, OwnPlan, OwnReferrals } from '@setu/records/api'
import { sql } from 'kysely'
import type { OwnWork } from '../../platform/index.ts'
import { openOwnValues, type SealedValue } from './own-open.ts'

interface LookRow {
  readonly at: string
  readonly event: string
  readonly part: string
  readonly did: string
  readonly reason: string | null
  readonly relation: string | null
  readonly officeEn: string | null
  readonly officeBn: string | null
}

const lookPage = 60

/** Who looked at her case, newest first: by office and kind of reason, herself included, nobody by name. */
export async function ownLooksAt(work: OwnWork, after: string | null): Promise<OwnLooks> {
  const [at, event] = (after ?? '').split('|')
  const { rows } = await sql<LookRow>`
    select at, event, part, did, reason, relation, office_en as "officeEn", office_bn as "officeBn"
    from own_looked(${at && event ? at : null}::timestamptz, ${at && event ? event : null}::uuid, ${lookPage + 1})`.execute(
    work.db,
  )
  work.touched({ part: 'trail', did: 'read' })
  const page = rows.slice(0, lookPage)
  const last = page.at(-1)
  return {
    items: page.map(({ at: when, part, did, reason, relation, officeEn, officeBn }) => ({
      at: when,
      part,
      did,
      reason,
      relation,
      office: officeEn === null ? null : { en: officeEn, bn: officeBn ?? officeEn },
    })),
    next: rows.length > lookPage && last ? `${last.at}|${last.event}` : null,
  }
}

interface AgreementRow extends Omit<OwnAgreements['items'][number], 'office'> {
  readonly officeEn: string | null
  readonly officeBn: string | null
}

/** What she agreed to, and what not, as it stands today. */
export async function ownAgreementsOf(work: OwnWork): Promise<OwnAgreements> {
  const { rows } = await sql<AgreementRow>`
    select id, version, purpose, parts, state, given_on as "givenOn", valid_until as "validUntil", withdrawn_at as withdrawn,
      in_words as "inWords", office_en as "officeEn", office_bn as "officeBn"
    from own_agreed()`.execute(work.db)
  work.touched({ part: 'status', did: 'read' })
  return {
    items: rows.map(({ officeEn, officeBn, ...row }) => ({
      ...row,
      parts: [...row.parts],
      office: officeEn === null ? null : { en: officeEn, bn: officeBn ?? officeEn },
    })),
  }
}

/** What is written about her in one part, opened with the key of her own slot and with nobody else's. */
export async function openOwnPart(work: OwnWork, part: string): Promise<OwnPart> {
  const { rows } = await sql<SealedValue>`
    select place, id, version, field, sealed from own_sealed(${part})`.execute(work.db)
  const opened = await openOwnValues(work, part, rows)
  work.touched({ part: part === 'contact' || part === 'narrative' ? part : 'identity', did: 'read' })
  return {
    items: opened.map(({ field, value }) => ({ field, value })),
    unopened: opened.length < rows.length,
  }
}

type PlanRow = Omit<OwnPlan['items'][number], 'words'>

/** What is planned with her and done for her, in the words in which it was written down. */
export async function ownPlanOf(work: OwnWork): Promise<OwnPlan> {
  const { rows } = await sql<PlanRow>`
    select kind, id, state, day, ends, service, giver, agreement, coalesce(individual, '{}') as individual,
      coalesce(household, '{}') as household, coalesce(community, '{}') as community, coalesce(helps, '{}') as helps
    from own_plan()`.execute(work.db)
  const { rows: sealed } = await sql<SealedValue>`
    select place, id, version, field, sealed from own_plan_sealed()`.execute(work.db)
  const opened = await openOwnValues(work, 'narrative', sealed)
  const words = Map.groupBy(opened, ({ id }) => id)
  work.touched({ part: 'protection', did: 'read' })
  if (opened.length > 0) work.touched({ part: 'narrative', did: 'read' })
  return {
    items: rows.map((row) => ({
      ...row,
      words: (words.get(row.id) ?? []).map(({ field, value }) => ({ field, value: String(value) })),
    })),
    unopened: opened.length < sealed.length,
  }
}

interface ReferralRow extends Omit<OwnReferrals['items'][number], 'office'> {
  readonly officeEn: string
  readonly officeBn: string
}

/** Who was asked to help her, and how that stands. */
export async function ownReferralsOf(work: OwnWork): Promise<OwnReferrals> {
  const { rows } = await sql<ReferralRow>`
    select id, service, state, sent_at as sent, answered_at as answered, ended_at as ended, office_en as "officeEn",
      office_bn as "officeBn"
    from own_referrals()`.execute(work.db)
  work.touched({ part: 'status', did: 'read' })
  return {
    items: rows.map(({ officeEn, officeBn, ...row }) => ({ ...row, office: { en: officeEn, bn: officeBn } })),
  }
}

/** What is looked at with her, and when. */
export async function ownNextOf(work: OwnWork): Promise<OwnNext> {
  const { rows } = await sql<OwnNext['items'][number]>`
    select kind, id, day, free_to_leave as "freeToLeave" from own_next()`.execute(work.db)
  work.touched({ part: 'status', did: 'read' })
  return { items: [...rows] }
}
