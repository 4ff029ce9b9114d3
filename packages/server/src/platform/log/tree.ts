import { createHash } from 'node:crypto'

/**
 * The Merkle tree of the log: RFC 6962 (B. Laurie, A. Langley, E. Kasper, 2013), section 2.1. Leaves and inner
 * nodes are hashed apart, so that neither passes for the other.
 */
export type Hash = Buffer

const leafMark = Buffer.from([0])
const nodeMark = Buffer.from([1])

/** The hash of one leaf's bytes. */
export function leafHash(bytes: Uint8Array): Hash {
  return createHash('sha256').update(leafMark).update(bytes).digest()
}

/** The hash of two subtrees, left and right. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Hash {
  return createHash('sha256').update(nodeMark).update(left).update(right).digest()
}

/** The root of a tree without leaves. */
export const emptyRoot: Hash = createHash('sha256').digest()

/** The largest power of two smaller than `size`. */
function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

/** The whole subtrees of a growing tree, the widest first: enough to add leaves and to tell the root. */
export interface Frontier {
  readonly size: number
  readonly peaks: readonly Hash[]
}

/** Before the first leaf. */
export const noLeaves: Frontier = { size: 0, peaks: [] }

/** A subtree that has just become whole: 2^level leaves, the `at`-th of its width. */
export interface WholeNode {
  readonly level: number
  readonly at: number
  readonly hash: Hash
}

/** A tree one leaf larger, and the subtrees that this made whole, from the leaf upwards. */
export function grown({ size, peaks }: Frontier, leaf: Hash): Frontier & { readonly made: WholeNode[] } {
  const left = [...peaks]
  const made: WholeNode[] = [{ level: 0, at: size, hash: leaf }]
  let hash = leaf
  let rest = size
  for (let level = 1; rest % 2 === 1; level++) {
    const beside = left.pop()
    if (!beside) throw new RangeError('a frontier that does not fit its size')
    hash = nodeHash(beside, hash)
    rest = (rest - 1) / 2
    made.push({ level, at: rest, hash })
  }
  return { size: size + 1, peaks: [...left, hash], made }
}

/** The root of a tree by its frontier. */
export function rootOf({ peaks }: Frontier): Hash {
  const last = peaks.at(-1)
  if (!last) return emptyRoot
  return peaks.slice(0, -1).reduceRight<Hash>((right, peak) => nodeHash(peak, right), last)
}

/** A frontier as it is kept: its peaks one after another. */
export function frontierOf(size: number, bytes: Uint8Array): Frontier {
  const count = size.toString(2).replaceAll('0', '').length
  if (bytes.length !== count * 32) throw new RangeError('a frontier that does not fit its size')
  return {
    size,
    peaks: Array.from({ length: count }, (_, at) => Buffer.from(bytes.subarray(at * 32, at * 32 + 32))),
  }
}

/** Answers the hash of a subtree that is whole: `width` leaves from `start`, where `width` divides `start`. */
export type WholeHash = (start: number, width: number) => Promise<Hash>

/** The root of the leaves from `start` up to, not including, `end`. */
export async function rangeRoot(whole: WholeHash, start: number, end: number): Promise<Hash> {
  const size = end - start
  if (size <= 0) return emptyRoot
  if (Number.isInteger(Math.log2(size)) && start % size === 0) return whole(start, size)
  const split = splitOf(size)
  return nodeHash(await rangeRoot(whole, start, start + split), await rangeRoot(whole, start + split, end))
}

/** The proof that the tree of `size` leaves begins with that of `old`: RFC 6962, section 2.1.2. */
export async function consistencyProof(whole: WholeHash, old: number, size: number): Promise<Hash[]> {
  if (old <= 0 || old > size) throw new RangeError('no tree begins with that one')
  const proof = async (start: number, end: number, from: number, known: boolean): Promise<Hash[]> => {
    if (from === end) return known ? [] : [await rangeRoot(whole, start, end)]
    const middle = start + splitOf(end - start)
    if (from <= middle)
      return [...(await proof(start, middle, from, known)), await rangeRoot(whole, middle, end)]
    return [...(await proof(middle, end, from, false)), await rangeRoot(whole, start, middle)]
  }
  return proof(0, size, old, true)
}

interface Claim {
  readonly old: number
  readonly oldRoot: Uint8Array
  readonly size: number
  readonly root: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** Whether a proof shows that the larger tree begins with the smaller: RFC 9162 (2021), section 2.1.4.2. */
export function isConsistent({ old, oldRoot, size, root, proof }: Claim): boolean {
  if (old < 0 || old > size) return false
  if (old === size) return proof.length === 0 && Buffer.from(root).equals(oldRoot)
  if (old === 0) return proof.length === 0 && Buffer.from(oldRoot).equals(emptyRoot)
  const path = [...proof]
  if (Number.isInteger(Math.log2(old))) path.unshift(oldRoot)
  const [first, ...rest] = path
  if (!first) return false
  // Indices stay below 2^53, so division does what shifting would beyond 32 bits.
  let [fn, sn] = [old - 1, size - 1]
  while (fn % 2 === 1) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
  let fr: Hash = Buffer.from(first)
  let sr: Hash = fr
  for (const hash of rest) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      fr = nodeHash(hash, fr)
      sr = nodeHash(hash, sr)
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
    } else {
      sr = nodeHash(sr, hash)
    }
    ;[fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
  }
  return sn === 0 && fr.equals(oldRoot) && sr.equals(root)
}
