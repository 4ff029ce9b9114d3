import type { NetworkNodeView, NetworkTieView } from '@setu/records/api'
import type { NetworkKind, SourceReliability, Standing } from '@setu/vocabulary'
import { UndirectedGraph } from 'graphology'
import { connectedComponents } from 'graphology-components'
import { bidirectional } from 'graphology-shortest-path/unweighted.js'

/** Things and the ties between them, as they are shown. */
export interface Shown {
  readonly nodes: readonly NetworkNodeView[]
  readonly ties: readonly NetworkTieView[]
}

/** Which of a network is looked at. What is null or empty asks for nothing. */
export interface Sieve {
  readonly kinds: readonly NetworkKind[]
  readonly standings: readonly Standing[]
  /** The least reliable source that still counts. */
  readonly least: SourceReliability | null
  /** Ties that held on this day, as far as is known. */
  readonly on: string | null
  /** Only these, of one group. */
  readonly group: ReadonlySet<string> | null
}

export const wholeNetwork: Sieve = { kinds: [], standings: [], least: null, on: null, group: null }

function nodePasses({ id, kind, standing }: NetworkNodeView, { kinds, standings, group }: Sieve): boolean {
  if (group !== null && !group.has(id)) return false
  if (kinds.length > 0 && !kinds.includes(kind)) return false
  return standings.length === 0 || standing === null || standings.includes(standing)
}

function tiePasses({ reliability, since, until }: NetworkTieView, { least, on }: Sieve): boolean {
  if (least !== null && reliability > least) return false
  return on === null || ((since === null || since <= on) && (until === null || until >= on))
}

/** What of a network passes: its things, and the ties between two of them. */
export function sieved({ nodes, ties }: Shown, sieve: Sieve): Shown {
  const left = nodes.filter((node) => nodePasses(node, sieve))
  const here = new Set(left.map(({ id }) => id))
  return {
    nodes: left,
    ties: ties.filter((tie) => here.has(tie.from) && here.has(tie.to) && tiePasses(tie, sieve)),
  }
}

/** The same as a graph: several ties between two things are one. The order of what comes in does not matter. */
export function graphOf({ nodes, ties }: Shown): UndirectedGraph {
  const graph = new UndirectedGraph()
  for (const id of nodes.map((node) => node.id).toSorted()) graph.addNode(id)
  for (const { from, to } of ties.toSorted((a, b) => (a.id < b.id ? -1 : 1))) graph.mergeEdge(from, to)
  return graph
}

/** The shortest way between two things, with both of them; null where none leads there. */
export function pathBetween(graph: UndirectedGraph, from: string, to: string): readonly string[] | null {
  return graph.hasNode(from) && graph.hasNode(to) ? bidirectional(graph, from, to) : null
}

/** The groups of a network that nothing ties to one another, the largest first. */
export function groupsOf(graph: UndirectedGraph): readonly (readonly string[])[] {
  return connectedComponents(graph)
    .map((ids) => ids.toSorted())
    .toSorted((a, b) => b.length - a.length || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
}
