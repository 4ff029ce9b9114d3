import { sql } from 'kysely'
import type { Db } from '../database/dialect.ts'
import { lookUpPlace, unitPlace } from './key-ring.ts'
import { sealTo } from './sealing.ts'

interface ToMember {
  readonly org: string
  readonly unit: string
  readonly account: string
  readonly publicKey: Uint8Array
  /** The colleague who lets them in; nobody where the key is made with them or was theirs before. */
  readonly admittedBy?: string
}

/** Wraps the private half of a unit to one of its members; whoever holds it already keeps what they have. */
export async function wrapUnitTo(
  db: Db,
  { org, unit, account, publicKey, admittedBy }: ToMember,
  secret: Uint8Array,
): Promise<void> {
  const wrapped = await sealTo(publicKey, secret, unitPlace(unit, account))
  await sql`
    insert into unit_wrap (org_id, unit_id, account_id, wrapped, admitted_by, made_at)
    values (${org}, ${unit}, ${account}, ${wrapped}, ${admittedBy ?? null}, now()) on conflict do nothing`.execute(
    db,
  )
}

interface ToUnit {
  readonly org: string
  readonly key: string
  readonly unit: string
  readonly publicKey: Uint8Array
}

/** Wraps a key of the blind index to a unit. */
export async function wrapLookUpTo(
  db: Db,
  { org, key, unit, publicKey }: ToUnit,
  secret: Uint8Array,
): Promise<void> {
  const wrapped = await sealTo(publicKey, secret, lookUpPlace(key, unit))
  await sql`
    insert into look_up_wrap (org_id, key_id, unit_id, wrapped, made_at)
    values (${org}, ${key}, ${unit}, ${wrapped}, now()) on conflict do nothing`.execute(db)
}
