import type { BudgetLineAdd, BudgetLineList } from '@setu/records/api'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'

/** The lines that one's organisation pays from, those that are closed as well. */
export async function linesOf(work: Work): Promise<BudgetLineList> {
  const { rows } = await sql<BudgetLineList['items'][number]>`
    select id, version, code, name_en as "nameEn", name_bn as "nameBn", donor, closed_on as "closedOn"
    from budget_line where org_id = ${work.actor.org} order by closed_on nulls first, code, id`.execute(
    work.db,
  )
  return { items: rows, mayChange: work.actor.roles.some((role) => keepers.includes(role)) }
}

const keepers: readonly string[] = ['supervisor', 'programmeManager']

/** Adds a line; its code is one that nobody uses for another. */
export async function addLine(
  work: Work,
  { id, code, nameEn, nameBn, donor }: Omit<BudgetLineAdd, 'command'>,
): Promise<{ id: string; version: number }> {
  const { rows } = await sql`
    select 1 from budget_line where org_id = ${work.actor.org} and code = ${code} and closed_on is null`.execute(
    work.db,
  )
  if (rows.length > 0) throw new Problem('name-taken')
  await sql`
    insert into budget_line (org_id, id, version, code, name_en, name_bn, donor)
    values (${work.actor.org}, ${id}, 1, ${code}, ${nameEn}, ${nameBn}, ${donor})`.execute(work.db)
  return { id, version: 1 }
}

/** Closes a line: what was paid from it stays, and nothing more is asked for from it. */
export async function closeLine(
  work: Work,
  id: string,
  base: number,
): Promise<{ id: string; version: number }> {
  const { rows } = await sql<{ version: number; closed: string | null }>`
    select version, closed_on as closed from budget_line
    where org_id = ${work.actor.org} and id = ${id} for update`.execute(work.db)
  const [row] = rows
  if (!row) throw new Problem('not-found')
  if (row.version !== base || row.closed !== null)
    throw new Problem('stale', { current: { version: row.version, values: { closedOn: row.closed } } })
  await sql`
    update budget_line set version = version + 1, closed_on = ${work.today}::date
    where org_id = ${work.actor.org} and id = ${id}`.execute(work.db)
  return { id, version: base + 1 }
}
