import { randomBytes, randomUUID } from 'node:crypto'
import { holdsKeys } from '@setu/vocabulary'
import { sql } from 'kysely'
import type { Work } from '../work.ts'
import { keyRoles } from './admission.ts'
import type { LookUpKey } from './key-ring.ts'
import type { NodeKey } from './node-key.ts'
import { makePair } from './sealing.ts'
import { wrapLookUpTo, wrapUnitTo } from './wraps.ts'

interface Seat {
  readonly unit: string
  readonly made: boolean
  readonly held: boolean
  /** The private half as it lay under the node's key before members held it. */
  readonly former: Buffer | null
}

async function seatsOf({ db, actor }: Work): Promise<Seat[]> {
  const { rows } = await sql<Seat>`
    select u.id as unit, k.unit_id is not null as made, w.account_id is not null as held, k.wrapped_private as former
    from unnest(${actor.units.map(({ unit }) => unit)}::uuid[]) as u (id)
    left join unit_key k on k.org_id = ${actor.org} and k.unit_id = u.id
    left join unit_wrap w on w.org_id = ${actor.org} and w.unit_id = u.id and w.account_id = ${actor.account}`.execute(
    db,
  )
  return rows
}

async function ownPublicKey({ db, actor }: Work): Promise<Buffer | null> {
  const { rows } = await sql<{ key: Buffer }>`
    select public_key as key from account_key
    where org_id = ${actor.org} and account_id = ${actor.account}`.execute(db)
  return rows[0]?.key ?? null
}

async function holdMyself(
  { db, actor }: Work,
  unit: string,
  own: Uint8Array,
  secret: Uint8Array,
): Promise<void> {
  await wrapUnitTo(db, { org: actor.org, unit, account: actor.account, publicKey: own }, secret)
}

/** The first member of a unit makes its key. Of two who come at once, the second waits to be let in. */
async function makeUnitKey(work: Work, unit: string, own: Uint8Array): Promise<boolean> {
  const pair = await makePair()
  const { rows } = await sql`
    insert into unit_key (org_id, unit_id, public_key, made_at)
    values (${work.actor.org}, ${unit}, ${Buffer.from(pair.publicKey)}, now())
    on conflict do nothing returning unit_id`.execute(work.db)
  if (rows.length > 0) await holdMyself(work, unit, own, pair.privateKey)
  return rows.length > 0
}

/** The node lets go of a unit's key once every member whose work needs it holds it. */
async function letGo({ db, actor }: Work, unit: string): Promise<void> {
  await sql`
    update unit_key set wrapped_private = null, node_key_id = null
    where org_id = ${actor.org} and unit_id = ${unit} and not exists (
      select 1 from unit_member m join account a on a.org_id = m.org_id and a.id = m.account_id and a.disabled_at is null
      where m.org_id = ${actor.org} and m.unit_id = ${unit}
        and exists (select 1 from account_role r where r.org_id = m.org_id and r.account_id = m.account_id
          and r.role = any (${keyRoles}::text[]))
        and not exists (select 1 from unit_wrap w
          where w.org_id = m.org_id and w.unit_id = m.unit_id and w.account_id = m.account_id))`.execute(db)
}

/** Whether this member holds the key of a unit of theirs, after all that can be done about it in their session. */
async function takeSeat(work: Work, nodeKey: NodeKey, own: Uint8Array, seat: Seat): Promise<boolean> {
  const { unit, made, held, former } = seat
  if (held) return true
  if (!made && (await makeUnitKey(work, unit, own))) return true
  if (former !== null) {
    await holdMyself(work, unit, own, nodeKey.unwrap(former, `unit|${unit}`))
    await letGo(work, unit)
    return true
  }
  await sql`select tell_of_waiting(${unit})`.execute(work.db)
  return false
}

async function makeLookUpKey({ db, actor }: Work, secret: Buffer): Promise<LookUpKey> {
  const id = randomUUID()
  await sql`insert into look_up_key (org_id, id, made_at) values (${actor.org}, ${id}, now())`.execute(db)
  return { id, secret }
}

/** The blind-index key of before, taken over from the node; `null` where there is none. */
async function formerLookUpKey(work: Work, nodeKey: NodeKey): Promise<LookUpKey | null> {
  const { org } = work.actor
  const { rows } = await sql<{ wrapped: Buffer }>`
    delete from index_key where org_id = ${org} returning wrapped`.execute(work.db)
  const [row] = rows
  return row ? makeLookUpKey(work, Buffer.from(nodeKey.unwrap(row.wrapped, `index|${org}`))) : null
}

/** Every unit of the organisation gets the blind-index keys that this member can open; the first are made. */
async function spreadLookUpKeys(work: Work, nodeKey: NodeKey): Promise<void> {
  const { db, actor, ring } = work
  const former = await formerLookUpKey(work, nodeKey)
  const known = [...(former === null ? [] : [former]), ...(await ring.lookUp(actor.org))]
  const keys = known.length > 0 ? known : [await makeLookUpKey(work, randomBytes(32))]
  const { rows } = await sql<{ key: string; unit: string; publicKey: Buffer }>`
    select i.id as key, k.unit_id as unit, k.public_key as "publicKey"
    from unnest(${keys.map(({ id }) => id)}::uuid[]) as i (id) cross join unit_key k
    where k.org_id = ${actor.org} and not exists (select 1 from look_up_wrap w
      where w.org_id = k.org_id and w.key_id = i.id and w.unit_id = k.unit_id)`.execute(db)
  const secrets = new Map(keys.map(({ id, secret }) => [id, secret]))
  for (const { key, unit, publicKey } of rows) {
    const secret = secrets.get(key)
    if (secret !== undefined) await wrapLookUpTo(db, { org: actor.org, key, unit, publicKey }, secret)
  }
}

/**
 * What needs a person's own keys and waited for them to come in: the key of a unit that has none, the blind-index
 * keys that other units lack, and word to those who could let this person in where somebody must.
 */
export async function settleKeys(work: Work, nodeKey: NodeKey): Promise<void> {
  if (!holdsKeys(work.actor.roles)) return
  if ((await work.ring.member()) === null) return
  const own = await ownPublicKey(work)
  if (own === null) return
  const held: boolean[] = []
  for (const seat of await seatsOf(work)) held.push(await takeSeat(work, nodeKey, own, seat))
  if (held.includes(true)) await spreadLookUpKeys(work, nodeKey)
}
