import type { Caseload, CaseloadCase, CaseloadOf } from '@setu/records/api'
import {
  type AgeBand,
  type AgeCertainty,
  type CaseloadRules,
  type CaseState,
  caseWeight,
  treatedAsChildBy,
} from '@setu/vocabulary'
import { sql } from 'kysely'
import { ruleInForce, type Work } from '../../platform/index.ts'
import { codeBeside } from '../cases/case-store.ts'
import { greatestOf, type LastRisk, lastRiskOf } from '../risk/risk-store.ts'

/** More than one unit has open at a time; what is beyond is worked off first. */
const most = 1000

interface Row {
  readonly org: string
  readonly id: string
  readonly code: string | null
  readonly state: CaseState
  readonly openedOn: string
  readonly unit: string
  readonly unitEn: string
  readonly unitBn: string
  readonly band: AgeBand | null
  readonly certainty: AgeCertainty | null
  readonly risk: LastRisk | null
  readonly overdue: number
  readonly soon: number
  readonly worker: string | null
  readonly declared: boolean
}

interface Colleague {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly unitEn: string
  readonly unitBn: string
}

async function rulesOf(work: Work): Promise<CaseloadRules> {
  const found = await ruleInForce<CaseloadRules>(work.db, 'caseloadRules', work.today)
  if (found === null) throw new TypeError('an installation without rules of the caseload')
  return found
}

/** Open cases with whoever leads the work on each; what may be seen of them is for the policies to say. */
async function openCases(work: Work, units: readonly string[]): Promise<Row[]> {
  const now = work.now.toISOString()
  const whose =
    units.length > 0
      ? sql`c.owner_unit = any (${[...units]}::uuid[]) and case_relation(c.org_id, c.id) in ('own', 'supervise')`
      : sql`s.account_id = ${work.actor.account}`
  const { rows } = await sql<Row>`
    select c.org_id as org, c.id, ${codeBeside(work, 'c.org_id', 'c.id')} as code, c.state, c.opened_on as "openedOn", c.owner_unit as unit,
      u.name_en as "unitEn", u.name_bn as "unitBn", f.age_band as band, f.age_certainty as certainty,
      ${lastRiskOf(sql`c.org_id`, sql`c.id`)} as risk, d.overdue, d.soon, s.account_id as worker, coalesce(s.conflict = 'none', false) as declared
    from case_file c
    join unit u on u.org_id = c.owner_org and u.id = c.owner_unit
    left join lateral (select s.account_id, s.conflict from case_assignment s
      where s.org_id = c.org_id and s.case_id = c.id and s.ended_at is null and s.lead limit 1) s on true
    left join case_facts f on f.org_id = c.org_id and f.case_id = c.id
    cross join lateral (select (count(*) filter (where d.due_at < ${now}::timestamptz))::int as overdue,
        (count(*) filter (where d.due_at >= ${now}::timestamptz and d.due_at < ${now}::timestamptz + interval '7 days'))::int as soon
      from due_item d where d.org_id = c.org_id and d.case_id = c.id and d.done_at is null and d.cancelled_at is null) d
    where c.owner_org = ${work.actor.org} and c.closed_on is null and c.state <> 'transferred' and ${whose}
    order by c.opened_on, c.id limit ${most}`.execute(work.db)
  return rows
}

async function colleaguesOf(work: Work, units: readonly string[]): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`
    select a.id, a.name, u.id as unit, u.name_en as "unitEn", u.name_bn as "unitBn"
    from unit_member m
    join account a on a.org_id = m.org_id and a.id = m.account_id and a.disabled_at is null
    join unit u on u.org_id = m.org_id and u.id = m.unit_id
    where m.unit_id = any (${[...units]}::uuid[]) and exists (select 1 from account_role r
      where r.org_id = a.org_id and r.account_id = a.id and r.role in ('caseworker', 'supervisor'))
    order by a.name, a.id`.execute(work.db)
  return rows
}

function caseOf(row: Row, rules: CaseloadRules): CaseloadCase {
  const { org, id, code, state, openedOn, overdue, soon, band, certainty } = row
  const risk = row.risk === null ? null : greatestOf(row.risk.levels)
  const child = treatedAsChildBy(band, certainty)
  const points = caseWeight({ state, risk, child }, rules)
  return { org, id, code: code ?? '', state, risk, child, openedOn, points, overdue, soon }
}

const sum = (of: readonly CaseloadCase[], what: (one: CaseloadCase) => number): number =>
  of.reduce((all, one) => all + what(one), 0)

/**
 * Who carries how much: for a supervisor everybody of their units, for anybody else themselves. In the order of
 * names, and never of how much somebody does.
 */
export async function readCaseload(work: Work): Promise<Caseload> {
  const supervised = work.actor.units.filter(({ supervises }) => supervises).map(({ unit }) => unit)
  const supervises = work.actor.roles.includes('supervisor') && supervised.length > 0
  const units = supervises ? supervised : []
  const rules = await rulesOf(work)
  const rows = await openCases(work, units)
  const mine = supervises ? supervised : work.actor.units.map(({ unit }) => unit)
  const people = (await colleaguesOf(work, mine)).filter(({ id }) => supervises || id === work.actor.account)
  const workers = people.map(({ id, name, unit, unitEn, unitBn }): CaseloadOf => {
    const theirs = rows.filter((row) => row.worker === id && row.unit === unit)
    const cases = theirs.map((row) => caseOf(row, rules))
    return {
      account: { id, name },
      unit: { id: unit, name: { en: unitEn, bn: unitBn } },
      points: sum(cases, ({ points }) => points),
      overdue: sum(cases, ({ overdue }) => overdue),
      soon: sum(cases, ({ soon }) => soon),
      undeclared: theirs.filter(({ declared }) => !declared).length,
      cases,
    }
  })
  const known = new Set(people.map(({ id, unit }) => `${id} ${unit}`))
  const nobodys = rows
    .filter(({ worker, unit }) => worker === null || !known.has(`${worker} ${unit}`))
    .map((row) => ({
      ...caseOf(row, rules),
      unit: { id: row.unit, name: { en: row.unitEn, bn: row.unitBn } },
    }))
  work.counted(rows.length)
  const { capacity, stage, risk, riskUnknown, child } = rules
  return {
    capacity,
    rules: { stage, risk, riskUnknown, child },
    workers,
    nobodys: supervises ? nobodys : [],
    mayAssign: supervises,
  }
}
