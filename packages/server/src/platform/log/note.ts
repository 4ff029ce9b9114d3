import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

/**
 * Signed notes and checkpoints as the transparency logs of the field write them: C2SP signed-note v1.0.0,
 * tlog-checkpoint v1.0.0 and tlog-cosignature v1.0.0 (2024), so that any witness of that kind can stand by ours.
 */

const signedBy = 1
const cosignedBy = 4

// RFC 8410: what goes before the 32 bytes of an Ed25519 key in PKCS #8 and in SubjectPublicKeyInfo.
const seedPrefix = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex')

/** A key that signs notes under a name. */
export interface Signer {
  readonly name: string
  readonly publicKey: Buffer
  sign(bytes: Uint8Array): Buffer
}

/** A signer from its 32 secret bytes. */
export function signerFrom(name: string, seed: Uint8Array): Signer {
  if (seed.length !== 32) throw new RangeError('an Ed25519 seed has 32 bytes')
  const key = createPrivateKey({ key: Buffer.concat([seedPrefix, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(publicPrefix.length)
  return { name, publicKey, sign: (bytes) => sign(null, bytes, key) }
}

function publicKeyOf(bytes: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([publicPrefix, bytes]), format: 'der', type: 'spki' })
}

function keyHash(name: string, kind: number, publicKey: Uint8Array): Buffer {
  return createHash('sha256')
    .update(`${name}\n`)
    .update(Buffer.from([kind]))
    .update(publicKey)
    .digest()
    .subarray(0, 4)
}

/** Whose signature is looked for: a name, what kind of signature, and the public half. */
export interface Verifier {
  readonly name: string
  readonly kind: 'log' | 'witness'
  readonly publicKey: Buffer
}

const kinds = { log: signedBy, witness: cosignedBy } as const

/** A verifier's key as it is handed about: name, short hash, and the key itself in one line. */
export function keyLine({ name, kind, publicKey }: Verifier): string {
  const bytes = Buffer.concat([Buffer.from([kinds[kind]]), publicKey])
  return `${name}+${keyHash(name, kinds[kind], publicKey).toString('hex')}+${bytes.toString('base64')}`
}

/** Reads a verifier's key; `null` when the line is none, or its short hash is not its own. */
export function readKeyLine(line: string): Verifier | null {
  const [, name = '', short = '', text = ''] =
    /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(line.trim()) ?? []
  const bytes = Buffer.from(text, 'base64')
  const kind = bytes[0] === signedBy ? 'log' : bytes[0] === cosignedBy ? 'witness' : null
  if (kind === null || bytes.length !== 33) return null
  const verifier = { name, kind, publicKey: bytes.subarray(1) } as const
  return keyHash(name, kinds[kind], verifier.publicKey).toString('hex') === short ? verifier : null
}

/** How many cases were erased by then, and the digest of the list of their tombstones. */
export interface TombstoneSum {
  readonly count: number
  readonly digest: Buffer
}

/** What a checkpoint says: whose log, how many leaves, their root, and in a line of our own what was erased. */
export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Buffer
  readonly tombstones?: TombstoneSum | undefined
}

function bodyOf({ origin, size, root, tombstones }: Checkpoint): string {
  const erased =
    tombstones === undefined ? '' : `tombstones ${tombstones.count} ${tombstones.digest.toString('base64')}\n`
  return `${origin}\n${size}\n${root.toString('base64')}\n${erased}`
}

function readSum(line: string): TombstoneSum | undefined {
  const [, count, text = ''] = /^tombstones ([1-9]\d{0,14}) ([A-Za-z0-9+/]{43}=)$/.exec(line) ?? []
  return count === undefined ? undefined : { count: Number(count), digest: Buffer.from(text, 'base64') }
}

function signatureLine(name: string, bytes: Uint8Array): string {
  return `\u2014 ${name} ${Buffer.from(bytes).toString('base64')}\n`
}

/** A checkpoint signed by the log. */
export function signedCheckpoint(checkpoint: Checkpoint, signer: Signer): string {
  const body = bodyOf(checkpoint)
  const signature = Buffer.concat([
    keyHash(signer.name, signedBy, signer.publicKey),
    signer.sign(Buffer.from(body)),
  ])
  return `${body}\n${signatureLine(signer.name, signature)}`
}

/** What a cosigner signs: the moment in seconds, and the body. */
function cosignedBytes(seconds: number, body: string): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${seconds}\n${body}`)
}

/** A witness's line beneath a checkpoint that it found to continue what it had seen. */
export function cosignature(note: string, signer: Signer, at: Date): string {
  const body = note.slice(0, note.indexOf('\n\n') + 1)
  const seconds = Math.floor(at.getTime() / 1000)
  const moment = Buffer.alloc(8)
  moment.writeBigUInt64BE(BigInt(seconds))
  const signature = signer.sign(cosignedBytes(seconds, body))
  return signatureLine(
    signer.name,
    Buffer.concat([keyHash(signer.name, cosignedBy, signer.publicKey), moment, signature]),
  )
}

/** A checkpoint as it was read, with all signatures beneath it. */
export interface Note extends Checkpoint {
  readonly body: string
  readonly signatures: readonly { readonly name: string; readonly bytes: Buffer }[]
}

/** Reads a checkpoint without asking who signed it; `null` when it is none. */
export function readNote(text: string): Note | null {
  const end = text.indexOf('\n\n')
  if (end < 0 || text.length > 10_000) return null
  const body = text.slice(0, end + 1)
  const [origin = '', size = '', root = '', erased = ''] = body.split('\n')
  const bytes = Buffer.from(root, 'base64')
  if (origin === '' || !/^(0|[1-9]\d{0,14})$/.test(size) || bytes.length !== 32) return null
  const tombstones = readSum(erased)
  if (body !== bodyOf({ origin, size: Number(size), root: bytes, tombstones })) return null
  const signatures = text
    .slice(end + 2)
    .split('\n')
    .flatMap((line) => {
      const [, name, bytesText] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? []
      return name === undefined || bytesText === undefined
        ? []
        : [{ name, bytes: Buffer.from(bytesText, 'base64') }]
    })
  return { origin, size: Number(size), root: bytes, tombstones, body, signatures }
}

/** Whether a note bears this verifier's signature, and for a witness when it gave it; `null` when it does not. */
export function signedAt(
  { body, signatures }: Note,
  { name, kind, publicKey }: Verifier,
): Date | true | null {
  const short = keyHash(name, kinds[kind], publicKey)
  for (const { name: by, bytes } of signatures) {
    if (by !== name || !bytes.subarray(0, 4).equals(short)) continue
    if (kind === 'log') {
      if (verify(null, Buffer.from(body), publicKeyOf(publicKey), bytes.subarray(4))) return true
      continue
    }
    if (bytes.length !== 76) continue
    const seconds = Number(bytes.readBigUInt64BE(4))
    if (verify(null, cosignedBytes(seconds, body), publicKeyOf(publicKey), bytes.subarray(12)))
      return new Date(seconds * 1000)
  }
  return null
}
