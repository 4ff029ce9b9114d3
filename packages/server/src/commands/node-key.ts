import { existsSync } from 'node:fs'
import {
  type Engine,
  type KeyFileFault,
  keyFileOf,
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

function read(file: string, dataFolder: string, make: boolean): NodeKey {
  let key: NodeKey | KeyFileFault
  try {
    key = nodeKeyOfFile(file, dataFolder, make)
  } catch {
    return refuse(
      `SETU_KEY_FILE: ${file} cannot be read or made`,
      `SETU_KEY_FILE: ${file} পড়া বা তৈরি করা যাচ্ছে না`,
    )
  }
  if (typeof key !== 'string') return key
  const { en, bn } = faultWords[key]
  return refuse(`SETU_KEY_FILE: ${file}: ${en}`, `SETU_KEY_FILE: ${file}: ${bn}`)
}

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
  if (used.some((id) => id !== key.id)) {
    refuse(
      `SETU_KEY_FILE: the key in ${file} is not the key of this database`,
      `SETU_KEY_FILE: ${file}-এর চাবি এই ডেটাবেসের চাবি নয়`,
    )
  }
  if (!demo) refuseDemoKey(settings, key)
  return key
}

/** The demonstration's key has lain open to whoever tried Setu out: nothing real is ever sealed under it. */
function refuseDemoKey(settings: Settings, key: NodeKey): void {
  const file = keyFileOf({ ...settings, keyFile: null }, true)
  if (!existsSync(file) || read(file, settings.dataFolder, false).id !== key.id) return
  refuse(
    'SETU_KEY_FILE: this is the key of the demonstration; a real installation needs a key of its own',
    'SETU_KEY_FILE: এটি প্রদর্শনীর চাবি; আসল কাজের জন্য আলাদা চাবি দরকার',
  )
}

/** The node keys at hand, to find among them the one that a backup was made under. */
export function nodeKeysAt(settings: Settings): NodeKey[] {
  const files = [keyFileOf(settings, false), keyFileOf(settings, true)].filter((file) => existsSync(file))
  return [...new Set(files)].map((file) => read(file, settings.dataFolder, false))
}
