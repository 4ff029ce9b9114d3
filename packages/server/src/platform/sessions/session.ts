import { inTransaction } from '../database/transaction.ts'
import type { Node } from '../node.ts'
import { openSessionOn } from './session-store.ts'

/** Opens a session for someone who has proved who they are, and gives the cookie that carries it. */
export async function openSession(
  node: Node,
  who: { readonly org: string; readonly account: string; readonly device: string },
): Promise<string> {
  const { cookie } = await inTransaction(node.engine, { role: 'setu_signin' }, (db) => openSessionOn(db, who))
  return cookie
}
