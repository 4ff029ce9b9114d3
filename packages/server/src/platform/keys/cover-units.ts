import { sql } from 'kysely'
import type { Work } from '../work.ts'
import type { HeldKey } from './key-ring.ts'
import { sealTo } from './sealing.ts'

/** Where the private half of a unit belongs once it is wrapped to the recovery key of its organisation. */
export const recoveryPlace = (key: string, unit: string, generation: number): string =>
  `setu1|recovery|${key}|${unit}|${generation}`

/** Wraps the keys of a unit that somebody holds to the recovery key of their organisation, where there is one. */
export async function coverUnit({ db, actor }: Work, unit: string, held: readonly HeldKey[]): Promise<void> {
  const { rows } = await sql<{ id: string; public_key: Buffer }>`
    select id, public_key from recovery_current()`.execute(db)
  const [recovery] = rows
  if (recovery === undefined) return
  const { rows: known } = await sql<{ generation: number }>`
    select generation from recovery_wrap
    where org_id = ${actor.org} and key_id = ${recovery.id} and unit_id = ${unit}`.execute(db)
  for (const { generation, secret } of held) {
    if (known.some((one) => one.generation === generation)) continue
    const wrapped = await sealTo(recovery.public_key, secret, recoveryPlace(recovery.id, unit, generation))
    await sql`
      insert into recovery_wrap (org_id, key_id, unit_id, generation, wrapped, made_at)
      values (${actor.org}, ${recovery.id}, ${unit}, ${generation}, ${wrapped}, now()) on conflict do nothing`.execute(
      db,
    )
  }
}

/** The same for every unit of a member; those whose newest key they do not hold wait for somebody who does. */
export async function coverOwnUnits(work: Work): Promise<void> {
  const { rows } = await sql<{ unit: string }>`
    select u.id as unit from unnest(${work.actor.units.map(({ unit }) => unit)}::uuid[]) as u (id)
    where holds_unit(u.id)`.execute(work.db)
  for (const { unit } of rows) await coverUnit(work, unit, await work.ring.held(unit))
}
