import { sql } from 'kysely'
import type { Db } from '../database/dialect.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Visit } from '../http/endpoint.ts'
import type { Node } from '../node.ts'
import { deviceName } from './device-name.ts'
import { freshCookie, handleOf } from './token.ts'

/** How long a browser is known after somebody last came in from it. */
export const knownDays = 180

interface Whose {
  readonly org: string
  readonly account: string
}

/**
 * By which mark a browser is known to be one person's. Each who shares it has a mark of their own, so that the
 * database does not tell who sits at the same machine.
 */
export function deviceMark({ nodeKey }: Node, cookie: string, { org, account }: Whose): Buffer {
  return nodeKey.mark(`${cookie}|${org}|${account}`, 'known device')
}

/** Whether somebody came in wholly from this browser before. */
export async function isKnown(db: Db, { org, account }: Whose, mark: Buffer): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`
    select device_known(${org}, ${account}, ${mark}) as known`.execute(db)
  return rows[0]?.known ?? false
}

/** Keeps the browser of whoever has just come in as known, and gives the cookie by which it will be. */
export async function rememberDevice(visit: Visit, cookie: string, whose: Whose): Promise<string> {
  const { node, deviceCookie, device } = visit
  const carried = deviceCookie ?? freshCookie()
  const frame = { role: 'setu_signin', handle: handleOf(cookie) } as const
  await inTransaction(node.engine, frame, (db) =>
    sql`select device_remember(${deviceMark(node, carried, whose)}, ${deviceName(device)})`.execute(db),
  )
  return carried
}

interface KnownDevice {
  readonly id: string
  readonly device: string
  readonly made: string
  readonly seen: string
  readonly thisOne: boolean
}

/** The browsers that are known to be one's own, the latest used first. */
export async function knownDevices(db: Db): Promise<KnownDevice[]> {
  const { rows } = await sql<KnownDevice>`
    select id, device, made_at as made, seen_at as seen, this_one as "thisOne" from device_list()
    order by seen_at desc, id`.execute(db)
  return rows
}

/** Forgets a browser, named by itself or by a session on it; whatever else is open there ends. */
export async function forgetDevice(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql<{ gone: boolean }>`select device_forget(${id}) as gone`.execute(db)
  return rows[0]?.gone ?? false
}
