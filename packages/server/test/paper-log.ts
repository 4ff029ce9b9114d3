import { randomUUID } from 'node:crypto'
import { signedCheckpoint, signerFrom, type Verifier } from '../src/platform/log/note.ts'
import { sumOf, tombstoneLine } from '../src/platform/log/tombstones.ts'
import {
  consistencyProof,
  emptyRoot,
  type Frontier,
  grown,
  type Hash,
  leafHash,
  nodeHash,
  noLeaves,
  rootOf,
  type WholeHash,
} from '../src/platform/log/tree.ts'

/** A log without a database: its leaves, what it signs at each size, and what it has erased. */
export const paperSigner = signerFrom('setu-paper', Buffer.alloc(32, 11))
export const paperLog: Verifier = { name: paperSigner.name, kind: 'log', publicKey: paperSigner.publicKey }
export const paperLeaves: readonly Hash[] = Array.from({ length: 12 }, (_, at) =>
  leafHash(Buffer.from(`leaf ${at}`)),
)
export const paperTombstones: readonly string[] = Array.from({ length: 4 }, (_, at) =>
  tombstoneLine(randomUUID(), Buffer.alloc(32, at)),
)

interface Said {
  readonly origin?: string
  readonly erased?: readonly string[]
  readonly by?: typeof paperSigner
  readonly root?: Buffer
}

export function paperRoot(size: number): Hash {
  return size === 0 ? emptyRoot : rootOf(paperLeaves.slice(0, size).reduce<Frontier>(grown, noLeaves))
}

export function paperNote(
  size: number,
  { origin = paperSigner.name, erased = [], by = paperSigner, root = paperRoot(size) }: Said = {},
): string {
  return signedCheckpoint({ origin, size, root, tombstones: sumOf(erased) }, by)
}

const whole: WholeHash = async (start, width) => {
  const leaf = paperLeaves[start]
  if (leaf === undefined) throw new RangeError('no such leaf')
  return width === 1
    ? leaf
    : nodeHash(await whole(start, width / 2), await whole(start + width / 2, width / 2))
}

export async function paperProof(old: number, size: number): Promise<string[]> {
  const proof = old === 0 || old === size ? [] : await consistencyProof(whole, old, size)
  return proof.map((hash) => hash.toString('base64'))
}
