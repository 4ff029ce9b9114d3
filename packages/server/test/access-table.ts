import { codesOf, type Part, parts } from '@setu/vocabulary'

/**
 * Who sees what, as it was agreed before any policy was written: R read, W write, C read while a consent of the
 * survivor names purpose, part and recipient. What is not named is nobody's. The database has a table of its own
 * for the same; this one is not made from it.
 *
 * What a receiver does for a survivor ("own services", "own" of health and of legal aid) it writes as rows of its own, not
 * as a part of the case: a home its stays, which are tried where they are, all others their sessions, which the oracle
 * tries. What committees, analysts and programme managers may be told is no part of a case either, but numbers of all
 * (decision 34), which are tried where they are made. Agreed and not here yet, since there is nothing of it to read or
 * write: the relations linked, repatriating, verifying and compelled. Until then all of it is nobody's, and the matrices
 * say so: a receiver writes no part, and those roles read none. The survivor herself
 * stands in no row: she has no account, and what she reads is tried where her window is.
 */
type Cell =
  | 'R'
  | 'RW'
  | 'C'
  /** Read and written while the survivor agrees that her family is traced. */
  | 'T'
  /** Read while it was asked for, and given by another. */
  | 'E'
  /** How many cases are in each state, and nothing of any of them. */
  | 'count'
  /** The readings that one's own organisation made. */
  | 'ownReads'
  /** What a receiver is told before it answers: on the referral, not on the case. */
  | 'onReferral'

type Row = Readonly<Partial<Record<Part, Cell>>>

export const accessTable = {
  own: {
    identity: 'RW',
    contact: 'RW',
    facts: 'RW',
    protection: 'RW',
    narrative: 'RW',
    family: 'T',
    health: 'RW',
    legal: 'RW',
    status: 'RW',
    trail: 'R',
  },
  supervise: {
    identity: 'R',
    contact: 'R',
    facts: 'RW',
    protection: 'RW',
    narrative: 'RW',
    health: 'R',
    legal: 'R',
    status: 'RW',
    trail: 'R',
  },
  office: { status: 'count' },
  offered: { facts: 'onReferral', status: 'onReferral' },
  namedCare: {
    identity: 'C',
    contact: 'C',
    facts: 'C',
    protection: 'C',
    health: 'C',
    status: 'R',
    trail: 'ownReads',
  },
  namedLegal: {
    identity: 'C',
    contact: 'C',
    facts: 'C',
    health: 'C',
    legal: 'C',
    status: 'R',
    trail: 'ownReads',
  },
  namedPolice: { identity: 'C', facts: 'C', status: 'R', trail: 'ownReads' },
  /** The name alone is told, and it travels with the referral: the identity part stays shut. */
  namedLivelihood: { identity: 'onReferral', contact: 'C', status: 'R', trail: 'ownReads' },
  /** Committees, ministries and missions: how the referral that they took stands, and no more. */
  namedOther: { status: 'R', trail: 'ownReads' },
  /** What their own kind of work may ever see: of all but facts, status and trail only what was asked for. */
  emergencyCare: {
    identity: 'E',
    contact: 'E',
    facts: 'R',
    protection: 'E',
    health: 'E',
    status: 'R',
    trail: 'R',
  },
  emergencyPolice: { identity: 'E', facts: 'R', status: 'R', trail: 'R' },
  technicalAdministrator: {},
  dataProtection: { status: 'R', trail: 'R' },
  conflict: {},
  stranger: {},
} as const satisfies Record<string, Row>

export type Standing = keyof typeof accessTable

export const allParts: readonly Part[] = codesOf(parts)

/** What of a case someone may read and write; the trail of others is not "read" by whoever sees just their own. */
export function expectedOf(
  standing: Standing,
  {
    consented = [],
    tracing = false,
    asked = [],
  }: {
    readonly consented?: readonly Part[]
    readonly tracing?: boolean
    readonly asked?: readonly Part[]
  },
): { readonly read: readonly Part[]; readonly write: readonly Part[] } {
  const row: Row = accessTable[standing]
  const reads = (part: Part): boolean => {
    const cell = row[part]
    if (cell === 'C') return consented.includes(part)
    if (cell === 'E') return asked.includes(part)
    return cell === 'R' || cell === 'RW' || (cell === 'T' && tracing)
  }
  const writes = (part: Part): boolean => row[part] === 'RW' || (row[part] === 'T' && tracing)
  return { read: allParts.filter(reads), write: allParts.filter(writes) }
}
