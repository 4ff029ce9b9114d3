import { type ReactNode, useSyncExternalStore } from 'react'
import { useNode } from '../platform/use-session.ts'
import { useWords } from '../words/use-words.ts'
import styles from './notices.module.css'

function listen(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Whether the device has a network at all. */
function useOnline(): boolean {
  return useSyncExternalStore(listen, () => navigator.onLine)
}

/** What must be known before anything is read or written here: that this is a trial, that the network is gone. */
export function Notices(): ReactNode {
  const say = useWords()
  const node = useNode()
  const online = useOnline()
  const demonstration = node?.demo === true
  const embedded = node?.engine === 'pglite'
  return (
    <aside aria-label={say('notice.label')}>
      {(demonstration || embedded) && (
        <p className={styles['trial']}>{say(demonstration ? 'notice.demonstration' : 'notice.embedded')}</p>
      )}
      <div role="status">{!online && <p className={styles['offline']}>{say('notice.offline')}</p>}</div>
    </aside>
  )
}
