import type { TipSummary } from '@setu/records/api'
import { type TipRules, tipRules } from '@setu/vocabulary'
import { sql } from 'kysely'
import { officeName } from '../../directory/index.ts'
import {
  type Db,
  dayOf,
  type Holder,
  ruleInForce,
  type SealedForUnit,
  type Work,
} from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'

const mostShown = 200

export const tipHolder = ({ org, id }: CaseRef): Holder => ({
  org,
  kind: 'tip',
  id,
  caseId: null,
  part: 'tip',
})

export const tipPlace = (id: string) => ({ table: 'tip', row: id, version: 1 })

export const additionPlace = (id: string) => ({ table: 'tip_addition', row: id, version: 1 })

/** How long tips may wait and are kept, as it holds on a day. */
export async function tipRulesInForce(db: Db, now: Date): Promise<TipRules> {
  return (await ruleInForce<TipRules>(db, 'tipRules', dayOf(now))) ?? tipRules
}

export const triageBy = ({ triage }: TipRules, now: Date): string =>
  new Date(now.getTime() + triage.amount * 3_600_000).toISOString()

/** What is written down of a tip, sealed: as the functions of the database take it. */
export interface TipKept {
  readonly id: string
  readonly unit: string
  readonly channel: string
  readonly subjects: readonly string[]
  readonly urgency: string
  readonly district: string | null
  readonly receipt: Buffer
  readonly sealed: SealedForUnit
  readonly due: string
  readonly rule: string
}

const inText = (bytes: Uint8Array | undefined): string | null =>
  bytes === undefined ? null : Buffer.from(bytes).toString('base64')

export function tipJson({ receipt, sealed: { sealed, ...key }, ...plain }: TipKept): string {
  return JSON.stringify({
    ...plain,
    receipt: inText(receipt),
    key: key.key,
    publicKey: inText(key.publicKey),
    generation: key.generation,
    wrapped: inText(key.wrapped),
    words: inText(sealed['words']),
    mentioned: inText(sealed['mentioned']),
    way: inText(sealed['way']),
  })
}

export interface TipRow extends Omit<TipSummary, 'unit'> {
  readonly unit: string
  readonly unitEn: string
  readonly unitBn: string
  readonly words: Buffer | null
  readonly mentioned: Buffer | null
  readonly way: Buffer | null
}

/** Tips that lie with one's own units, and those that one wrote down, the latest first. */
export async function tipRows(work: Work, only: CaseRef | null): Promise<TipRow[]> {
  const one = only === null ? sql`true` : sql`t.org_id = ${only.org} and t.id = ${only.id}`
  const { rows } = await sql<TipRow>`
    select t.org_id as org, t.id, t.version, t.channel, t.subjects, t.urgency, t.district, t.state, t.closing,
      t.received_at as received, t.unit_id as unit, ${officeName('u', 'o', 'en')} as "unitEn", ${officeName('u', 'o', 'bn')} as "unitBn",
      (select actor_works()) and t.unit_id = any ((select actor_units())::uuid[]) as ours, t.gone_at is not null as gone,
      t.words, t.mentioned, t.way,
      (select min(d.due_at) from due_item d where d.org_id = t.org_id and d.about_id = t.id and d.done_at is null
        and d.cancelled_at is null) as due
    from tip t join unit u on u.id = t.unit_id join organisation o on o.id = t.unit_org
    where ${one} order by (t.state = 'closed'), t.received_at desc limit ${mostShown}`.execute(work.db)
  return rows
}

export function summaryOf(row: TipRow): TipSummary {
  const { unit, unitEn, unitBn, words: _words, mentioned: _mentioned, way: _way, ...rest } = row
  return { ...rest, unit: { id: unit, name: { en: unitEn, bn: unitBn } } }
}
