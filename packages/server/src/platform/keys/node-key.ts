import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { unwrapUnder, wrapUnder } from './wrapping.ts'

/**
 * The key that wraps what the node itself must open with nobody signed in: the secrets of second factors and the
 * log's signing key. It opens nothing that is sealed. It lives outside the database and outside the data folder: in
 * a file of its own here, in a key service elsewhere; nothing above this type knows which. While it is exchanged
 * for a new one, both open and the new one wraps.
 */
export interface NodeKey {
  readonly id: string
  /** The names of all keys that open here; the first of them is the one that wraps. */
  readonly ids: readonly string[]
  wrap(secret: Uint8Array, place: string): Uint8Array
  unwrap(wrapped: Uint8Array, place: string): Uint8Array
  /** A keyed mark of a text: alike for alike texts here, and no help in guessing them without the key. */
  mark(text: string, place: string): Buffer
  /** The key as it is at this moment: what it wraps and the name that it bears go together. */
  still(): NodeKey
}

/**
 * The marks that go on after the key they were first made under: a browser stays known, an authenticator that is asked
 * for a passkey again is told of the same person, and whoever may not be published as accused stays so.
 */
export const lastingMarks = ['known device', 'passkey user', 'accused'] as const

/** The keys of lasting marks, each made from the key under which the marks began. */
export type MarkKeys = Readonly<Partial<Record<string, Buffer>>>

/** What marks of one kind are made with, as it comes from a node key. */
export function markKeyOf(secret: Uint8Array, place: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `setu1|mark|${place}`, 32))
}

/** A node key from 32 bytes. The place is bound in, so that a wrapped key opens only where it belongs. */
export function nodeKeyFrom(secret: Uint8Array, marks: MarkKeys = {}): NodeKey {
  if (secret.length !== 32) throw new RangeError('a node key has 32 bytes')
  const id = createHash('sha256').update('setu node key id').update(secret).digest('hex').slice(0, 16)
  const key: NodeKey = {
    id,
    ids: [id],
    wrap: (plain, place) => wrapUnder(secret, plain, `setu1|node|${place}`),
    unwrap: (wrapped, place) => unwrapUnder(secret, wrapped, `setu1|node|${place}`),
    mark: (text, place) =>
      createHmac('sha256', marks[place] ?? markKeyOf(secret, place))
        .update(text, 'utf8')
        .digest(),
    still: () => key,
  }
  return key
}

/** Several keys as one: the first wraps and marks, and each opens what is its own. */
export function ringOf(first: NodeKey, others: readonly NodeKey[]): NodeKey {
  const all = [...new Map([first, ...others].map((key) => [key.id, key])).values()]
  const ring: NodeKey = {
    id: first.id,
    ids: all.map(({ id }) => id),
    wrap: (plain, place) => first.wrap(plain, place),
    unwrap(wrapped, place) {
      let refusal: unknown
      for (const key of all) {
        try {
          return key.unwrap(wrapped, place)
        } catch (error) {
          refusal = error
        }
      }
      throw refusal
    },
    mark: (text, place) => first.mark(text, place),
    still: () => ring,
  }
  return ring
}
