import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../../../test/seed.ts'
import {
  consistencyProof,
  emptyRoot,
  type Frontier,
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
})
