import { sql } from 'kysely'
import { type Db, Problem, type Work } from '../../platform/index.ts'
import type { CaseRelation } from './case-store.ts'
import type { CaseRef } from './record-store.ts'

/** Those who open cases that are not their own work. */
const outside: ReadonlySet<CaseRelation> = new Set(['supervise', 'emergency', 'dataProtection'])

/**
 * Stops whoever has opened as many different cases of others within the hour as the node allows, and tells those
 * who supervise them and who guard the data. What they have opened already stays open to them.
 */
export async function spendBudget(work: Work, file: CaseRef, relation: CaseRelation): Promise<void> {
  if (!outside.has(relation)) return
  const { rows } = await sql<{ may: boolean }>`
    select outside_budget(${file.org}::uuid, ${file.id}::uuid, ${work.casesAnHour}::integer) as may`.execute(
    work.db,
  )
  if (rows[0]?.may === true) return
  throw new Problem('many-cases', { also: (db: Db) => sql`select outside_budget_told()`.execute(db) })
}
