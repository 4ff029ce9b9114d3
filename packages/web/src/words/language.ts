import { i18n, type Messages } from '@lingui/core'
import type { Language } from '@setu/vocabulary'
import { rooms, type WordRoom } from './rooms.ts'

export type Digits = 'latin' | 'own'

/** How a number or a date is written: Bangla digits only where the reader chose them. */
export function numberLocale(language: Language, digits: Digits): string {
  if (language === 'en') return 'en-GB'
  return digits === 'own' ? 'bn-BD-u-nu-beng' : 'bn-BD-u-nu-latn'
}

const opened = new Set<WordRoom>(['shell'])

async function wordsOf(language: Language, wanted: Iterable<WordRoom>): Promise<Messages> {
  const parts = await Promise.all([...wanted].map((room) => rooms[room][language]()))
  return Object.assign({}, ...parts.map(({ messages }) => messages))
}

/** Changes the language of everything on the screen, without a reload. */
export async function speak(language: Language, digits: Digits): Promise<void> {
  const messages = await wordsOf(language, opened)
  i18n.loadAndActivate({ locale: language, locales: numberLocale(language, digits), messages })
  document.documentElement.lang = language
  document.title = i18n._('shell.tab')
}

/** Fetches the words of some rooms before a screen of theirs is shown. */
export async function openRooms(rooms: readonly WordRoom[]): Promise<void> {
  const missing = rooms.filter((room) => !opened.has(room))
  if (missing.length === 0) return
  const language: Language = i18n.locale === 'en' ? 'en' : 'bn'
  const messages = await wordsOf(language, missing)
  for (const room of missing) opened.add(room)
  i18n.load(language, messages)
}
