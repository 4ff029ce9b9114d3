import type { NetworkExportQuery, NetworkNodeView, NetworkTieView } from '@setu/records/api'
import { sql } from 'kysely'
import { accusedMark, type Work } from '../../platform/index.ts'
import { leaving } from './leaving.ts'
import { accusedRows, type NetworkRef, openedFor } from './network-store.ts'
import { nodesOf, tiesOf } from './read-network.ts'

/** How people write a number in front of which a court or a police station says what number it is. */
const before = [
  '',
  'GR',
  'GR No',
  'GR case',
  'GR case no',
  'CR',
  'FIR',
  'FIR no',
  'case',
  'case no',
  'tribunal case',
]

/** The numbers of every criminal case that a network speaks of: by one of them a claim would know it. */
async function caseNumbers(work: Work, { org, id }: NetworkRef): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    select distinct v.number from criminal_case c
      join lateral unnest(array[c.code, c.gr_number, c.tribunal_number, c.monitoring_number,
        c.station_number || '/' || c.station_year]) v (number) on v.number is not null
    where (c.org_id, c.id) in (
      select n.case_org, n.case_id from network n where n.org_id = ${org} and n.id = ${id}
      union select d.accused_org, d.accused_case from network_node d where d.org_id = ${org} and d.network_id = ${id}
      union select t.learnt_org, t.learnt_case from network_tie t where t.org_id = ${org} and t.network_id = ${id})`.execute(
    work.db,
  )
  return rows.map(({ number }) => number)
}

/** By which marks a claim of non-punishment would know each person: their names, in every case of the network. */
function marksOf(
  work: Work,
  nodes: readonly NetworkNodeView[],
  numbers: readonly string[],
): Readonly<Record<string, readonly string[]>> {
  const written = numbers.flatMap((number) => before.map((word) => `${word} ${number}`))
  const cases = new Set(written.map((number) => number.trim()))
  return Object.fromEntries(
    nodes
      .filter(({ kind }) => kind === 'person')
      .map(({ id, names }) => [
        id,
        names.flatMap((name) =>
          [...cases].flatMap((caseNumber) => accusedMark(work, { caseNumber, name }) ?? []),
        ),
      ]),
  )
}

/** Who may not leave in a file: held back by an office, or by a claim. Nobody learns which. */
async function keptBack(work: Work, at: NetworkRef, nodes: readonly NetworkNodeView[]): Promise<Set<string>> {
  const things = nodes.filter(({ kind, number }) => kind === 'criminalCase' && number !== null)
  const said = things.flatMap(({ number }) => number ?? [])
  const marks = marksOf(work, nodes, [...(await caseNumbers(work, at)), ...said])
  const { rows } = await sql<{ id: string }>`
    select k as id from network_kept_back(${at.org}, ${at.id}, ${JSON.stringify(marks)}::jsonb) k`.execute(
    work.db,
  )
  return new Set(rows.map(({ id }) => id))
}

/** What of a network leaves in a file. That it left is logged, and for which criminal case. */
export async function networkForFile(
  work: Work,
  { org, id, caseOrg, case: file, reach }: NetworkExportQuery,
): Promise<{ readonly nodes: readonly NetworkNodeView[]; readonly ties: readonly NetworkTieView[] }> {
  const at = { org, id }
  await openedFor(work, at, { caseOrg, case: file })
  work.touched({ org, caseId: id, part: 'network', did: 'shared', record: file, relation: reach })
  const nodes = await nodesOf(work, at)
  const accused = await accusedRows(work, at)
  const grown = new Set(accused.flatMap(({ node, age }) => (age === 'adult' ? [node] : [])))
  const kept = await keptBack(work, at, nodes)
  return leaving({ nodes, ties: await tiesOf(work, at) }, { reach, kept, grown })
}
