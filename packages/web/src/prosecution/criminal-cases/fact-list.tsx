import type { ReactNode } from 'react'
import styles from './prosecution.module.css'

interface FactListProps {
  readonly facts: readonly (readonly [label: string, value: ReactNode])[]
}

/** What is known of something, side by side; what is not known is left out. */
export function FactList({ facts }: FactListProps): ReactNode {
  return (
    <dl className={styles['facts']}>
      {facts
        .filter(([, value]) => value !== null && value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
