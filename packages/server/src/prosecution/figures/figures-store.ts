import { type KeptFigures, keptFigures } from '@setu/records/api'
import { figureRules, type ReportingYear } from '@setu/vocabulary'
import { sql } from 'kysely'
import { officeNames } from '../../directory/index.ts'
import { Problem, ruleInForce, type Work } from '../../platform/index.ts'

/** Of whom figures are: the country, or one of one's own offices. */
export type FiguresOf = string

/** What somebody is told who is told no figures at all. */
const nothing = (until: string): KeptFigures => ({ until, cells: [], people: [], waits: [] })

const country = 'country'

/** The unit as the database knows it: none for the country. */
export const unitOf = (of: FiguresOf): string | null => (of === country ? null : of)

export interface FiguresChoice {
  readonly of: FiguresOf
  readonly name: { readonly en: string; readonly bn: string } | null
}

/** Of whom somebody is told figures: of their own offices, and of the country if their unit counts for it. */
export async function figuresChoices(work: Work): Promise<readonly FiguresChoice[]> {
  const { rows } = await sql<FiguresChoice>`
    select u.id as of, ${officeNames('u', 'o')} as name from unit u join organisation o on o.id = u.org_id
    where u.id = any ((select actor_units())::uuid[]) and figures_may(u.id) order by u.name_en, u.id`.execute(
    work.db,
  )
  const { rows: whole } = await sql<{ may: boolean }>`select figures_may(null) as may`.execute(work.db)
  return whole[0]?.may === true ? [...rows, { of: country, name: null }] : rows
}

/** The month in which a reporting year begins. */
export async function yearBegins(work: Work): Promise<number> {
  const laid = await ruleInForce<Partial<typeof figureRules>>(work.db, 'figureRules', work.today)
  return laid?.yearBegins ?? figureRules.yearBegins
}

/** A country is counted from a million steps: for that a statement may take longer and hold more than others may. */
export const patiently = (work: Work): Promise<unknown> =>
  sql`select set_config('statement_timeout', '45000', true), set_config('work_mem', '64MB', true)`.execute(
    work.db,
  )

/** The figures of a time as they are counted now. */
export async function countFigures(
  work: Work,
  of: FiguresOf | null,
  { from, to }: ReportingYear,
): Promise<KeptFigures> {
  if (of === null) return nothing(to < work.today ? to : work.today)
  await patiently(work)
  const { rows } = await sql<{ told: unknown }>`
    select criminal_figures(${unitOf(of)}, ${from}, ${to}) as told`.execute(work.db)
  const told = rows[0]?.told ?? null
  if (told === null) throw new Problem('not-for-you')
  return keptFigures.parse(told)
}

interface KeptYear {
  readonly figures: KeptFigures
  readonly formula: string
  readonly at: string
  readonly by: { readonly en: string; readonly bn: string }
}

/** A year as it was kept; nothing where nobody kept it. */
export async function keptYear(
  work: Work,
  of: FiguresOf | null,
  { from, to }: ReportingYear,
): Promise<KeptYear | null> {
  if (of === null) return null
  const { rows } = await sql<Omit<KeptYear, 'figures'> & { figures: unknown }>`
    select y.figures, y.formula, y.frozen_at as at, json_build_object('en', o.name_en, 'bn', o.name_bn) as by
    from criminal_year y join organisation o on o.id = y.org_id
    where y.unit_id is not distinct from ${unitOf(of)}::uuid and y.from_on = ${from} and y.to_on = ${to}`.execute(
    work.db,
  )
  const [row] = rows
  return row === undefined ? null : { ...row, figures: keptFigures.parse(row.figures) }
}

/** Whether somebody answers for these figures, and may keep a year that is over. */
export async function answersFor(work: Work, of: FiguresOf | null): Promise<boolean> {
  if (of === null) return false
  const { rows } = await sql<{ may: boolean }>`select figures_answers(${unitOf(of)}) as may`.execute(work.db)
  return rows[0]?.may === true
}
