import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { writeOnce } from '../write-once.ts'
import { lastingMarks, type MarkKeys, markKeyOf, type NodeKey, nodeKeyFrom, ringOf } from './node-key.ts'

/** Why a key file cannot be used. */
export type KeyFileFault = 'inside-data' | 'open-to-others' | 'not-a-key' | 'missing'

/** What a key file holds: its keys, the one that wraps first, and what lasting marks were begun with. */
export interface KeyFile {
  readonly secrets: readonly [Buffer, ...Buffer[]]
  readonly marks: MarkKeys
}

const base64Key = '[A-Za-z0-9+/]{43}='
const keyLine = new RegExp(`^${base64Key}$`)
const markLine = new RegExp(`^mark (${lastingMarks.join('|')}) (${base64Key})$`)

/** Reads the lines of a key file; `null` where one of them is none. */
export function parseKeyFile(text: string): KeyFile | null {
  const secrets: Buffer[] = []
  const marks: Record<string, Buffer> = {}
  for (const line of text.split('\n').map((part) => part.trim())) {
    if (line === '') continue
    const [, place, mark] = markLine.exec(line) ?? []
    if (place !== undefined && mark !== undefined) marks[place] = Buffer.from(mark, 'base64')
    else if (keyLine.test(line)) secrets.push(Buffer.from(line, 'base64'))
    else return null
  }
  const [first, ...others] = secrets
  return first === undefined ? null : { secrets: [first, ...others], marks }
}

export function keyFileText({ secrets, marks }: KeyFile): string {
  const lines = secrets.map((secret) => secret.toString('base64'))
  for (const place of lastingMarks) {
    const mark = marks[place]
    if (mark !== undefined) lines.push(`mark ${place} ${mark.toString('base64')}`)
  }
  return `${lines.join('\n')}\n`
}

/** The keys of a file, each by itself. */
export function keysOf({ secrets: [first, ...others], marks }: KeyFile): [NodeKey, ...NodeKey[]] {
  return [nodeKeyFrom(first, marks), ...others.map((secret) => nodeKeyFrom(secret, marks))]
}

/** The marks of a file as they go on under a key that is put before its own. */
export function marksOn({ secrets: [first], marks }: KeyFile): MarkKeys {
  return Object.fromEntries(lastingMarks.map((place) => [place, marks[place] ?? markKeyOf(first, place)]))
}

function insideOf(folder: string, file: string): boolean {
  const way = relative(folder, file)
  return way.split(sep)[0] !== '..' && !isAbsolute(way)
}

/** The file as it truly lies, links followed, so that no link leads back into the data folder. */
function realPlace(file: string): string {
  return existsSync(file) ? realpathSync(file) : join(realpathSync(dirname(file)), basename(file))
}

/** Where a key file truly lies and what it holds; it is made when `make` says so and it is not there. */
export function openKeyFile(
  file: string,
  dataFolder: string,
  make: boolean,
): { readonly path: string; readonly held: KeyFile } | KeyFileFault {
  const path = resolve(file)
  if (!existsSync(path) && !make) return 'missing'
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const real = realPlace(path)
  const data = existsSync(dataFolder) ? realpathSync(dataFolder) : resolve(dataFolder)
  if (insideOf(data, real)) return 'inside-data'
  // What it wraps is lost without it, so it is on the disk before anything is wrapped.
  writeOnce(real, `${randomBytes(32).toString('base64')}\n`, 0o600)
  if ((statSync(real).mode & 0o077) !== 0) return 'open-to-others'
  const held = parseKeyFile(readFileSync(real, 'utf8'))
  return held === null ? 'not-a-key' : { path: real, held }
}

/** The keys of a file that is there, each by itself. */
export function keysOfFile(file: string, dataFolder: string): NodeKey[] | KeyFileFault {
  const opened = openKeyFile(file, dataFolder, false)
  return typeof opened === 'string' ? opened : keysOf(opened.held)
}

function stampOf(path: string): string {
  const { ino, mtimeNs, size } = statSync(path, { bigint: true })
  return `${ino}|${mtimeNs}|${size}`
}

/** The keys of a file for as long as a process lives: it goes by the file as it is, and forgets no key it has seen. */
function livingKey(path: string, held: KeyFile): NodeKey {
  const seen = new Map<string, NodeKey>()
  const ringFrom = (file: KeyFile): NodeKey => {
    const [first, ...others] = keysOf(file)
    for (const key of [first, ...others]) seen.set(key.id, key)
    return ringOf(first, [...others, ...seen.values()])
  }
  let now = ringFrom(held)
  let stamp = ''
  const look = (): NodeKey => {
    try {
      const found = stampOf(path)
      if (found !== stamp) {
        const file = parseKeyFile(readFileSync(path, 'utf8'))
        if (file !== null) now = ringFrom(file)
        stamp = found
      }
    } catch {
      // Whoever exchanges the file may be at it right now: until it can be read again, what was read before holds.
    }
    return now
  }
  return {
    get id() {
      return look().id
    },
    get ids() {
      return look().ids
    },
    wrap: (plain, place) => look().wrap(plain, place),
    unwrap: (wrapped, place) => look().unwrap(wrapped, place),
    mark: (text, place) => look().mark(text, place),
    still: look,
  }
}

/**
 * The node key of a file, made at the first start when `make` says so. A file inside the data folder, or one
 * that others may read, is refused: a copy of the folder must not carry its key along. A running node takes up
 * what is put into the file meanwhile.
 */
export function nodeKeyOfFile(file: string, dataFolder: string, make: boolean): NodeKey | KeyFileFault {
  const opened = openKeyFile(file, dataFolder, make)
  return typeof opened === 'string' ? opened : livingKey(opened.path, opened.held)
}
