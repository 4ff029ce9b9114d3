import { presumedInnocent } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { useLabels } from '../../words/use-labels.ts'
import styles from './prosecution.module.css'

/** Stands wherever an accused person does. */
export function Presumed(): ReactNode {
  const { name } = useLabels()
  return (
    <p className={styles['presumed']} role="note">
      {name(presumedInnocent)}
    </p>
  )
}
