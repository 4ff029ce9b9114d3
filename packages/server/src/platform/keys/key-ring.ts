import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Db } from '../database/dialect.ts'
import { Problem } from '../problem.ts'
import { openWith } from './sealing.ts'

/** Where the private half of a unit belongs once it is wrapped to one of its members. */
export const unitPlace = (unit: string, account: string, generation: number): string =>
  `setu1|unit|${unit}|${account}${generation === 1 ? '' : `|${generation}`}`

/** Where the private half of a part belongs once it is wrapped to a unit. */
export const partPlace = (partKey: string, unit: string): string => `setu1|part|${partKey}|${unit}`

/** Where a key of the blind index belongs once it is wrapped to a unit. */
export const lookUpPlace = (key: string, unit: string): string => `setu1|look-up|${key}|${unit}`

/**
 * The keys of one request, from the member's own down to those of their units and of the blind index. Each is
 * opened when it is first needed, and forgotten with the request.
 */
export interface KeyRing {
  /** Whose ring it is. */
  readonly account: string
  /** The member's own private half; `null` in a session that carries none. */
  member(): Promise<Buffer | null>
  /** The private half of a unit in one generation; `null` while this member has not been let in to it. */
  unit(unit: string, generation: number): Promise<Buffer | null>
  /** Every generation of a unit's key that this member holds, the newest first. */
  held(unit: string): Promise<readonly HeldKey[]>
  /**
   * The newest public half of a unit, which stays as long as this piece of work lasts. Nothing can be sealed for a
   * unit in which nobody has signed in yet.
   */
  publicOf(unit: string): Promise<UnitPublic>
  /** The keys of an organisation's blind index that this member's units hold, the oldest first. */
  lookUp(org: string): Promise<readonly LookUpKey[]>
}

/** The private half of a unit in one of its generations. */
export interface HeldKey {
  readonly generation: number
  readonly secret: Buffer
}

/** To what is wrapped for a unit, and which generation of its key that is. */
export interface UnitPublic {
  readonly generation: number
  readonly publicKey: Buffer
}

export interface LookUpKey {
  readonly id: string
  readonly secret: Buffer
}

/** Finds what goes by a name once, however often it is asked for. */
export function remembering<Value>(find: (name: string) => Promise<Value>): (name: string) => Promise<Value> {
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

  const held = remembering(async (id): Promise<readonly HeldKey[]> => {
    const secret = await member()
    if (secret === null) return []
    const { rows } = await sql<{ generation: number; wrapped: Buffer }>`
      select generation, wrapped from unit_wrap
      where org_id = ${actor.org} and unit_id = ${id} and account_id = ${actor.account}
      order by generation desc`.execute(db)
    return Promise.all(
      rows.map(async ({ generation, wrapped }) => ({
        generation,
        secret: await openWith(secret, wrapped, unitPlace(id, actor.account, generation)),
      })),
    )
  })

  const unit = async (id: string, generation: number): Promise<Buffer | null> =>
    (await held(id)).find((key) => key.generation === generation)?.secret ?? null

  const publicOf = remembering(async (id): Promise<UnitPublic> => {
    const { rows } = await sql<{ generation: number; public_key: Buffer }>`
      select generation, public_key from unit_key_newest(${id})`.execute(db)
    const [row] = rows
    if (!row) throw new Problem('nobody-there-yet')
    return { generation: row.generation, publicKey: row.public_key }
  })

  const lookUp = remembering(async (org): Promise<readonly LookUpKey[]> => {
    const { rows } = await sql<{ key_id: string; unit_id: string; generation: number; wrapped: Buffer }>`
      select w.key_id, w.unit_id, w.generation, w.wrapped
      from look_up_wrap w join look_up_key k on k.org_id = w.org_id and k.id = w.key_id
      where w.org_id = ${org} and w.unit_id = any ((select actor_units())::uuid[])
      order by k.made_at, k.id, w.unit_id`.execute(db)
    const opened = new Map<string, Buffer>()
    for (const { key_id, unit_id, generation, wrapped } of rows) {
      if (opened.has(key_id)) continue
      const secret = await unit(unit_id, generation)
      if (secret !== null) opened.set(key_id, await openWith(secret, wrapped, lookUpPlace(key_id, unit_id)))
    }
    return [...opened].map(([id, secret]) => ({ id, secret }))
  })

  return { account: actor.account, member, unit, held, publicOf, lookUp }
}
