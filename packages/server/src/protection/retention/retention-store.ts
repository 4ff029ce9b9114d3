import type { HoldView, RetentionList, RetentionRow } from '@setu/records/api'
import { type LegalHoldReason, type RetentionRules, retentionRules } from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { needAnswering } from '../cases/relation-to.ts'
import { consentsKept, papersOver } from './beyond-store.ts'

const mostShown = 200

interface Row {
  readonly org: string
  readonly case: string
  readonly code: string | null
  readonly unitEn: string
  readonly unitBn: string
  readonly closedOn: string
  readonly keptUntil: string
  readonly rule: RetentionRow['rule']
  readonly held: boolean
  readonly asked: boolean
  readonly relation: string
}

function standingOf({ held, asked, keptUntil }: Row, today: string): RetentionRow['standing'] {
  if (asked) return 'asked'
  if (held) return 'held'
  return keptUntil < today ? 'over' : 'coming'
}

async function rulesToday(work: Work): Promise<RetentionRules> {
  const { rows } = await sql<{ rules: RetentionRules }>`select retention_rules() as rules`.execute(work.db)
  const [found] = rows
  if (!found) throw new TypeError('an installation without rules of retention')
  // Rules that were laid down before these were known say nothing of them; for them the first ones hold.
  return { ...retentionRules, ...found.rules }
}

/** Closed cases whose time is over or nearly so, the longest first, with the rule that says so. */
export async function retentionQueue(work: Work): Promise<RetentionList> {
  const all = await rulesToday(work)
  const { years, childUntilAge, ageWhenUnknown, shownBefore, logAfterErasure, logYears, consentYears } = all
  const { rows } = await sql<Row>`
    select org, case_id as "case", code, unit_en as "unitEn", unit_bn as "unitBn", closed_on as "closedOn", kept_until as "keptUntil",
      rule, held, asked, relation from retention_queue(${mostShown + 1})`.execute(work.db)
  const items = rows.slice(0, mostShown).map((row): RetentionRow => {
    const standing = standingOf(row, work.today)
    return {
      org: row.org,
      case: row.case,
      code: row.code ?? '-',
      unit: { en: row.unitEn, bn: row.unitBn },
      closedOn: row.closedOn,
      keptUntil: row.keptUntil,
      rule: row.rule,
      standing,
      mayAsk: standing === 'over' && row.relation !== 'dataProtection',
    }
  })
  work.counted(items.length)
  return {
    rules: { years, childUntilAge, ageWhenUnknown, shownBefore, logAfterErasure, logYears, consentYears },
    items,
    more: rows.length > mostShown,
    papers: await papersOver(work, all),
    consents: await consentsKept(work, consentYears),
  }
}

/** What holds a case back from erasure now, for whoever works it, answers for it or guards its data. */
export async function holdsOf(work: Work, file: CaseRef): Promise<HoldView[]> {
  const relation = await needAnswering(work, file)
  const { rows } = await sql<Omit<HoldView, 'mayLift'>>`
    select h.org_id as org, h.id, h.version, h.reason, h.until_on as until, a.name as "placedBy", h.recorded_at as "placedAt"
    from case_hold h left join account a on a.id = h.account_id
    where h.org_id = ${file.org} and h.case_id = ${file.id} and h.lifted_at is null
      and (h.until_on is null or h.until_on >= ${work.today}::date)
    order by h.recorded_at, h.id`.execute(work.db)
  const guards = work.actor.roles.includes('dataProtectionOfficer')
  return rows.map((row) => ({ ...row, mayLift: guards || relation === 'supervise' }))
}

interface NewHold {
  readonly id: string
  readonly reason: LegalHoldReason
  readonly until: string | null
}

export async function addHold(work: Work, file: CaseRef, { id, reason, until }: NewHold): Promise<void> {
  await sql`
    insert into case_hold (org_id, id, case_id, version, reason, until_on, account_id, recorded_at)
    values (${file.org}, ${id}, ${file.id}, 1, ${reason}, ${until}, ${work.actor.account}, now())`.execute(
    work.db,
  )
}

/** Takes one hold away; another may still stand. Answers the case. */
export async function endHold(work: Work, at: CaseRef, base: number): Promise<string> {
  const { rows: found } = await sql<{ case: string; version: number; lifted: boolean }>`
    select case_id as "case", version, lifted_at is not null as lifted from case_hold
    where org_id = ${at.org} and id = ${at.id}`.execute(work.db)
  const [hold] = found
  if (!hold) throw new Problem('not-found')
  if (hold.lifted) throw new Problem('step-not-possible')
  if (hold.version !== base) throw new Problem('stale', { current: { version: hold.version, values: {} } })
  const { rows } = await sql<{ id: string }>`
    update case_hold set lifted_by = ${work.actor.account}, lifted_at = now(), version = version + 1
    where org_id = ${at.org} and id = ${at.id} and version = ${base} returning id`.execute(work.db)
  if (rows.length === 0) throw new Problem('not-found')
  return hold.case
}
