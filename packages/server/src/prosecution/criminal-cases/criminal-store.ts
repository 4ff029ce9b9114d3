import type { CriminalChange, CriminalSummary } from '@setu/records/api'
import type { CriminalOutcome, CriminalPart, CriminalStage, OfficeTask } from '@setu/vocabulary'
import { shownStanding } from '@setu/vocabulary'
import { type RawBuilder, sql } from 'kysely'
import { needDistricts } from '../../directory/index.ts'
import {
  type Holder,
  Problem,
  type SealedRow,
  type TrailItem,
  type Work,
  wrongField,
} from '../../platform/index.ts'
import type { CriminalRef } from '../addresses.ts'
import { courtJson } from '../courts/court-store.ts'

/** The two parts of a criminal case that are sealed apart: names of accused persons, and words of orders. */
export const sealedParts = ['accused', 'orders'] as const

export const criminalHolder = ({ org, id }: CriminalRef, part: (typeof sealedParts)[number]): Holder => ({
  org,
  kind: 'criminalCase',
  id,
  caseId: null,
  part,
})

/** What somebody may write in a criminal case, beside reading it. */
export type Writable = CriminalPart | 'custody' | 'offices'

/** What one's offices do in a case. Somebody whose offices do nothing in it is told that there is none. */
export async function tasksIn(work: Work, { org, id }: CriminalRef): Promise<readonly OfficeTask[]> {
  const { rows } = await sql<{ tasks: OfficeTask[] }>`
    select criminal_tasks(${org}, ${id}) as tasks`.execute(work.db)
  const tasks = rows[0]?.tasks ?? []
  if (tasks.length === 0) throw new Problem('not-found')
  return tasks
}

/** Which of these parts somebody may read or write. */
export async function mayIn<Part extends Writable>(
  work: Work,
  { org, id }: CriminalRef,
  parts: readonly Part[],
  writes: boolean,
): Promise<readonly Part[]> {
  const { rows } = await sql<{ part: Part }>`
    select p.part from unnest(${[...parts]}::text[]) with ordinality p (part, place)
    where criminal_may(${org}, ${id}, p.part, ${writes}) order by p.place`.execute(work.db)
  return rows.map(({ part }) => part)
}

/** Refuses unless one's office may write this part of the case as it stands now. */
export async function needToWrite(work: Work, at: CriminalRef, part: Writable): Promise<void> {
  await tasksIn(work, at)
  if ((await mayIn(work, at, [part], true)).length === 0) throw new Problem('not-for-you')
}

/** Refuses to write over what somebody cannot read: they would not know what they take away. */
export async function needOpened(
  work: Work,
  at: CriminalRef,
  row: SealedRow,
  held: { readonly column: string; readonly value: Buffer | null },
): Promise<void> {
  if (held.value === null) return
  const [opened] = await work.vault.openMany(at.org, [{ at: row, values: { [held.column]: held.value } }])
  if (typeof opened?.[held.column] !== 'string') throw new Problem('cannot-be-opened')
}

/** Notes that something of a criminal case was written, as what somebody's offices are there. */
export function wrote(work: Work, { org, id }: CriminalRef, part: TrailItem['part'], record?: string): void {
  work.touched({ org, caseId: id, part, did: 'wrote', ...(record === undefined ? {} : { record }) })
}

type Facts = Omit<CriminalChange, 'command' | 'base'>

/** Refuses facts that name a place or a court that is none. */
export async function needKnown(work: Work, { district, court, offenceOn }: Facts): Promise<void> {
  if (district !== null) needDistricts([district], 'district')
  if (offenceOn !== null && offenceOn > work.today) throw wrongField('offenceOn', 'in-the-future')
  if (court !== null) await needCourt(work, court, 'court')
}

/** Refuses a court that is not in the register. */
export async function needCourt(work: Work, court: string, field: string): Promise<void> {
  const { rows } = await sql`select 1 from court where id = ${court}`.execute(work.db)
  if (rows.length === 0) throw wrongField(field, 'unknown-court')
}

interface SummaryRow extends Omit<CriminalSummary, 'accused'> {}

/** Criminal cases of one's offices, the latest first. */
export async function summaryRows(
  work: Work,
  where: RawBuilder<unknown>,
  most: number,
): Promise<SummaryRow[]> {
  const { rows } = await sql<SummaryRow>`
    select c.org_id as org, c.id, c.version, c.code, c.matter, c.category, c.district, c.station_number as "stationNumber",
      c.station_year as "stationYear", c.gr_number as "grNumber", c.tribunal_number as "tribunalNumber", ${courtJson('k')} as court,
      c.reported_on as "reportedOn",
      (select min(h.held_on) from hearing h where h.org_id = c.org_id and h.case_id = c.id and h.standing = 'set'
        and h.held_on >= ${work.today}) as "nextHearing",
      (select max(h.held_on) from hearing h where h.org_id = c.org_id and h.case_id = c.id and h.standing <> 'set') as "lastHearing"
    from criminal_case c left join court k on k.id = c.court_id
    where ${where} order by c.reported_on desc, c.id desc limit ${most}`.execute(work.db)
  return rows
}

/** Where each accused of some cases stands: by what is still open, else by the gravest outcome. */
export async function standingsOf(
  work: Work,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CriminalSummary['accused']>> {
  const { rows } = await sql<{
    id: string
    place: number
    offences: { stage: CriminalStage; outcome: CriminalOutcome | null }[]
  }>`
    select a.case_id as id, a.place, json_agg(json_build_object('stage', f.stage, 'outcome', f.outcome)) as offences
    from accused a join accused_offence f on f.org_id = a.org_id and f.accused_id = a.id
    where a.case_id = any (${[...ids]}::uuid[]) group by a.case_id, a.id, a.place order by a.place`.execute(
    work.db,
  )
  const found = new Map<string, CriminalSummary['accused']>()
  for (const { id, place, offences } of rows) {
    const stands = shownStanding(offences)
    if (stands !== null) found.set(id, [...(found.get(id) ?? []), { place, ...stands }])
  }
  return found
}
