import { Readable } from 'node:stream'
import { ReadableStream } from 'node:stream/web'
import {
  Decrypter,
  Encrypter,
  generateHybridIdentity,
  generateX25519Identity,
  identityToRecipient,
} from 'age-encryption'

/** How every file of age begins. */
const firstWords = Buffer.from('age-encryption.org/v1\n')

/** Whether bytes begin as a file of age does. */
export function isAge(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, firstWords.length)).equals(firstWords)
}

const hybrid = /^age1pq1[0-9a-z]+$/
const classic = /^age1[0-9a-z]{58}$/

/** The public keys of an operator's list, all of one kind; `null` when one is none. */
export function readRecipients(text: string): readonly string[] | null {
  const keys = text.split(/[\s,]+/).filter((word) => word !== '')
  return [classic, hybrid].some((kind) => keys.every((key) => kind.test(key))) ? keys : null
}

/** The secret keys in a file of identities; `null` when there is none, or something else stands in it. */
export function readIdentities(text: string): readonly string[] | null {
  const lines = text.split('\n').map((line) => line.trim())
  const keys = lines.filter((line) => line !== '' && !line.startsWith('#'))
  return keys.length > 0 && keys.every((key) => /^AGE-SECRET-KEY-(PQ-)?1[0-9A-Z]+$/.test(key)) ? keys : null
}

/** A key pair for backups: the secret half is kept where no backup goes. */
export async function newIdentity(): Promise<{ readonly identity: string; readonly recipient: string }> {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

/** A key that lives as long as one backup is taken, so that what was written can be read again and compared. */
export async function passingIdentity(
  recipients: readonly string[],
): Promise<{ readonly identity: string; readonly recipient: string }> {
  const [first = ''] = recipients
  const identity = await (hybrid.test(first) ? generateHybridIdentity() : generateX25519Identity())
  return { identity, recipient: await identityToRecipient(identity) }
}

function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  return ReadableStream.from(pieces)
}

/** Encrypts piece by piece to each of these public keys. */
export async function* sealedTo(
  recipients: readonly string[],
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  yield* Readable.fromWeb(await encrypter.encrypt(streamOf(pieces)))
}

/** None of the identities at hand opens a file, or its beginning was changed. */
export class NotOpened extends Error {
  constructor() {
    super('no identity opens this file')
    this.name = 'NotOpened'
  }
}

/** Decrypts piece by piece; throws when none of the identities opens it, or when a piece was changed. */
export async function* openedBy(
  identities: readonly string[],
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  yield* Readable.fromWeb(
    await decrypter.decrypt(streamOf(pieces)).catch(() => {
      throw new NotOpened()
    }),
  )
}
