import { sql } from 'kysely'
import { Problem } from '../problem.ts'
import type { Work } from '../work.ts'
import { keyRoles } from './admission.ts'
import { coverUnit } from './cover-units.ts'
import { type HeldKey, lookUpPlace, partPlace } from './key-ring.ts'
import { makePair, openWith, sealTo } from './sealing.ts'
import { publicKeysOf, wrapUnitTo } from './wraps.ts'

/** How much of what is wrapped to a unit one request takes over to its new key. */
const usualSlice = 250
/** The same at a sign-in, where somebody waits at the door. */
const sliceAtSignIn = 100

/** How a renewal stands: whether it is done, and how much is still wrapped to the key before. */
export interface RenewalStands {
  readonly done: boolean
  readonly left: number
  /** What could not be taken over, since it opens with neither key. */
  readonly damaged: number
}

/** Hands the newest key to everybody who held one before and still may, whoever let them in. */
async function handOn({ db, actor }: Work, unit: string, { generation, secret }: HeldKey): Promise<void> {
  const { rows } = await sql<{ account: string; admitted_by: string | null }>`
    select distinct on (w.account_id) w.account_id as account, w.admitted_by from unit_wrap w
    join account a on a.org_id = w.org_id and a.id = w.account_id and a.disabled_at is null
    where w.org_id = ${actor.org} and w.unit_id = ${unit} and w.generation = ${generation - 1}
      and exists (select 1 from account_role r where r.org_id = a.org_id and r.account_id = a.id
        and r.role = any (${keyRoles}::text[]))
      and not exists (select 1 from unit_wrap n where n.org_id = w.org_id and n.unit_id = w.unit_id
        and n.account_id = w.account_id and n.generation = ${generation})`.execute(db)
  if (rows.length === 0) return
  const publics = await publicKeysOf(
    db,
    rows.map(({ account }) => account),
  )
  for (const { account, admitted_by: admittedBy } of rows) {
    const publicKey = publics.get(account)
    if (publicKey === undefined) continue
    await wrapUnitTo(db, { org: actor.org, unit, generation, account, publicKey, admittedBy }, secret)
  }
}

/** The generations of a unit's key that are there, the newest first. */
async function generationsOf({ db, actor }: Work, unit: string): Promise<number[]> {
  const { rows } = await sql<{ generation: number }>`
    select generation from unit_key where org_id = ${actor.org} and unit_id = ${unit}
    order by generation desc`.execute(db)
  return rows.map(({ generation }) => generation)
}

/** What this member holds of a unit's key; refused to whoever does not hold the newest. */
async function heldBy(work: Work, unit: string, newest: number | undefined): Promise<readonly HeldKey[]> {
  if (newest === undefined) throw new Problem('not-found')
  const held = await work.ring.held(unit)
  if (held[0]?.generation !== newest) throw new Problem('not-admitted')
  return held
}

/** Makes the next key of a unit, for all who hold the one before. Of two who begin at once, one does; both go on with it. */
export async function beginRenewal(work: Work, unit: string): Promise<readonly HeldKey[]> {
  const { db, actor } = work
  await sql`select pg_advisory_xact_lock(hashtextextended(${`renewal|${unit}`}, 7306))`.execute(db)
  const [newest, ...older] = await generationsOf(work, unit)
  const held = await heldBy(work, unit, newest)
  if (newest === undefined || older.length > 0) return held
  const pair = await makePair()
  const fresh: HeldKey = { generation: newest + 1, secret: Buffer.from(pair.privateKey) }
  await sql`
    insert into unit_key (org_id, unit_id, generation, public_key, made_at)
    values (${actor.org}, ${unit}, ${fresh.generation}, ${Buffer.from(pair.publicKey)}, now())`.execute(db)
  const publicKey = (await publicKeysOf(db, [actor.account])).get(actor.account)
  if (publicKey === undefined) throw new Problem('not-admitted')
  const me = { org: actor.org, unit, generation: fresh.generation, account: actor.account, publicKey }
  await wrapUnitTo(db, me, fresh.secret)
  await handOn(work, unit, fresh)
  await sql`
    insert into key_event (org_id, id, kind, unit_id, generation, account_id, at)
    values (${actor.org}, ${work.freshId()}, 'renewalBegun', ${unit}, ${fresh.generation}, ${actor.account}, now())`.execute(
    db,
  )
  await coverUnit(work, unit, [fresh, ...held])
  return [fresh, ...held]
}

/** Opens with a former key and seals to the newest; `null` for what does not open. */
async function sealedAnew(
  held: readonly HeldKey[],
  to: Uint8Array,
  wrap: { readonly generation: number; readonly wrapped: Buffer; readonly place: string },
): Promise<Buffer | null> {
  const former = held.find(({ generation }) => generation === wrap.generation)
  if (former === undefined) return null
  const opened = await openWith(former.secret, wrap.wrapped, wrap.place).catch(() => null)
  return opened === null ? null : sealTo(to, opened, wrap.place)
}

async function moveLookUps(
  { db, actor }: Work,
  unit: string,
  held: readonly HeldKey[],
  to: { readonly generation: number; readonly publicKey: Buffer },
): Promise<void> {
  const { rows } = await sql<{ key_id: string; generation: number; wrapped: Buffer }>`
    select key_id, generation, wrapped from look_up_wrap
    where org_id = ${actor.org} and unit_id = ${unit} and generation < ${to.generation}`.execute(db)
  for (const { key_id: key, ...wrap } of rows) {
    const anew = await sealedAnew(held, to.publicKey, { ...wrap, place: lookUpPlace(key, unit) })
    if (anew === null) continue
    await sql`
      update look_up_wrap set wrapped = ${anew}, generation = ${to.generation}
      where org_id = ${actor.org} and key_id = ${key} and unit_id = ${unit} and generation = ${wrap.generation}`.execute(
      db,
    )
  }
}

interface PartWrap {
  readonly org_id: string
  readonly part_key_id: string
  readonly through_id: string
  readonly generation: number
  readonly wrapped: Buffer
}

/** Takes over one slice of what is wrapped to a unit; answers how much of it did not open. */
async function moveParts(
  { db }: Work,
  { unit, most }: { readonly unit: string; readonly most: number },
  held: readonly HeldKey[],
  to: { readonly generation: number; readonly publicKey: Buffer },
): Promise<number> {
  const { rows } = await sql<PartWrap>`
    select org_id, part_key_id, through_id, generation, wrapped from unit_wraps_former(${unit}, ${most})`.execute(
    db,
  )
  const opened = await Promise.all(
    rows.map(async (row) => {
      const place = partPlace(row.part_key_id, unit)
      return { row, anew: await sealedAnew(held, to.publicKey, { ...row, place }) }
    }),
  )
  const moved = opened.flatMap(({ row, anew }) => (anew === null ? [] : [{ ...row, anew }]))
  if (moved.length > 0)
    await sql`
      select unit_wraps_renewed(${unit}, ${to.generation}::integer, ${moved.map((one) => one.org_id)}::uuid[],
        ${moved.map((one) => one.part_key_id)}::uuid[], ${moved.map((one) => one.through_id)}::uuid[],
        ${moved.map(({ anew }) => anew.toString('hex'))}::text[])`.execute(db)
  return rows.length - moved.length
}

/**
 * Goes on with the renewal of a unit's key: one slice of what is wrapped to the key before, opened with that and
 * sealed to the new one. When nothing is left, the key before is destroyed.
 */
export async function goOnRenewing(
  work: Work,
  unit: string,
  { held: given, most = usualSlice }: { readonly held?: readonly HeldKey[]; readonly most?: number } = {},
): Promise<RenewalStands> {
  const { db } = work
  const [newest, ...older] = await generationsOf(work, unit)
  const held = given ?? (await heldBy(work, unit, newest))
  const [fresh] = held
  if (older.length === 0 || fresh === undefined) return { done: true, left: 0, damaged: 0 }
  await handOn(work, unit, fresh)
  const to = await work.ring.publicOf(unit)
  await moveLookUps(work, unit, held, to)
  const damaged = await moveParts(work, { unit, most }, held, to)
  const { rows } = await sql<{ done: boolean; left: number | null }>`
    select unit_key_retire(${unit}, ${keyRoles}::text[]) as done, unit_wraps_left(${unit}) as left`.execute(
    db,
  )
  const done = rows[0]?.done ?? false
  return { done, left: done ? 0 : (rows[0]?.left ?? 0), damaged }
}

/** At a sign-in: begins what is due and goes on with what is under way, in every unit whose key this member holds. */
export async function renewWhatIsDue(work: Work): Promise<boolean> {
  const { db, actor } = work
  if ((await work.ring.member()) === null) return false
  const { rows } = await sql<{ unit: string }>`
    select k.unit_id as unit from unit_key k
    join unit_wrap w on w.org_id = k.org_id and w.unit_id = k.unit_id and w.account_id = ${actor.account}
      and w.generation = (select max(n.generation) from unit_key n where n.org_id = k.org_id and n.unit_id = k.unit_id)
    where k.org_id = ${actor.org} and k.unit_id = any ((select actor_units())::uuid[])
    group by k.unit_id having count(*) > 1 or bool_or(k.due_since is not null)`.execute(db)
  for (const { unit } of rows) {
    const held = await beginRenewal(work, unit)
    await goOnRenewing(work, unit, { held, most: sliceAtSignIn })
  }
  return rows.length > 0
}
