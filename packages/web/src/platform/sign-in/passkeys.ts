import type {
  FactorKind,
  FactorsView,
  PasskeyAsked,
  PasskeyBegun,
  PasskeyMade,
  PasskeySigned,
} from '@setu/records/api'
import { Refusal } from '../refusal.ts'

/** Whether this browser keeps passkeys, on the line by which it came here. */
export function keepsPasskeys(): boolean {
  return window.isSecureContext && 'PublicKeyCredential' in window
}

/** Somebody said no to their device, or let the time pass; the device does not say which. */
async function withDevice<Answer>(act: () => Promise<Answer>): Promise<Answer> {
  try {
    return await act()
  } catch {
    throw new Refusal({ code: 'passkey.not-given', status: 0 })
  }
}

/** Has the device sign with a passkey that it or its owner has. */
export async function signWithPasskey(asked: PasskeyAsked): Promise<PasskeySigned> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const allowCredentials = asked.allowCredentials.map(({ id, type }) => ({ id, type }))
  const { id, response } = await withDevice(() =>
    startAuthentication({ optionsJSON: { ...asked, allowCredentials } }),
  )
  const { authenticatorData, clientDataJSON, signature } = response
  return { id, authenticatorData, clientDataJSON, signature }
}

/** Has the device make a passkey. */
export async function makePasskey(begun: PasskeyBegun, name: string): Promise<PasskeyMade> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  const excludeCredentials = begun.excludeCredentials.map(({ id, type }) => ({ id, type }))
  const { id, response } = await withDevice(() =>
    startRegistration({ optionsJSON: { ...begun, excludeCredentials } }),
  )
  const { attestationObject, clientDataJSON, transports = [] } = response
  return { name, id, attestationObject, clientDataJSON, transports: [...transports] }
}

/** With what somebody who is in can prove once more that it is they. */
export function kindsOf(factors: FactorsView | undefined): readonly FactorKind[] {
  if (factors === undefined) return ['totp']
  const { passkeys, mayPasskey, totp, recoveryLeft } = factors
  return [
    ...(mayPasskey && passkeys.length > 0 ? (['passkey'] as const) : []),
    ...(totp === null ? [] : (['totp'] as const)),
    ...(recoveryLeft > 0 ? (['recovery'] as const) : []),
  ]
}
