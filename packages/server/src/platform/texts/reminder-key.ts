import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Engine } from '../database/engine.ts'
import { inTransaction } from '../database/transaction.ts'
import type { KeyFile } from '../keys/key-file.ts'
import { openWith, pairFrom, sealTo } from '../keys/sealing.ts'

/**
 * A key that opens the numbers of survivors who chose texts, and nothing else. It stands in a file of its own; the
 * database has its public half, so that a number can be sealed while nobody is able to read it.
 */
export interface ReminderKey {
  readonly id: string
  readonly publicKey: Buffer
  readonly privateKey: Uint8Array
}

/** Where a number belongs: it opens for the choice that it was given with, and for no other. */
const numberPlace = (org: string, choice: string): string => `setu1|text|${org}|${choice}`

/** All numbers are as long as the longest, so that nothing is to be seen of one. */
const padded = 24

/** Seals a number so that the reminder key alone opens it. */
export function sealNumber(
  publicKey: Uint8Array,
  { org, choice, number }: { readonly org: string; readonly choice: string; readonly number: string },
): Promise<Buffer> {
  return sealTo(publicKey, Buffer.from(number.padEnd(padded)), numberPlace(org, choice))
}

/** Opens a number with its key; fails closed where it belongs elsewhere. */
export async function openNumber(
  { privateKey }: ReminderKey,
  { org, choice, sealed }: { readonly org: string; readonly choice: string; readonly sealed: Uint8Array },
): Promise<string> {
  return (await openWith(privateKey, sealed, numberPlace(org, choice))).toString('utf8').trimEnd()
}

/** The keys of a file: the first seals, and each opens what is its own. */
export function reminderKeysOf({ secrets }: Pick<KeyFile, 'secrets'>): Promise<ReminderKey[]> {
  return Promise.all(
    secrets.map(async (secret) => {
      const { publicKey, privateKey } = await pairFrom(secret)
      const id = createHash('sha256')
        .update('setu reminder key id')
        .update(publicKey)
        .digest('hex')
        .slice(0, 16)
      return { id, publicKey: Buffer.from(publicKey), privateKey }
    }),
  )
}

/** Whether a number may have been sealed here before. */
export function knowsReminderKeys(engine: Engine): Promise<boolean> {
  return inTransaction(engine, { role: 'setu_setup' }, async (db) => {
    const { rows } = await sql`select 1 from reminder_key limit 1`.execute(db)
    return rows.length > 0
  })
}

/** Says in the database which reminder keys are at hand, so that numbers are asked for only where texts can go out. */
export function publishReminderKeys(engine: Engine, keys: readonly ReminderKey[]): Promise<void> {
  return inTransaction(engine, { role: 'setu_setup' }, async (db) => {
    await sql`update reminder_key set used = false, seals = false where used`.execute(db)
    for (const [place, { id, publicKey }] of keys.entries())
      await sql`
        insert into reminder_key (id, public_key, made_at, used, seals)
        values (${id}, ${publicKey}, now(), true, ${place === 0})
        on conflict (id) do update set used = true, seals = excluded.seals`.execute(db)
  })
}
