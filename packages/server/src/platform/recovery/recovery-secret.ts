import { randomBytes } from 'node:crypto'
import { type RecoveryShare, shareFromText } from '@setu/records'
import { combine, split } from 'shamir-secret-sharing'
import { openWith, sealTo } from '../keys/sealing.ts'
import { Problem } from '../problem.ts'

/** What stands on the shares of a recovery key, so that those of two keys are told apart. */
export const markOf = (key: string): string => key.replaceAll('-', '').slice(0, 8)

/** Splits a private half so that any two of the three shares give it, and one gives nothing. */
export async function sharesOf(key: string, privateKey: Uint8Array): Promise<readonly RecoveryShare[]> {
  const parts = await split(new Uint8Array(privateKey), 3, 2)
  return parts.map((bytes, at) => ({ key: markOf(key), number: at + 1, bytes }))
}

function readShare(typed: string, at: number): RecoveryShare {
  const read = shareFromText(typed)
  if ('why' in read)
    throw new Problem('share-mistyped', {
      about: { share: String(at + 1), row: String(read.row), why: read.why },
    })
  return read
}

/** Two shares as they were typed, each sound in itself. */
export function readShares(typed: readonly string[]): readonly RecoveryShare[] {
  const shares = typed.map(readShare)
  const [first, second] = shares
  if (first === undefined || second === undefined) throw new Problem('bad-request')
  if (first.key !== second.key) throw new Problem('shares-of-two-keys')
  if (first.number === second.number) throw new Problem('share-twice')
  return shares
}

/** The private half that two shares give; `null` when it is not the one behind this public half. */
export async function secretOf(
  shares: readonly RecoveryShare[],
  publicKey: Uint8Array,
): Promise<Uint8Array | null> {
  try {
    const secret = await combine(shares.map(({ bytes }) => bytes))
    const probe = randomBytes(16)
    const opened = await openWith(secret, await sealTo(publicKey, probe, 'setu1|probe'), 'setu1|probe')
    return opened.equals(probe) ? secret : null
  } catch {
    return null
  }
}
