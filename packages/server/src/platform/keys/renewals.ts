import { sql } from 'kysely'
import type { Db } from '../database/dialect.ts'
import { remembering } from './key-ring.ts'
import { headFor, openDataKey, partKeyOfHead, sealedDataKeyOf } from './sealing.ts'

/** A renewal of the keys of a case that is under way. */
export interface Renewal {
  readonly org: string
  readonly id: string
}

/** A key that is to go, and the one that takes its place. */
interface Older {
  readonly id: string
  readonly renewed: string
  readonly publicKey: Buffer
}

interface Head {
  readonly at: string
  readonly held: string
  readonly id: string
  readonly head: Buffer
}

async function olderKeys(db: Db, { org, id }: Renewal): Promise<Older[]> {
  const { rows } = await sql<Older>`
    select o.id, n.id as renewed, n.public_key as "publicKey" from case_renewal r
    join part_key n on n.org_id = r.org_id and n.id = any (r.made) and n.holder_id = r.case_id
    join part_key o on o.org_id = n.org_id and o.holder_id = n.holder_id and o.part = n.part and o.generation < n.generation
    where r.org_id = ${org} and r.id = ${id} and r.finished_at is null`.execute(db)
  return rows
}

/** Renewals that are under way of the cases that this person works on or supervises. */
export async function openRenewals(db: Db): Promise<Renewal[]> {
  const { rows } = await sql<Renewal>`
    select org_id as org, id from case_renewal where finished_at is null order by begun_at limit 20`.execute(
    db,
  )
  return rows
}

async function putHeads(
  db: Db,
  { org, id }: Renewal,
  heads: readonly (Head & { readonly renewed: Buffer })[],
): Promise<void> {
  for (const [, same] of Map.groupBy(heads, ({ at, held }) => `${at}|${held}`)) {
    const [first] = same
    if (first === undefined) continue
    const hex = (bytes: readonly Buffer[]) => bytes.map((one) => one.toString('hex'))
    await sql`
      select renewal_put(${org}, ${id}, ${first.at}, ${first.held}, ${same.map((one) => one.id)}::uuid[],
        array(select decode(t, 'hex') from unnest(${hex(same.map(({ head }) => head))}::text[]) with ordinality u (t, n) order by n),
        array(select decode(t, 'hex') from unnest(${hex(same.map(({ renewed }) => renewed))}::text[]) with ordinality u (t, n) order by n))`.execute(
      db,
    )
  }
}

/**
 * Seals the data keys of some values to the renewed keys of their case, as far as this member can open the older
 * ones; the values stay as they are. Answers how many values it was.
 */
export async function resealSome(
  db: Db,
  renewal: Renewal,
  open: (org: string, ids: readonly string[]) => Promise<ReadonlyMap<string, Buffer>>,
  most: number,
): Promise<number> {
  const older = new Map((await olderKeys(db, renewal)).map((key) => [key.id, key]))
  if (older.size === 0) return 0
  const opened = await open(renewal.org, [...older.keys()])
  const { rows } = await sql<Head>`
    select at, held, id, head from renewal_heads(${renewal.org}, ${renewal.id}, ${[...opened.keys()]}::uuid[], ${most})`.execute(
    db,
  )
  const renewedOf = remembering((head) => renewHead(Buffer.from(head, 'hex'), opened, older))
  const heads = await Promise.all(
    rows.map(async (row) => ({ ...row, renewed: await renewedOf(row.head.toString('hex')) })),
  )
  await putHeads(db, renewal, heads)
  return heads.length
}

async function renewHead(
  head: Buffer,
  opened: ReadonlyMap<string, Buffer>,
  older: ReadonlyMap<string, Older>,
): Promise<Buffer> {
  const keyId = partKeyOfHead(head)
  const [secret, to] = [opened.get(keyId), older.get(keyId)]
  if (secret === undefined || to === undefined) throw new TypeError('a value under a key that is not to go')
  const dataKey = await openDataKey(secret, keyId, sealedDataKeyOf(head))
  return headFor(to.renewed, to.publicKey, dataKey)
}
