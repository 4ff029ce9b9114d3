import { sql } from 'kysely'
import type { Db } from '../database/dialect.ts'
import { sealTo } from './sealing.ts'

/** The sealed parts that a survivor may read of her own case. Health is read together with whoever treats her. */
export const ownParts: readonly string[] = ['identity', 'contact', 'narrative', 'family', 'legal']

/** Where the private half of a part belongs once it is wrapped to a survivor's slot. */
export const ownPartPlace = (key: string, slot: string): string => `setu1|own part|${key}|${slot}`

/** A survivor's slot, as everybody who writes in her case knows it. */
export interface Slot {
  readonly org: string
  readonly id: string
  readonly publicKey: Buffer
}

/** The slot of a case, if it has one. */
export async function slotOf(
  db: Db,
  file: { readonly org: string; readonly id: string },
): Promise<Slot | null> {
  const { rows } = await sql<Slot>`
    select org_id as org, id, public_key as "publicKey" from case_slot
    where org_id = ${file.org} and case_id = ${file.id}`.execute(db)
  return rows[0] ?? null
}

/** Wraps private halves of parts to a survivor's slot. */
export async function wrapToSlot(
  db: Db,
  { org, id: slot, publicKey }: Slot,
  keys: readonly { readonly id: string; readonly part: string; readonly secret: Uint8Array }[],
): Promise<void> {
  if (keys.length === 0) return
  const wrapped = await Promise.all(
    keys.map(({ id, secret }) => sealTo(publicKey, secret, ownPartPlace(id, slot))),
  )
  await sql`
    insert into slot_wrap (org_id, slot_id, part_key_id, part, wrapped, made_at)
    select ${org}::uuid, ${slot}::uuid, t.id, t.part, decode(t.wrapped, 'hex'), now()
    from unnest(${keys.map(({ id }) => id)}::uuid[], ${keys.map(({ part }) => part)}::text[],
      ${wrapped.map((bytes) => bytes.toString('hex'))}::text[]) as t (id, part, wrapped)`.execute(db)
}
