import { useCallback, useEffect, useState } from 'react'
import { asRefusal } from '../../platform/refusal-words.ts'

/** Something read for one room. It lives as long as the room is on the screen, in no store and no cache. */
export interface Fetched<Value> {
  readonly value: Value | null
  readonly trouble: unknown
  readonly again: () => void
}

/** Reads what a room shows; when her session is over, the page shuts. */
export function useOwn<Value>(read: () => Promise<Value>, onEnded: () => void): Fetched<Value> {
  const [value, setValue] = useState<Value | null>(null)
  const [trouble, setTrouble] = useState<unknown>(null)

  const [turn, setTurn] = useState(0)

  useEffect(() => {
    let gone = false
    const load = async () => {
      try {
        const found = await read()
        if (!gone) setValue(found)
      } catch (refused) {
        if (gone) return
        if (asRefusal(refused).status === 401) onEnded()
        else setTrouble(refused)
      }
    }
    void load()
    return () => {
      gone = true
    }
  }, [read, onEnded, turn])

  const again = useCallback(() => {
    setTrouble(null)
    setTurn((before) => before + 1)
  }, [])
  return { value, trouble, again }
}

/** Something that she does: once at a time, and the page shuts when her session is over. */
export function useDeedOfHers(onEnded: () => void): {
  readonly busy: boolean
  readonly trouble: unknown
  readonly run: (deed: () => Promise<void>) => Promise<boolean>
} {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<unknown>(null)
  const run = async (deed: () => Promise<void>): Promise<boolean> => {
    setBusy(true)
    setTrouble(null)
    try {
      await deed()
      return true
    } catch (refused) {
      if (asRefusal(refused).status === 401) onEnded()
      else setTrouble(refused)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, trouble, run }
}
