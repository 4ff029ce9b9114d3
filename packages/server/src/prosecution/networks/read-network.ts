import type { NetworkFor, NetworkNodeView, NetworkTieView, NetworkView } from '@setu/records/api'
import {
  type CourtStanding,
  courtStanding,
  criminalOutcomes,
  criminalStages,
  isCode,
  networkLimits,
} from '@setu/vocabulary'
import { sql } from 'kysely'
import { officeNames } from '../../directory/index.ts'
import { Problem, type Work } from '../../platform/index.ts'
import {
  type AccusedRow,
  accusedRows,
  type NetworkRef,
  type NodeRow,
  namePlace,
  nodePlace,
  nodeRows,
  openedFor,
  saidOf,
  type TieRow,
  tiePlace,
  tieRows,
} from './network-store.ts'

const ofInterest: CourtStanding = { standing: 'ofInterest', ended: null }

/** How everybody of a network stands who is accused in a case: by what courts have said, and by nothing else. */
function standingsBy(rows: readonly AccusedRow[]): ReadonlyMap<string, CourtStanding> {
  const byNode = Map.groupBy(rows, ({ node }) => node)
  return new Map(
    [...byNode].map(([node, offences]) => {
      const known = offences.flatMap(({ stage, outcome }) =>
        isCode(criminalStages, stage)
          ? [{ stage, outcome: isCode(criminalOutcomes, outcome) ? outcome : null }]
          : [],
      )
      return [node, courtStanding(known)]
    }),
  )
}

function nodeView(row: NodeRow, said: unknown, stands: CourtStanding | undefined): NetworkNodeView {
  const { said: _, accusedOrg, accusedCase, accusedId, accusedCode, ...plain } = row
  const somebody = row.kind === 'person' || row.kind === 'company'
  const { standing, ended } = stands ?? ofInterest
  const known = accusedOrg !== null && accusedCase !== null && accusedId !== null && accusedCode !== null
  return {
    ...plain,
    ...saidOf(said),
    standing: somebody ? standing : null,
    ended: somebody ? ended : null,
    accused: known ? { org: accusedOrg, case: accusedCase, id: accusedId, code: accusedCode } : null,
  }
}

/** Everything of a network with its names. Whoever calls says for what they are opened. */
export async function nodesOf(work: Work, at: NetworkRef): Promise<NetworkNodeView[]> {
  const rows = await nodeRows(work, at)
  const opened = await work.vault.openMany(
    at.org,
    rows.map(({ id, said }) => ({ at: nodePlace(id), values: { said } })),
  )
  const standings = standingsBy(await accusedRows(work, at))
  return rows.map((row, place) => nodeView(row, opened[place]?.['said'], standings.get(row.id)))
}

/** Every tie of a network. */
export async function tiesOf(work: Work, at: NetworkRef): Promise<NetworkTieView[]> {
  const rows: readonly TieRow[] = await tieRows(work, at)
  const opened = await work.vault.openMany(
    at.org,
    rows.map(({ id, role }) => ({ at: tiePlace(id), values: { role } })),
  )
  return rows.map((row, place) => {
    const role = opened[place]?.['role']
    return { ...row, role: typeof role === 'string' ? role : null }
  })
}

async function headOf(
  work: Work,
  { org, id }: NetworkRef,
): Promise<Pick<NetworkView, 'name' | 'leads' | 'beside'>> {
  const { rows } = await sql<{ name: Buffer; leads: boolean; beside: boolean }>`
    select name, network_led(org_id, id) as leads, network_beside(org_id, id) as beside from network where org_id = ${org} and id = ${id}`.execute(
    work.db,
  )
  const [row] = rows
  if (row === undefined) throw new Problem('not-found')
  const { name } = await work.vault.open(org, namePlace(id), { name: row.name })
  return { name: typeof name === 'string' ? name : null, leads: row.leads, beside: row.beside }
}

async function officesOf(work: Work, { org, id }: NetworkRef): Promise<NetworkView['offices']> {
  const { rows } = await sql<NetworkView['offices'][number]>`
    select f.id, f.unit_id as unit, ${officeNames('u', 'o')} as name, f.task, f.from_on as "from", f.until_on as until,
      f.unit_id = n.unit_id as leads,
      f.until_on is null and f.unit_id <> n.unit_id
        and (f.unit_id = any ((select actor_units())::uuid[]) or network_led(f.org_id, f.network_id)) as "mayEnd"
    from network_office f join network n on n.org_id = f.org_id and n.id = f.network_id
      join unit u on u.id = f.unit_id join organisation o on o.id = f.office_org
    where f.org_id = ${org} and f.network_id = ${id} order by f.from_on, f.id`.execute(work.db)
  return rows
}

/** A whole network as one's office may see it. That its names were opened is logged, and for which criminal case. */
export async function readNetwork(work: Work, at: NetworkRef, wanted: NetworkFor): Promise<NetworkView> {
  await openedFor(work, at, wanted)
  const nodes = await nodesOf(work, at)
  work.counted(nodes.length)
  return {
    ...at,
    ...(await headOf(work, at)),
    most: networkLimits.nodes,
    offices: await officesOf(work, at),
    nodes,
    ties: await tiesOf(work, at),
  }
}
