import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { writeOnce } from '../write-once.ts'
import { unwrapUnder, wrapUnder } from './wrapping.ts'

/**
 * The key that wraps what the node itself must open with nobody signed in: the secrets of second factors and the
 * log's signing key. It opens nothing that is sealed. It lives outside the database and outside the data folder: in
 * a file of its own here, in a key service elsewhere; nothing above this type knows which.
 */
export interface NodeKey {
  readonly id: string
  wrap(secret: Uint8Array, place: string): Uint8Array
  unwrap(wrapped: Uint8Array, place: string): Uint8Array
  /** A keyed mark of a text: alike for alike texts here, and no help in guessing them without the key. */
  mark(text: string, place: string): Buffer
}

/** A node key from 32 bytes. The place is bound in, so that a wrapped key opens only where it belongs. */
export function nodeKeyFrom(secret: Uint8Array): NodeKey {
  if (secret.length !== 32) throw new RangeError('a node key has 32 bytes')
  const id = createHash('sha256').update('setu node key id').update(secret).digest('hex').slice(0, 16)
  return {
    id,
    wrap: (plain, place) => wrapUnder(secret, plain, `setu1|node|${place}`),
    unwrap: (wrapped, place) => unwrapUnder(secret, wrapped, `setu1|node|${place}`),
    mark(text, place) {
      const key = Buffer.from(hkdfSync('sha256', secret, '', `setu1|mark|${place}`, 32))
      return createHmac('sha256', key).update(text, 'utf8').digest()
    },
  }
}

function insideOf(folder: string, file: string): boolean {
  const way = relative(folder, file)
  return way !== '' && way.split(sep)[0] !== '..' && !isAbsolute(way)
}

/** The file as it truly lies, links followed, so that no link leads back into the data folder. */
function realPlace(file: string): string {
  return existsSync(file) ? realpathSync(file) : join(realpathSync(dirname(file)), basename(file))
}

/** Why a key file cannot be used. */
export type KeyFileFault = 'inside-data' | 'open-to-others' | 'not-a-key' | 'missing'

/**
 * The node key of a file, made at the first start when `make` says so. A file inside the data folder, or one
 * that others may read, is refused: a copy of the folder must not carry its key along.
 */
export function nodeKeyOfFile(file: string, dataFolder: string, make: boolean): NodeKey | KeyFileFault {
  const path = resolve(file)
  if (!existsSync(path) && !make) return 'missing'
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const real = realPlace(path)
  const data = existsSync(dataFolder) ? realpathSync(dataFolder) : resolve(dataFolder)
  if (insideOf(data, real)) return 'inside-data'
  // What it wraps is lost without it, so it is on the disk before anything is wrapped.
  writeOnce(real, `${randomBytes(32).toString('base64')}\n`, 0o600)
  if ((statSync(real).mode & 0o077) !== 0) return 'open-to-others'
  const text = readFileSync(real, 'utf8').trim()
  return /^[A-Za-z0-9+/]{43}=$/.test(text) ? nodeKeyFrom(Buffer.from(text, 'base64')) : 'not-a-key'
}
