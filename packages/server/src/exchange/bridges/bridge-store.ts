import type { BridgeMapping, BridgeSystem } from '@setu/exchange'
import { parseMapping, primeroMapping, referralPlatformMapping } from '@setu/exchange'
import type { BridgeView } from '@setu/records/api'
import type { ConsentPurpose, Part } from '@setu/vocabulary'
import { sql } from 'kysely'
import { officeName } from '../../directory/index.ts'
import type { Work } from '../../platform/index.ts'
import type { CaseRef } from '../../protection/index.ts'
import type { ReadableCase } from '../htcds/content-store.ts'

const builtIn: Readonly<Record<BridgeSystem, BridgeMapping>> = {
  referralPlatform: referralPlatformMapping,
  primero: primeroMapping,
}

/** How cases are told to another system today: what two administrators put into force, or what Setu brings. */
export async function mappingInForce(work: Work, system: BridgeSystem): Promise<BridgeMapping> {
  const { rows } = await sql<{ mapping: unknown }>`
    select mapping from bridge_mapping where system = ${system} and standing = 'inForce'`.execute(work.db)
  return parseMapping(rows[0]?.mapping) ?? builtIn[system]
}

/** A case that one works on or supervises, with what the survivor lets one office have of it. */
export interface GrantedCase extends ReadableCase {
  readonly code: string
  readonly parts: readonly Part[]
}

interface Asked {
  readonly unit: string
  readonly purpose: ConsentPurpose
}

const mine = (work: Work) => {
  const supervised = work.actor.units.filter(({ supervises }) => supervises).map(({ unit }) => unit)
  return sql`(c.owner_unit = any (${supervised}::uuid[]) or c.id = any ((select array_agg(m.case_id) from actor_cases() m)::uuid[]))`
}

const lives = (work: Work) =>
  sql`k.state = 'given' and k.withdrawn_at is null and k.valid_until >= ${work.today}::date`

/** A few of the cases that may be told to an office, oldest first, with the parts that may. */
export async function grantedCases(
  work: Work,
  { unit, purpose }: Asked,
  { among = null, most }: { readonly among?: readonly string[] | null; readonly most: number },
): Promise<GrantedCase[]> {
  const chosen = among === null ? sql`` : sql`and c.id = any (${[...among]}::uuid[])`
  const { rows } = await sql<GrantedCase>`
    with agreed as materialized (
      select k.org_id, k.case_id, array_agg(distinct p.part) as parts
      from consent k cross join lateral unnest(k.parts) as p (part)
      where k.recipient_unit = ${unit} and k.purpose = ${purpose} and ${lives(work)}
      group by k.org_id, k.case_id)
    select c.org_id as org, c.id, c.state, c.imported, coalesce(n.code, '') as code, a.parts, case_relation(c.org_id, c.id) as relation
    from agreed a join case_file c on c.org_id = a.org_id and c.id = a.case_id
    left join case_code n on n.org_id = c.org_id and n.case_id = c.id and n.holder_org = ${work.actor.org}
    where ${mine(work)} ${chosen}
    order by c.opened_on, c.id limit ${most}`.execute(work.db)
  return rows.filter(({ relation }) => relation === 'own' || relation === 'supervise')
}

/** Open cases of one's own of which nothing may be told to an office. */
export async function forbiddenCases(
  work: Work,
  { unit, purpose }: Asked,
  most: number,
): Promise<{ count: number; codes: string[] }> {
  const { rows } = await sql<{ code: string; count: number }>`
    select coalesce(n.code, '') as code, (count(*) over ())::int as count
    from case_file c
    left join case_code n on n.org_id = c.org_id and n.case_id = c.id and n.holder_org = ${work.actor.org}
    where ${mine(work)} and c.state not in ('closed', 'transferred') and not exists (
      select 1 from consent k where k.org_id = c.org_id and k.case_id = c.id and k.recipient_unit = ${unit}
        and k.purpose = ${purpose} and ${lives(work)} and cardinality(k.parts) > 0)
    order by n.code limit ${most}`.execute(work.db)
  return { count: rows[0]?.count ?? 0, codes: rows.map(({ code }) => code) }
}

/** Offices of other organisations of which a survivor of one's own cases has said that they may be told. */
export async function agreedOffices(
  work: Work,
  purposes: readonly ConsentPurpose[],
): Promise<BridgeView['recipients']> {
  const { rows } = await sql<{ org: string; unit: string; en: string; bn: string; cases: number }>`
    select u.org_id as org, u.id as unit, ${officeName('u', 'o', 'en')} as en, ${officeName('u', 'o', 'bn')} as bn,
      count(distinct c.id)::int as cases
    from consent k join case_file c on c.org_id = k.org_id and c.id = k.case_id
    join unit u on u.id = k.recipient_unit and u.active
    join organisation o on o.id = u.org_id and o.active
    where ${mine(work)} and ${lives(work)} and k.purpose = any (${[...purposes]}::text[]) and cardinality(k.parts) > 0
      and u.org_id <> ${work.actor.org}
      and exists (select 1 from access_rule a where a.relation = 'named' and a.work = o.work and a.may_read and a.consent and a.part = any (k.parts))
    group by u.org_id, u.id, o.name_en, o.name_bn, u.name_en, u.name_bn order by 3`.execute(work.db)
  return rows.map(({ org, unit, en, bn, cases }) => ({ org, unit, name: { en, bn }, cases }))
}

/** Under which name one's own organisation is known. */
export async function ownName(work: Work): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select name_en as name from organisation where id = ${work.actor.org}`.execute(work.db)
  return rows[0]?.name ?? ''
}

/** The reference under which an office knows a case already, so that it knows it again. */
export async function knownReferences(
  work: Work,
  system: BridgeSystem,
  unit: string,
  cases: readonly CaseRef[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; reference: string }>`
    select distinct on (case_id) case_id as id, reference from bridge_sending
    where system = ${system} and recipient_unit = ${unit} and case_id = any (${cases.map(({ id }) => id)}::uuid[])
    order by case_id, sent_at`.execute(work.db)
  return new Map(rows.map(({ id, reference }) => [id, reference]))
}

/** What leaves of one case. */
export interface Sending extends CaseRef {
  readonly id: string
  readonly rowId: string
  readonly reference: string
  readonly parts: readonly Part[]
}

interface SendingOf {
  readonly sending: string
  readonly mapping: BridgeMapping
  readonly to: CaseRef
  readonly purpose: ConsentPurpose
}

/** Writes down what leaves; the database refuses whatever nobody agreed to. */
export async function keepSendings(
  work: Work,
  { sending, mapping, to, purpose }: SendingOf,
  sent: readonly Sending[],
): Promise<void> {
  const rows = sent.map(({ org, id, rowId, reference, parts }) => ({
    org,
    id,
    row_id: rowId,
    reference,
    parts,
  }))
  await sql`
    insert into bridge_sending (org_id, id, case_id, sending_id, system, mapping_version, recipient_org, recipient_unit, reference,
      purpose, parts, account_org, account_id, sent_at)
    select t.org, t.row_id, t.id, ${sending}::uuid, ${mapping.system}, ${mapping.version}, ${to.org}::uuid, ${to.id}::uuid,
      t.reference, ${purpose}, t.parts, ${work.actor.org}::uuid, ${work.actor.account}::uuid, ${work.now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as t (org uuid, id uuid, row_id uuid, reference text, parts text[])`.execute(work.db)
}

/** What one may make a file of: one's own sending, within the hour. */
export async function sendingOf(work: Work, sending: string) {
  const { rows } = await sql<{
    readonly org: string
    readonly id: string
    readonly system: BridgeSystem
    readonly unit: string
    readonly recipient: string
    readonly purpose: ConsentPurpose
    readonly reference: string
    readonly parts: readonly Part[]
  }>`
    select org_id as org, case_id as id, system, recipient_unit as unit, recipient_org as recipient, purpose, reference, parts
    from bridge_sending
    where sending_id = ${sending} and account_id = ${work.actor.account} and sent_at > ${work.now.toISOString()}::timestamptz - interval '1 hour'
    order by org_id, case_id`.execute(work.db)
  return rows
}
