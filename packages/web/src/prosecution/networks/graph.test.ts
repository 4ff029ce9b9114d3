import type { NetworkNodeView, NetworkTieView } from '@setu/records/api'
import { describe, expect, test } from 'vitest'
import { graphOf, groupsOf, pathBetween, type Shown, sieved, wholeNetwork } from './graph.ts'
import { laidOut } from './layout.ts'

const seed = Number(process.env['SETU_SEED'] ?? 7)

function drawsOf(from: number): (most: number) => number {
  let state = from
  return (most) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * most)
  }
}

const node = (id: string, more: Partial<NetworkNodeView> = {}): NetworkNodeView => ({
  id,
  version: 1,
  kind: 'person',
  names: [id],
  number: null,
  within: null,
  sex: null,
  birthYear: null,
  country: null,
  standing: 'accused',
  ended: null,
  accused: null,
  held: false,
  ...more,
})

const tie = (from: string, to: string, more: Partial<NetworkTieView> = {}): NetworkTieView => ({
  id: `${from}-${to}`,
  version: 1,
  tie: 'linked',
  from,
  to,
  role: null,
  since: null,
  until: null,
  reliability: 'B',
  credibility: '2',
  paper: null,
  learnt: null,
  ...more,
})

function drawn(from: number, things: number, ties: number): Shown {
  const draw = drawsOf(from)
  const nodes = Array.from({ length: things }, (_, place) => node(`n${String(place).padStart(4, '0')}`))
  const pairs = Array.from({ length: ties }, () => [draw(things), draw(things)] as const)
  const known = new Set<string>()
  return {
    nodes,
    ties: pairs.flatMap(([a, b]) => {
      const one = tie(nodes[a]?.id ?? '', nodes[b]?.id ?? '')
      if (a === b || known.has(one.id)) return []
      known.add(one.id)
      return [one]
    }),
  }
}

/** How far everything is from one thing, step by step: another way to the same answer. */
function farFrom({ ties }: Shown, from: string): ReadonlyMap<string, number> {
  const far = new Map([[from, 0]])
  for (let ring = [from]; ring.length > 0; ) {
    const next = ring.flatMap((id) =>
      ties
        .flatMap((one) => (one.from === id ? [one.to] : one.to === id ? [one.from] : []))
        .map((other) => [id, other] as const),
    )
    ring = []
    for (const [id, other] of next)
      if (!far.has(other)) {
        far.set(other, (far.get(id) ?? 0) + 1)
        ring.push(other)
      }
  }
  return far
}

describe('a network', () => {
  test('knows the shortest way between two things, and its groups', () => {
    for (let turn = 0; turn < 20; turn++) {
      const shown = drawn(seed + turn, 40, 35)
      const graph = graphOf(shown)
      const far = farFrom(shown, 'n0000')
      for (const { id } of shown.nodes) {
        const path = pathBetween(graph, 'n0000', id)
        expect(path === null ? undefined : path.length - 1).toBe(far.get(id))
      }
      const groups = groupsOf(graph)
      expect(groups.flat().toSorted()).toEqual(shown.nodes.map(({ id }) => id).toSorted())
      expect(groups.find((ids) => ids.includes('n0000'))).toEqual([...far.keys()].toSorted())
      expect(groups.map((ids) => ids.length)).toEqual(
        groups.map((ids) => ids.length).toSorted((a, b) => b - a),
      )
    }
  })

  test('shows what is asked for by kind, standing, grade and day', () => {
    const whole: Shown = {
      nodes: [node('a'), node('b', { standing: 'charged' }), node('p', { kind: 'phone', standing: null })],
      ties: [
        tie('a', 'b', { reliability: 'E' }),
        tie('a', 'p', { since: '2025-01-01', until: '2025-06-30' }),
        tie('b', 'p'),
      ],
    }
    const left = (more: object) => {
      const { nodes, ties } = sieved(whole, { ...wholeNetwork, ...more })
      return [nodes.map(({ id }) => id).join(''), ties.map(({ id }) => id).join(' ')]
    }
    expect(left({})).toEqual(['abp', 'a-b a-p b-p'])
    expect(left({ kinds: ['person'] })).toEqual(['ab', 'a-b'])
    expect(left({ standings: ['charged'] })).toEqual(['bp', 'b-p'])
    expect(left({ least: 'C' })).toEqual(['abp', 'a-p b-p'])
    expect(left({ on: '2025-03-01' })).toEqual(['abp', 'a-b a-p b-p'])
    expect(left({ on: '2025-07-01' })).toEqual(['abp', 'a-b b-p'])
    expect(left({ group: new Set(['a', 'p']) })).toEqual(['ap', 'a-p'])
  })

  test('is laid out alike each time, whatever order it comes in, and nothing on top of another', () => {
    const shown = drawn(seed, 120, 150)
    const upside = { nodes: shown.nodes.toReversed(), ties: shown.ties.toReversed() }
    const [one, other] = [shown, upside].map((each) => [...laidOut(graphOf(each))].at(-1))
    expect(one).toEqual(other)
    const spots = [...(one ?? [])].map(([, { x, y }]) => `${x.toFixed(1)}|${y.toFixed(1)}`)
    expect(new Set(spots).size).toBe(120)
    expect(spots.join()).not.toContain('NaN')
  })
})
