import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core'

/**
 * HPKE (RFC 9180, base mode) with X25519, HKDF-SHA256 and AES-256-GCM seals keys to keys; values are
 * AES-256-GCM under a data key that is fresh for each row and writing.
 */
const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
})

export interface KeyPair {
  readonly publicKey: Uint8Array
  readonly privateKey: Uint8Array
}

const keyLength = 32
const sealedKeyLength = keyLength + keyLength + 16

function exact(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length)
  new Uint8Array(copy).set(bytes)
  return copy
}

export async function makePair(): Promise<KeyPair> {
  const pair = await suite.kem.generateKeyPair()
  return {
    publicKey: new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey)),
    privateKey: new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey)),
  }
}

/** The pair that a secret always leads to. */
export async function pairFrom(secret: Uint8Array): Promise<KeyPair> {
  const pair = await suite.kem.deriveKeyPair(exact(secret))
  return {
    publicKey: new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey)),
    privateKey: new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey)),
  }
}

/** Seals a secret to a public key, bound to its place. */
export async function sealTo(publicKey: Uint8Array, secret: Uint8Array, place: string): Promise<Buffer> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(exact(publicKey))
  const sender = await suite.createSenderContext({ recipientPublicKey, info: exact(Buffer.from('setu1')) })
  const ct = await sender.seal(exact(secret), exact(Buffer.from(place)))
  return Buffer.concat([Buffer.from(sender.enc), Buffer.from(ct)])
}

/** Opens what was sealed to the public half of this key; fails closed when anything but the place was meant. */
export async function openWith(privateKey: Uint8Array, sealed: Uint8Array, place: string): Promise<Buffer> {
  const recipientKey = await suite.kem.deserializePrivateKey(exact(privateKey))
  const recipient = await suite.createRecipientContext({
    recipientKey,
    enc: exact(sealed.subarray(0, keyLength)),
    info: exact(Buffer.from('setu1')),
  })
  return Buffer.from(await recipient.open(exact(sealed.subarray(keyLength)), exact(Buffer.from(place))))
}

/** Where a sealed value stands. It is bound into the ciphertext; the present owner is not, since owners change. */
export interface Place {
  readonly node: string
  readonly table: string
  readonly row: string
  readonly version: number
}

/** A data key for one writing of one row, with its sealed form that goes before each value. */
export interface DataKey {
  readonly key: Uint8Array
  readonly header: Buffer
}

const format = 1
/** What goes before a value: format, name of the key, sealed data key. */
const headLength = 17 + sealedKeyLength
/** Format, name of the key, sealed data key, nonce and tag: what goes round even an empty text. */
const leastSealed = 17 + sealedKeyLength + 12 + 16

export async function freshDataKey(partKeyId: string, publicKey: Uint8Array): Promise<DataKey> {
  const key = randomBytes(keyLength)
  return { key, header: await headFor(partKeyId, publicKey, key) }
}

/** What goes before a value: which key it asks for, and its data key sealed to that. */
export async function headFor(
  partKeyId: string,
  publicKey: Uint8Array,
  dataKey: Uint8Array,
): Promise<Buffer> {
  const idBytes = Buffer.from(partKeyId.replaceAll('-', ''), 'hex')
  const sealed = await sealTo(publicKey, dataKey, `setu1|data|${partKeyId}`)
  return Buffer.concat([Buffer.from([format]), idBytes, sealed])
}

function boundTo({ node, table, row, version }: Place, column: string): Buffer {
  return Buffer.from(`setu1|${node}|${table}|${column}|${row}|${version}`)
}

export function sealValue({ key, header }: DataKey, place: Place, column: string, text: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(boundTo(place, column))
  const ct = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([header, nonce, ct, cipher.getAuthTag()])
}

function keyNamedIn(bytes: Uint8Array, least: number): string {
  if (bytes[0] !== format) throw new TypeError('sealed value of an unknown format')
  if (bytes.length < least) throw new TypeError('sealed value that was cut short')
  const hex = Buffer.from(bytes.subarray(1, 17)).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The part key that a sealed value asks for. */
export const partKeyOf = (sealed: Uint8Array): string => keyNamedIn(sealed, leastSealed)

/** The same of what goes before a value, without the value. */
export const partKeyOfHead = (head: Uint8Array): string => keyNamedIn(head, headLength)

/** The sealed data key of a value: the same bytes for all values of one writing. */
export function sealedDataKeyOf(sealed: Uint8Array): Uint8Array {
  return sealed.subarray(17, 17 + sealedKeyLength)
}

export function openDataKey(
  privateKey: Uint8Array,
  partKeyId: string,
  sealedKey: Uint8Array,
): Promise<Buffer> {
  return openWith(privateKey, sealedKey, `setu1|data|${partKeyId}`)
}

export function openValue(key: Uint8Array, place: Place, column: string, sealed: Uint8Array): string {
  const body = sealed.subarray(17 + sealedKeyLength)
  const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, 12))
  decipher.setAAD(boundTo(place, column))
  decipher.setAuthTag(body.subarray(-16))
  return Buffer.concat([decipher.update(body.subarray(12, -16)), decipher.final()]).toString('utf8')
}
