import type { Language } from '@setu/vocabulary'
import { useSyncExternalStore } from 'react'
import type { Digits } from '../words/language.ts'

/** How one reader likes the screen. It says nothing of anyone's work, so the device may keep it. */
export interface Settings {
  readonly language: Language
  readonly digits: Digits
  readonly density: 'comfortable' | 'compact'
  readonly scheme: 'auto' | 'light' | 'dark'
}

/** Neutral, since whoever borrows the device can read the names of what it stores. */
const key = 'notes'

function oneOf<T extends string>(among: readonly T[], given: unknown, otherwise: T): T {
  return among.find((choice) => choice === given) ?? otherwise
}

/** Reads what the device kept, and falls back, field by field, on Bangla and its own digits off. */
export function readSettings(kept: string | null, spoken: readonly string[]): Settings {
  const given = parsed(kept)
  const first = spoken.find((tag) => tag.startsWith('bn') || tag.startsWith('en'))
  return {
    language: oneOf(['en', 'bn'], given['language'], first?.startsWith('bn') === true ? 'bn' : 'en'),
    digits: oneOf(['latin', 'own'], given['digits'], 'latin'),
    density: oneOf(['comfortable', 'compact'], given['density'], 'comfortable'),
    scheme: oneOf(['auto', 'light', 'dark'], given['scheme'], 'auto'),
  }
}

function parsed(kept: string | null): Readonly<Record<string, unknown>> {
  if (kept === null) return {}
  try {
    const value: unknown = JSON.parse(kept)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

function storage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

let current: Settings | null = null
const listeners = new Set<() => void>()

/** How this reader likes the screen. */
export function settings(): Settings {
  current ??= readSettings(storage()?.getItem(key) ?? null, navigator.languages)
  return current
}

/** Changes some of the choices and keeps them on this device. */
export function choose(changes: Partial<Settings>): void {
  current = { ...settings(), ...changes }
  storage()?.setItem(key, JSON.stringify(current))
  for (const listener of listeners) listener()
}

/** Changes some of the choices until the page is left; this device keeps nothing of it. */
export function showAs(changes: Partial<Settings>): void {
  current = { ...settings(), ...changes }
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useSettings(): Settings {
  return useSyncExternalStore(listen, settings)
}
