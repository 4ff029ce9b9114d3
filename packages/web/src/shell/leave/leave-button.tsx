import type { ReactNode } from 'react'
import { useWords } from '../../words/use-words.ts'
import { Icon } from '../icons.tsx'
import styles from './leave-button.module.css'
import { leaveNow } from './leave-now.ts'

/** On every page, always in the same corner. */
export function LeaveButton(): ReactNode {
  const say = useWords()
  return (
    <button type="button" className={styles['leave']} onClick={leaveNow} title={say('leave.keys')}>
      <Icon name="leave" />
      <span>{say('leave.now')}</span>
    </button>
  )
}
