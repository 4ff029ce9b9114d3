import { existsSync } from 'node:fs'
import {
  beginNodeKey,
  type Engine,
  inTransaction,
  type KeyFileFault,
  keyFileOf,
  keysOfFile,
  type NodeKey,
  nodeKeyOfFile,
  type Settings,
} from '../platform/index.ts'
import { type Looking, nodeKeysInUse } from './facts.ts'
import { refuse, type Words } from './refuse.ts'

const faultWords: Readonly<Record<KeyFileFault, Words>> = {
  'inside-data': {
    en: 'the key file must lie outside the data folder',
    bn: 'চাবির ফাইল তথ্য-ফোল্ডারের বাইরে থাকতে হবে',
  },
  'open-to-others': {
    en: 'the key file may be read by others; set its mode to 0600',
    bn: 'চাবির ফাইল অন্যরাও পড়তে পারে; এর মোড 0600 করুন',
  },
  'not-a-key': { en: 'the key file does not hold a node key', bn: 'চাবির ফাইলে কোনো নোড-চাবি নেই' },
  missing: {
    en: 'the key file is not there, and without it nothing sealed in this database can be opened',
    bn: 'চাবির ফাইলটি নেই, আর সেটি ছাড়া এই ডেটাবেসের সিল করা কিছুই খোলা যাবে না',
  },
}

/** Reads something of a key file; where that cannot be done, the operator is told which file and why. */
export function readingKey<Read>(
  file: string,
  read: () => Read | KeyFileFault,
  variable = 'SETU_KEY_FILE',
): Read {
  let found: Read | KeyFileFault
  try {
    found = read()
  } catch {
    return refuse(`${variable}: ${file} cannot be read or made`, `${variable}: ${file} পড়া বা তৈরি করা যাচ্ছে না`)
  }
  if (!isFault(found)) return found
  const { en, bn } = faultWords[found]
  return refuse(`${variable}: ${file}: ${en}`, `${variable}: ${file}: ${bn}`)
}

const isFault = (found: unknown): found is KeyFileFault => typeof found === 'string' && found in faultWords

const read = (file: string, dataFolder: string, make: boolean): NodeKey =>
  readingKey(file, () => nodeKeyOfFile(file, dataFolder, make))

/** The node's key. It is made for a database that nothing is sealed in yet; any other needs the key it has. */
export async function findNodeKey(
  settings: Settings,
  engine: Engine,
  demo: boolean,
  role: Looking = 'setu_setup',
): Promise<NodeKey> {
  const used = await nodeKeysInUse(engine, role)
  const file = keyFileOf(settings, demo)
  const key = read(file, settings.dataFolder, used.length === 0)
  const { id, ids } = key.still()
  if (used.some((known) => !ids.includes(known.id))) {
    refuse(
      `SETU_KEY_FILE: the key in ${file} is not the key of this database`,
      `SETU_KEY_FILE: ${file}-এর চাবি এই ডেটাবেসের চাবি নয়`,
    )
  }
  if (used.length > 0 && !used.some((known) => known.id === id && !known.closed)) {
    refuse(
      `SETU_KEY_FILE: the first key in ${file} is not in use here yet; run \`setu node-key rotate\``,
      `SETU_KEY_FILE: ${file}-এর প্রথম চাবি এখানে এখনো ব্যবহারে আসেনি; \`setu node-key rotate\` চালান`,
    )
  }
  if (!demo) refuseDemoKey(settings, key)
  if (used.length === 0 && role === 'setu_setup')
    await inTransaction(engine, { role }, (db) => beginNodeKey(db, id))
  return key
}

/** The demonstration's key has lain open to whoever tried Setu out: nothing real is ever sealed under it. */
export function refuseDemoKey(settings: Settings, { ids }: Pick<NodeKey, 'ids'>): void {
  const file = keyFileOf({ ...settings, keyFile: null }, true)
  if (!existsSync(file) || !read(file, settings.dataFolder, false).ids.some((id) => ids.includes(id))) return
  refuse(
    'SETU_KEY_FILE: this is the key of the demonstration; a real installation needs a key of its own',
    'SETU_KEY_FILE: এটি প্রদর্শনীর চাবি; আসল কাজের জন্য আলাদা চাবি দরকার',
  )
}

/** How a command is told of node keys from before. */
export const formerKeyOption = { 'node-key': { type: 'string', multiple: true } } as const

/** The node keys of files that an operator names: former ones, kept apart for backups of their time. */
export function formerKeysOf(files: readonly string[] = [], { dataFolder }: Settings): NodeKey[] {
  return files.flatMap((file) => readingKey(file, () => keysOfFile(file, dataFolder), '--node-key'))
}

/** The node keys at hand, to find among them the one that a backup was made under. */
export function nodeKeysAt(settings: Settings): NodeKey[] {
  const files = [keyFileOf(settings, false), keyFileOf(settings, true)].filter((file) => existsSync(file))
  return [...new Set(files)].map((file) => read(file, settings.dataFolder, false))
}
