import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import {
  breachWords,
  type Engine,
  type Environment,
  type ErasedSince,
  examine,
  readIdentities,
  restoreBackup,
  type Settings,
} from '../platform/index.ts'
import { backupOptions, filesOf } from './backup.ts'
import { sayingWhy } from './backup-words.ts'
import { readFact } from './facts.ts'
import { tellLog, tellTombstones } from './log-report.ts'
import { formerKeyOption, formerKeysOf, nodeKeysAt } from './node-key.ts'
import { openDatabase, openPostgres, settingsOf } from './open-database.ts'
import { refuseWeak } from './ready-database.ts'
import { refuse, type Voice } from './refuse.ts'
import { adoptNodeKey } from './rotate-node-key.ts'

interface Target {
  readonly owner: Engine
  close(): Promise<void>
}

/** Where a backup goes: the embedded database, or a server's under its owner, since no policy lets rows in wholesale. */
async function targetOf(settings: Settings): Promise<Target> {
  if (settings.databaseUrl === null && settings.ownerUrl === null) {
    const { engine, close } = await openDatabase(settings)
    return { owner: engine, close }
  }
  if (settings.ownerUrl === null) {
    return refuse(
      'DATABASE_OWNER_URL: a backup is put back under the owner of the database; give its address',
      'DATABASE_OWNER_URL: ব্যাকআপ ফিরিয়ে আনতে ডেটাবেসের মালিকের ঠিকানা দরকার; সেটি দিন',
      2,
    )
  }
  const owner = await openPostgres('DATABASE_OWNER_URL', settings.ownerUrl, { connections: 1 })
  await refuseWeak(owner, 'DATABASE_OWNER_URL')
  return { owner, close: () => owner.close() }
}

/** The secret keys of the operator, read from their files and kept nowhere. */
function identitiesOf(files: readonly string[]): readonly string[] {
  return files.flatMap((file) => {
    const found = existsSync(file) ? readIdentities(readFileSync(file, 'utf8')) : null
    return (
      found ??
      refuse(
        `--identity: ${file} is no file of secret keys of age`,
        `--identity: ${file}-এ age-এর গোপন চাবি নেই`,
        2,
      )
    )
  })
}

/** How a command is told where to learn what was erased since a backup. */
export const sourceOptions = {
  tombstones: { type: 'string', multiple: true },
  'never-witnessed': { type: 'boolean', default: false },
} as const

interface Sources {
  readonly tombstones?: readonly string[] | undefined
  readonly 'never-witnessed': boolean
}

/** A folder by its full path, or an address without the key that may stand behind it. */
function placeOf(text: string): string {
  return /^https?:/.test(text) ? text.replace(/#.*$/, '') : resolve(text)
}

/** Those who are named, else those whom the node shows its log to. */
export function erasedSinceOf(given: Sources, { witnesses }: Settings): ErasedSince {
  if (given['never-witnessed']) return { kind: 'neverWitnessed' }
  const named = (given.tombstones ?? []).map(placeOf)
  const usual = witnesses.map((place) => (place.kind === 'folder' ? place.folder : place.url))
  return { kind: 'witnesses', places: named.length > 0 ? named : usual }
}

/** Whether the database is one that would be served. Who signs in for a restore is its owner, so that is not asked. */
async function tellHealth(owner: Engine, voice: Voice): Promise<boolean> {
  const breaches = (await examine(owner, { lenient: true })).filter(({ kind }) => !kind.startsWith('sign-in'))
  for (const { kind, where } of breaches)
    voice.complain({ en: `${breachWords[kind].en}: ${where}`, bn: `${breachWords[kind].bn}: ${where}` })
  return breaches.length === 0
}

/** Puts a backup back into an empty database, and erases again what was erased since. */
export async function restore(env: Environment, args: readonly string[], voice: Voice): Promise<number> {
  const settings = settingsOf(env)
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...backupOptions,
      ...sourceOptions,
      ...formerKeyOption,
      identity: { type: 'string', multiple: true, default: [] },
    },
  })
  const files = filesOf(values, null)
  const erasedSince = erasedSinceOf(values, settings)
  const identities = identitiesOf(values.identity)
  const former = formerKeysOf(values['node-key'], settings)
  const target = await targetOf(settings)
  try {
    const { header, erasedAgain } = await sayingWhy(() =>
      restoreBackup({
        owner: target.owner,
        nodeKeys: [...nodeKeysAt(settings), ...former],
        ...files,
        identities,
        erasedSince,
      }),
    )
    const rows = header.tables.reduce((sum, table) => sum + table.rows, 0)
    voice.say({
      en: `${rows} rows are back as they were at ${header.taken}. Everyone signs in again.`,
      bn: `${header.taken} সময়ের ${rows}টি সারি ফিরে এসেছে। সবাইকে আবার প্রবেশ করতে হবে।`,
    })
    if ((await readFact(target.owner, 'demo')) === true) {
      voice.say({ en: 'It is a demonstration.', bn: 'এটি একটি প্রদর্শনী।' })
    }
    voice.say({
      en: `${erasedAgain} cases that were erased since then are erased again.`,
      bn: `এরপর মোছা হয়েছিল এমন ${erasedAgain}টি কেস আবার মোছা হয়েছে।`,
    })
    if (former.length > 0) await adoptNodeKey(settings, target.owner, { former, voice })
    const healthy = await tellHealth(target.owner, voice)
    const gone = await tellTombstones(target.owner, settings, voice)
    if (!healthy || !gone) return 1
    if (await tellLog(target.owner, settings, voice)) return 0
    voice.complain({
      en: 'The rows are back, but the log is not the one that was witnessed: ask the data-protection officer before anybody works here',
      bn: 'সারিগুলো ফিরেছে, কিন্তু লগটি সাক্ষীর দেখা লগ নয়: কেউ এখানে কাজ করার আগে তথ্য-সুরক্ষা কর্মকর্তাকে জিজ্ঞাসা করুন',
    })
    return 1
  } finally {
    await target.close()
  }
}
