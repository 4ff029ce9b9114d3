import type { SignedIn, SignIn } from '@setu/records/api'
import type { Db } from '../database/dialect.ts'
import { inTransaction } from '../database/transaction.ts'
import { whatNext } from '../factors/half-way.ts'
import type { Reply, Visit } from '../http/endpoint.ts'
import { enterWithPassword } from '../keys/member-key.ts'
import { asActor, type Node } from '../node.ts'
import { Problem } from '../problem.ts'
import { deviceName } from './device-name.ts'
import { deviceMark, isKnown } from './known-device.ts'
import { type Line, nobodysSecret, slotKeyOf } from './password.ts'
import { bitsFor, challengeFor, spendWork, workDone } from './proof-of-work.ts'
import {
  beginSessionOn,
  type Candidate,
  countFailure,
  endSession,
  failuresUnder,
  findSignIn,
  openSessionOn,
} from './session-store.ts'
import { paced, strangersWaiting } from './sign-in-pace.ts'
import { passOf } from './token.ts'
import { logVisit } from './visit-log.ts'

/** From where a password comes: out of a session of the same person, or from a browser that may be known. */
type From = 'session' | { readonly deviceCookie: string | null }

/** Under which mark failures are counted, how many there were, and in which line the next try waits. */
interface Pace {
  readonly mark: Buffer
  readonly failures: number
  readonly line: Line
}

/** A known device that failed so often within a quarter of an hour is a stranger's, until that is over. */
const mostOnDevice = 10

/**
 * Whoever is known answers for their own failures, and not for those of strangers who guess at their name. For a
 * session that is open the pace is its own too, so that it is no way to guess faster.
 */
async function paceOf(
  db: Db,
  { node, from, name }: { readonly node: Node; readonly from: From; readonly name: string },
): Promise<Pace & { readonly candidate: Candidate | null }> {
  const mark = node.nodeKey.mark(name, 'sign-in name')
  const { candidate, failures } = await findSignIn(db, name, mark)
  const stranger = { candidate, mark, failures, line: 'stranger' } as const
  if (candidate === null) return stranger
  if (from === 'session') {
    const own = node.nodeKey.mark(candidate.account, 'own password')
    return { candidate, mark: own, failures: await failuresUnder(db, own), line: 'known' }
  }
  if (from.deviceCookie === null) return stranger
  const known = deviceMark(node, from.deviceCookie, candidate)
  if (!(await isKnown(db, candidate, known))) return stranger
  const onDevice = await failuresUnder(db, known)
  if (onDevice >= mostOnDevice) return stranger
  return { candidate, mark: known, failures: onDevice, line: 'known' }
}

/** Where the strangers' line is long, a place in it costs the device some work: asked for, or used up. */
export function needWork(node: Node, name: string, work: SignIn['work'], spend: boolean): void {
  const taken = strangersWaiting()
  if (taken === null) return
  const mark = node.nodeKey.mark(name, 'sign-in name')
  const now = node.clock()
  if (work && workDone(node.nodeKey, mark, now, work) && (!spend || spendWork(work, now))) return
  const bits = bitsFor(taken)
  const challenge = challengeFor(node.nodeKey, mark, now, bits)
  throw new Problem('work-needed', { about: { challenge, bits: String(bits) } })
}

/**
 * Tries a password at the pace that failures before have earned; a failure is counted under a keyed mark of the name
 * or the device, since people type passwords into the wrong field. A database is never held meanwhile.
 */
export async function proveWho(
  node: Node,
  given: SignIn,
  from: From,
): Promise<{ readonly org: string; readonly account: string; readonly slotKey: Buffer }> {
  const name = given.name.trim().toLowerCase()
  // A flood of strangers is turned away before it takes a connection to the database from anybody.
  if (from !== 'session' && from.deviceCookie === null) needWork(node, name, given.work, false)
  const signin = { role: 'setu_signin' } as const
  const pace = await inTransaction(node.engine, signin, (db) => paceOf(db, { node, from, name }))
  const { candidate, mark, failures, line } = pace
  const admit = (spend: boolean) => {
    if (line === 'stranger') needWork(node, name, given.work, spend)
  }
  admit(false)
  const secret = candidate?.secret ?? nobodysSecret(node.passwordCost)
  const slotKey = await paced({ failures, line, admit: () => admit(true) }, () =>
    slotKeyOf(given.password, secret, line),
  )
  if (candidate !== null && slotKey !== null)
    return { org: candidate.org, account: candidate.account, slotKey }
  await inTransaction(node.engine, signin, (db) => countFailure(db, mark))
  throw new Problem('sign-in-failed')
}

/** Whoever signs in where somebody was signed in takes the place over: the session before is dead. */
async function endSessionBefore({ node, cookie }: Visit): Promise<void> {
  if (cookie === null) return
  try {
    await asActor(node, passOf(cookie), (work) => endSession(work.db, work.actor.session))
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'not-signed-in')) throw error
  }
}

/**
 * Begins to sign someone in: logged in the transaction that opens what a password alone opens, which is nothing yet
 * but in the demonstration, where nobody has a second factor.
 */
export async function signIn(visit: Visit, given: SignIn): Promise<Reply<SignedIn>> {
  const { node } = visit
  const { org, account, slotKey } = await proveWho(node, given, visit)
  await endSessionBefore(visit)
  const cookie = await inTransaction(node.engine, { role: 'setu_signin' }, async (db) => {
    const who = { org, account, device: deviceName(visit.device) }
    const opened = await (node.demo ? openSessionOn : beginSessionOn)(db, who)
    const answered = { action: 'signIn', method: 'POST', status: 201 } as const
    await enterWithPassword(db, who, opened.cookie, slotKey)
    await logVisit(db, visit, answered, { org, account, session: opened.session })
    return opened.cookie
  })
  return { status: 201, body: await whatNext(visit, cookie), cookie }
}
