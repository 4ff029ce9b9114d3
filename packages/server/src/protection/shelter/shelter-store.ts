import { caseRecords, columnName } from '@setu/records'
import { sql } from 'kysely'
import type { Work } from '../../platform/index.ts'
import { type CaseRef, typed } from '../cases/record-store.ts'

type Values = Readonly<Record<string, unknown>>

/** A home by its address: the organisation that runs it and its offer of shelter. */
export interface Home {
  readonly org: string
  readonly id: string
  readonly unit: string
  readonly version: number
  readonly mine: boolean
}

/** A home that there is; whether the signed-in person works in the unit that runs it is said beside. */
export async function findHome(work: Work, id: string): Promise<Home | null> {
  const { rows } = await sql<Home>`
    select o.org_id as org, o.id, o.unit, o.version, home_mine(o.id) as mine from service_offer o
    where o.id = ${id} and o.service = 'shelter'`.execute(work.db)
  return rows[0] ?? null
}

/** Whether a case may ask this home for a place. */
export async function homeReachable(work: Work, file: CaseRef, home: string): Promise<boolean> {
  const { rows } = await sql<{ reachable: boolean }>`
    select home_reachable(${file.org}, ${file.id}, ${home}) as reachable`.execute(work.db)
  return rows[0]?.reachable === true
}

/** A stay in clear, as far as those who run its home know it. */
export interface Stay {
  readonly org: string
  readonly id: string
  readonly case_id: string
  readonly version: number
  readonly state: string
  readonly home: string | null
  readonly place_for: string | null
  readonly legal_basis: string | null
  readonly admitted_on: string | null
  readonly review_on: string | null
  readonly free_to_leave: boolean | null
  readonly why_not_free: string | null
}

const columns = sql`s.org_id as org, s.id, s.case_id, s.version, s.state, s.home, s.place_for, s.legal_basis, s.admitted_on,
  s.review_on, s.free_to_leave, s.why_not_free`

/** A stay of a case. */
export async function stayOf(work: Work, file: CaseRef, id: string): Promise<Stay | null> {
  const { rows } = await sql<Stay>`
    select ${columns} from shelter_stay s
    where s.org_id = ${file.org} and s.case_id = ${file.id} and s.id = ${id}`.execute(work.db)
  return rows[0] ?? null
}

/** A stay in a home, held for a change by those who run it. */
export async function holdStay(work: Work, org: string, home: string, id: string): Promise<Stay | null> {
  const { rows } = await sql<Stay>`
    select ${columns} from shelter_stay s
    where s.org_id = ${org} and s.id = ${id} and s.home = ${home} for update`.execute(work.db)
  return rows[0] ?? null
}

/**
 * Writes what a home says of a stay. The version stays as it is: it belongs to the words that the case's own workers
 * sealed, which nobody else may seal anew.
 */
export async function writeStay(work: Work, stay: Stay, state: string, values: Values): Promise<void> {
  const record = caseRecords.shelterStay
  const sets = [
    sql`state = ${state}`,
    ...Object.keys(values).map((key) => sql`${sql.id(columnName(key))} = ${typed(record, key, values[key])}`),
  ]
  await sql`
    update shelter_stay set ${sql.join(sets)} where org_id = ${stay.org} and id = ${stay.id}`.execute(work.db)
}

/** A stay that a home begins itself, on a case that is named to it. */
export async function insertStay(
  work: Work,
  file: CaseRef,
  made: { readonly id: string; readonly home: string; readonly placeFor: string },
): Promise<void> {
  await sql`
    insert into shelter_stay (org_id, id, case_id, version, state, home, place_for)
    values (${file.org}, ${made.id}, ${file.id}, 1, 'requested', ${made.home}, ${made.placeFor})`.execute(
    work.db,
  )
}

/**
 * How many places of a group are free in a home, held until the end so that two people are not given the last one;
 * nothing where the home does not count its places. Only those who run the home are told.
 */
export async function holdPlaces(work: Work, home: string, group: string): Promise<number | null> {
  const { rows: counted } = await sql<{ who: string; places: number; others: number }>`
    select for_whom as who, places, others from shelter_place where offer_id = ${home} order by for_whom for update`.execute(
    work.db,
  )
  if (counted.length === 0) return null
  const { rows } = await sql<{ taken: number }>`
    select count(*)::int as taken from shelter_stay
    where home = ${home} and state = 'admitted' and place_for = ${group}`.execute(work.db)
  const places = counted.find(({ who }) => who === group)
  return places === undefined ? 0 : places.places - places.others - (rows[0]?.taken ?? 0)
}

export async function setPlacesOf(
  work: Work,
  home: Home,
  groups: readonly { readonly who: string; readonly places: number; readonly others: number }[],
): Promise<number | null> {
  const all = groups.reduce((sum, { places }) => sum + places, 0)
  const { rows } = await sql<{ version: number }>`
    update service_offer set version = version + 1, places = ${all}
    where org_id = ${home.org} and id = ${home.id} and version = ${home.version} returning version`.execute(
    work.db,
  )
  await sql`delete from shelter_place where org_id = ${home.org} and offer_id = ${home.id}`.execute(work.db)
  await sql`
    insert into shelter_place (org_id, offer_id, for_whom, places, others)
    select ${home.org}::uuid, ${home.id}::uuid, t.who, t.places, t.others
    from jsonb_to_recordset(${JSON.stringify(groups)}::jsonb) as t (who text, places integer, others integer)`.execute(
    work.db,
  )
  return rows[0]?.version ?? null
}
