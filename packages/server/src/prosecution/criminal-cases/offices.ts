import type { OfficeAdd, OfficeEnd, OfficeOptions, Written } from '@setu/records/api'
import { codesOf, officeFits, officeReads, officeTasks } from '@setu/vocabulary'
import { sql } from 'kysely'
import { officeNames } from '../../directory/index.ts'
import { Problem, type Work } from '../../platform/index.ts'
import type { CriminalRef } from '../addresses.ts'
import { criminalHolder, needToWrite, sealedParts, tasksIn } from './criminal-store.ts'

/** Brings an office into a criminal case, with the keys of what its task lets it read. */
export async function addOffice(work: Work, at: CriminalRef, given: OfficeAdd): Promise<Written> {
  await needToWrite(work, at, 'offices')
  const { rows } = await sql<{ said: string | null }>`
    select criminal_office_add(${at.org}, ${at.id}, ${given.id}, ${given.unit}, ${given.task}) as said`.execute(
    work.db,
  )
  if (rows[0]?.said === 'there') throw new Problem('exists-already')
  if (rows[0]?.said !== 'added') throw new Problem('receiver-not-available')
  work.touched({ org: at.org, caseId: at.id, part: 'offices', did: 'shared', record: given.id })
  for (const part of sealedParts) {
    if (!officeReads[given.task].includes(part)) continue
    await work.vault.shareHolder(criminalHolder(at, part), given.unit, given.id)
  }
  return { id: given.id, version: 1 }
}

/**
 * Ends what an office does in a criminal case; what it could open goes at once. Every office may end what it does itself, and who
 * writes the case what it brought in.
 */
export async function endOffice(work: Work, at: CriminalRef, { office }: OfficeEnd): Promise<Written> {
  await tasksIn(work, at)
  const { rows } = await sql<{ said: string | null }>`
    select criminal_office_end(${at.org}, ${at.id}, ${office}) as said`.execute(work.db)
  const said = rows[0]?.said ?? null
  if (said === null) throw new Problem('not-found')
  if (said === 'not-yours') throw new Problem('not-for-you')
  if (said === 'last') throw new Problem('last-holder')
  work.touched({ org: at.org, caseId: at.id, part: 'offices', did: 'withdrew', record: office })
  return { id: office, version: 2 }
}

/** Offices that could be brought into a case, and at which tasks. */
export async function officesToAsk(work: Work): Promise<OfficeOptions['items']> {
  const types = new Set(Object.values(officeFits).flatMap((fit) => fit.types))
  const { rows } = await sql<{ unit: string; name: { en: string; bn: string }; type: string }>`
    select u.id as unit, ${officeNames('u', 'o')} as name, o.type
    from unit u join organisation o on o.id = u.org_id
    where u.active and o.active and o.type = any (${[...types]}::text[]) order by o.name_en, u.name_en limit 1000`.execute(
    work.db,
  )
  return rows.map(({ unit, name, type }) => ({
    unit,
    name,
    tasks: codesOf(officeTasks).filter((task) => officeFits[task].types.includes(type)),
  }))
}
