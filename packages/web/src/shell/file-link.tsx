import type { ReactNode } from 'react'
import styles from './file-link.module.css'

interface FileLinkProps {
  readonly to: string
  readonly children: ReactNode
}

/** A link that looks like a button and brings a file: the browser fetches it itself, so that it is never held in memory. */
export function FileLink({ to, children }: FileLinkProps): ReactNode {
  return (
    <a className={styles['file']} href={to} download>
      {children}
    </a>
  )
}
