import type { NetworkExportQuery, NetworkNodeView, NetworkTieView } from '@setu/records/api'
import { sql } from 'kysely'
import { accusedMark, Problem, type Work } from '../../platform/index.ts'
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

/** The numbers of the case in which somebody is accused, whoever works on it: by one of them a claim would know it. */
async function caseNumbers(
  work: Work,
  { org, id }: NetworkRef,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ node: string; number: string }>`
    select node_id as node, number from network_case_numbers(${org}, ${id})`.execute(work.db)
  const byNode = Map.groupBy(rows, ({ node }) => node)
  return new Map([...byNode].map(([node, of]) => [node, of.map(({ number }) => number)]))
}

/** By which marks a claim of non-punishment would know somebody: their names, in the case in which they are accused. */
function marksOf(work: Work, names: readonly string[], numbers: readonly string[]): readonly string[] {
  const written = numbers.flatMap((number) => before.map((word) => `${word} ${number}`.trim()))
  return names.flatMap((name) =>
    written.flatMap((caseNumber) => accusedMark(work, { caseNumber, name }) ?? []),
  )
}

/**
 * Who may not leave in a file for others: held back by an office, by a claim, or because nobody can know whether there is
 * one. Nobody learns which. Whoever is accused of nothing is not asked after.
 */
async function keptBack(work: Work, at: NetworkRef, nodes: readonly NetworkNodeView[]): Promise<Set<string>> {
  const numbers = await caseNumbers(work, at)
  const marks = Object.fromEntries(
    nodes
      .filter(({ standing }) => standing === 'charged' || standing === 'convicted')
      .map(({ id, names }) => [id, marksOf(work, names, numbers.get(id) ?? [])]),
  )
  const { rows } = await sql<{ id: string }>`
    select k as id from network_kept_back(${at.org}, ${at.id}, ${JSON.stringify(marks)}::jsonb) k`.execute(
    work.db,
  )
  return new Set(rows.map(({ id }) => id))
}

/** A network with one office gives nobody but a claim a reason to be missing: then nothing leaves it for others. */
async function needAnotherOffice(work: Work, { org, id }: NetworkRef): Promise<void> {
  const { rows } = await sql<{ beside: boolean }>`
    select network_beside(${org}, ${id}) as beside`.execute(work.db)
  if (rows[0]?.beside !== true) throw new Problem('network-alone')
}

/** What of a network leaves in a file. That it left is logged, and for which criminal case. */
export async function networkForFile(
  work: Work,
  { org, id, caseOrg, case: file, reach }: NetworkExportQuery,
): Promise<{ readonly nodes: readonly NetworkNodeView[]; readonly ties: readonly NetworkTieView[] }> {
  const at = { org, id }
  await openedFor(work, at, { caseOrg, case: file })
  if (reach === 'others') await needAnotherOffice(work, at)
  work.touched({ org, caseId: id, part: 'network', did: 'shared', record: file, relation: reach })
  const nodes = await nodesOf(work, at)
  const whole = { nodes, ties: await tiesOf(work, at) }
  // What one's own office may see stands in its picture anyway. Were anybody else missing, the reason could be told.
  const held = new Set(nodes.filter((node) => node.held).map((node) => node.id))
  if (reach === 'own') return leaving(whole, { reach, kept: held, grown: new Set() })
  const accused = await accusedRows(work, at)
  const grown = new Set(accused.flatMap(({ node, age }) => (age === 'adult' ? [node] : [])))
  return leaving(whole, { reach, kept: await keptBack(work, at, nodes), grown })
}
