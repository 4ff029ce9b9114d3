import { caseStates } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { useDoors } from '../../platform/doors.ts'
import { keptFresh } from '../../shell/asking.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './office-counts.module.css'

/** How many cases the office has in each state: numbers only, since its cases are not all mine to see. */
export function OfficeCounts(): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { code } = useLabels()
  const { work } = useDoors()
  const { data } = useQuery({ queryKey: ['office'], queryFn: work.office, throwOnError: false, ...keptFresh })
  if (data === undefined || data.counts.length === 0) return null
  return (
    <div className={styles['office']}>
      <h3 className={styles['title']}>{say('my-day.office')}</h3>
      <dl className={styles['counts']}>
        {data.counts.map(({ state, cases }) => (
          <div key={state} className={styles['count']}>
            <dt>{code(caseStates, state)}</dt>
            <dd>{dates.number(cases)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
