import { sql } from 'kysely'
import type { Work } from '../work.ts'
import { askPlace } from './emergency-keys.ts'
import { unitPlace } from './key-ring.ts'
import { openWith, sealTo } from './sealing.ts'

/** Seals something anew for the member who asks: what opened with the former key opens with the new one. */
type SealAnew = (work: Work, anew: (wrapped: Buffer, place: string) => Promise<Buffer>) => Promise<void>

const unitKeys: SealAnew = async ({ db, actor }, anew) => {
  const { rows } = await sql<{ unit_id: string; generation: number; wrapped: Buffer }>`
    select unit_id, generation, wrapped from unit_wrap
    where org_id = ${actor.org} and account_id = ${actor.account} order by unit_id, generation`.execute(db)
  for (const { unit_id: unit, generation, wrapped } of rows)
    await sql`
      update unit_wrap set wrapped = ${await anew(wrapped, unitPlace(unit, actor.account, generation))}
      where org_id = ${actor.org} and unit_id = ${unit} and account_id = ${actor.account}
        and generation = ${generation}`.execute(db)
}

/** Emergency accesses that one asked for, and that go on under the new key. */
const emergencyKeys: SealAnew = async ({ db, actor }, anew) => {
  const { rows } = await sql<{ id: string; sealed: Buffer }>`
    select id, sealed from emergency_key
    where org_id = ${actor.org} and account_id = ${actor.account} order by id`.execute(db)
  for (const { id, sealed } of rows)
    await sql`
      update emergency_key set sealed = ${await anew(sealed, askPlace(id, actor.account))}
      where org_id = ${actor.org} and id = ${id}`.execute(db)
}

/** Everything that is ever sealed to a member's own public half; what is not named here is lost to whoever renews theirs. */
const sealedToMembers: readonly SealAnew[] = [unitKeys, emergencyKeys]

/**
 * Takes over to a member's new public half all that is sealed to their former one. What does not open with that was
 * spoilt before and stays as it is, so that nobody is kept from a new key by it.
 */
export async function sealAnewToMember(work: Work, former: Uint8Array, to: Uint8Array): Promise<void> {
  const anew = async (wrapped: Buffer, place: string): Promise<Buffer> => {
    const opened = await openWith(former, wrapped, place).catch(() => null)
    return opened === null ? wrapped : sealTo(to, opened, place)
  }
  for (const kind of sealedToMembers) await kind(work, anew)
}
