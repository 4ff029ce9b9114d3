import { sql } from 'kysely'
import type { Db } from '../database/dialect.ts'
import { lookUpPlace, type UnitPublic, unitPlace } from './key-ring.ts'
import { sealTo } from './sealing.ts'

/** The public halves of colleagues; none of them takes a new pair before the end of this piece of work. */
export async function publicKeysOf(
  db: Db,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  const { rows } = await sql<{ account: string; public_key: Buffer }>`
    select account, public_key from member_public_keys(${[...accounts]}::uuid[])`.execute(db)
  return new Map(rows.map(({ account, public_key }) => [account, public_key]))
}

interface ToMember {
  readonly org: string
  readonly unit: string
  readonly generation: number
  readonly account: string
  readonly publicKey: Uint8Array
  /** The colleague who lets them in; nobody where the key is made with them or was theirs before. */
  readonly admittedBy?: string | null
}

/** Wraps the private half of a unit to one of its members; whoever holds it already keeps what they have. */
export async function wrapUnitTo(
  db: Db,
  { org, unit, generation, account, publicKey, admittedBy = null }: ToMember,
  secret: Uint8Array,
): Promise<void> {
  const wrapped = await sealTo(publicKey, secret, unitPlace(unit, account, generation))
  await sql`
    insert into unit_wrap (org_id, unit_id, account_id, generation, wrapped, admitted_by, made_at)
    values (${org}, ${unit}, ${account}, ${generation}, ${wrapped}, ${admittedBy}, now()) on conflict do nothing`.execute(
    db,
  )
}

interface ToUnit {
  readonly org: string
  readonly key: string
  readonly unit: string
  readonly to: Pick<UnitPublic, 'generation'> & { readonly publicKey: Uint8Array }
}

/** Wraps a key of the blind index to a unit. */
export async function wrapLookUpTo(
  db: Db,
  { org, key, unit, to }: ToUnit,
  secret: Uint8Array,
): Promise<void> {
  const wrapped = await sealTo(to.publicKey, secret, lookUpPlace(key, unit))
  await sql`
    insert into look_up_wrap (org_id, key_id, unit_id, generation, wrapped, made_at)
    values (${org}, ${key}, ${unit}, ${to.generation}, ${wrapped}, now()) on conflict do nothing`.execute(db)
}
