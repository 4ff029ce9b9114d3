import type { UndirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'

/** Where something stands in the picture. */
export interface Spot {
  readonly x: number
  readonly y: number
}

/** How often the forces are reckoned in one go: short enough that a slow phone still answers a finger in between. */
const atOnce = 4

/** How often in all: many things need no more than few, for in a crowd nobody sees the last step. */
const rounds = (order: number): number => (order > 1000 ? 80 : order > 300 ? 120 : 240)

function spotsOf(graph: UndirectedGraph): ReadonlyMap<string, Spot> {
  return new Map(graph.mapNodes((id, { x, y }): [string, Spot] => [id, { x: Number(x), y: Number(y) }]))
}

/**
 * Lays a network out, a few rounds at a time: it begins on a circle in the order of the ids, so that the same network
 * always becomes the same picture, on whatever device and however often it is asked to pause.
 */
export function* laidOut(graph: UndirectedGraph): Generator<ReadonlyMap<string, Spot>, void, undefined> {
  graph.nodes().forEach((id, place) => {
    const turn = (2 * Math.PI * place) / Math.max(1, graph.order)
    graph.mergeNodeAttributes(id, { x: 100 * Math.cos(turn), y: 100 * Math.sin(turn) })
  })
  yield spotsOf(graph)
  if (graph.order < 2) return
  const settings = {
    ...forceAtlas2.inferSettings(graph.order),
    barnesHutOptimize: graph.order > 200,
    gravity: 0.5,
    scalingRatio: 12,
  }
  for (let done = 0; done < rounds(graph.order); done += atOnce) {
    forceAtlas2.assign(graph, { iterations: atOnce, settings })
    yield spotsOf(graph)
  }
}
