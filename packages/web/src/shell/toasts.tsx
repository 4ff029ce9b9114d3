import { type ReactNode, useSyncExternalStore } from 'react'
import styles from './toasts.module.css'

interface Toast {
  readonly number: number
  readonly text: string
}

const shownFor = 6000

let toasts: readonly Toast[] = []
let made = 0
const listeners = new Set<() => void>()

function change(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

/** Says in passing that something was done. What needs an answer is never said this way. */
export function toast(text: string): void {
  made += 1
  const number = made
  change([...toasts.slice(-2), { number, text }])
  setTimeout(() => change(toasts.filter((shown) => shown.number !== number)), shownFor)
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Where passing messages appear, read out when the screen reader has finished its sentence. */
export function Toasts(): ReactNode {
  const shown = useSyncExternalStore(listen, () => toasts)
  return (
    <div className={styles['toasts']} role="status" aria-live="polite">
      {shown.map(({ number, text }) => (
        <p key={number} className={styles['toast']}>
          {text}
        </p>
      ))}
    </div>
  )
}
