import { type StayFlag, stayFlags } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { Icon } from '../../shell/icons.tsx'
import { useLabels } from '../../words/use-labels.ts'
import styles from './shelter.module.css'

/** What there is to look at in a stay, each in words. */
export function StayFlags({ flags }: { readonly flags: readonly StayFlag[] }): ReactNode {
  const { code } = useLabels()
  if (flags.length === 0) return null
  return (
    <ul className={styles['flags']}>
      {flags.map((flag) => (
        <li key={flag}>
          <Icon name="late" size={16} /> {code(stayFlags, flag)}
        </li>
      ))}
    </ul>
  )
}
