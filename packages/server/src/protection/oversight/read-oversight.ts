import type {
  Oversight,
  OversightOwnQuery,
  OversightRow,
  OversightToldQuery,
  OversightWait,
} from '@setu/records/api'
import { codesOf, type OversightStep, oversightSteps } from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'

const steps = codesOf(oversightSteps)

interface Wait extends Omit<OversightWait, 'step'> {
  /** Its place among the steps, from one on. */
  readonly step: number
}

interface Row {
  readonly place: OversightRow['place']
  readonly key: string | null
  readonly nameEn: string | null
  readonly nameBn: string | null
  readonly cases: number | null
  readonly reached: readonly (number | null)[] | null
  readonly overdue: number | null
  readonly waits: readonly Wait[] | null
}

interface Told extends Row {
  readonly until: string
  readonly least: number
  readonly rounded: number
  readonly toldOn: string
}

const stepAt = (place: number): OversightStep | undefined => steps[place - 1]

function waitOf({ step: place, waiting, longest, q1, median, q3 }: Wait): OversightWait[] {
  const step = stepAt(place)
  return step === undefined ? [] : [{ step, waiting, longest, q1, median, q3 }]
}

function rowOf({ place, key, nameEn, nameBn, cases, reached, overdue, waits }: Row): OversightRow {
  return {
    place,
    key,
    name: nameEn === null || nameBn === null ? null : { en: nameEn, bn: nameBn },
    cases,
    reached: steps.map((step, at) => ({ step, people: reached?.[at] ?? null })),
    overdue,
    waits: (waits ?? []).flatMap(waitOf),
  }
}

/** How far the work has come with the cases of one's own units, as it is. */
export async function readOwn(work: Work, { by, from, to }: OversightOwnQuery): Promise<Oversight> {
  const { rows } = await sql<Row>`
    select case when key is null then 'total' else 'row' end as place, key, name_en as "nameEn", name_bn as "nameBn", cases, reached,
      overdue, waits from oversight_own(${by}, ${from ?? null}::date, ${to ?? null}::date)`.execute(work.db)
  work.counted(rows.length)
  return { view: 'own', by, until: work.today, telling: null, rows: rows.map(rowOf) }
}

/** What may be told of others: once a quarter, as it stood when the last one ended, and the same each time it is asked for. */
export async function readTold(work: Work, { by }: OversightToldQuery): Promise<Oversight> {
  const { rows } = await sql<Told>`
    select place, key, name_en as "nameEn", name_bn as "nameBn", cases, reached, overdue, waits, until_on as until,
      told_from as least, rounded, told_on as "toldOn" from oversight_told(${by})`.execute(work.db)
  const [first] = rows
  if (!first) throw new Problem('not-for-you')
  work.counted(rows.length)
  const { until, least, rounded, toldOn } = first
  return { view: 'told', by, until, telling: { least, roundedTo: rounded, toldOn }, rows: rows.map(rowOf) }
}
