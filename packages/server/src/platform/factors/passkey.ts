import { createHash, randomBytes } from 'node:crypto'
import type { PasskeyAsked, PasskeyBegun, PasskeyMade, PasskeySigned } from '@setu/records/api'
import type { Node } from '../node.ts'
import type { Standing } from './factor-store.ts'
import type { Party } from './passkey-party.ts'
import type { KeptPasskey } from './passkey-store.ts'

const timeout = 5 * 60_000
/** EdDSA, ECDSA with P-256, RSA: what authenticators make. */
const algorithms = [-8, -7, -257]

export const freshChallenge = (): Buffer => randomBytes(32)

/** What is signed for one thing alone is a hash of it; what else goes in makes it new each time. */
export function challengeFor(about: string | undefined): Buffer {
  const fresh = freshChallenge()
  return about === undefined ? fresh : createHash('sha256').update(fresh).update(about).digest()
}

const named = ({ credentialId, transports }: KeptPasskey) => ({
  id: credentialId.toString('base64url'),
  type: 'public-key' as const,
  transports: [...transports],
})

/** What a device is asked to make a passkey for; it is told the sign-in name, and a mark for the account. */
export function toMake(
  { nodeKey }: Node,
  party: Party,
  { account, signInName }: Standing,
  { challenge, kept }: { readonly challenge: Buffer; readonly kept: readonly KeptPasskey[] },
): PasskeyBegun {
  const user = nodeKey.mark(account, 'passkey user').toString('base64url')
  return {
    challenge: challenge.toString('base64url'),
    rp: { id: party.id, name: 'Setu' },
    user: { id: user, name: signInName, displayName: signInName },
    pubKeyCredParams: algorithms.map((alg) => ({ alg, type: 'public-key' })),
    timeout,
    attestation: 'none',
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'required' },
    excludeCredentials: kept.map(named),
  }
}

/** What one of somebody's passkeys is asked to sign. */
export function toSign(party: Party, challenge: Buffer, kept: readonly KeptPasskey[]): PasskeyAsked {
  return {
    challenge: challenge.toString('base64url'),
    rpId: party.id,
    timeout,
    userVerification: 'required',
    allowCredentials: kept.map(named),
  }
}

interface Made {
  readonly credential: Buffer
  readonly publicKey: Buffer
  readonly counter: number
}

/** The public half of a passkey that was made as asked, by somebody whom the device knew; else `null`. */
export async function madeRight(party: Party, challenge: Buffer, made: PasskeyMade): Promise<Made | null> {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  const { id, attestationObject, clientDataJSON } = made
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { attestationObject, clientDataJSON },
      },
      expectedChallenge: challenge.toString('base64url'),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    })
    if (registrationInfo === undefined) return null
    const { credential } = registrationInfo
    return {
      credential: Buffer.from(credential.id, 'base64url'),
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
    }
  } catch {
    // Whatever is wrong with what was sent is thrown.
    return null
  }
}

/** Which passkey signed as asked, and how often it has by now; `null` when none did. */
export async function signedRight(
  party: Party,
  challenge: Buffer,
  kept: readonly KeptPasskey[],
  { id, authenticatorData, clientDataJSON, signature }: PasskeySigned,
): Promise<{ readonly passkey: string; readonly counter: number } | null> {
  const known = kept.find(({ credentialId }) => credentialId.toString('base64url') === id)
  if (known === undefined) return null
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { authenticatorData, clientDataJSON, signature },
      },
      expectedChallenge: challenge.toString('base64url'),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: { id, publicKey: new Uint8Array(known.publicKey), counter: known.counter },
      requireUserVerification: true,
    })
    return verified ? { passkey: known.id, counter: authenticationInfo.newCounter } : null
  } catch {
    return null
  }
}
