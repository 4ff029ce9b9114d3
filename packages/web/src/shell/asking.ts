import { useState, useSyncExternalStore } from 'react'

let open = 0
const listeners = new Set<() => void>()

function changed(by: 1 | -1): void {
  open += by
  for (const listener of listeners) listener()
}

/** A question stands on the screen until what is returned is called. */
export function beginAsking(): () => void {
  changed(1)
  return () => changed(-1)
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const isAsking = (): boolean => open > 0

/** What was fetched last, but held as it is while a question is open: what is being typed must not be taken away. */
export function useHeld<Data>(data: Data): Data {
  const asking = useSyncExternalStore(listen, isAsking)
  const [held, setHeld] = useState(data)
  if (asking) return held ?? data
  if (held !== data) setHeld(data)
  return data
}

/** How a list stays true by itself: fetched again on coming back to it, and every minute while it is looked at. */
export const keptFresh = { refetchInterval: 60_000, refetchOnWindowFocus: 'always' } as const
