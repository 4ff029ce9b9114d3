import type { AccusedKeep, Written } from '@setu/records/api'
import { sql } from 'kysely'
import { Problem, type Work, wrongField } from '../../platform/index.ts'
import type { CriminalRef } from '../addresses.ts'
import { criminalHolder, needOpened, needToWrite, wrote } from './criminal-store.ts'

export const accusedPlace = (id: string) => ({ table: 'accused', row: id, version: 1 })

/** Adds somebody who is accused in a case, or corrects what is known of them. Where they are changes by steps alone. */
export async function keepAccused(work: Work, at: CriminalRef, given: AccusedKeep): Promise<Written> {
  await needToWrite(work, at, 'accused')
  const { id, base, name, aliases, father, particulars } = given
  if (base === 0 && name === undefined) throw wrongField('name', 'missing')
  const sealed = await work.vault.seal(criminalHolder(at, 'accused'), accusedPlace(id), {
    name,
    aliases: aliases?.length === 0 ? null : aliases,
    father,
    particulars,
  })
  wrote(work, at, 'accused', id)
  return base === 0 ? add(work, at, given, sealed) : correct(work, at, given, sealed)
}

type Sealed = Readonly<Record<string, Buffer>>

async function add(work: Work, at: CriminalRef, given: AccusedKeep, sealed: Sealed): Promise<Written> {
  if (given.custodyOn > work.today) throw wrongField('custodyOn', 'in-the-future')
  // Two who are added at once do not get the same number.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`accused|${at.id}`}, 7306))`.execute(work.db)
  const { rows } = await sql`
    insert into accused (org_id, id, case_id, place, name, aliases, father, particulars, roles, age, sex, nationality, official,
      custody, custody_on)
    values (${at.org}, ${given.id}, ${at.id},
      (select coalesce(max(a.place), 0) + 1 from accused a where a.org_id = ${at.org} and a.case_id = ${at.id}),
      ${sealed['name']}, ${sealed['aliases'] ?? null}, ${sealed['father'] ?? null}, ${sealed['particulars'] ?? null},
      ${given.roles}::text[], ${given.age}, ${given.sex}, ${given.nationality}, ${given.official}, ${given.custody}, ${given.custodyOn})
    on conflict (org_id, id) do nothing returning id`.execute(work.db)
  if (rows.length === 0) throw new Problem('exists-already')
  return { id: given.id, version: 1 }
}

interface HeldAccused {
  readonly version: number
  readonly name: Buffer
}

const sealedColumns = ['name', 'aliases', 'father', 'particulars'] as const

async function correct(work: Work, at: CriminalRef, given: AccusedKeep, sealed: Sealed): Promise<Written> {
  const { rows: held } = await sql<HeldAccused>`
    select version, name from accused where org_id = ${at.org} and id = ${given.id} and case_id = ${at.id} for update`.execute(
    work.db,
  )
  const [before] = held
  if (before === undefined) throw new Problem('not-found')
  const { version } = before
  if (version !== given.base) throw new Problem('stale', { current: { version, values: {} } })
  const said = sealedColumns.filter((column) => given[column] !== undefined)
  if (said.length > 0)
    await needOpened(work, at, accusedPlace(given.id), { column: 'name', value: before.name })
  const kept = said.map((column) => sql`${sql.ref(column)} = ${sealed[column] ?? null},`)
  await sql`
    update accused set version = version + 1, ${sql.join(kept, sql` `)} roles = ${given.roles}::text[],
      age = ${given.age}, sex = ${given.sex}, nationality = ${given.nationality}, official = ${given.official}
    where org_id = ${at.org} and id = ${given.id}`.execute(work.db)
  return { id: given.id, version: version + 1 }
}
