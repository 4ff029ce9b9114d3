import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import {
  addressGateway,
  type Engine,
  folderGateway,
  inTransaction,
  type KeyFileFault,
  knowsReminderKeys,
  openKeyFile,
  publishReminderKeys,
  type ReminderKey,
  reminderKeyFileOf,
  reminderKeysOf,
  type SecretFault,
  type Settings,
  secretHeaderOf,
  type TextGateway,
} from '../platform/index.ts'
import type { Sending } from '../protection/index.ts'
import type { Voice, Words } from './refuse.ts'

/** Which database, and whether it is the demonstration's, whose texts go into a folder where anybody can look at them. */
interface Place {
  readonly engine: Engine
  readonly demo: boolean
}

const keyFaults: Readonly<Record<KeyFileFault, Words>> = {
  'inside-data': {
    en: 'the key of the reminders must lie outside the data folder',
    bn: 'স্মরণবার্তার চাবি তথ্য-ফোল্ডারের বাইরে থাকতে হবে',
  },
  'open-to-others': {
    en: 'the key of the reminders may be read by others; set its mode to 0600',
    bn: 'স্মরণবার্তার চাবি অন্যরাও পড়তে পারে; এর মোড 0600 করুন',
  },
  'not-a-key': { en: 'this file holds no key of reminders', bn: 'এই ফাইলে স্মরণবার্তার কোনো চাবি নেই' },
  missing: {
    en: 'the key of the reminders is not there; put it back, or ask every survivor for her number again under a new one',
    bn: 'স্মরণবার্তার চাবি নেই; সেটি ফিরিয়ে আনুন, নয়তো নতুন চাবিতে প্রত্যেক সারভাইভারের নম্বর আবার জেনে নিন',
  },
}

const secretFaults: Readonly<Record<SecretFault, Words>> = {
  missing: { en: 'this file cannot be read', bn: 'এই ফাইল পড়া যাচ্ছে না' },
  'open-to-others': {
    en: 'this file may be read by others; set its mode to 0600',
    bn: 'এই ফাইল অন্যরাও পড়তে পারে; এর মোড 0600 করুন',
  },
  'not-a-header': {
    en: 'this file must hold one line such as "Authorization: Bearer …"',
    bn: 'এই ফাইলে "Authorization: Bearer …"-এর মতো একটিই লাইন থাকতে হবে',
  },
}

const nothing: Words = {
  en: 'no reminders are sent until then',
  bn: 'ততক্ষণ কোনো স্মরণবার্তা যাবে না',
}

type Faulty = readonly [where: string, what: Words]

function gatewayOf({ texts, dataFolder }: Settings, demo: boolean): TextGateway | Faulty | null {
  if (demo) {
    // Nothing that is made up ever reaches a telephone; it lies there to be looked at, and nobody has it back.
    const { hand, works } = folderGateway(join(dataFolder, 'texts'))
    return { hand, works }
  }
  if (texts === null) return null
  if (texts.way === 'folder') return folderGateway(texts.folder)
  const secret = secretHeaderOf(texts.secretFile)
  if (typeof secret === 'string') return [`SETU_TEXTS_SECRET_FILE: ${texts.secretFile}`, secretFaults[secret]]
  return addressGateway(texts.url, secret)
}

const isFaulty = (found: object | Faulty): found is Faulty => Array.isArray(found)

/** The keys of the file. It is made where no number can have been sealed yet; any other is put back by whoever kept it. */
async function keysHere(
  settings: Settings,
  { engine, demo }: Place,
  looking: boolean,
): Promise<readonly ReminderKey[] | Faulty> {
  const file = reminderKeyFileOf(settings, demo)
  const known = await knowsReminderKeys(engine)
  if (looking && !known && !existsSync(file)) return []
  const make = !looking && (demo || !known)
  const where = `SETU_REMINDER_KEY_FILE: ${file}`
  try {
    const opened = openKeyFile(file, settings.dataFolder, make)
    return typeof opened === 'string' ? [where, keyFaults[opened]] : await reminderKeysOf(opened.held)
  } catch {
    return [where, secretFaults.missing]
  }
}

async function sendingOf(
  settings: Settings,
  place: Place,
  looking: boolean,
): Promise<Sending | Faulty | null> {
  const gateway = gatewayOf(settings, place.demo)
  if (gateway === null || isFaulty(gateway)) return gateway
  const keys = await keysHere(settings, place, looking)
  return isKeys(keys) ? { gateway, keys } : keys
}

const isKeys = (found: readonly ReminderKey[] | Faulty): found is readonly ReminderKey[] =>
  typeof found[0] !== 'string'

function complain(voice: Voice, [where, what]: Faulty): void {
  voice.complain({ en: `${where}: ${what.en}; ${nothing.en}`, bn: `${where}: ${what.bn}; ${nothing.bn}` })
}

/**
 * What reminders are sent with, and which keys the database may have numbers sealed to. Where something is amiss none are
 * sent, and all else goes on: people remind, as they did before.
 */
export async function readyTexts(settings: Settings, place: Place, voice: Voice): Promise<Sending | null> {
  const sending = await sendingOf(settings, place, false)
  if (sending === null || isFaulty(sending)) {
    if (sending !== null) complain(voice, sending)
    await publishReminderKeys(place.engine, [])
    return null
  }
  await publishReminderKeys(place.engine, sending.keys)
  return sending
}

/** Whether reminders are sent from here, whether the way out works, and how the last ones went; `false` where it does not. */
export async function tellTexts(settings: Settings, place: Place, voice: Voice): Promise<boolean> {
  const sending = await sendingOf(settings, place, true)
  if (sending === null) {
    voice.say({
      en: 'Automatic reminders: none are sent from here.',
      bn: 'স্বয়ংক্রিয় স্মরণবার্তা: এখান থেকে পাঠানো হয় না।',
    })
    return true
  }
  if (isFaulty(sending)) {
    complain(voice, sending)
    return false
  }
  const { rows } = await inTransaction(place.engine, { role: 'setu_setup' }, (db) =>
    sql<{ state: string; many: number }>`select state, many from texts_lately()`.execute(db),
  )
  const many = Object.fromEntries(rows.map(({ state, many: found }) => [state, found]))
  const { handed = 0, unsent = 0, unknown = 0, otherKey = 0 } = many
  const works = await sending.gateway.works()
  voice.say({
    en: `Automatic reminders of the last week: ${handed} handed over, ${unsent} not sent, ${unknown} of which nobody knows.`,
    bn: `গত সপ্তাহের স্বয়ংক্রিয় স্মরণবার্তা: ${handed}টি দেওয়া হয়েছে, ${unsent}টি যায়নি, ${unknown}টির কথা জানা নেই।`,
  })
  if (otherKey > 0) {
    voice.complain({
      en: `${otherKey} survivors chose reminders under a key that is not in the file; each must be asked for the number again`,
      bn: `${otherKey} জন সারভাইভারের নম্বর এমন চাবিতে সিল করা যা ফাইলে নেই; প্রত্যেকের কাছে আবার জেনে নিতে হবে`,
    })
  }
  if (!works) {
    voice.complain({
      en: 'Automatic reminders: the way to the operator does not work right now',
      bn: 'স্বয়ংক্রিয় স্মরণবার্তা: অপারেটরের কাছে পাঠানোর উপায় এখন কাজ করছে না',
    })
  }
  return works && otherKey === 0
}
