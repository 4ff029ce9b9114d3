import { inTransaction } from '../database/transaction.ts'
import type { Reply, Visit } from '../http/endpoint.ts'
import { asActor } from '../node.ts'
import { Problem } from '../problem.ts'
import { endSession } from './session-store.ts'
import { passOf } from './token.ts'
import { logVisit, visitOutcome } from './visit-log.ts'

const answered = { action: 'signOut', method: 'DELETE', status: 204 } as const

/** Ends the session. Logged first, as nobody can be named in a log once their session is over. */
async function endOwn(visit: Visit): Promise<boolean> {
  if (visit.cookie === null) return false
  try {
    await asActor(visit.node, passOf(visit.cookie), async (work, log) => {
      await log(visitOutcome(visit, answered))
      await endSession(work.db, work.actor.session)
    })
    return true
  } catch (error) {
    if (error instanceof Problem && error.code === 'not-signed-in') return false
    throw error
  }
}

/** Signs out; someone whose session is over already is signed out too. */
export async function signOut(visit: Visit): Promise<Reply<undefined>> {
  const ended = await endOwn(visit)
  if (!ended) {
    await inTransaction(visit.node.engine, { role: 'setu_signin' }, (db) =>
      logVisit(db, visit, answered, null),
    )
  }
  return { status: 204, body: undefined, cookie: null }
}
