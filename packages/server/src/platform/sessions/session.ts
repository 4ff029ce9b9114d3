import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { inTransaction } from '../database/transaction.ts'
import type { Node } from '../node.ts'
import { freshCookie, handleHash, handleOf } from './token.ts'

/** How long a session lives: half an hour without a request, twelve hours in all. */
const idleMinutes = 30
const wholeHours = 12

/** Opens a session for someone who has proved who they are, and gives the cookie that carries it. */
export async function openSession(
  node: Node,
  who: { readonly org: string; readonly account: string; readonly device: string },
): Promise<string> {
  const cookie = freshCookie()
  const hash = handleHash(handleOf(cookie))
  await inTransaction(node.engine, { role: 'setu_signin' }, (db) =>
    sql`select session_open(${hash}, ${who.org}, ${randomUUID()}, ${who.account}, ${who.device}, ${idleMinutes}, ${wholeHours})`.execute(db),
  )
  return cookie
}
