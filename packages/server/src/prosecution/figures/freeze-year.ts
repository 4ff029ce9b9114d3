import type { FiguresFreeze, Written } from '@setu/records/api'
import { figuresFormula, reportingYear } from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type Work, wrongField } from '../../platform/index.ts'
import { patiently, unitOf, yearBegins } from './figures-store.ts'

/** Keeps a year that is over as it is counted today, once; later corrections are shown as what differs from it. */
export async function freezeYear(work: Work, { id, of, year }: FiguresFreeze): Promise<Written> {
  const { from, to } = reportingYear(await yearBegins(work), Number(year))
  await patiently(work)
  const { rows } = await sql<{ said: string | null }>`
    select criminal_year_freeze(${id}, ${unitOf(of)}, ${from}, ${to}, ${figuresFormula}) as said`.execute(
    work.db,
  )
  const said = rows[0]?.said ?? null
  if (said === null) throw new Problem('not-for-you')
  if (said === 'not-over') throw wrongField('year', 'not-over')
  if (said === 'there') throw new Problem('exists-already')
  return { id, version: 1 }
}
