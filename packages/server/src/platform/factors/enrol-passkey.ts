import { randomUUID } from 'node:crypto'
import type { Enrolled, PasskeyAsked, PasskeyBegun, PasskeyMade, PasskeyWanted } from '@setu/records/api'
import type { Reply, Visit } from '../http/endpoint.ts'
import { Problem } from '../problem.ts'
import { freshCookie, handleHash, handleOf } from '../sessions/token.ts'
import { logVisit } from '../sessions/visit-log.ts'
import { cameFurther } from './come-in.ts'
import { notNow } from './enrol.ts'
import { onSignIn, stepOn } from './half-way.ts'
import { challengeFor, freshChallenge, madeRight, toMake, toSign } from './passkey.ts'
import { type Party, passkeyParty } from './passkey-party.ts'
import {
  keepChallenge,
  keepPasskey,
  mayEnrol,
  passkeysHere,
  proving,
  spendChallenge,
} from './passkey-store.ts'
import { freshRecoveryCodes, recoveryHash } from './recovery-code.ts'

function needParty({ node }: Visit): Party {
  const party = passkeyParty(node)
  if (party === null) throw new Problem(node.demo ? 'demo-refuses' : 'step-not-possible')
  return party
}

/** Begins to enrol a passkey: as the first factor, or with a fresh proof beside the others. */
export async function startPasskey(visit: Visit): Promise<Reply<PasskeyBegun>> {
  const challenge = freshChallenge()
  const body = await onSignIn(visit, async (db, stands) => {
    const party = needParty(visit)
    if (!(await mayEnrol(db))) throw notNow(stands)
    await keepChallenge(db, challenge, 'enrol')
    await logVisit(db, visit, { action: 'startPasskey', method: 'POST', status: 200 }, stands)
    return toMake(visit.node, party, stands, { challenge, kept: await passkeysHere(db) })
  })
  return { status: 200, body }
}

/** A passkey as it was made: from now on it is a second factor, and whoever was enrolling is in. */
export async function finishPasskey(visit: Visit, made: PasskeyMade): Promise<Reply<Enrolled>> {
  const { party, challenge } = await onSignIn(visit, async (db) => ({
    party: needParty(visit),
    challenge: await spendChallenge(db, 'enrol'),
  }))
  const right = challenge === null ? null : await madeRight(party, challenge, made)
  if (right === null) throw new Problem('passkey-wrong')
  const recovery = freshRecoveryCodes()
  const cookie = await onSignIn(visit, async (db, stands) => {
    const fresh = stands.stage === 'full' ? null : freshCookie()
    const handle = fresh === null ? null : handleHash(handleOf(fresh))
    const { name, transports } = made
    const passkey = { id: randomUUID(), name, transports, ...right }
    const keep = () => keepPasskey(db, passkey, recovery.map(recoveryHash), handle)
    if (!(await stepOn(db, visit, { owner: stands, fresh }, keep))) throw notNow(stands)
    await logVisit(db, visit, { action: 'finishPasskey', method: 'POST', status: 200 }, stands)
    return fresh
  })
  // Whoever had a factor already has codes already, too.
  return cameFurther(visit, cookie, (next) => ({ ...next, recovery: cookie === null ? [] : [...recovery] }))
}

/** What one of one’s own passkeys is asked to sign, to come in or to prove once more that it is oneself. */
export async function askPasskey(visit: Visit, { about }: PasskeyWanted): Promise<Reply<PasskeyAsked>> {
  const challenge = challengeFor(about)
  const body = await onSignIn(visit, async (db, stands) => {
    const party = needParty(visit)
    const kept = await passkeysHere(db)
    if (kept.length === 0 || stands.stage === 'enrol') throw new Problem('step-not-possible')
    await keepChallenge(db, challenge, proving(about))
    await logVisit(db, visit, { action: 'askPasskey', method: 'POST', status: 200 }, stands)
    return toSign(party, challenge, kept)
  })
  return { status: 200, body }
}
