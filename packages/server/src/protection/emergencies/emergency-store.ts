import type { EmergencyView } from '@setu/records/api'
import { sql } from 'kysely'
import { officeName } from '../../directory/index.ts'
import type { Holder, Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'

const mostShown = 200

/** What opens and seals the words of a request: they belong to it, and to no case. */
export function wordsOf({ org, id }: CaseRef): Holder {
  return { org, kind: 'emergency', id, caseId: null, part: 'emergency' }
}

export const wordsPlace = (id: string) => ({ table: 'emergency_access', row: id, version: 1 })

export interface EmergencyRow extends Omit<EmergencyView, 'from' | 'to' | 'words' | 'case' | 'proof'> {
  readonly account: string
  readonly onCall: boolean
  readonly unit: string
  readonly fromEn: string
  readonly fromBn: string
  readonly toOrg: string
  readonly toUnit: string
  readonly toEn: string
  readonly toBn: string
  readonly sealed: Buffer
  readonly proof: Buffer | null
  readonly caseOrg: string | null
  readonly caseId: string | null
}

/** The requests that this person sees, those to answer first and then the latest; with `one`, just that. */
export async function emergencyRows(work: Work, one: CaseRef | null): Promise<EmergencyRow[]> {
  const me = work.actor.account
  const only = one === null ? sql`true` : sql`g.org_id = ${one.org} and g.id = ${one.id}`
  const { rows } = await sql<EmergencyRow>`
    with page as materialized (
      select g.org_id, g.id, g.version, g.account_id, g.unit_id, g.to_org, g.to_unit, g.code, g.parts, g.reason, g.words, g.hours,
        case when g.state = 'granted' and g.until <= now() then 'ended' else g.state end as state, g.asked_at, g.until,
        g.to_unit = any ((select actor_on_call())::uuid[]) as on_call
      from emergency_access g where ${only}
      order by (g.state <> 'waiting'), g.asked_at desc limit ${mostShown})
    select g.org_id as org, g.id, g.version, g.account_id as account, g.unit_id as unit, g.to_org as "toOrg", g.to_unit as "toUnit",
      g.code, g.parts, g.reason, g.words as sealed,
      case when g.state = 'waiting' and g.on_call then emergency_proof(g.org_id, g.id) end as proof, g.hours, g.state, g.asked_at as "askedAt", g.until,
      ${officeName('fu', 'fo', 'en')} as "fromEn", ${officeName('fu', 'fo', 'bn')} as "fromBn",
      ${officeName('tu', 'too', 'en')} as "toEn", ${officeName('tu', 'too', 'bn')} as "toBn", a.name as person,
      g.account_id = ${me} as mine, g.on_call as "onCall", g.state = 'waiting' and g.account_id <> ${me} and g.on_call as "mayAnswer", f.org_id as "caseOrg", f.case_id as "caseId",
      g.state in ('waiting', 'granted') and (g.account_id = ${me} or (g.state = 'granted' and (f.case_id is not null
        or g.on_call))) as "mayEnd"
    from page g
    join unit fu on fu.org_id = g.org_id and fu.id = g.unit_id join organisation fo on fo.id = g.org_id
    join unit tu on tu.org_id = g.to_org and tu.id = g.to_unit join organisation too on too.id = g.to_org
    left join account a on a.org_id = g.org_id and a.id = g.account_id
    left join lateral emergency_file(g.org_id, g.id) f on true
    order by (g.state <> 'waiting'), g.asked_at desc`.execute(work.db)
  return rows
}

export function viewOf(row: EmergencyRow, words: string | null): EmergencyView {
  const { org, id, version, state, code, parts, reason, hours, person, askedAt, until, mine } = row
  return {
    org,
    id,
    version,
    state,
    code,
    parts,
    reason,
    hours,
    person,
    askedAt,
    until,
    mine,
    mayAnswer: row.mayAnswer,
    mayEnd: row.mayEnd,
    from: {
      org,
      unit: row.unit,
      name: {
        en: row.fromEn,
        bn: row.fromBn,
      },
    },
    to: {
      org: row.toOrg,
      unit: row.toUnit,
      name: {
        en: row.toEn,
        bn: row.toBn,
      },
    },
    proof: row.proof?.toString('hex') ?? null,
    words,
    case:
      row.caseOrg === null || row.caseId === null
        ? null
        : {
            org: row.caseOrg,
            id: row.caseId,
          },
  }
}

/** What somebody was given of a case in an emergency, while it lasts. */
export interface EmergencyNow {
  readonly org: string
  readonly id: string
  readonly version: number
  readonly reason: EmergencyView['reason']
  readonly until: string
}

export async function emergencyNow(work: Work, file: CaseRef): Promise<EmergencyNow | null> {
  const { rows } = await sql<EmergencyNow>`
    select e.org_id as org, e.id, e.version, e.reason, e.until from emergency_now(${file.org}, ${file.id}) e`.execute(
    work.db,
  )
  return rows[0] ?? null
}
