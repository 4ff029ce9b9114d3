import { type Engine, type Environment, restoreBackup, type Settings } from '../platform/index.ts'
import { filesOf } from './backup.ts'
import { sayingWhy } from './backup-words.ts'
import { readFact } from './facts.ts'
import { tellLog } from './log-report.ts'
import { nodeKeysAt } from './node-key.ts'
import { openDatabase, openPostgres, settingsOf } from './open-database.ts'
import { refuseWeak } from './ready-database.ts'
import { refuse, type Voice } from './refuse.ts'

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

/** Puts a backup back into an empty database. */
export async function restore(env: Environment, args: readonly string[], voice: Voice): Promise<number> {
  const settings = settingsOf(env)
  const files = filesOf(args, null)
  const target = await targetOf(settings)
  try {
    const header = await sayingWhy(() =>
      restoreBackup({ owner: target.owner, nodeKeys: nodeKeysAt(settings), ...files }),
    )
    const rows = header.tables.reduce((sum, table) => sum + table.rows, 0)
    voice.say({
      en: `${rows} rows are back as they were at ${header.taken}. Everyone signs in again.`,
      bn: `${header.taken} সময়ের ${rows}টি সারি ফিরে এসেছে। সবাইকে আবার প্রবেশ করতে হবে।`,
    })
    if ((await readFact(target.owner, 'demo')) === true) {
      voice.say({ en: 'It is a demonstration.', bn: 'এটি একটি প্রদর্শনী।' })
    }
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
