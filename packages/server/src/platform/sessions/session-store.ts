import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../database/dialect.ts'
import type { PasswordCost, PasswordSecret } from './password.ts'
import { freshCookie, handleHash, handleOf } from './token.ts'

/** How long a session lives: half an hour without a request, twelve hours in all. */
export const idleMinutes = 30
export const wholeHours = 12

interface Opening {
  readonly org: string
  readonly account: string
  readonly device: string
}

interface Opened {
  readonly cookie: string
  readonly session: string
}

/** A cookie and the session that it carries; the cookie is the only thing from which that can be reached. */
async function freshSession(open: (mark: Buffer, session: string) => Promise<unknown>): Promise<Opened> {
  const cookie = freshCookie()
  const session = randomUUID()
  await open(handleHash(handleOf(cookie)), session)
  return { cookie, session }
}

/** Opens a session under the role of sign-in. */
export function openSessionOn(db: Db, { org, account, device }: Opening): Promise<Opened> {
  return freshSession((mark, session) =>
    sql`select session_open(${mark}, ${org}, ${session}, ${account}, ${device}, ${idleMinutes}, ${wholeHours})`.execute(
      db,
    ),
  )
}

/** Begins what a right password opens: not yet a session, until the second factor makes it one. */
export function beginSessionOn(db: Db, { org, account, device }: Opening): Promise<Opened> {
  return freshSession((mark, session) =>
    sql`select session_begin(${mark}, ${org}, ${session}, ${account}, ${device})`.execute(db),
  )
}

/** Whether there was a session of one's own to end. */
export async function endSession(db: Db, session: string): Promise<boolean> {
  const { rows } = await sql<{ ended: boolean }>`select session_end(${session}) as ended`.execute(db)
  return rows[0]?.ended ?? false
}

/** Ends every session of an account but the one that asks. */
export async function endOtherSessions(db: Db, account: string): Promise<void> {
  await sql`select account_sessions_end(${account})`.execute(db)
}

interface Device {
  readonly id: string
  readonly device: string
  readonly began_at: string
  readonly seen_at: string
  readonly this_one: boolean
}

/** One's own sessions that still live, the latest used first. */
export async function liveSessions(db: Db): Promise<readonly Device[]> {
  const { rows } = await sql<Device>`
    select id, device, began_at, seen_at, this_one from session_list() order by seen_at desc, id`.execute(db)
  return rows
}

/** Who goes by a sign-in name, and what is kept of their password. */
export interface Candidate {
  readonly org: string
  readonly account: string
  readonly secret: PasswordSecret
}

/** Who goes by a sign-in name, and how often somebody failed under it lately. */
export async function findSignIn(
  db: Db,
  name: string,
  mark: Buffer,
): Promise<{ readonly candidate: Candidate | null; readonly failures: number }> {
  const found = await sql<{
    org_id: string
    account_id: string
    verifier: Buffer
    salt: Buffer
    cost: PasswordCost
  }>`
    select org_id, account_id, verifier, salt, cost from sign_in_find(${name})`.execute(db)
  const [row] = found.rows
  return {
    candidate: row
      ? {
          org: row.org_id,
          account: row.account_id,
          secret: { verifier: row.verifier, salt: row.salt, cost: row.cost },
        }
      : null,
    failures: await failuresUnder(db, mark),
  }
}

/** How often something failed lately under a mark: of a name, a device, an account. */
export async function failuresUnder(db: Db, mark: Buffer): Promise<number> {
  const { rows } = await sql<{ failures: number }>`select sign_in_failures(${mark}) as failures`.execute(db)
  return rows[0]?.failures ?? 0
}

export async function countFailure(db: Db, mark: Buffer): Promise<void> {
  await sql`select sign_in_failed(${mark})`.execute(db)
}

/** The sign-in name and the name of the person who asks: what their password must not be made of. */
export async function ownNames(
  db: Db,
): Promise<{ readonly signInName: string; readonly name: string } | null> {
  const { rows } = await sql<{ sign_in_name: string; name: string }>`
    select sign_in_name, name from account where id = (select actor_account())`.execute(db)
  const [row] = rows
  return row ? { signInName: row.sign_in_name, name: row.name } : null
}

/**
 * Sets the password of an account: one's own, or a colleague's by an administrator, who is named then; such a
 * password is good for one sign-in.
 */
export async function keepSecret(
  db: Db,
  { org, account }: { readonly org: string; readonly account: string },
  { verifier, salt, cost }: PasswordSecret,
  setBy: string | null = null,
): Promise<void> {
  const kept = JSON.stringify(cost)
  const once = setBy !== null
  const { rows } = await sql`
    update account_secret
    set verifier = ${verifier}, salt = ${salt}, cost = ${kept}::jsonb, changed_at = now(),
      must_change = ${once}, set_by = ${setBy}
    where org_id = ${org} and account_id = ${account} returning account_id`.execute(db)
  if (rows.length > 0) return
  await sql`
    insert into account_secret (org_id, account_id, verifier, salt, cost, changed_at, must_change, set_by)
    values (${org}, ${account}, ${verifier}, ${salt}, ${kept}::jsonb, now(), ${once}, ${setBy})`.execute(db)
}
