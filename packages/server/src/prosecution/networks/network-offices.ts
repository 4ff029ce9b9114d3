import type { NetworkOfficeAdd, NetworkOfficeEnd, Written } from '@setu/records/api'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import { type NetworkRef, needNetwork, networkHolder } from './network-store.ts'

/** Lets an office in to a network of one's own office, with the key of its names. */
export async function addNetworkOffice(
  work: Work,
  at: NetworkRef,
  { id, unit }: NetworkOfficeAdd,
): Promise<Written> {
  await needNetwork(work, at)
  const { rows } = await sql<{ said: string | null }>`
    select network_office_add(${at.org}, ${at.id}, ${id}, ${unit}) as said`.execute(work.db)
  const said = rows[0]?.said ?? null
  if (said === null) throw new Problem('not-for-you')
  if (said === 'there') throw new Problem('exists-already')
  if (said !== 'added') throw new Problem('receiver-not-available')
  await work.vault.shareHolder(networkHolder(at), unit, id)
  work.touched({ org: at.org, caseId: at.id, part: 'network', did: 'shared', record: unit })
  return { id, version: 1 }
}

/** Ends what an office does in a network; what it could open goes at once. */
export async function endNetworkOffice(
  work: Work,
  at: NetworkRef,
  { office }: NetworkOfficeEnd,
): Promise<Written> {
  await needNetwork(work, at)
  const { rows } = await sql<{ said: string | null }>`
    select network_office_end(${at.org}, ${at.id}, ${office}) as said`.execute(work.db)
  const said = rows[0]?.said ?? null
  if (said === null) throw new Problem('not-found')
  if (said === 'not-yours') throw new Problem('not-for-you')
  if (said === 'last') throw new Problem('last-holder')
  work.touched({ org: at.org, caseId: at.id, part: 'network', did: 'withdrew', record: office })
  return { id: office, version: 2 }
}
