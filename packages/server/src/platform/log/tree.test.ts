import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../../../test/seed.ts'
import {
  consistencyProof,
  emptyRoot,
  type Frontier,
  frontierOf,
  grown,
  type Hash,
  isConsistent,
  leafHash,
  nodeHash,
  noLeaves,
  rangeRoot,
  rootOf,
  type WholeHash,
} from './tree.ts'

// The leaves and roots that certificate transparency's reference implementation is tested with.
const leaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => leafHash(Buffer.from(hex, 'hex')))

const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

function frontierAt(hashes: readonly Hash[]): Frontier {
  return hashes.reduce<Frontier>(grown, noLeaves)
}

function wholeOf(hashes: readonly Hash[]): WholeHash {
  const whole: WholeHash = async (start, width) => {
    const [first] = hashes.slice(start, start + 1)
    if (!first) throw new RangeError('no such leaf')
    if (width === 1) return first
    return nodeHash(await whole(start, width / 2), await whole(start + width / 2, width / 2))
  }
  return whole
}

const many = Array.from({ length: 300 }, (_, at) => leafHash(Buffer.from(`leaf ${at}`)))

describe('the tree of the log', () => {
  test('has the roots of the published vectors, grown leaf by leaf or made at once', async () => {
    expect(emptyRoot.toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    for (const [at, root] of roots.entries()) {
      expect(rootOf(frontierAt(leaves.slice(0, at + 1))).toString('hex')).toBe(root)
      expect((await rangeRoot(wholeOf(leaves), 0, at + 1)).toString('hex')).toBe(root)
    }
  })

  test('proves of any two sizes that the larger begins with the smaller', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 300 }),
        async (one, other) => {
          const [old, size] = [Math.min(one, other), Math.max(one, other)]
          const proof = await consistencyProof(wholeOf(many), old, size)
          const claim = {
            old,
            oldRoot: rootOf(frontierAt(many.slice(0, old))),
            size,
            root: rootOf(frontierAt(many.slice(0, size))),
            proof,
          }
          expect(isConsistent(claim)).toBe(true)
          // Another past, another present, and any changed or missing step are all refused.
          const changed = many.with(old - 1, leafHash(Buffer.from('another')))
          expect(isConsistent({ ...claim, oldRoot: rootOf(frontierAt(changed.slice(0, old))) })).toBe(false)
          expect(isConsistent({ ...claim, root: rootOf(frontierAt(changed.slice(0, size))) })).toBe(false)
          for (const at of proof.keys())
            expect(isConsistent({ ...claim, proof: proof.toSpliced(at, 1) })).toBe(false)
          if (old > 1 && old !== size) expect(isConsistent({ ...claim, old: old - 1 })).toBe(false)
        },
      ),
      runs(60),
    )
  })

  test('an empty past is the beginning of everything, and nothing else is shorter', () => {
    const claim = {
      old: 0,
      oldRoot: emptyRoot,
      size: 3,
      root: rootOf(frontierAt(many.slice(0, 3))),
      proof: [],
    }
    expect(isConsistent(claim)).toBe(true)
    expect(isConsistent({ ...claim, oldRoot: many[0] ?? emptyRoot })).toBe(false)
    expect(isConsistent({ ...claim, old: 4 })).toBe(false)
  })

  test('tells which subtrees a leaf made whole, from the leaf upwards', () => {
    let frontier: Frontier = noLeaves
    const made = many.slice(0, 8).map((leaf) => {
      const next = grown(frontier, leaf)
      frontier = next
      return next.made.map(({ level, at }) => `${level}/${at}`).join(' ')
    })
    expect(made).toEqual(['0/0', '0/1 1/0', '0/2', '0/3 1/1 2/0', '0/4', '0/5 1/2', '0/6', '0/7 1/3 2/1 3/0'])
    expect(frontier.size).toBe(8)
    const last = grown(frontierAt(many.slice(0, 7)), many[7] ?? emptyRoot).made.at(-1)
    expect(last?.hash).toEqual(rootOf(frontier))
  })

  test('is kept as its peaks, and refuses bytes that do not fit', () => {
    const frontier = frontierAt(many.slice(0, 11))
    const bytes = Buffer.concat(frontier.peaks)
    expect(frontierOf(11, bytes)).toEqual({ size: 11, peaks: frontier.peaks })
    expect(frontierOf(0, Buffer.alloc(0))).toEqual({ size: 0, peaks: [] })
    expect(rootOf(frontierOf(0, Buffer.alloc(0)))).toEqual(emptyRoot)
    for (const [size, given] of [
      [11, bytes.subarray(1)],
      [12, bytes],
      [7, Buffer.concat([bytes, Buffer.alloc(1)])],
    ] as const)
      expect(() => frontierOf(size, given)).toThrow('a frontier that does not fit its size')
    expect(() => grown({ size: 1, peaks: [] }, many[0] ?? emptyRoot)).toThrow(
      'a frontier that does not fit its size',
    )
  })

  test('asks for what is whole as a whole, and for nothing of an empty range', async () => {
    const asked: string[] = []
    const whole: WholeHash = async (start, width) => {
      asked.push(`${start}+${width}`)
      return wholeOf(many)(start, width)
    }
    expect(await rangeRoot(whole, 5, 5)).toEqual(emptyRoot)
    expect(await rangeRoot(whole, 6, 5)).toEqual(emptyRoot)
    await rangeRoot(whole, 0, 8)
    await rangeRoot(whole, 8, 14)
    await rangeRoot(whole, 1, 3)
    expect(asked).toEqual(['0+8', '8+4', '12+2', '1+1', '2+1'])
  })

  test('has no proof for a beginning that is none', async () => {
    for (const [old, size] of [
      [0, 3],
      [-1, 3],
      [4, 3],
    ] as const)
      await expect(consistencyProof(wholeOf(many), old, size)).rejects.toThrow('no tree begins with that one')
    expect(await consistencyProof(wholeOf(many), 3, 3)).toEqual([])
    expect(await consistencyProof(wholeOf(many), 4, 7)).toHaveLength(1)
  })

  test('takes a proof of just the right length', async () => {
    for (const [old, size] of [
      [1, 2],
      [2, 3],
      [4, 8],
      [3, 7],
      [6, 7],
      [7, 8],
    ] as const) {
      const proof = await consistencyProof(wholeOf(many), old, size)
      const claim = {
        old,
        oldRoot: rootOf(frontierAt(many.slice(0, old))),
        size,
        root: rootOf(frontierAt(many.slice(0, size))),
        proof,
      }
      expect(isConsistent(claim)).toBe(true)
      const more = many[20] ?? emptyRoot
      expect(isConsistent({ ...claim, proof: [...proof, more] })).toBe(false)
      expect(isConsistent({ ...claim, proof: [more, ...proof] })).toBe(false)
      expect(isConsistent({ ...claim, proof: [] })).toBe(false)
      expect(isConsistent({ ...claim, old: size + 1 })).toBe(false)
      expect(isConsistent({ ...claim, old: -1 })).toBe(false)
    }
  })

  test('of the same size is the same tree, and needs no proof', () => {
    const root = rootOf(frontierAt(many.slice(0, 5)))
    const claim = { old: 5, oldRoot: root, size: 5, root, proof: [] }
    expect(isConsistent(claim)).toBe(true)
    expect(isConsistent({ ...claim, proof: [root] })).toBe(false)
    expect(isConsistent({ ...claim, root: emptyRoot })).toBe(false)
    expect(isConsistent({ old: 0, oldRoot: emptyRoot, size: 3, root, proof: [root] })).toBe(false)
    expect(isConsistent({ old: 0, oldRoot: emptyRoot, size: 0, root: emptyRoot, proof: [] })).toBe(true)
  })
})
