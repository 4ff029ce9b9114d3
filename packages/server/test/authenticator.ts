import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { PasskeyAsked, PasskeyBegun, PasskeyMade, PasskeySigned } from '@setu/records/api'
import { isoCBOR } from '@simplewebauthn/server/helpers'

interface Manner {
  readonly origin?: string
  /** Whether the device knew its owner, by a finger or a number. */
  readonly verified?: boolean
  /** What the counter says; it goes on from the last one otherwise. */
  readonly counter?: number
}

/** A device that makes one passkey and signs with it, as a phone does; told how, also as one that lies. */
export interface Authenticator {
  make(asked: PasskeyBegun, manner?: Manner): PasskeyMade
  sign(asked: PasskeyAsked, manner?: Manner): PasskeySigned
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest()

/** The flags of authenticator data: somebody was there, was known, and a passkey comes along. */
const [present, known, withPasskey] = [0x01, 0x04, 0x40]

export function authenticator(origin: string): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  let counted = 0

  const clientData = (type: string, challenge: string, from: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: from, crossOrigin: false }))
  const data = (rpId: string, verified: boolean, counter: number, more: Buffer): Buffer => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    const flags = present | (verified ? known : 0) | (more.length > 0 ? withPasskey : 0)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, more])
  }

  return {
    make({ challenge, rp }, { origin: from = origin, verified = true, counter = 0 } = {}) {
      const cose = new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
        [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
      ])
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const passkey = Buffer.concat([Buffer.alloc(16), length, id, isoCBOR.encode(cose)])
      const attestation = new Map<string, string | Uint8Array | Map<string, string>>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(data(rp.id, verified, counter, passkey))],
      ])
      return {
        name: 'a phone',
        id: text(id),
        attestationObject: text(isoCBOR.encode(attestation)),
        clientDataJSON: text(clientData('webauthn.create', challenge, from)),
        transports: ['internal'],
      }
    },
    sign({ challenge, rpId }, { origin: from = origin, verified = true, counter } = {}) {
      counted = counter ?? counted + 1
      const authData = data(rpId, verified, counted, Buffer.alloc(0))
      const client = clientData('webauthn.get', challenge, from)
      return {
        id: text(id),
        authenticatorData: text(authData),
        clientDataJSON: text(client),
        signature: text(sign('sha256', Buffer.concat([authData, sha256(client)]), privateKey)),
      }
    },
  }
}
