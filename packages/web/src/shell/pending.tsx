import { Loader } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../words/use-words.ts'
import styles from './pending.module.css'

/** While a screen is on its way. */
export function Pending(): ReactNode {
  const say = useWords()
  return (
    <div className={styles['pending']} role="status">
      <Loader size="sm" aria-hidden />
      <span>{say('shell.loading')}</span>
    </div>
  )
}
