import type { ReferralView } from '@setu/records/api'
import type { ReactNode } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { DueMark } from '../../shell/due-mark.tsx'
import { useDueLabel } from '../due-label.ts'
import styles from './referrals.module.css'
import { spentOf } from './spent.ts'

type Clock = ReferralView['clocks'][number]

/** A promise as a thin bar that fills while its time runs out. */
export function ClockBar({ clock }: { readonly clock: Clock }): ReactNode {
  const dates = useDates()
  const labelOf = useDueLabel()
  const due = dates.dueMoment(new Date(clock.due))
  const spent = spentOf(new Date(clock.began), new Date(clock.due), new Date())
  return (
    <div className={styles['clock']} data-standing={due.standing}>
      <div className={styles['clockWords']}>
        <span>{labelOf(clock.kind)}</span>
        <DueMark due={due} />
      </div>
      <svg className={styles['bar']} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
        <rect className={styles['left']} width="100" height="1" />
        <rect className={styles['spent']} width={spent * 100} height="1" />
      </svg>
    </div>
  )
}
