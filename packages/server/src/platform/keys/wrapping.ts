import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Wraps a secret under a key of 32 bytes, AES-256-GCM. The place is bound in: it opens only where it belongs. */
export function wrapUnder(key: Uint8Array, secret: Uint8Array, place: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(place))
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()])
}

/** Opens what was wrapped under this key for this place; anything else is an error. */
export function unwrapUnder(key: Uint8Array, wrapped: Uint8Array, place: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, wrapped.subarray(0, 12))
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(wrapped.subarray(-16))
  return Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()])
}
