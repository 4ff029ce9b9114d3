import { type Network, networkLimits } from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import {
  heldIn,
  type NetworkRef,
  needNetwork,
  networkHolder,
  nodePlace,
  takeTurn,
  tiePlace,
} from './network-store.ts'

const hex = (sealed: Buffer | undefined): string | null => sealed?.toString('hex') ?? null

/** Refuses what one network could not hold beside what it holds. */
export async function needRoom(work: Work, at: NetworkRef, { nodes, links }: Network): Promise<void> {
  await needNetwork(work, at)
  const held = await heldIn(work, at)
  if (held.nodes + nodes.length > networkLimits.nodes || held.ties + links.length > networkLimits.ties)
    throw new Problem('network-full')
}

/**
 * Adds all of a network that came from elsewhere, or nothing: each thing under an id of its own here. Nobody in it is
 * more than of interest, whatever the sender called them.
 */
export async function addToNetwork(work: Work, at: NetworkRef, { nodes, links }: Network): Promise<void> {
  await takeTurn(work, at)
  await needRoom(work, at, { nodes, links })
  const ids = new Map(nodes.map((node) => [node.id, work.freshId()]))
  const holder = networkHolder(at)
  const ours = (theirs: string): string => ids.get(theirs) ?? theirs
  const said = await work.vault.sealMany(
    holder,
    nodes.map(({ id, names, number, within }) => ({
      at: nodePlace(ours(id)),
      values: { said: { names, number, within } },
    })),
  )
  const things = nodes.map(({ id, kind, sex, birthYear, country }, place) => ({
    id: ours(id),
    kind,
    said: hex(said[place]?.['said']),
    sex,
    birth_year: birthYear,
    country,
  }))
  await sql`
    insert into network_node (org_id, id, network_id, kind, said, sex, birth_year, country)
    select ${at.org}::uuid, n.id, ${at.id}::uuid, n.kind, decode(n.said, 'hex'), n.sex, n.birth_year, n.country
    from json_to_recordset(${JSON.stringify(things)}::json)
      as n (id uuid, kind text, said text, sex text, birth_year integer, country text)`.execute(work.db)
  const fresh = links.map((link) => ({ ...link, id: work.freshId() }))
  const roles = await work.vault.sealMany(
    holder,
    fresh.map(({ id, role }) => ({ at: tiePlace(id), values: { role } })),
  )
  const ties = fresh.map(({ id, tie, from, to, since, until, reliability, credibility }, place) => ({
    id,
    tie,
    from_id: ours(from),
    to_id: ours(to),
    role: hex(roles[place]?.['role']),
    since,
    until,
    reliability,
    credibility,
  }))
  await sql`
    insert into network_tie (org_id, id, network_id, tie, from_id, to_id, role, since_on, until_on, reliability, credibility)
    select ${at.org}::uuid, t.id, ${at.id}::uuid, t.tie, t.from_id, t.to_id, decode(t.role, 'hex'), t.since, t.until,
      t.reliability, t.credibility
    from json_to_recordset(${JSON.stringify(ties)}::json) as t (id uuid, tie text, from_id uuid, to_id uuid, role text,
      since date, until date, reliability text, credibility text)`.execute(work.db)
  work.touched({ org: at.org, caseId: at.id, part: 'network', did: 'wrote' })
}
