import type { ReactNode } from 'react'
import type { SpokenDue } from '../dates/spoken-day.ts'
import styles from './due-mark.module.css'
import { Icon } from './icons.tsx'

const signs = { late: 'late', due: 'clock', ahead: 'clock' } as const

/** How a promise stands: a word, a sign and a colour, so that none of them is needed alone. */
export function DueMark({ due }: { readonly due: SpokenDue }): ReactNode {
  return (
    <span className={styles['due']} data-standing={due.standing}>
      <Icon name={signs[due.standing]} size={16} />
      {due.text}
    </span>
  )
}
