import { randomBytes, randomUUID } from 'node:crypto'
import { holdsKeys } from '@setu/vocabulary'
import { sql } from 'kysely'
import type { Work } from '../work.ts'
import { keyRoles } from './admission.ts'
import { coverOwnUnits } from './cover-units.ts'
import type { LookUpKey } from './key-ring.ts'
import type { NodeKey } from './node-key.ts'
import { nodePlaces } from './node-places.ts'
import { openRenewals } from './renewals.ts'
import { makePair } from './sealing.ts'
import { publicKeysOf, wrapLookUpTo, wrapUnitTo } from './wraps.ts'

interface Seat {
  readonly unit: string
  /** The newest generation of the unit's key; `null` before there is one. */
  readonly newest: number | null
  readonly held: boolean
  readonly held_first: boolean
  /** The first private half as it lay under the node's key before members held it. */
  readonly former: Buffer | null
}

async function seatsOf({ db, actor }: Work): Promise<Seat[]> {
  const { rows } = await sql<Seat>`
    select u.id as unit, n.newest,
      exists (select 1 from unit_wrap w where w.org_id = ${actor.org} and w.unit_id = u.id
        and w.account_id = ${actor.account} and w.generation = n.newest) as held,
      exists (select 1 from unit_wrap w where w.org_id = ${actor.org} and w.unit_id = u.id
        and w.account_id = ${actor.account} and w.generation = 1) as held_first,
      (select k.wrapped_private from unit_key k
        where k.org_id = ${actor.org} and k.unit_id = u.id and k.generation = 1) as former
    from unnest(${actor.units.map(({ unit }) => unit)}::uuid[]) as u (id)
    cross join lateral (select max(k.generation) as newest from unit_key k
      where k.org_id = ${actor.org} and k.unit_id = u.id) n`.execute(db)
  return rows
}

/** Wraps the first private half of a unit to whoever comes in; later ones are handed on by those who hold them. */
async function holdFirst({ db, actor }: Work, unit: string, secret: Uint8Array): Promise<void> {
  const { org, account } = actor
  const publicKey = (await publicKeysOf(db, [account])).get(account)
  if (publicKey !== undefined) await wrapUnitTo(db, { org, unit, generation: 1, account, publicKey }, secret)
}

/** The first member of a unit makes its key. Of two who come at once, the second waits to be let in. */
async function makeUnitKey(work: Work, unit: string): Promise<boolean> {
  const pair = await makePair()
  const { rows } = await sql`
    insert into unit_key (org_id, unit_id, public_key, made_at)
    values (${work.actor.org}, ${unit}, ${Buffer.from(pair.publicKey)}, now())
    on conflict do nothing returning unit_id`.execute(work.db)
  if (rows.length > 0) await holdFirst(work, unit, pair.privateKey)
  return rows.length > 0
}

/** The node lets go of a unit's key once every member whose work needs it holds it. */
async function letGo({ db, actor }: Work, unit: string): Promise<void> {
  await sql`
    update unit_key set wrapped_private = null, node_key_id = null
    where org_id = ${actor.org} and unit_id = ${unit} and generation = 1 and not exists (
      select 1 from unit_member m join account a on a.org_id = m.org_id and a.id = m.account_id and a.disabled_at is null
      where m.org_id = ${actor.org} and m.unit_id = ${unit}
        and exists (select 1 from account_role r where r.org_id = m.org_id and r.account_id = m.account_id
          and r.role = any (${keyRoles}::text[]))
        and not exists (select 1 from unit_wrap w
          where w.org_id = m.org_id and w.unit_id = m.unit_id and w.account_id = m.account_id))`.execute(db)
}

/** Whether this member holds the key of a unit of theirs, after all that can be done about it in their session. */
async function takeSeat(work: Work, nodeKey: NodeKey, seat: Seat): Promise<boolean> {
  const { unit, newest, held, held_first: heldFirst, former } = seat
  if (held) return true
  if (newest === null && (await makeUnitKey(work, unit))) return true
  if (former !== null && !heldFirst) {
    await holdFirst(work, unit, nodeKey.unwrap(former, nodePlaces.unit(unit)))
    await letGo(work, unit)
    if (newest === 1) return true
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
  return row ? makeLookUpKey(work, Buffer.from(nodeKey.unwrap(row.wrapped, nodePlaces.index(org)))) : null
}

/** Every unit of the organisation gets the blind-index keys that this member can open; the first are made. */
async function spreadLookUpKeys(work: Work, nodeKey: NodeKey): Promise<void> {
  const { db, actor, ring } = work
  const former = await formerLookUpKey(work, nodeKey)
  const known = [...(former === null ? [] : [former]), ...(await ring.lookUp(actor.org))]
  const keys = known.length > 0 ? known : [await makeLookUpKey(work, randomBytes(32))]
  const { rows } = await sql<{ key: string; unit: string }>`
    select distinct i.id as key, k.unit_id as unit
    from unnest(${keys.map(({ id }) => id)}::uuid[]) as i (id) cross join unit_key k
    where k.org_id = ${actor.org} and not exists (select 1 from look_up_wrap w
      where w.org_id = k.org_id and w.key_id = i.id and w.unit_id = k.unit_id)`.execute(db)
  const secrets = new Map(keys.map(({ id, secret }) => [id, secret]))
  for (const { key, unit } of rows) {
    const secret = secrets.get(key)
    if (secret !== undefined)
      await wrapLookUpTo(db, { org: actor.org, key, unit, to: await ring.publicOf(unit) }, secret)
  }
}

/** Values of cases whose keys are being renewed, so many at a sign-in: nobody is kept waiting at the door. */
const mostAtSignIn = 300

async function goOnWithCases({ db, vault }: Work): Promise<void> {
  let left = mostAtSignIn
  for (const renewal of await openRenewals(db)) {
    if (left > 0) left -= await vault.reseal(renewal, left)
  }
}

/**
 * What needs a person's own keys and waited for them to come in: the key of a unit that has none, the blind-index
 * keys that other units lack, the recovery key that covers each unit, and word to those who could let this person in where somebody must.
 */
export async function settleKeys(work: Work, nodeKey: NodeKey): Promise<void> {
  if (!holdsKeys(work.actor.roles)) return
  if ((await work.ring.member()) === null) return
  const held: boolean[] = []
  for (const seat of await seatsOf(work)) held.push(await takeSeat(work, nodeKey, seat))
  if (!held.includes(true)) return
  await spreadLookUpKeys(work, nodeKey)
  await coverOwnUnits(work)
  await goOnWithCases(work)
}
