import type { ReactNode } from 'react'
import { useDates } from '../dates/use-dates.ts'
import { useWaitingCount } from '../platform/use-notices.ts'
import { useWords } from '../words/use-words.ts'
import styles from './waiting-badge.module.css'

/** Beside *My day*: that something waits there, and no more than that. */
export function WaitingBadge(): ReactNode {
  const say = useWords()
  const dates = useDates()
  const count = useWaitingCount()
  if (count === 0) return null
  return (
    <span className={styles['badge']} title={say('bar.waiting', { count })}>
      <span aria-hidden="true">{dates.number(count)}</span>
      <span className="heard">{say('bar.waiting', { count })}</span>
    </span>
  )
}
