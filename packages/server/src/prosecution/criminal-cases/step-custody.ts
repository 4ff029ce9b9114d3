import type { CustodyStep, Written } from '@setu/records/api'
import { type CustodyState, custodySteps, mayBecome } from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type Work, wrongField } from '../../platform/index.ts'
import type { CriminalRef } from '../addresses.ts'
import { needToWrite, wrote } from './criminal-store.ts'

/** Writes down that an accused was arrested, let out on bail, has escaped or whatever else became of them. */
export async function stepCustody(
  work: Work,
  { item, ...at }: CriminalRef & { readonly item: string },
  given: CustodyStep,
): Promise<Written> {
  await needToWrite(work, at, 'custody')
  const { rows } = await sql<{ version: number; custody: CustodyState; on: string }>`
    select version, custody, custody_on as on from accused
    where org_id = ${at.org} and case_id = ${at.id} and id = ${item} for update`.execute(work.db)
  const [held] = rows
  if (held === undefined) throw new Problem('not-found')
  const { version, custody } = held
  if (version !== given.base) throw new Problem('stale', { current: { version, values: { custody } } })
  if (!mayBecome(custodySteps, custody, given.to)) throw new Problem('step-not-possible')
  if (given.on > work.today) throw wrongField('on', 'in-the-future')
  if (given.on < held.on) throw wrongField('on', 'before-last-step')
  wrote(work, at, 'accused', item)
  await sql`
    update accused set version = version + 1, custody = ${given.to}, custody_on = ${given.on}, custody_paper = ${given.paper}
    where org_id = ${at.org} and id = ${item}`.execute(work.db)
  return { id: item, version: version + 1 }
}
