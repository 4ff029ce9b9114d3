import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Db } from '../database/dialect.ts'
import { Problem } from '../problem.ts'
import { openWith } from './sealing.ts'

/** Where the private half of a unit belongs once it is wrapped to one of its members. */
export const unitPlace = (unit: string, account: string): string => `setu1|unit|${unit}|${account}`

/** Where a key of the blind index belongs once it is wrapped to a unit. */
export const lookUpPlace = (key: string, unit: string): string => `setu1|look-up|${key}|${unit}`

/**
 * The keys of one request, from the member's own down to those of their units and of the blind index. Each is
 * opened when it is first needed, and forgotten with the request.
 */
export interface KeyRing {
  /** The member's own private half; `null` in a session that carries none. */
  member(): Promise<Buffer | null>
  /** The private half of a unit; `null` while this member has not been let in to it. */
  unit(unit: string): Promise<Buffer | null>
  /** The public half of a unit. Nothing can be sealed for a unit in which nobody has signed in yet. */
  publicOf(unit: string): Promise<Buffer>
  /** The keys of an organisation's blind index that this member's units hold, the oldest first. */
  lookUp(org: string): Promise<readonly LookUpKey[]>
}

export interface LookUpKey {
  readonly id: string
  readonly secret: Buffer
}

function remembering<Value>(find: (name: string) => Promise<Value>): (name: string) => Promise<Value> {
  const known = new Map<string, Promise<Value>>()
  return (name) => {
    const before = known.get(name)
    if (before) return before
    const found = find(name)
    known.set(name, found)
    return found
  }
}

type Member = Pick<Actor, 'org' | 'account'>

/** The ring of a member on their transaction; `openKey` opens what their session carries. */
export function openRing(db: Db, actor: Member, openKey: () => Promise<Buffer | null>): KeyRing {
  let own: Promise<Buffer | null> | undefined
  const member = (): Promise<Buffer | null> => {
    own ??= openKey()
    return own
  }

  const unit = remembering(async (id) => {
    const secret = await member()
    if (secret === null) return null
    const { rows } = await sql<{ wrapped: Buffer }>`
      select wrapped from unit_wrap
      where org_id = ${actor.org} and unit_id = ${id} and account_id = ${actor.account}`.execute(db)
    const [row] = rows
    return row ? openWith(secret, row.wrapped, unitPlace(id, actor.account)) : null
  })

  const publicOf = remembering(async (id) => {
    const { rows } = await sql<{ public_key: Buffer }>`
      select public_key from unit_key where unit_id = ${id}`.execute(db)
    const [row] = rows
    if (!row) throw new Problem('nobody-there-yet')
    return row.public_key
  })

  const lookUp = remembering(async (org): Promise<readonly LookUpKey[]> => {
    const { rows } = await sql<{ key_id: string; unit_id: string; wrapped: Buffer }>`
      select w.key_id, w.unit_id, w.wrapped
      from look_up_wrap w join look_up_key k on k.org_id = w.org_id and k.id = w.key_id
      where w.org_id = ${org} and w.unit_id = any ((select actor_units())::uuid[])
      order by k.made_at, k.id, w.unit_id`.execute(db)
    const opened = new Map<string, Buffer>()
    for (const { key_id, unit_id, wrapped } of rows) {
      if (opened.has(key_id)) continue
      const secret = await unit(unit_id)
      if (secret !== null) opened.set(key_id, await openWith(secret, wrapped, lookUpPlace(key_id, unit_id)))
    }
    return [...opened].map(([id, secret]) => ({ id, secret }))
  })

  return { member, unit, publicOf, lookUp }
}
