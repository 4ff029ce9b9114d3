import { inTransaction } from '../database/transaction.ts'
import { demoKey, keepInSession } from '../keys/member-key.ts'
import { settleKeys } from '../keys/settle-keys.ts'
import { asActor, type Node } from '../node.ts'
import { openSessionOn } from './session-store.ts'
import { passOf } from './token.ts'

interface Known {
  readonly org: string
  readonly account: string
  readonly device: string
  /** Their private half, for whoever has set them up; people of the demonstration bring their own. */
  readonly memberKey?: Buffer | undefined
}

/** Opens a session for someone who has proved who they are, and gives the cookie that carries it. */
export async function openSession(node: Node, { memberKey, ...who }: Known): Promise<string> {
  const cookie = await inTransaction(node.engine, { role: 'setu_signin' }, async (db) => {
    const { cookie: fresh } = await openSessionOn(db, who)
    const privateKey = memberKey ?? (node.demo ? await demoKey(db, who, node.nodeKey) : null)
    if (privateKey !== null) await keepInSession(db, who, fresh, privateKey)
    return fresh
  })
  // Nobody signs in to the demonstration, and what waits for somebody's keys is done there all the same.
  if (node.demo) await asActor(node, passOf(cookie), (work) => settleKeys(work, node.nodeKey))
  return cookie
}
