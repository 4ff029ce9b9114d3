import { useCallback, useSyncExternalStore } from 'react'
import type { Answers } from './faults.ts'

/**
 * Unfinished answers, kept at every keystroke and only in memory: they may hold what is sealed once it is
 * sent, and whoever picks up the device must not find it.
 */
const drafts = new Map<string, Answers>()
const listeners = new Set<() => void>()
const nothing: Answers = {}

function changed(): void {
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

let writer: string | null = null

/**
 * Whoever signs in finds what they themselves left unfinished when their session ran out; what somebody else
 * left is forgotten.
 */
export function keepDraftsOf(account: string): void {
  if (writer !== account) forgetDrafts()
  writer = account
}

/** Forgets every unfinished form: on leaving and on signing out. */
export function forgetDrafts(): void {
  drafts.clear()
  changed()
}

export interface Draft {
  readonly answers: Answers
  readonly answer: (field: string, value: unknown) => void
  readonly forget: () => void
}

/** One unfinished form, found again under its name when the screen was left and is opened once more. */
export function useDraft(name: string, begins: Answers = nothing): Draft {
  const answers = useSyncExternalStore(listen, () => drafts.get(name) ?? begins)
  const answer = useCallback(
    (field: string, value: unknown) => {
      drafts.set(name, { ...(drafts.get(name) ?? begins), [field]: value })
      changed()
    },
    [name, begins],
  )
  const forget = useCallback(() => {
    drafts.delete(name)
    changed()
  }, [name])
  return { answers, answer, forget }
}
