import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../database/dialect.ts'
import { Problem } from '../problem.ts'
import { type Ask, askPublicKey, makeAskKey, openThroughAsks, wrapToAsk } from './emergency-keys.ts'
import type { Holder } from './holder.ts'
import { type KeyRing, partPlace } from './key-ring.ts'
import { openSealed } from './open-sealed.ts'
import { type Renewal, resealSome } from './renewals.ts'
import { freshDataKey, makePair, openWith, partKeyOf, sealTo, sealValue } from './sealing.ts'
import { ownParts, slotOf, wrapToSlot } from './slot-wraps.ts'

/** A row whose sealed columns are written or read. */
export interface SealedRow {
  readonly table: string
  readonly row: string
  readonly version: number
}

interface PartKey {
  readonly id: string
  readonly generation: number
  readonly public_key: Buffer
}

interface Wrap {
  readonly part_key_id: string
  readonly unit_id: string
  readonly unit_generation: number
  readonly wrapped: Buffer
}

/**
 * All sealing and opening of one request. Features hand over values and get bytes, or bytes and get values;
 * they never see a key. What it opened is forgotten with the request.
 */
export interface Vault {
  seal(
    holder: Holder,
    at: SealedRow,
    values: Readonly<Record<string, unknown>>,
  ): Promise<Record<string, Buffer>>
  /** Seals many rows of one holder that come in at once, so that they are opened as quickly together. */
  sealMany(
    holder: Holder,
    rows: readonly { readonly at: SealedRow; readonly values: Readonly<Record<string, unknown>> }[],
  ): Promise<Record<string, Buffer>[]>
  /** The opened values; a column that this reader's units hold no key for is left out. */
  open(
    org: string,
    at: SealedRow,
    values: Readonly<Record<string, Buffer | null>>,
  ): Promise<Record<string, unknown>>
  /** Makes the first keys of holders that have none yet, side by side: what thousands of new cases need. */
  prepare(holders: readonly Holder[], unit: string): Promise<void>
  /** Makes the first key of a holder where there is none, though nothing is sealed to it yet. */
  ensure(holder: Holder): Promise<void>
  /** Opens many rows, fetching the keys for all of them at once. */
  openMany(
    org: string,
    rows: readonly { readonly at: SealedRow; readonly values: Readonly<Record<string, Buffer | null>> }[],
  ): Promise<Record<string, unknown>[]>
  /** Wraps the private half of every key of these parts, old and new, to a unit. */
  share(share: {
    readonly org: string
    readonly caseId: string
    readonly parts: readonly string[]
    /** Referrals whose words go along. */
    readonly referrals?: readonly string[]
    readonly unit: string
    readonly through: 'own' | 'referral' | 'transfer'
    readonly throughId: string
  }): Promise<void>
  /** Gives the survivor's own slot every key of the parts that she may read, old and new. */
  fillSlot(org: string, caseId: string): Promise<void>
  /** Makes the key of one's own request for emergency access, which nobody else will open. */
  ask(ask: Ask): Promise<void>
  /** Wraps the keys of parts to a request for emergency access; `false` where the request has no key. */
  shareWithAsk(
    ask: Ask,
    of: { readonly org: string; readonly caseId: string; readonly parts: readonly string[] },
    publicKey?: Uint8Array,
  ): Promise<boolean>
  /** Whether a part of a case got a new key in this request, which those who read with us do not hold yet. */
  madeKeys(): boolean
  shareHolder(holder: Holder, unit: string, throughId: string, through?: 'emergency'): Promise<void>
  /** Takes away what was wrapped through a referral or a transfer. */
  unshare(org: string, throughId: string): Promise<void>
  /** A new pair for each part: what is written from now on cannot be opened with older halves. */
  renew(org: string, caseId: string, parts: readonly string[], unit: string): Promise<string[]>
  /** Seals some values of a case to its renewed keys, as far as this reader can open the older ones; how many. */
  reseal(renewal: Renewal, most: number): Promise<number>
}

/** Where a part's key goes when it is first made: the unit that owns the file. */
export type OwnerUnit = (holder: Holder) => Promise<string>

const filled = (values: Readonly<Record<string, unknown>>): [string, unknown][] =>
  Object.entries(values).filter(([, value]) => value !== null && value !== undefined)

/** The vault of one request, on its transaction: `node` is the name that is bound into what it seals. */
export function openVault(db: Db, node: string, ring: KeyRing, ownerUnit: OwnerUnit): Vault {
  const partPrivate = new Map<string, Promise<Buffer | null>>()
  const dataKeys = new Map<string, Promise<Buffer>>()

  function remembered<Value>(
    known: Map<string, Promise<Value>>,
    key: string,
    make: () => Promise<Value>,
  ): Promise<Value> {
    const before = known.get(key)
    if (before) return before
    const made = make()
    known.set(key, made)
    return made
  }

  /** Opens the first of these wraps that this member has been let in to. */
  async function openWrap(wraps: readonly Wrap[]): Promise<Buffer | null> {
    for (const { part_key_id, unit_id, unit_generation, wrapped } of wraps) {
      const holder = await ring.unit(unit_id, unit_generation)
      if (holder !== null) return openWith(holder, wrapped, partPlace(part_key_id, unit_id))
    }
    return null
  }

  async function wrapsOf(org: string, keyIds: readonly string[]): Promise<Map<string, Wrap[]>> {
    const { rows } = await sql<Wrap>`
      select part_key_id, unit_id, unit_generation, wrapped from part_wrap
      where org_id = ${org} and part_key_id = any (${[...keyIds]}::uuid[])
        and unit_id = any ((select actor_units())::uuid[])`.execute(db)
    return Map.groupBy(rows, ({ part_key_id: id }) => id)
  }

  const privateOf = async (org: string, keyId: string): Promise<Buffer | null> => {
    await fetchPrivates(org, [keyId])
    return (await partPrivate.get(`${org}|${keyId}`)) ?? null
  }

  async function keysOf(
    holder: Pick<Holder, 'org' | 'id'>,
    parts: readonly string[],
  ): Promise<(PartKey & { part: string })[]> {
    const { rows } = await sql<PartKey & { part: string }>`
      select id, part, generation, public_key from part_key
      where org_id = ${holder.org} and holder_id = ${holder.id} and part = any (${[...parts]}::text[])
      order by generation desc`.execute(db)
    return rows
  }

  /** Wraps private halves to a unit: the ones that are not wrapped to it in this way already. */
  async function wrapTo(
    org: string,
    keys: readonly {
      readonly id: string
      readonly part: string
      readonly caseId: string | null
      readonly secret: Uint8Array
    }[],
    to: { readonly unit: string; readonly through: string; readonly throughId: string },
  ): Promise<void> {
    if (keys.length === 0) return
    const { generation, publicKey } = await ring.publicOf(to.unit)
    const wrapped = await Promise.all(
      keys.map(({ id, secret }) => sealTo(publicKey, secret, partPlace(id, to.unit))),
    )
    await sql`
      insert into part_wrap (org_id, part_key_id, unit_id, unit_generation, through_id, through, case_id, part, wrapped, made_at)
      select ${org}::uuid, t.id, ${to.unit}::uuid, ${generation}::integer, ${to.throughId}::uuid, ${to.through}, t.case_id, t.part,
        decode(t.wrapped, 'hex'), now()
      from unnest(${keys.map(({ id }) => id)}::uuid[], ${keys.map(({ caseId }) => caseId)}::uuid[],
        ${keys.map(({ part }) => part)}::text[], ${wrapped.map((bytes) => bytes.toString('hex'))}::text[]
      ) as t (id, case_id, part, wrapped)
      on conflict do nothing`.execute(db)
  }

  /** Those of these keys that this reader can open, opened. */
  async function openKeys<CaseId extends string | null>(
    org: string,
    caseId: CaseId,
    keys: readonly (PartKey & { part: string })[],
  ): Promise<{ id: string; part: string; caseId: CaseId; secret: Buffer }[]> {
    const opened = await openedOf(
      org,
      keys.map(({ id }) => id),
    )
    const held = keys.flatMap(({ id, part }) => {
      const secret = opened.get(id)
      return secret === undefined ? [] : [{ id, part, caseId, secret }]
    })
    // Nobody is given a part that cannot be opened: whoever holds nothing of it has not been let in yet.
    if (keys.length > 0 && held.length === 0) throw new Problem('not-admitted')
    return held
  }

  /** A survivor who has a slot of her own gets each key of the parts that she may read. */
  async function giveToSlot(
    org: string,
    caseId: string,
    keys: readonly { readonly id: string; readonly part: string; readonly secret: Uint8Array }[],
  ): Promise<void> {
    const hers = keys.filter(({ part }) => ownParts.includes(part))
    const slot = hers.length === 0 ? null : await slotOf(db, { org, id: caseId })
    if (slot !== null) await wrapToSlot(db, slot, hers)
  }

  async function makePartKey(holder: Holder, generation: number, unit: string): Promise<PartKey> {
    const pair = await makePair()
    const id = randomUUID()
    await sql`
      insert into part_key (org_id, id, holder, holder_id, part, generation, public_key, made_at)
      values (${holder.org}, ${id}, ${holder.kind}, ${holder.id}, ${holder.part}, ${generation},
        ${Buffer.from(pair.publicKey)}, now())`.execute(db)
    const key = { id, part: holder.part, caseId: holder.caseId, secret: pair.privateKey }
    await wrapTo(holder.org, [key], {
      unit,
      through: 'own',
      throughId: holder.kind === 'referral' ? holder.id : unit,
    })
    partPrivate.set(`${holder.org}|${id}`, Promise.resolve(Buffer.from(pair.privateKey)))
    if (holder.kind === 'case') {
      newKeys = true
      await giveToSlot(holder.org, holder.id, [key])
    }
    return { id, generation, public_key: Buffer.from(pair.publicKey) }
  }

  const latest = new Map<string, PartKey>()
  let newKeys = false

  const placeOf = (holder: Holder): string => `${holder.org}|${holder.id}|${holder.part}`

  async function makeFirstKeys(holders: readonly Holder[], unit: string): Promise<void> {
    const { generation, publicKey: owner } = await ring.publicOf(unit)
    const made = await Promise.all(
      holders.map(async (holder) => {
        const pair = await makePair()
        const id = randomUUID()
        const wrapped = await sealTo(owner, pair.privateKey, partPlace(id, unit))
        return { holder, id, publicKey: Buffer.from(pair.publicKey), wrapped }
      }),
    )
    await sql`
      insert into part_key (org_id, id, holder, holder_id, part, generation, public_key, made_at)
      select t.org_id, t.id, t.holder, t.holder_id, t.part, 1, decode(t.public_key, 'hex'), now()
      from unnest(${made.map(({ holder }) => holder.org)}::uuid[], ${made.map(({ id }) => id)}::uuid[],
        ${made.map(({ holder }) => holder.kind)}::text[], ${made.map(({ holder }) => holder.id)}::uuid[],
        ${made.map(({ holder }) => holder.part)}::text[],
        ${made.map(({ publicKey }) => publicKey.toString('hex'))}::text[]
      ) as t (org_id, id, holder, holder_id, part, public_key)`.execute(db)
    await sql`
      insert into part_wrap (org_id, part_key_id, unit_id, unit_generation, through_id, through, case_id, part, wrapped, made_at)
      select t.org_id, t.id, ${unit}::uuid, ${generation}::integer, ${unit}::uuid, 'own', t.case_id, t.part, decode(t.wrapped, 'hex'), now()
      from unnest(${made.map(({ holder }) => holder.org)}::uuid[], ${made.map(({ id }) => id)}::uuid[],
        ${made.map(({ holder }) => holder.caseId)}::uuid[], ${made.map(({ holder }) => holder.part)}::text[],
        ${made.map(({ wrapped }) => wrapped.toString('hex'))}::text[]
      ) as t (org_id, id, case_id, part, wrapped)`.execute(db)
    for (const { holder, id, publicKey } of made) {
      latest.set(placeOf(holder), { id, generation: 1, public_key: publicKey })
    }
  }

  /** Asks for all keys that some values are sealed to in one question; those kept from this reader stay unknown. */
  async function fetchPrivates(org: string, wanted: readonly string[]): Promise<void> {
    const keyIds = wanted.filter((id) => !partPrivate.has(`${org}|${id}`))
    if (keyIds.length === 0) return
    const found = await wrapsOf(org, keyIds)
    const given = await openThroughAsks(
      db,
      ring,
      org,
      keyIds.filter((keyId) => !found.has(keyId)),
    )
    await Promise.all(
      keyIds.map((keyId) =>
        remembered(
          partPrivate,
          `${org}|${keyId}`,
          async () => (await openWrap(found.get(keyId) ?? [])) ?? given.get(keyId) ?? null,
        ),
      ),
    )
  }

  /** Those of these keys that this reader can open, by their ids. */
  async function openedOf(org: string, keyIds: readonly string[]): Promise<Map<string, Buffer>> {
    await fetchPrivates(org, keyIds)
    const opened = new Map<string, Buffer>()
    for (const id of keyIds) {
      const secret = await privateOf(org, id)
      if (secret !== null) opened.set(id, secret)
    }
    return opened
  }

  async function latestKey(holder: Holder): Promise<PartKey> {
    const place = placeOf(holder)
    const before = latest.get(place)
    if (before) return before
    const [kept] = await keysOf(holder, [holder.part])
    const key = kept ?? (await makePartKey(holder, 1, await ownerUnit(holder)))
    latest.set(place, key)
    return key
  }

  const openRow = (
    org: string,
    at: SealedRow,
    values: Readonly<Record<string, Buffer | null>>,
  ): Promise<Record<string, unknown>> =>
    openSealed({ ...at, node }, values, { partKey: (keyId) => privateOf(org, keyId), dataKeys })

  const sealRows: Vault['sealMany'] = async (holder, rows) => {
    if (rows.every(({ values }) => filled(values).length === 0)) return rows.map(() => ({}))
    const key = await latestKey(holder)
    const dataKey = await freshDataKey(key.id, key.public_key)
    const sealed = (at: SealedRow, [column, value]: [string, unknown]): [string, Buffer] => [
      column,
      sealValue(dataKey, { node, ...at }, column, JSON.stringify(value)),
    ]
    return rows.map(({ at, values }) => Object.fromEntries(filled(values).map((one) => sealed(at, one))))
  }

  return {
    seal: async (holder, at, values) => (await sealRows(holder, [{ at, values }]))[0] ?? {},

    sealMany: sealRows,

    open: openRow,

    async prepare(holders, unit) {
      if (holders.length > 0) await makeFirstKeys(holders, unit)
    },

    ensure: async (holder) => void (await latestKey(holder)),

    async openMany(org, rows) {
      const sealed = rows.flatMap(({ values }) => Object.values(values).filter((value) => value !== null))
      const keyIds = [...new Set(sealed.map(partKeyOf))]
      await fetchPrivates(org, keyIds)
      return Promise.all(rows.map(({ at, values }) => openRow(org, at, values)))
    },

    async share({ org, caseId, parts, referrals = [], unit, through, throughId }) {
      const keys = await keysOf({ org, id: caseId }, parts)
      for (const id of referrals) keys.push(...(await keysOf({ org, id }, ['referral'])))
      await wrapTo(org, await openKeys(org, caseId, keys), { unit, through, throughId })
    },

    ask: (ask) => makeAskKey(db, ask, ring.account),

    async shareWithAsk(ask, { org, caseId, parts }, known) {
      const publicKey = known ?? (await askPublicKey(db, ask))
      if (publicKey === null) return false
      const keys = await openKeys(org, caseId, await keysOf({ org, id: caseId }, parts))
      await wrapToAsk(
        db,
        ask,
        publicKey,
        keys.map((key) => ({ ...key, org })),
      )
      return true
    },

    madeKeys: () => newKeys,

    async fillSlot(org, caseId) {
      const held = await openKeys(org, caseId, await keysOf({ org, id: caseId }, ownParts))
      await giveToSlot(org, caseId, held)
    },

    async shareHolder(holder, unit, throughId, through) {
      const keys = await keysOf(holder, [holder.part])
      const opened = await openKeys(holder.org, holder.caseId, keys)
      await wrapTo(holder.org, opened, { unit, through: through ?? 'referral', throughId })
    },

    async unshare(org, throughId) {
      await sql`delete from part_wrap where org_id = ${org} and through_id = ${throughId} and through <> 'own'`.execute(
        db,
      )
    },

    async renew(org, caseId, parts, unit) {
      const kept = await keysOf({ org, id: caseId }, parts)
      const made: string[] = []
      for (const part of new Set(kept.map((key) => key.part))) {
        const newest = kept.find((key) => key.part === part)
        const holder: Holder = { org, kind: 'case', id: caseId, caseId, part }
        const key = await makePartKey(holder, (newest?.generation ?? 0) + 1, unit)
        latest.set(placeOf(holder), key)
        made.push(key.id)
      }
      return made
    },

    reseal: (renewal, most) => resealSome(db, renewal, openedOf, most),
  }
}
