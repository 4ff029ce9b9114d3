import { randomUUID } from 'node:crypto'
import type { OwnEnter } from '@setu/records/api'
import { sql } from 'kysely'
import { writeOutcome } from '../audit/trail.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Reply, Visit } from '../http/endpoint.ts'
import { unwrapUnder, wrapUnder } from '../keys/wrapping.ts'
import type { Node } from '../node.ts'
import { Problem } from '../problem.ts'
import { countFailure, failuresUnder } from '../sessions/session-store.ts'
import { needWork } from '../sessions/sign-in.ts'
import { paced } from '../sessions/sign-in-pace.ts'
import { freshCookie, handleHash, passOf } from '../sessions/token.ts'
import { visitOutcome } from '../sessions/visit-log.ts'
import { herself, idleMinutes, wholeMinutes } from './own-work.ts'
import { type ReceiptKeys, receiptKeys, slotPlace, slotSessionPlace } from './receipt.ts'

/**
 * Under which mark failures with a receipt are counted: two bytes, which it shares with very many others. More would
 * let somebody with the database and the node's key try receipts alone, without the PIN and at no cost.
 */
function bucketOf({ nodeKey }: Node, receipt: string): Buffer {
  return nodeKey.mark(receipt, 'own receipt').subarray(0, 2)
}

const turns = new Map<string, { last: Promise<unknown>; waiting: number }>()
const mostInTurn = 3

/** Of several tries with one receipt each waits for the one before, so that a pace is one: many at once gain nothing. */
async function inTurn<Result>(name: string, attempt: () => Promise<Result>): Promise<Result> {
  const line = turns.get(name) ?? { last: Promise.resolve(), waiting: 0 }
  if (line.waiting >= mostInTurn) throw new Problem('sign-in-later')
  line.waiting += 1
  turns.set(name, line)
  const mine = line.last.then(attempt, attempt)
  line.last = mine.catch(() => undefined)
  try {
    return await mine
  } finally {
    line.waiting -= 1
    if (line.waiting === 0) turns.delete(name)
  }
}

interface Found {
  readonly org: string
  readonly caseId: string
  readonly slot: string
  readonly wrapped: Buffer
}

/** Opens her session with what the receipt and the PIN gave; `null` where they lead nowhere, whatever the cause. */
export async function openOwnWindow(visit: Visit, { lookUp, slotKey }: ReceiptKeys): Promise<string | null> {
  const cookie = freshCookie()
  const { handle, vaultKey } = passOf(cookie)
  return inTransaction(visit.node.engine, { role: 'setu_survivor', handle }, async (db) => {
    const { rows } = await sql<Found>`
      select org_id as org, case_id as "caseId", slot_id as slot, wrapped from own_find(${lookUp})`.execute(
      db,
    )
    const [found] = rows
    if (!found) return null
    const { org, caseId, slot, wrapped } = found
    const key = unwrapUnder(slotKey, wrapped, slotPlace(org, slot))
    const session = randomUUID()
    const sealed = wrapUnder(vaultKey, key, slotSessionPlace(org, slot))
    await sql`select own_begin(${lookUp}, ${handleHash(handle)}, ${session}, ${sealed}, ${idleMinutes}, ${wholeMinutes})`.execute(
      db,
    )
    const outcome = visitOutcome(visit, { action: 'own.enter', method: 'POST', status: 201 })
    await writeOutcome(db, herself(session), outcome, [
      { org, caseId, part: 'status', did: 'read', relation: 'self' },
    ])
    return cookie
  })
}

/**
 * Lets a survivor in to her own window. A receipt that nobody was given, a wrong PIN, a slot that is frozen and one
 * that was given anew are answered alike and take the same way.
 */
export async function enter(visit: Visit, given: OwnEnter): Promise<Reply<{ minutes: number }>> {
  const { node } = visit
  const { receipt, work } = given
  needWork(node, receipt, work, false)
  const bucket = bucketOf(node, receipt)
  const signin = { role: 'setu_signin' } as const
  const cookie = await inTurn(`${node.name}|${bucket.toString('hex')}`, async () => {
    const failures = await inTransaction(node.engine, signin, (db) => failuresUnder(db, bucket))
    const admit = () => needWork(node, receipt, work, true)
    const keys = await paced({ failures, line: 'stranger', admit }, () =>
      receiptKeys(node, given, 'stranger'),
    )
    const opened = await openOwnWindow(visit, keys)
    if (opened === null) await inTransaction(node.engine, signin, (db) => countFailure(db, bucket))
    return opened
  })
  if (cookie === null) throw new Problem('own-not-open')
  return { status: 201, body: { minutes: idleMinutes }, ownCookie: cookie }
}
