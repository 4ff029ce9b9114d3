import { readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Environment, readRecipients, type Settings, takeBackup } from '../platform/index.ts'
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
export function filesOf(values: Named, now: Date | null, ending = 'gz'): Files {
  const stamp = now?.toISOString().replace(/[:.]/g, '-')
  const inFolder = (holds: string): string | undefined =>
    values.out === undefined || stamp === undefined
      ? undefined
      : join(values.out, `setu-${stamp}-${holds}.${ending}`)
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
export async function openForBackup(settings: Settings): Promise<Pick<OpenDatabase, 'engine' | 'close'>> {
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

/** How long the keys of a backup are kept where nobody says so: what is erased is out of all backups after that. */
const usualKeysDays = '14'

const takingOptions = {
  ...backupOptions,
  to: { type: 'string', multiple: true },
  plain: { type: 'boolean', default: false },
  'keep-keys-days': { type: 'string', default: usualKeysDays },
} as const

interface Wish {
  readonly to?: readonly string[] | undefined
  readonly plain: boolean
}

/** To whom the files are encrypted: an operator's public keys, or nobody when that was asked for aloud. */
function recipientsOf({ to = [], plain }: Wish, env: Environment): readonly string[] {
  const text = to.length > 0 ? to.join(' ') : (env['SETU_BACKUP_KEY'] ?? '')
  const recipients = readRecipients(text)
  if (recipients === null)
    return refuse(
      '--to, SETU_BACKUP_KEY: public keys of age, all of one kind: age1… (`setu backup-key --out FILE` makes one)',
      '--to, SETU_BACKUP_KEY: age-এর উন্মুক্ত চাবি, সব একই ধরনের: age1… (`setu backup-key --out FILE` একটি তৈরি করে)',
      2,
    )
  if (plain !== (recipients.length === 0))
    refuse(
      plain
        ? '--plain leaves the files open to whoever finds them: leave --to and SETU_BACKUP_KEY out, or --plain'
        : 'say to whose public key the backup is encrypted: --to age1… or SETU_BACKUP_KEY (`setu backup-key --out FILE` makes one); or --plain',
      plain
        ? '--plain দিলে যে পায় সে-ই ফাইল পড়তে পারে: হয় --to ও SETU_BACKUP_KEY বাদ দিন, নয় --plain'
        : 'কার উন্মুক্ত চাবিতে ব্যাকআপ সিল হবে বলুন: --to age1… অথবা SETU_BACKUP_KEY (`setu backup-key --out FILE` একটি তৈরি করে); নয়তো --plain',
      2,
    )
  return recipients
}

const keysName = /^setu-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z-keys[.](age|gz)$/

function takenAt(name: string): number | null {
  const [, day, hours, minutes, seconds, thousandths] = keysName.exec(name) ?? []
  return day === undefined ? null : Date.parse(`${day}T${hours}:${minutes}:${seconds}.${thousandths}Z`)
}

/** Takes away the keys of old backups: without them their rows open nothing, and so what was erased since is gone there too. */
function pruneKeys(keysFile: string, { now, days }: { readonly now: Date; readonly days: number }): number {
  const folder = dirname(keysFile)
  const old = readdirSync(folder).filter((name) => {
    const taken = takenAt(name)
    return taken !== null && name !== basename(keysFile) && now.getTime() - taken > days * 86_400_000
  })
  for (const name of old) rmSync(join(folder, name))
  return old.length
}

/** Backs a database up as it is at one moment, into two files that are to be kept apart. */
export async function backup(env: Environment, args: readonly string[], voice: Voice): Promise<number> {
  const settings = settingsOf(env)
  const taken = new Date()
  const { values } = parseArgs({ args: [...args], options: takingOptions })
  const days = values['keep-keys-days']
  if (!/^\d{1,4}$/.test(days))
    refuse('--keep-keys-days must be a number of days', '--keep-keys-days দিনের সংখ্যা হতে হবে', 2)
  const { dataFile, keysFile } = filesOf(values, taken, values.plain ? 'gz' : 'age')
  const recipients = recipientsOf(values, env)
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
        recipients,
        dataFile,
        keysFile,
      }),
    )
    voice.say({
      en: `${rows} rows of ${tables} tables are in ${dataFile}; their keys are in ${keysFile}.`,
      bn: `${tables}টি টেবিলের ${rows}টি সারি ${dataFile}-এ; তাদের চাবি ${keysFile}-এ।`,
    })
    const pruned = pruneKeys(keysFile, { now: taken, days: Number(days) })
    if (pruned > 0)
      voice.say({
        en: `The keys of ${pruned} backups older than ${days} days are gone; their rows open no more.`,
        bn: `${days} দিনের পুরোনো ${pruned}টি ব্যাকআপের চাবি মোছা হয়েছে; সেগুলোর তথ্য আর খুলবে না।`,
      })
    if (recipients.length === 0)
      voice.complain({
        en: 'the files are NOT encrypted: whoever finds them reads every code, date and place in them',
        bn: 'ফাইলগুলো এনক্রিপ্ট করা নয়: যে পাবে সে-ই সব কোড, তারিখ ও জায়গা পড়তে পারবে',
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
