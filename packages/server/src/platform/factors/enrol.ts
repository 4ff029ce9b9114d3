import type { Enrolled, TotpBegun } from '@setu/records/api'
import type { Reply, Visit } from '../http/endpoint.ts'
import { Problem } from '../problem.ts'
import { freshCookie, handleHash, handleOf } from '../sessions/token.ts'
import { logVisit } from '../sessions/visit-log.ts'
import { cameFurther } from './come-in.ts'
import { beginTotp, confirmTotp, renewRecovery, type Standing, sayItIsMe } from './factor-store.ts'
import { onSignIn, stepOn, unwrapTotp, wrapTotp } from './half-way.ts'
import { freshRecoveryCodes, recoveryHash } from './recovery-code.ts'
import { freshTotpSecret, totpStep, totpToShow } from './totp.ts'

/** A refusal that says what is missing: a fresh proof in a session, another step before one. */
export function notNow({ stage, fresh }: Standing): Problem {
  return new Problem(stage === 'full' && !fresh ? 'step-up-needed' : 'step-not-possible')
}

/** Everybody comes into the demonstration by a link; a second factor there would keep nobody out. */
function needRealNode({ node }: Visit): void {
  if (node.demo) throw new Problem('demo-refuses')
}

/** Begins to enrol an app that makes codes: a new secret, which counts from its first code on. */
export async function startTotp(visit: Visit): Promise<Reply<TotpBegun>> {
  needRealNode(visit)
  const { node } = visit
  const secret = freshTotpSecret()
  const shown = await onSignIn(visit, async (db, stands) => {
    const key = node.nodeKey.still()
    if (!(await beginTotp(db, wrapTotp(key, stands, secret), key.id))) throw notNow(stands)
    await logVisit(db, visit, { action: 'startTotp', method: 'POST', status: 200 }, stands)
    return totpToShow(secret, stands.signInName)
  })
  return { status: 200, body: shown }
}

/** The first code of an app: from now on it is the second factor, and whoever was enrolling is in. */
export async function finishTotp(visit: Visit, typed: string): Promise<Reply<Enrolled>> {
  const { node } = visit
  const recovery = freshRecoveryCodes()
  const cookie = await onSignIn(visit, async (db, stands) => {
    if (stands.pending === null) throw new Problem('step-not-possible')
    const step = totpStep(unwrapTotp(node, stands, stands.pending), typed, node.clock())
    if (step === null) throw new Problem('code-wrong')
    const fresh = stands.stage === 'full' ? null : freshCookie()
    const handle = fresh === null ? null : handleHash(handleOf(fresh))
    const confirm = () => confirmTotp(db, step, recovery.map(recoveryHash), handle)
    if (!(await stepOn(db, visit, { owner: stands, fresh }, confirm))) throw notNow(stands)
    await logVisit(db, visit, { action: 'finishTotp', method: 'POST', status: 200 }, stands)
    return fresh
  })
  return cameFurther(visit, cookie, (next) => ({ ...next, recovery: [...recovery] }))
}

/** New recovery codes in the place of all that were there. */
export async function newRecoveryCodes(visit: Visit): Promise<Reply<{ recovery: string[] }>> {
  needRealNode(visit)
  const recovery = freshRecoveryCodes()
  await onSignIn(visit, async (db, stands) => {
    if (!(await renewRecovery(db, recovery.map(recoveryHash)))) throw notNow(stands)
    await logVisit(db, visit, { action: 'newRecoveryCodes', method: 'POST', status: 200 }, stands)
  })
  return { status: 200, body: { recovery: [...recovery] } }
}

/** In the demonstration nobody has a second factor: before a grave step one says that it is oneself. */
export async function confirmInDemo(visit: Visit): Promise<Reply<undefined>> {
  await onSignIn(visit, async (db, stands) => {
    if (!visit.node.demo || !(await sayItIsMe(db))) throw new Problem('step-not-possible')
    await logVisit(db, visit, { action: 'confirmInDemo', method: 'POST', status: 204 }, stands)
  })
  return { status: 204, body: undefined }
}
