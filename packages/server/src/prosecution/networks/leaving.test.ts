import type { NetworkNodeView, NetworkTieView } from '@setu/records/api'
import { type Standing, standings } from '@setu/vocabulary'
import { describe, expect, test } from 'vitest'
import { leaving } from './leaving.ts'

const seed = Number(process.env['SETU_SEED'] ?? 11)

function drawsOf(from: number): (most: number) => number {
  let state = from % 2 ** 31
  return (most) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * most)
  }
}

const node = (id: string, standing: Standing | null): NetworkNodeView => ({
  id,
  version: 1,
  kind: standing === null ? 'phone' : 'person',
  names: [id],
  number: null,
  within: null,
  sex: null,
  birthYear: null,
  country: null,
  standing,
  ended: null,
  accused: null,
  held: false,
})

const tie = (from: string, to: string): NetworkTieView => ({
  id: `${from}-${to}`,
  version: 1,
  tie: 'linked',
  from,
  to,
  role: null,
  since: null,
  until: null,
  reliability: 'C',
  credibility: '3',
  paper: null,
  learnt: null,
})

function drawn(from: number) {
  const draw = drawsOf(from)
  const people = Array.from({ length: 12 }, (_, at) =>
    node(`p${at}`, standings.entries[draw(standings.entries.length)]?.code ?? 'ofInterest'),
  )
  const nodes = [...people, ...Array.from({ length: 12 }, (_, at) => node(`t${at}`, null))]
  const ties = Array.from({ length: 26 }, () => [draw(24), draw(24)] as const).flatMap(([a, b]) =>
    a === b ? [] : [tie(nodes[a]?.id ?? '', nodes[b]?.id ?? '')],
  )
  const ids = people.map(({ id }) => id)
  const some = (share: number) => new Set(ids.filter(() => draw(100) < share))
  return { whole: { nodes, ties }, kept: some(30), grown: some(70) }
}

describe('what of a network leaves', () => {
  test('for others is nobody kept back, nobody of interest, no child, and as if they had never been there', () => {
    for (let turn = 0; turn < 200; turn++) {
      const { whole, kept, grown } = drawn(seed + turn * 7919)
      const left = leaving(whole, { reach: 'others', kept, grown })
      for (const { id, standing } of left.nodes.filter((one) => one.standing !== null)) {
        expect(kept.has(id)).toBe(false)
        expect(grown.has(id)).toBe(true)
        expect(['charged', 'convicted']).toContain(standing)
      }
      const here = new Set(left.nodes.map(({ id }) => id))
      expect(left.ties.every(({ from, to }) => here.has(from) && here.has(to))).toBe(true)
      const without = {
        nodes: whole.nodes.filter(({ id }) => !kept.has(id)),
        ties: whole.ties.filter(({ from, to }) => !kept.has(from) && !kept.has(to)),
      }
      expect(leaving(without, { reach: 'others', kept: new Set(), grown })).toEqual(left)
    }
  })

  test('for one’s own office is everybody but whom somebody keeps back', () => {
    for (let turn = 0; turn < 100; turn++) {
      const { whole, kept, grown } = drawn(seed + turn * 104_729)
      const left = leaving(whole, { reach: 'own', kept, grown })
      const somebody = whole.nodes.filter(({ standing }) => standing !== null)
      expect(left.nodes.filter(({ standing }) => standing !== null)).toEqual(
        somebody.filter(({ id }) => !kept.has(id)),
      )
      expect(leaving(whole, { reach: 'own', kept: new Set(), grown })).toEqual(whole)
    }
  })
})
