import { readFileSync } from 'node:fs'
import {
  type Engine,
  inTransaction,
  type KnownNodeKey,
  knownNodeKeys,
  type NodeKeyHolds,
  parseKeyFile,
} from '../platform/index.ts'
import { readingKey } from './node-key.ts'
import type { Voice, Words } from './refuse.ts'

const kindWords: Readonly<Record<NodeKeyHolds, Words>> = {
  totp: { en: 'secrets of codes', bn: 'কোডের গোপন চাবি' },
  log: { en: 'the key of the log', bn: 'লগের চাবি' },
  unit: { en: 'keys of units from before', bn: 'ইউনিটের আগের চাবি' },
  index: { en: 'keys of the index from before', bn: 'সূচির আগের চাবি' },
  demo: { en: 'slots of the demonstration', bn: 'প্রদর্শনীর ঘর' },
}

/** A key that has stood for so long is due to be exchanged. */
const yearMs = 365 * 24 * 60 * 60_000

function stateOf({ closed, dropped }: KnownNodeKey): Words {
  if (dropped) return { en: 'dropped', bn: 'বাদ' }
  return closed ? { en: 'closed', bn: 'বন্ধ' } : { en: 'in use', bn: 'ব্যবহারে' }
}

const inFile = (path: string): number =>
  readingKey(path, () => parseKeyFile(readFileSync(path, 'utf8')) ?? 'not-a-key').secrets.length

const known = (engine: Engine): Promise<KnownNodeKey[]> =>
  inTransaction(engine, { role: 'setu_setup' }, knownNodeKeys)

/** Says of each key what stands under it; `false` when an exchange was left half-way. */
export async function tellNodeKeys(engine: Engine, path: string, voice: Voice): Promise<boolean> {
  const keys = await known(engine)
  for (const key of keys) {
    const state = stateOf(key)
    const list = (language: keyof Words, none: string): string =>
      key.standing.map(({ kind, many }) => `${many} ${kindWords[kind][language]}`).join(', ') || none
    voice.say({
      en: `${key.id}, from ${key.made.slice(0, 10)}, ${state.en}: ${list('en', 'nothing')}.`,
      bn: `${key.id}, ${key.made.slice(0, 10)} থেকে, ${state.bn}: ${list('bn', 'কিছু নেই')}।`,
    })
  }
  return tellAge(keys, inFile(path), voice)
}

/** Says when a key is due to be exchanged; `false` when an exchange was begun and left. */
function tellAge(keys: readonly KnownNodeKey[], held: number, voice: Voice): boolean {
  const [first, ...more] = keys.filter(({ dropped }) => !dropped)
  if (more.length > 0 || held > 1) {
    voice.complain({
      en: 'the exchange of the node key was begun and is not over; run `setu node-key rotate`',
      bn: 'নোড-চাবি বদলানো শুরু হয়ে শেষ হয়নি; `setu node-key rotate` চালান',
    })
    return false
  }
  if (first !== undefined && Date.parse(first.made) < Date.now() - yearMs)
    voice.complain({
      en: `the node key is older than a year (${first.made.slice(0, 10)}); exchange it with \`setu node-key rotate\``,
      bn: `নোড-চাবির বয়স এক বছরের বেশি (${first.made.slice(0, 10)}); \`setu node-key rotate\` দিয়ে বদলান`,
    })
  return true
}

/** For the doctor: whether the exchange of keys is at rest, and whether one is due. */
export async function tellKeyAge(engine: Engine, path: string, voice: Voice): Promise<boolean> {
  const keys = await known(engine)
  return keys.length === 0 || tellAge(keys, inFile(path), voice)
}
