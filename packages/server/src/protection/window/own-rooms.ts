import type { OwnAgreements, OwnLooks, OwnPart } from '@setu/records/api'
import { sql } from 'kysely'
import { type OwnWork, openSealed, openWith, ownPartPlace, remembering } from '../../platform/index.ts'

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

interface SealedValue {
  readonly place: string
  readonly id: string
  readonly version: number
  readonly field: string
  readonly sealed: Buffer
}

/** The field of a column, as the records call it. */
const fieldOf = (column: string): string => column.replace(/_[a-z]/g, (found) => found.slice(1).toUpperCase())

/** What is written about her in one part, opened with the key of her own slot and with nobody else's. */
export async function openOwnPart(work: OwnWork, part: string): Promise<OwnPart> {
  const { rows } = await sql<SealedValue>`
    select place, id, version, field, sealed from own_sealed(${part})`.execute(work.db)
  const { rows: wraps } = await sql<{ key: string; wrapped: Buffer }>`
    select part_key_id as key, wrapped from own_wraps(${part})`.execute(work.db)
  const held = new Map(wraps.map(({ key, wrapped }) => [key, wrapped]))
  const dataKeys = new Map<string, Promise<Buffer>>()
  const partKey = remembering(async (key) => {
    const wrapped = held.get(key)
    return wrapped === undefined ? null : openWith(work.key, wrapped, ownPartPlace(key, work.slot))
  })
  const items: OwnPart['items'] = []
  for (const { place, id, version, field, sealed } of rows) {
    const at = { node: work.node, table: place, row: id, version }
    const opened = await openSealed(at, { [field]: sealed }, { partKey, dataKeys })
    if (field in opened) items.push({ field: fieldOf(field), value: opened[field] })
  }
  const unopened = items.length < rows.length
  work.touched({ part: part === 'contact' || part === 'narrative' ? part : 'identity', did: 'read' })
  return { items, unopened }
}
