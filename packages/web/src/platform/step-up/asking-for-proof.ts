import { useSyncExternalStore } from 'react'

type Answer = (proved: boolean) => void

let waiting: readonly Answer[] = []
const listeners = new Set<() => void>()

function change(next: readonly Answer[]): void {
  waiting = next
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Asks whoever sits there for a fresh proof; several who ask at once wait for the same answer. */
export function askForProof(): Promise<boolean> {
  return new Promise((resolve) => change([...waiting, resolve]))
}

/** Says to all who wait whether the proof was given. */
export function answerProof(proved: boolean): void {
  const answered = waiting
  change([])
  for (const answer of answered) answer(proved)
}

/** Whether something waits for a proof. */
export function useProofAsked(): boolean {
  return useSyncExternalStore(listen, () => waiting.length > 0)
}
