import { isIP } from 'node:net'

/** To whom a passkey belongs on the device: to this address, and to no page that only looks like it. */
export interface Party {
  readonly id: string
  readonly origin: string
}

/** Browsers keep passkeys for names: not for bare numbers, nor, but on the same machine, for lines in clear. */
export function passkeyParty({
  origin,
  demo,
}: {
  readonly origin?: string
  readonly demo: boolean
}): Party | null {
  if (origin === undefined || demo) return null
  const { protocol, hostname: id } = new URL(origin)
  const named = isIP(id.replaceAll(/[[\]]/g, '')) === 0 && (protocol === 'https:' || id === 'localhost')
  return named ? { id, origin } : null
}
