import type { NetworkOpen, Written } from '@setu/records/api'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import { tasksIn } from '../criminal-cases/criminal-store.ts'
import { namePlace, networkHolder } from './network-store.ts'

/** Begins a network for one's own unit, out of a criminal case that one works on, and makes its key. */
export async function openNetwork(work: Work, given: NetworkOpen): Promise<Written & { org: string }> {
  const { id, unit, name, case: file } = given
  await tasksIn(work, file)
  const about = { id, unit, caseOrg: file.org, case: file.id }
  const { rows } = await sql<{ said: string | null }>`
    select network_begin(${JSON.stringify(about)}::jsonb) as said`.execute(work.db)
  if (rows[0]?.said === 'there') throw new Problem('exists-already')
  if (rows[0]?.said !== 'begun') throw new Problem('not-for-you')
  const at = { org: work.actor.org, id }
  await work.vault.prepare([networkHolder(at)], unit)
  const sealed = await work.vault.seal(networkHolder(at), namePlace(id), { name })
  await sql`update network set name = ${sealed['name']} where org_id = ${at.org} and id = ${id}`.execute(
    work.db,
  )
  work.touched({ org: at.org, caseId: id, part: 'network', did: 'wrote', record: file.id })
  return { org: at.org, id, version: 1 }
}
