import { isIP } from 'node:net'
import { dirname, join, resolve, sep } from 'node:path'
import { readWitnesses, type WitnessPlace } from './log/witness-list.ts'

/** Cases that are not one's own, in an hour, where the operator says nothing else. */
export const usualCasesAnHour = 30

/** The variables of the environment, as they were given. */
export type Environment = Readonly<Record<string, string | undefined>>

/** How web pushes are signed (VAPID): who sends them, and the key pair. */
export interface PushSettings {
  readonly publicKey: string
  readonly privateKey: string
  readonly subject: string
}

/** How automatic reminders reach a telephone operator: files for a modem, or an address of the operator's own. */
export type TextSettings =
  | { readonly way: 'folder'; readonly folder: string }
  | { readonly way: 'address'; readonly url: string; readonly secretFile: string }

/** What a node is told by its environment. */
export interface Settings {
  readonly dataFolder: string
  readonly port: number
  readonly host: string
  /** Where people reach the node; over https the session's cookie is bound to it. */
  readonly origin: string | null
  readonly databaseUrl: string | null
  /** Where PostgreSQL keeps its data, if that is on this machine: changes stop before its disk is full. */
  readonly databaseFolder: string | null
  readonly ownerUrl: string | null
  /** A backup reads everything, under a sign-in that nobody is served by. */
  readonly backupUrl: string | null
  /** Where the node key lies; `null` when the operator did not say. */
  readonly keyFile: string | null
  readonly mail: { readonly url: string; readonly from: string } | null
  readonly push: PushSettings | null
  /** How automatic reminders go out; `null` where none do. */
  readonly texts: TextSettings | null
  /** Where the key lies that opens the numbers they go to; `null` when the operator did not say. */
  readonly reminderKeyFile: string | null
  /** Who outside remembers how far the log had come. */
  readonly witnesses: readonly WitnessPlace[]
  /** How many different cases that are not their own somebody may open in an hour. */
  readonly casesAnHour: number
}

/** A variable that cannot be used, and why: said to the operator in their language, never with the value. */
export interface ConfigFault {
  readonly variable: string
  readonly en: string
  readonly bn: string
}

function fault(variable: string, en: string, bn: string): ConfigFault {
  return { variable, en, bn }
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null
}

function given(env: Environment, name: string): string | null {
  const value = env[name]?.trim() ?? ''
  return value === '' ? null : value
}

function portOf(env: Environment, faults: ConfigFault[]): number {
  const text = given(env, 'PORT') ?? '8080'
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  faults.push(fault('PORT', 'must be a number from 0 to 65535', '০ থেকে ৬৫৫৩৫-এর মধ্যে একটি সংখ্যা হতে হবে'))
  return 8080
}

function casesAnHourOf(env: Environment, faults: ConfigFault[]): number {
  const text = given(env, 'SETU_CASES_AN_HOUR')
  if (text === null) return usualCasesAnHour
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text)
  const said = fault(
    'SETU_CASES_AN_HOUR',
    'must be a number from 1 to 9999',
    '১ থেকে ৯৯৯৯-এর মধ্যে একটি সংখ্যা হতে হবে',
  )
  faults.push(said)
  return usualCasesAnHour
}

function originOf(env: Environment, faults: ConfigFault[]): string | null {
  const text = given(env, 'SETU_ORIGIN')
  if (text === null) return null
  const url = parseUrl(text)
  if (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    url.search === '' &&
    url.username === ''
  )
    return url.origin
  faults.push(
    fault(
      'SETU_ORIGIN',
      'must be an address such as https://setu.example, without a path',
      'https://setu.example-এর মতো একটি ঠিকানা হতে হবে, কোনো পথ ছাড়া',
    ),
  )
  return null
}

function databaseOf(env: Environment, name: string, faults: ConfigFault[]): string | null {
  const text = given(env, name)
  if (text === null) return null
  if (/^postgres(ql)?:$/.test(parseUrl(text)?.protocol ?? '')) return text
  faults.push(fault(name, 'must begin with postgresql://', 'postgresql:// দিয়ে শুরু হতে হবে'))
  return null
}

function mailOf(env: Environment, faults: ConfigFault[]): Settings['mail'] {
  const url = given(env, 'SETU_MAIL_URL')
  const from = given(env, 'SETU_MAIL_FROM')
  if (url === null && from === null) return null
  if (url === null || !/^smtps?:$/.test(parseUrl(url)?.protocol ?? '')) {
    faults.push(
      fault('SETU_MAIL_URL', 'must begin with smtp:// or smtps://', 'smtp:// বা smtps:// দিয়ে শুরু হতে হবে'),
    )
    return null
  }
  if (from === null || !/^[^\s@]+@[^\s@]+$/.test(from)) {
    faults.push(
      fault(
        'SETU_MAIL_FROM',
        'must be the e-mail address that messages come from',
        'যে ই-মেইল ঠিকানা থেকে বার্তা যাবে তা দিতে হবে',
      ),
    )
    return null
  }
  return { url, from }
}

const pushNames = ['SETU_PUSH_PUBLIC_KEY', 'SETU_PUSH_PRIVATE_KEY', 'SETU_PUSH_SUBJECT'] as const

function pushOf(env: Environment, faults: ConfigFault[]): PushSettings | null {
  const [publicKey, privateKey, subject] = pushNames.map((name) => given(env, name))
  if (!publicKey && !privateKey && !subject) return null
  const before = faults.length
  if (!/^[A-Za-z0-9_-]{87}$/.test(publicKey ?? '')) {
    faults.push(fault('SETU_PUSH_PUBLIC_KEY', 'must be a VAPID public key', 'একটি VAPID উন্মুক্ত চাবি হতে হবে'))
  }
  if (!/^[A-Za-z0-9_-]{43}$/.test(privateKey ?? '')) {
    faults.push(fault('SETU_PUSH_PRIVATE_KEY', 'must be a VAPID private key', 'একটি VAPID গোপন চাবি হতে হবে'))
  }
  if (!/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/.test(subject ?? '')) {
    faults.push(
      fault(
        'SETU_PUSH_SUBJECT',
        'must be a mailto: or https:// address of the operator',
        'পরিচালকের mailto: বা https:// ঠিকানা হতে হবে',
      ),
    )
  }
  return faults.length === before && publicKey && privateKey && subject
    ? { publicKey, privateKey, subject }
    : null
}

function isTextAddress(text: string): boolean {
  const url = parseUrl(text)
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
}

function textsOf(env: Environment, faults: ConfigFault[]): TextSettings | null {
  const folder = given(env, 'SETU_TEXTS_FOLDER')
  const url = given(env, 'SETU_TEXTS_URL')
  const secretFile = given(env, 'SETU_TEXTS_SECRET_FILE')
  const wrong = (variable: string, en: string, bn: string): null => {
    faults.push(fault(variable, en, bn))
    return null
  }
  if (folder !== null && url !== null) {
    return wrong(
      'SETU_TEXTS_URL',
      'must be left out where SETU_TEXTS_FOLDER is given',
      'SETU_TEXTS_FOLDER দেওয়া থাকলে এটি বাদ দিতে হবে',
    )
  }
  if (folder !== null) return { way: 'folder', folder: resolve(folder) }
  if (url === null) return null
  if (!isTextAddress(url))
    return wrong('SETU_TEXTS_URL', 'must begin with https://', 'https:// দিয়ে শুরু হতে হবে')
  if (secretFile === null) {
    return wrong(
      'SETU_TEXTS_SECRET_FILE',
      'must name the file with the header that the operator asks for',
      'অপারেটর যে হেডার চায় তার ফাইলের নাম দিতে হবে',
    )
  }
  return { way: 'address', url, secretFile: resolve(secretFile) }
}

/** The variables that name a file of keys, each of which must lie where no copy of the data takes it along. */
function keptApart(env: Environment, name: string, dataFolder: string, faults: ConfigFault[]): string | null {
  const file = given(env, name)
  if (file === null) return null
  if (holds(dataFolder, file)) {
    faults.push(
      fault(name, 'must lie outside the data folder (SETU_DATA)', 'তথ্য-ফোল্ডারের (SETU_DATA) বাইরে থাকতে হবে'),
    )
  }
  return resolve(file)
}

function witnessesOf(env: Environment, faults: ConfigFault[]): readonly WitnessPlace[] {
  const places = readWitnesses(given(env, 'SETU_WITNESSES') ?? '')
  if (places !== null) return places
  faults.push(
    fault(
      'SETU_WITNESSES',
      'must list folders by their full path, or witnesses as https://witness.example#KEY',
      'ফোল্ডারের পুরো পথ অথবা https://witness.example#KEY রূপে সাক্ষীর তালিকা হতে হবে',
    ),
  )
  return []
}

/** Whether a folder holds a file, by their names alone. */
function holds(folder: string, file: string): boolean {
  return resolve(file).startsWith(resolve(folder) + sep)
}

/** Reads the environment; every variable that cannot be used is named. */
export function readSettings(env: Environment): {
  readonly settings: Settings
  readonly faults: readonly ConfigFault[]
} {
  const faults: ConfigFault[] = []
  const dataFolder = resolve(given(env, 'SETU_DATA') ?? './data')
  const settings: Settings = {
    dataFolder,
    port: portOf(env, faults),
    host: given(env, 'HOST') ?? '127.0.0.1',
    origin: originOf(env, faults),
    databaseUrl: databaseOf(env, 'DATABASE_URL', faults),
    databaseFolder: given(env, 'SETU_DATABASE_FOLDER'),
    ownerUrl: databaseOf(env, 'DATABASE_OWNER_URL', faults),
    backupUrl: databaseOf(env, 'DATABASE_BACKUP_URL', faults),
    keyFile: keptApart(env, 'SETU_KEY_FILE', dataFolder, faults),
    mail: mailOf(env, faults),
    push: pushOf(env, faults),
    texts: textsOf(env, faults),
    reminderKeyFile: keptApart(env, 'SETU_REMINDER_KEY_FILE', dataFolder, faults),
    witnesses: witnessesOf(env, faults),
    casesAnHour: casesAnHourOf(env, faults),
  }
  return { settings, faults }
}

/** The node key's file: as the operator said, else in ./keys; the demonstration has one of its own. */
export function keyFileOf({ keyFile }: Settings, demo: boolean): string {
  return keyFile ?? resolve('keys', demo ? 'demonstration.key' : 'node.key')
}

/** The file of the reminder key: as the operator said, else beside the node key. */
export function reminderKeyFileOf(settings: Settings, demo: boolean): string {
  const beside = demo ? 'demonstration-reminders.key' : 'reminders.key'
  return settings.reminderKeyFile ?? join(dirname(keyFileOf(settings, demo)), beside)
}

/** Whether an address is reached from this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}
