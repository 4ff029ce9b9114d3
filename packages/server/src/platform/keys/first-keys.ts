import { randomBytes, randomUUID } from 'node:crypto'
import { holdsKeys, type Role } from '@setu/vocabulary'
import { sql } from 'kysely'
import type { Db } from '../database/dialect.ts'
import { inDemoSlot, inPasswordSlot } from './member-key.ts'
import type { NodeKey } from './node-key.ts'
import { type KeyPair, makePair } from './sealing.ts'
import { wrapLookUpTo, wrapUnitTo } from './wraps.ts'

interface Newcomer {
  readonly org: string
  readonly account: string
  readonly roles: readonly Role[]
  readonly units: readonly string[]
  /** What their password gave; `null` for whoever has none. */
  readonly slotKey: Buffer | null
}

interface Place {
  readonly org: string
  readonly unit: string
}

async function memberKeys(
  db: Db,
  { org, account, slotKey }: Newcomer,
  demo: NodeKey | null,
): Promise<KeyPair> {
  const pair = await makePair()
  await sql`
    insert into account_key (org_id, account_id, public_key, made_at)
    values (${org}, ${account}, ${Buffer.from(pair.publicKey)}, now())`.execute(db)
  const owner = { org, account }
  const key = demo?.still()
  const slots = [
    ...(slotKey === null
      ? []
      : [['password', inPasswordSlot(owner, slotKey, pair.privateKey), null] as const]),
    ...(key === undefined ? [] : [['demo', inDemoSlot(owner, key, pair.privateKey), key.id] as const]),
  ]
  for (const [kind, wrapped, under] of slots) {
    await sql`
      insert into account_slot (org_id, account_id, kind, wrapped, node_key_id, made_at)
      values (${org}, ${account}, ${kind}, ${wrapped}, ${under}, now())`.execute(db)
  }
  return pair
}

async function unitKeys(
  db: Db,
  { org, unit }: Place,
  members: readonly { readonly account: string; readonly publicKey: Uint8Array }[],
): Promise<Uint8Array> {
  const pair = await makePair()
  await sql`
    insert into unit_key (org_id, unit_id, public_key, made_at)
    values (${org}, ${unit}, ${Buffer.from(pair.publicKey)}, now())`.execute(db)
  for (const member of members) await wrapUnitTo(db, { org, unit, generation: 1, ...member }, pair.privateKey)
  return pair.publicKey
}

async function lookUpKeys(
  db: Db,
  org: string,
  units: readonly { readonly unit: string; readonly publicKey: Uint8Array }[],
): Promise<void> {
  const [id, secret] = [randomUUID(), randomBytes(32)]
  await sql`insert into look_up_key (org_id, id, made_at) values (${org}, ${id}, now())`.execute(db)
  for (const { unit, publicKey } of units) {
    const to = { generation: 1, publicKey }
    await wrapLookUpTo(db, { org, key: id, unit, to }, secret)
  }
}

/**
 * The keys of all who begin together: a pair for each person, one for each unit that somebody of them holds, and
 * one blind-index key for each organisation. Answers the private halves of the people, for whoever set them up.
 */
export async function makeFirstKeys(
  db: Db,
  { people, units }: { readonly people: readonly Newcomer[]; readonly units: readonly Place[] },
  demo: NodeKey | null,
): Promise<ReadonlyMap<string, Buffer>> {
  const pairs = new Map<string, KeyPair>()
  for (const person of people) pairs.set(person.account, await memberKeys(db, person, demo))
  const opened: { org: string; unit: string; publicKey: Uint8Array }[] = []
  for (const place of units) {
    const members = people.flatMap(({ account, roles, units: seats }) => {
      const pair = pairs.get(account)
      return pair && seats.includes(place.unit) && holdsKeys(roles)
        ? [{ account, publicKey: pair.publicKey }]
        : []
    })
    if (members.length > 0) opened.push({ ...place, publicKey: await unitKeys(db, place, members) })
  }
  for (const [org, theirs] of Map.groupBy(opened, ({ org: of }) => of)) await lookUpKeys(db, org, theirs)
  return new Map([...pairs].map(([account, { privateKey }]) => [account, Buffer.from(privateKey)]))
}
