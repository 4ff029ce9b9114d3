import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import {
  beginNodeKey,
  closeNodeKey,
  dropNodeKeys,
  type Engine,
  type Environment,
  inTransaction,
  type KeyFile,
  type KnownNodeKey,
  keyFileOf,
  keyFileText,
  keysOf,
  knownNodeKeys,
  marksOn,
  moveToNodeKey,
  type NodeKey,
  openAllUnder,
  openKeyFile,
  parseKeyFile,
  ringOf,
  type Settings,
  writeOnce,
  writeOver,
} from '../platform/index.ts'
import { readFact } from './facts.ts'
import { formerKeyOption, formerKeysOf, readingKey, refuseDemoKey } from './node-key.ts'
import { tellNodeKeys } from './node-key-report.ts'
import { openDatabase, settingsOf } from './open-database.ts'
import { refuseUnready } from './ready-database.ts'
import { refuse, type Voice } from './refuse.ts'

/** How long a process that shares the key file has, to finish what it was about to wrap under the former key. */
const graceMs = 1000

interface Exchange {
  readonly engine: Engine
  /** Where the key file truly lies. */
  readonly path: string
  /** Keys that are in no file of the node any more, for what stands under them. */
  readonly former: readonly NodeKey[]
  readonly voice: Voice
  readonly graceMs: number
}

const asSetup = <Result>(
  engine: Engine,
  work: Parameters<typeof inTransaction<Result>>[2],
): Promise<Result> => inTransaction(engine, { role: 'setu_setup', timeoutMs: 60_000 }, work)

function read(path: string): KeyFile {
  return readingKey(path, () => parseKeyFile(readFileSync(path, 'utf8')) ?? 'not-a-key')
}

function put(path: string, file: KeyFile): void {
  try {
    writeOver(path, keyFileText(file), 0o600)
  } catch {
    refuse(
      `SETU_KEY_FILE: ${path} cannot be changed by this user; its folder must be writable too`,
      `SETU_KEY_FILE: এই ব্যবহারকারী ${path} বদলাতে পারে না; ফোল্ডারটিও লেখার যোগ্য হতে হবে`,
    )
  }
}

/** Puts a new key into the file, behind the one that wraps: from now on it opens. */
function addNext(path: string, held: KeyFile): KeyFile {
  const next: KeyFile = { secrets: [...held.secrets, randomBytes(32)], marks: marksOn(held) }
  put(path, next)
  return next
}

/** The key that all is to stand under: one that the database has not heard of, or the latest that it has. */
function targetOf(file: KeyFile, known: readonly KnownNodeKey[]): NodeKey | null {
  const keys = keysOf(file)
  const unheard = keys.find(({ id }) => known.every((key) => key.id !== id))
  if (unheard) return unheard
  const latest = known.findLast(({ id, closed }) => !closed && keys.some((key) => key.id === id))
  return keys.find(({ id }) => id === latest?.id) ?? null
}

/** The file with one of its keys first. */
function withFirst(file: KeyFile, id: string): KeyFile {
  const ids = keysOf(file).map((key) => key.id)
  const at = ids.indexOf(id)
  const { secrets } = file
  const chosen = secrets[at]
  if (at === 0 || chosen === undefined) return file
  return { secrets: [chosen, ...secrets.toSpliced(at, 1)], marks: marksOn(file) }
}

/** Keeps the former keys of a file apart, each in a file of its own, and leaves the file with its first key alone. */
function tidy({ path, voice }: Exchange, file: KeyFile): void {
  const [first] = file.secrets
  if (file.secrets.length === 1) return
  for (const [at, { id }] of keysOf(file).entries()) {
    const secret = file.secrets[at]
    if (at === 0 || secret === undefined) continue
    const apart = `${path}.former-${id}`
    writeOnce(apart, keyFileText({ secrets: [secret], marks: {} }), 0o600)
    voice.say({
      en: `The former key ${id} is in ${apart}: take it off this machine, and keep it as long as the backups of its time.`,
      bn: `আগের চাবি ${id} আছে ${apart}-এ: এটি এই যন্ত্র থেকে সরান, আর সেই সময়ের ব্যাকআপ যতদিন থাকে ততদিন রাখুন।`,
    })
  }
  put(path, { secrets: [first], marks: marksOn(file) })
}

async function moveAll(exchange: Exchange, to: NodeKey, opens: NodeKey): Promise<void> {
  const { engine, voice } = exchange
  const known = await asSetup(engine, knownNodeKeys)
  const left = known.filter(({ id, dropped }) => id !== to.id && !dropped)
  if (left.length === 0) return
  let moved = 0
  for (const { id, closed } of left) {
    if (!closed) await asSetup(engine, (db) => closeNodeKey(db, id))
    moved += await moveToNodeKey(engine, id, opens, to)
  }
  const opened = await openAllUnder(engine, to)
  const ids = left.map(({ id }) => id)
  if (!(await dropNodeKeys(engine, ids, moved))) {
    refuse(
      'something still stands under the former key; run this once more',
      'কিছু এখনো আগের চাবির অধীনে আছে; আবার চালান',
    )
  }
  voice.say({
    en: `${moved} secrets are wrapped anew, and all ${opened} open under the key ${to.id}. Dropped: ${ids.join(', ')}.`,
    bn: `${moved}টি গোপন তথ্য নতুন করে মোড়ানো হয়েছে; মোট ${opened}টি চাবি ${to.id} দিয়ে খোলে। বাদ গেছে: ${ids.join(', ')}।`,
  })
}

/**
 * Brings everything under the key that comes next, from wherever an exchange was left: first it can open, then it
 * wraps, then nothing more is wrapped under the one before, then all is wrapped anew and tried, and then the one
 * before is dropped. At each step a node that runs goes on, and one that is started begins.
 */
export async function exchangeNodeKey(exchange: Exchange): Promise<void> {
  const { engine, path, former, voice } = exchange
  const known = await asSetup(engine, knownNodeKeys)
  const inUse = known.filter(({ dropped }) => !dropped)
  let file = read(path)
  const [only, ...others] = inUse
  const atRest = others.length === 0 && keysOf(file).every(({ id }) => known.some((key) => key.id === id))
  if (only === undefined) {
    refuse('no node was started on this database yet', 'এই ডেটাবেসে এখনো কোনো নোড চালু হয়নি')
  }
  if (atRest && !keysOf(file).some(({ id }) => id === only.id)) otherKey(path)
  if (atRest && file.secrets.length > 1) return tidy(exchange, withFirst(file, only.id))
  if (atRest) file = addNext(path, file)
  const to = targetOf(file, known)
  if (to === null) otherKey(path)
  const opens = ringOf(to, [...keysOf(file), ...former])
  if (inUse.some(({ id, standing }) => standing.length > 0 && !opens.ids.includes(id))) otherKey(path)
  const from = inUse.filter(({ id }) => id !== to.id).map(({ id }) => id)
  voice.say({ en: `From ${from.join(', ')} to ${to.id}.`, bn: `${from.join(', ')} থেকে ${to.id}-এ।` })
  await asSetup(engine, (db) => beginNodeKey(db, to.id))
  const first = withFirst(file, to.id)
  if (first !== file) put(path, first)
  if (engine.kind === 'postgres') await pause(exchange.graceMs)
  await moveAll(exchange, to, opens)
  tidy(exchange, first)
}

function otherKey(path: string): never {
  return refuse(
    `SETU_KEY_FILE: something here stands under a key that is not in ${path}; give that key with --node-key`,
    `SETU_KEY_FILE: এখানকার কিছু এমন চাবির অধীনে যা ${path}-এ নেই; সেই চাবি --node-key দিয়ে দিন`,
  )
}

/** What an exchange on this database needs; a key of the demonstration serves nothing else. */
async function prepared(
  settings: Settings,
  engine: Engine,
  { former, voice }: Pick<Exchange, 'former' | 'voice'>,
): Promise<Exchange> {
  const demo = (await readFact(engine, 'demo')) === true
  const file = keyFileOf(settings, demo)
  const { path, held } = readingKey(file, () => openKeyFile(file, settings.dataFolder, false))
  if (!demo) refuseDemoKey(settings, { ids: keysOf(held).map(({ id }) => id) })
  return { engine, path, former, voice, graceMs }
}

function next({ path, voice }: Exchange): void {
  const held = read(path)
  if (held.secrets.length === 1) addNext(path, held)
  voice.say({
    en: `${path} holds the next key too. Copy it to every machine that runs this node, then run \`setu node-key rotate\`.`,
    bn: `${path}-এ পরের চাবিও আছে। এই নোড যেসব যন্ত্রে চলে সেখানে কপি করুন, তারপর \`setu node-key rotate\` চালান।`,
  })
}

/** Exchanges the node's key for a new one, or says under which keys everything stands. */
export async function nodeKeyCommand(
  env: Environment,
  args: readonly string[],
  voice: Voice,
): Promise<number> {
  const settings = settingsOf(env)
  const { values, positionals } = parseArgs({
    args: [...args],
    options: formerKeyOption,
    allowPositionals: true,
  })
  const [act = '', ...more] = positionals
  if (more.length > 0 || !['check', 'next', 'rotate'].includes(act))
    refuse(
      'say what to do: node-key check | next | rotate',
      'কী করতে হবে বলুন: node-key check | next | rotate',
      2,
    )
  const former = formerKeysOf(values['node-key'], settings)
  const database = await openDatabase(settings)
  try {
    await refuseUnready(database.engine)
    const exchange = await prepared(settings, database.engine, { former, voice })
    if (act === 'rotate') await exchangeNodeKey(exchange)
    if (act === 'next') {
      next(exchange)
      return 0
    }
    return (await tellNodeKeys(database.engine, exchange.path, voice)) ? 0 : 1
  } finally {
    await database.close()
  }
}

/** Brings a database that was just restored from a backup of a former key's time under the node's present key. */
export async function adoptNodeKey(
  settings: Settings,
  engine: Engine,
  { former, voice }: Pick<Exchange, 'former' | 'voice'>,
): Promise<void> {
  const exchange = await prepared(settings, engine, { former, voice })
  const [first] = keysOf(read(exchange.path))
  const known = await asSetup(engine, knownNodeKeys)
  const fits = known.every(({ id, dropped }) => dropped || id === first.id)
  if (!fits) await exchangeNodeKey({ ...exchange, graceMs: 0 })
}
