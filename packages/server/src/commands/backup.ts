import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Environment, type Settings, takeBackup } from '../platform/index.ts'
import { sayingWhy } from './backup-words.ts'
import { readFact } from './facts.ts'
import { findNodeKey } from './node-key.ts'
import { type OpenDatabase, openDatabase, openPostgres, settingsOf } from './open-database.ts'
import { refuseUnready } from './ready-database.ts'
import { refuse, type Voice } from './refuse.ts'
import { releaseOf } from './release.ts'

interface Files {
  readonly dataFile: string
  readonly keysFile: string
}

export const backupOptions = {
  data: { type: 'string' },
  keys: { type: 'string' },
  out: { type: 'string' },
} as const

interface Named {
  readonly data?: string | undefined
  readonly keys?: string | undefined
  readonly out?: string | undefined
}

/** The two files of a backup, as they were named; with a folder alone, both in it under the moment's name. */
export function filesOf(values: Named, now: Date | null): Files {
  const stamp = now?.toISOString().replace(/[:.]/g, '-')
  const inFolder = (holds: string): string | undefined =>
    values.out === undefined || stamp === undefined
      ? undefined
      : join(values.out, `setu-${stamp}-${holds}.gz`)
  const [data, keys] = [values.data ?? inFolder('data'), values.keys ?? inFolder('keys')]
  if (data === undefined || keys === undefined || resolve(data) === resolve(keys)) {
    refuse(
      'name two files: --data FILE for the rows, --keys FILE for the keys that open what is sealed in them',
      'দুটি ফাইলের নাম দিন: তথ্যের জন্য --data FILE, সিল করা তথ্য খোলার চাবির জন্য --keys FILE',
      2,
    )
  }
  return { dataFile: resolve(data), keysFile: resolve(keys) }
}

/** A backup reads everything, so on a server it has a sign-in of its own, which serves nobody. */
async function openForBackup(settings: Settings): Promise<Pick<OpenDatabase, 'engine' | 'close'>> {
  if (settings.backupUrl !== null) {
    const engine = await openPostgres('DATABASE_BACKUP_URL', settings.backupUrl, { connections: 1 })
    return { engine, close: () => engine.close() }
  }
  if (settings.databaseUrl === null) return openDatabase(settings)
  return refuse(
    'DATABASE_BACKUP_URL: a backup is taken under a sign-in of its own; `setu prepare` makes it',
    'DATABASE_BACKUP_URL: ব্যাকআপ নিতে আলাদা সংযোগ লাগে; `setu prepare` সেটি তৈরি করে',
    2,
  )
}

/** Backs a database up as it is at one moment, into two files that are to be kept apart. */
export async function backup(env: Environment, args: readonly string[], voice: Voice): Promise<number> {
  const settings = settingsOf(env)
  const taken = new Date()
  const { values } = parseArgs({ args: [...args], options: backupOptions })
  const { dataFile, keysFile } = filesOf(values, taken)
  const database = await openForBackup(settings)
  try {
    await refuseUnready(database.engine, 'setu_backup', 'DATABASE_BACKUP_URL')
    const nodeKey = await findNodeKey(
      settings,
      database.engine,
      (await readFact(database.engine, 'demo', 'setu_backup')) === true,
      'setu_backup',
    )
    const { rows, tables } = await sayingWhy(() =>
      takeBackup({
        engine: database.engine,
        nodeKey,
        release: releaseOf(),
        taken,
        witnesses: settings.witnesses.map(({ name }) => name),
        dataFile,
        keysFile,
      }),
    )
    voice.say({
      en: `${rows} rows of ${tables} tables are in ${dataFile}; their keys are in ${keysFile}.`,
      bn: `${tables}টি টেবিলের ${rows}টি সারি ${dataFile}-এ; তাদের চাবি ${keysFile}-এ।`,
    })
    if (dirname(dataFile) === dirname(keysFile)) {
      voice.complain({
        en: 'keep the two files apart: who has both needs only the node key to read everything',
        bn: 'ফাইল দুটি আলাদা জায়গায় রাখুন: যার কাছে দুটিই আছে, সব পড়তে তার শুধু নোড-চাবি দরকার',
      })
    }
    return 0
  } finally {
    await database.close()
  }
}
