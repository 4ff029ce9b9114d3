import { fieldsOf, type RecordType } from '@setu/records'
import type { ReactNode } from 'react'
import { isEmpty } from '../../forms/faults.ts'
import { useValueText } from '../../forms/value-text.ts'
import { useLabels } from '../../words/use-labels.ts'
import styles from './case-screen.module.css'

interface RecordValuesProps {
  readonly record: RecordType
  readonly values: Readonly<Record<string, unknown>>
}

/** What a record says, question by question; what was not answered is left out. */
export function RecordValues({ record, values }: RecordValuesProps): ReactNode {
  const { language } = useLabels()
  const textOf = useValueText()
  const given = fieldsOf(record).filter(([key]) => !isEmpty(values[key]))
  if (given.length === 0) return null
  return (
    <dl className={styles['facts']}>
      {given.map(([key, field]) => (
        <div key={key} className={styles['fact']}>
          <dt>{field.label[language]}</dt>
          <dd>{textOf(field, values[key])}</dd>
        </div>
      ))}
    </dl>
  )
}
