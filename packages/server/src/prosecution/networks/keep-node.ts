import type { NetworkRemove, NodeHold, NodeKeep, Written } from '@setu/records/api'
import { networkLimits } from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type Work, wrongField } from '../../platform/index.ts'
import { mayIn, tasksIn } from '../criminal-cases/criminal-store.ts'
import {
  heldIn,
  heldNode,
  type NetworkRef,
  needNetwork,
  needVersion,
  networkHolder,
  nodePlace,
  takeTurn,
} from './network-store.ts'

/** Refuses an accused whose case one does not work on, and one who is in no case there. */
async function needAccused(work: Work, { accused, kind }: NodeKeep): Promise<void> {
  if (accused === null) return
  if (kind !== 'person' && kind !== 'company') throw wrongField('accused', 'not-somebody')
  const file = { org: accused.org, id: accused.case }
  await tasksIn(work, file)
  const named = await mayIn(work, file, ['accused'], false)
  const { rows } = await sql`
    select 1 from accused where org_id = ${accused.org} and case_id = ${accused.case} and id = ${accused.id}`.execute(
    work.db,
  )
  if (named.length === 0 || rows.length === 0) throw wrongField('accused', 'not-there')
}

function needSense({ kind, names, number, sex, birthYear }: NodeKeep): void {
  if (names.length === 0 && number === null) throw wrongField('names', 'missing')
  if (kind !== 'person' && sex !== null) throw wrongField('sex', 'not-a-person')
  if (kind !== 'person' && birthYear !== null) throw wrongField('birthYear', 'not-a-person')
}

/** Adds something to a network, or corrects what is known of it. What stood there before is kept. */
export async function keepNode(work: Work, at: NetworkRef, given: NodeKeep): Promise<Written> {
  await needNetwork(work, at)
  needSense(given)
  const { id, base, names, number, within } = given
  const sealed = await work.vault.seal(networkHolder(at), nodePlace(id), { said: { names, number, within } })
  work.touched({ org: at.org, caseId: at.id, part: 'network', did: 'wrote', record: id })
  return base === 0 ? add(work, at, given, sealed['said']) : correct(work, at, given, sealed['said'])
}

async function add(work: Work, at: NetworkRef, given: NodeKeep, said: Buffer | undefined): Promise<Written> {
  await needAccused(work, given)
  await takeTurn(work, at)
  if ((await heldIn(work, at)).nodes >= networkLimits.nodes) throw new Problem('network-full')
  const { id, kind, sex, birthYear, country, accused } = given
  const { rows } = await sql`
    insert into network_node (org_id, id, network_id, kind, said, sex, birth_year, country, accused_org, accused_case, accused_id)
    values (${at.org}, ${id}, ${at.id}, ${kind}, ${said}, ${sex}, ${birthYear}, ${country}, ${accused?.org ?? null},
      ${accused?.case ?? null}, ${accused?.id ?? null})
    on conflict do nothing returning id`.execute(work.db)
  if (rows.length === 0) throw new Problem('exists-already')
  return { id, version: 1 }
}

async function correct(
  work: Work,
  at: NetworkRef,
  given: NodeKeep,
  said: Buffer | undefined,
): Promise<Written> {
  const { id, base, kind, sex, birthYear, country, accused } = given
  const held = await heldNode(work, at, id)
  needVersion(held.version, base)
  if (held.kind !== kind) throw wrongField('kind', 'settled')
  // Whoever does not work on the case sees no link to it, and leaves it as it is.
  if (accused !== null) await needAccused(work, given)
  const linked = accused ?? (await linkUnseen(work, at, id))
  await sql`
    update network_node set version = version + 1, said = ${said}, sex = ${sex}, birth_year = ${birthYear}, country = ${country},
      accused_org = ${linked?.org ?? null}, accused_case = ${linked?.case ?? null}, accused_id = ${linked?.id ?? null}
    where org_id = ${at.org} and id = ${id}`.execute(work.db)
  return { id, version: base + 1 }
}

/** The link of somebody to a case that this reader does not work on. */
async function linkUnseen(work: Work, at: NetworkRef, id: string): Promise<NodeKeep['accused']> {
  const { rows } = await sql<NonNullable<NodeKeep['accused']>>`
    select n.accused_org as org, n.accused_case as "case", n.accused_id as id from network_node n
    where n.org_id = ${at.org} and n.id = ${id} and n.accused_id is not null
      and not criminal_may(n.accused_org, n.accused_case, 'accused', false)`.execute(work.db)
  return rows[0] ?? null
}

/** Takes something out of a network, with its ties. */
export async function removeNode(work: Work, at: NetworkRef, given: NetworkRemove): Promise<Written> {
  await needNetwork(work, at)
  const { id, base } = given
  needVersion((await heldNode(work, at, id)).version, base)
  await sql`
    update network_tie set version = version + 1, removed_at = now()
    where org_id = ${at.org} and network_id = ${at.id} and removed_at is null and ${id} in (from_id, to_id)`.execute(
    work.db,
  )
  await sql`
    update network_node set version = version + 1, removed_at = now() where org_id = ${at.org} and id = ${id}`.execute(
    work.db,
  )
  work.touched({ org: at.org, caseId: at.id, part: 'network', did: 'wrote', record: id })
  return { id, version: base + 1 }
}

/** Keeps somebody out of files for others, or no longer: for one's own office alone to know. */
export async function holdNode(work: Work, at: NetworkRef, { node, held }: NodeHold): Promise<Written> {
  await needNetwork(work, at)
  const { version } = await heldNode(work, at, node)
  const mine = sql`select o.unit_id from network_office o where o.org_id = ${at.org} and o.network_id = ${at.id}
    and o.until_on is null and o.unit_id = any ((select actor_units())::uuid[]) order by o.from_on, o.id limit 1`
  await (held
    ? sql`
      insert into network_hold (org_id, network_id, node_id, unit_id, made_by, at)
      values (${at.org}, ${at.id}, ${node}, (${mine}), ${work.actor.account}, now()) on conflict do nothing`
    : sql`delete from network_hold where org_id = ${at.org} and node_id = ${node}`
  ).execute(work.db)
  work.touched({ org: at.org, caseId: at.id, part: 'network', did: 'wrote', record: node })
  return { id: node, version }
}
