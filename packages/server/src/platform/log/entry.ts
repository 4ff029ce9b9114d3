import { createHash } from 'node:crypto'
import { type Hash, leafHash } from './tree.ts'

/** What the log knows of one person's part that a request touched. */
export interface EntryItem {
  readonly org: string
  readonly case: string
  readonly part: string
  readonly did: string
  readonly record: string | null
  readonly at: string
  readonly account: string | null
  readonly accountOrg: string | null
  readonly relation: string | null
  readonly reason: string | null
}

/** The outcome of a request, as it was written with what it records. */
export interface EntryEvent {
  readonly at: string
  readonly org: string | null
  readonly account: string | null
  readonly session: string | null
  readonly request: string
  readonly action: string
  readonly method: string
  readonly status: number
  readonly problem: string | null
  readonly reason: string | null
  readonly count: number | null
  readonly sealedReason: string | null
}

/** What one transaction added to the log: an event with its items, or more items of an event that began before. */
export interface Entry {
  readonly id: string
  readonly portion: number
  readonly event: EntryEvent | null
  readonly items: readonly EntryItem[]
}

/** Members in one order whatever order they come in: JSON Canonicalization Scheme, RFC 8785, for what we keep. */
function canonical(value: object): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))),
  )
}

const placeOf = ({ case: file, part, did }: EntryItem): string => `${file}|${part}|${did}`

/** The exact bytes of an entry. */
export function contentOf({ id, portion, event, items }: Entry): string {
  const sorted = items.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1)).map(canonical)
  const told = event === null ? 'null' : canonical(event)
  return `{"event":${told},"id":${JSON.stringify(id)},"items":[${sorted.join(',')}],"portion":${portion}}`
}

/** Binds a leaf to a content that can be forgotten: without the salt, the content cannot even be guessed. */
export function commitmentOf(salt: Uint8Array, content: string): Buffer {
  return createHash('sha256').update(salt).update(content, 'utf8').digest()
}

/** What stays of an entry for ever: which it was, when it was sealed, and what binds it to its content. */
export interface Leaf {
  readonly entry: string
  readonly portion: number
  readonly sealed: string
  readonly commitment: Uint8Array
}

/** The hash of a leaf in the tree. */
export function hashOfLeaf({ entry, portion, sealed, commitment }: Leaf): Hash {
  return leafHash(
    Buffer.from(
      `{"commitment":"${Buffer.from(commitment).toString('hex')}","entry":"${entry}/${portion}","sealed":"${sealed}","v":1}`,
    ),
  )
}
