import type { FactorProof, PasskeySigned, SignedIn } from '@setu/records/api'
import type { Reply, Visit } from '../http/endpoint.ts'
import type { Node } from '../node.ts'
import { Problem } from '../problem.ts'
import { failuresUnder } from '../sessions/session-store.ts'
import { slowed } from '../sessions/sign-in-pace.ts'
import { freshCookie, handleHash, handleOf } from '../sessions/token.ts'
import { logVisit } from '../sessions/visit-log.ts'
import { cameFurther } from './come-in.ts'
import { countWrongCode, mayTry, type Proof, provedFor, type Standing, spendProof } from './factor-store.ts'
import { onSignIn, stepOn, unwrapTotp } from './half-way.ts'
import { signedRight } from './passkey.ts'
import { passkeyParty } from './passkey-party.ts'
import { passkeysHere, proving, spendChallenge } from './passkey-store.ts'
import { looksLikeRecovery, recoveryHash } from './recovery-code.ts'
import { totpStep } from './totp.ts'

const answered = { action: 'proveFactor', method: 'POST', status: 200 } as const

function proofIn(node: Node, stands: Standing, typed: string): Proof | null {
  if (looksLikeRecovery(typed)) return { recovery: recoveryHash(typed) }
  if (stands.wrapped === null) return null
  const step = totpStep(unwrapTotp(node, stands, stands.wrapped), typed, node.clock())
  return step === null ? null : { step }
}

/** A signature of what was asked of this very session; asked once, so that a second answer finds nothing. */
async function signatureIn(
  visit: Visit,
  signed: PasskeySigned,
  about: string | undefined,
): Promise<Proof | null> {
  const party = passkeyParty(visit.node)
  const { challenge, kept } = await onSignIn(visit, async (db) => ({
    challenge: await spendChallenge(db, proving(about)),
    kept: await passkeysHere(db),
  }))
  return party === null || challenge === null ? null : signedRight(party, challenge, kept, signed)
}

/** Whoever tries is counted before they wait, so that many tries at once are as many tries. */
async function beginTry(visit: Visit): Promise<{ readonly stands: Standing; readonly mark: Buffer }> {
  const begun = await onSignIn(visit, async (db, stands) => {
    const mark = visit.node.nodeKey.mark(stands.account, 'second factor')
    const may = stands.stage !== 'enrol' && (await mayTry(db))
    return { stands, mark, may, failures: await failuresUnder(db, mark) }
  })
  if (begun.stands.stage === 'enrol') throw new Problem('step-not-possible')
  if (!begun.may) throw new Problem('not-signed-in')
  await slowed(begun.failures, 'known')
  return begun
}

/**
 * Proves with a code or a passkey that it is the person who knows the password: the second half of signing in, with a new
 * cookie for the session that it opens; or, in a session, once more before something that cannot be undone.
 */
export async function proveFactor(visit: Visit, given: FactorProof): Promise<Reply<SignedIn>> {
  const { stands, mark } = await beginTry(visit)
  const cookie = stands.stage === 'factor' ? freshCookie() : null
  const handle = cookie === null ? null : handleHash(handleOf(cookie))
  const proof =
    'code' in given
      ? proofIn(visit.node, stands, given.code)
      : await signatureIn(visit, given.passkey, given.about)
  const fits = await onSignIn(visit, async (db, { org, account, session }) => {
    const owner = { org, account }
    const spend = () => (proof === null ? Promise.resolve(false) : spendProof(db, proof, handle))
    const used = await stepOn(db, visit, { owner, fresh: cookie }, spend)
    if (used && cookie === null && given.about !== undefined) await provedFor(db, given.about)
    if (used) await logVisit(db, visit, answered, { org, account, session })
    else await countWrongCode(db, mark)
    return used
  })
  if (!fits) throw new Problem('code' in given ? 'code-wrong' : 'passkey-wrong')
  return cameFurther(visit, cookie, (next) => next)
}
